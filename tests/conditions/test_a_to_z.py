"""Conditions by name, by body area, by symptom."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from citewell.organisation.models import Organisation
from conditions.a_to_z import letter_of
from tests import factories
from tests.queries import queries_of


def shown(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    return response.context_data  # type: ignore[attr-defined]


def names(client: Client, address: str = "/conditions/") -> list[tuple[str, str]]:
    return [(entry.name, entry.see) for entry in shown(client, address)["page_obj"]]


@pytest.mark.parametrize(
    ("name", "letter"),
    [("sciatica", "S"), ("Éczema", "E"), ("ß", "S"), ("3-day fever", "#"), ("żylaki", "Z"),
     ("دوار", "د"), ("", "#"), ("(other)", "#"), (" asthma", "A")],
)  # fmt: skip
def test_a_name_stands_under_its_first_letter_without_accent(name: str, letter: str) -> None:
    assert letter_of(name) == letter


@pytest.mark.django_db
class TestNames:
    """The list A to Z."""

    def test_other_names_stand_in_the_list_and_point_at_their_page(self, client: Client) -> None:
        factories.condition(title="Lumbar disc herniation", names=["Slipped disc"])
        factories.condition(title="Asthma")
        assert names(client) == [
            ("Asthma", ""),
            ("Lumbar disc herniation", ""),
            ("Slipped disc", "Lumbar disc herniation"),
        ]

    def test_a_name_stands_once_for_a_page_whatever_its_case(self, client: Client) -> None:
        factories.condition(
            title="Sciatica", names=["sciatica", "Leg pain", ("leg pain", "former")]
        )
        assert names(client) == [("Leg pain", "Sciatica"), ("Sciatica", "")]

    def test_an_accented_initial_stands_among_its_letter(self, client: Client) -> None:
        for title in ("Earache", "Éczema", "Zoster", "Ådra", "Asthma", "3-day fever"):
            factories.condition(title=title)
        found = [entry.letter for entry in shown(client, "/conditions/")["page_obj"]]
        assert found == ["A", "A", "E", "E", "Z", "#"]
        assert client.get("/conditions/").content.decode().count('class="letter-group"') == 4

    def test_the_same_name_of_two_pages_stands_for_both(self, client: Client) -> None:
        factories.condition(title="One", slug="one", names=["Dizziness"])
        factories.condition(title="Two", slug="two", names=["Dizziness"])
        assert names(client, "/conditions/a-z/d/") == [("Dizziness", "One"), ("Dizziness", "Two")]

    def test_a_letter_counts_its_names_and_lists_only_those(self, client: Client) -> None:
        factories.condition(title="Éczema", slug="eczema", names=["Atopic dermatitis"])
        factories.condition(title="Earache")
        context = shown(client, "/conditions/a-z/e/")
        assert [(letter.name, letter.count) for letter in context["letters"]] == [
            ("A", 1),
            ("E", 2),
        ]
        assert [letter.name for letter in context["letters"] if letter.is_current] == ["E"]
        assert {name for name, _ in names(client, "/conditions/a-z/e/")} == {"Éczema", "Earache"}

    def test_names_without_a_letter_stand_under_other(self, client: Client) -> None:
        factories.condition(title="5-day fever", slug="fever")
        assert names(client, "/conditions/a-z/other/") == [("5-day fever", "")]

    @pytest.mark.parametrize("letter", ["q", "ab", "%25", "😀", "0"])
    def test_a_letter_without_names_is_not_found(self, client: Client, letter: str) -> None:
        factories.condition(title="Asthma")
        assert client.get(f"/conditions/a-z/{letter}/").status_code == 404

    @pytest.mark.parametrize("page", ["99999", "-1", "x", "9" * 5000, "", "1e3"])
    def test_any_page_number_gives_a_page(self, client: Client, page: str) -> None:
        factories.condition(title="Asthma")
        assert names(client, f"/conditions/?page={page}") == [("Asthma", "")]

    def test_a_long_list_is_cut_into_pages(self, client: Client) -> None:
        for number in range(101):
            factories.condition(title=f"Condition {number:03}")
        assert len(names(client)) == 100
        assert names(client, "/conditions/?page=2") == [("Condition 100", "")]
        assert shown(client, "/conditions/")["page_range"] == [1, 2]

    def test_what_a_visitor_may_not_open_is_neither_listed_nor_counted(
        self, client: Client
    ) -> None:
        secret = factories.condition(title="Secret", names=["Secret name"])
        PageViewRestriction.objects.create(page=secret, restriction_type="login")
        factories.condition(title="Draft", names=["Draft name"], live=False)
        polish = factories.condition_index().copy_for_translation(
            factories.locale("pl"), copy_parents=True
        )
        factories.condition(polish, title="Rwa")
        factories.condition(title="Sciatica")
        assert names(client) == [("Sciatica", "")]
        assert [letter.count for letter in shown(client, "/conditions/")["letters"]] == [1]
        client.force_login(factories.user())
        assert [name for name, _ in names(client)] == ["Sciatica", "Secret", "Secret name"]

    def test_an_empty_index_is_a_page(self, client: Client) -> None:
        factories.condition_index()
        assert names(client) == []


@pytest.mark.django_db
class TestTerms:
    """By body area and by symptom."""

    def test_a_body_area_lists_its_conditions_and_counts_them(self, client: Client) -> None:
        back, empty = factories.body_area("Back"), factories.body_area("Foot")
        for title in ("Sciatica", "Lumbago"):
            page = factories.condition(title=title)
            page.body_areas = [back]
            page.save()
        terms = shown(client, "/conditions/body-areas/")["terms"]
        assert [(term.name, term.count) for term in terms] == [("Back", 2)]
        context = shown(client, terms[0].url)
        assert [page.title for page in context["page_obj"]] == ["Lumbago", "Sciatica"]
        assert not shown(client, f"/conditions/body-areas/{empty.slug}/")["page_obj"].object_list

    def test_a_symptom_lists_its_conditions(self, client: Client) -> None:
        page = factories.condition(title="Vertigo")
        page.symptoms = [factories.symptom("Dizziness")]
        page.save()
        context = shown(client, "/conditions/symptoms/dizziness/")
        assert [page.title for page in context["page_obj"]] == ["Vertigo"]
        assert context["view_title"] == "Dizziness"

    def test_drafts_do_not_count(self, client: Client) -> None:
        page = factories.condition(title="Vertigo", live=False)
        page.symptoms = [factories.symptom("Dizziness")]
        page.save()
        assert shown(client, "/conditions/symptoms/")["terms"] == []

    def test_an_unknown_term_is_not_found(self, client: Client) -> None:
        factories.condition_index()
        assert client.get("/conditions/symptoms/nothing/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/conditions/",
        "/conditions/a-z/c/",
        "/conditions/body-areas/",
        "/conditions/body-areas/back/",
        "/conditions/symptoms/",
        "/conditions/symptoms/pain/",
    ],
)
def test_one_and_thirty_conditions_cost_the_same_queries(client: Client, address: str) -> None:
    Organisation.objects.create(site_id=factories.home().get_site().pk)
    back, pain = factories.body_area("Back"), factories.symptom("Pain")

    def add(number: int) -> None:
        page = factories.condition(title=f"Condition {number}", names=[f"Cold {number}"])
        page.body_areas, page.symptoms = [back], [pain]
        page.save()

    add(0)
    one = queries_of(client, address)
    for number in range(1, 30):
        add(number)
    assert len(queries_of(client, address)) == len(one) <= 9
