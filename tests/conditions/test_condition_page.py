"""What a condition page shows beside its fields."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from citewell.organisation.models import MainLink, Navigation, Organisation
from conditions.models import ConditionCode, ConditionName, RelatedCondition
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def shown(client: Client, page: Any) -> Any:
    return client.get(page.get_url()).context_data  # type: ignore[attr-defined]


def test_articles_that_name_it_stand_on_its_page_the_newest_first(client: Client) -> None:
    page = factories.condition()
    old = factories.article(title="Old", conditions=[page])
    new = factories.article(title="New", conditions=[page])
    factories.article(title="Draft", conditions=[page], live=False)
    factories.article(title="Other")
    old.first_published_at = old.first_published_at.replace(year=2020)
    old.save()
    assert shown(client, page)["articles"] == [new, old]


def test_related_conditions_keep_the_editors_order_and_leave_out_what_is_not_public(
    client: Client,
) -> None:
    page = factories.condition()
    others = [factories.condition(title=title) for title in ("Zoster", "Asthma", "Secret")]
    draft = factories.condition(live=False)
    for order, other in enumerate([*others, draft]):
        RelatedCondition.objects.create(page=page, condition=other, sort_order=order)
    PageViewRestriction.objects.create(page=others[2], restriction_type="login")
    assert [other.title for other in shown(client, page)["related_conditions"]] == [
        "Zoster",
        "Asthma",
    ]


def test_names_codes_and_terms_are_those_of_the_database(client: Client) -> None:
    page = factories.condition(names=["Slipped disc", ("PID", "abbreviation")])
    ConditionCode.objects.create(page=page, system="icd-11", code="FA80")
    page.body_areas = [factories.body_area("Neck"), factories.body_area("Back")]
    page.save()
    served = shown(client, page)["page"]
    assert [(name.name, name.kind) for name in served.names.all()] == [
        ("Slipped disc", "lay"),
        ("PID", "abbreviation"),
    ]
    assert [str(code) for code in served.codes.all()] == ["ICD-11 FA80"]
    assert [area.name for area in served.body_areas.all()] == ["Back", "Neck"]
    assert served.symptoms.count() == 0


def test_a_field_that_was_not_fetched_is_asked_for_and_right(client: Client) -> None:
    page = factories.condition()
    page.symptoms = [factories.symptom("Pain", description="It hurts.")]
    page.save()
    served = shown(client, page)["page"]
    assert served.symptoms.first().description == "It hurts."


def test_saving_a_served_page_keeps_its_rows(client: Client) -> None:
    page = factories.condition(names=["Slipped disc"])
    page.body_areas = [factories.body_area("Back")]
    page.save()
    served = shown(client, page)["page"]
    served.save()
    page = type(page).objects.get(pk=page.pk)
    assert [name.name for name in page.names.all()] == ["Slipped disc"]
    assert [area.name for area in page.body_areas.all()] == ["Back"]


def test_a_name_in_another_language_says_so(client: Client) -> None:
    page = factories.condition(names=["Slipped disc", "Przepuklina dysku"])
    ConditionName.objects.filter(name__startswith="Prz").update(locale=factories.locale("pl"))
    html = client.get(page.get_url()).content.decode()
    assert '<span lang="pl">Przepuklina dysku</span>' in html
    assert "<span>Slipped disc</span>" in html


def test_other_names_stand_in_the_json_ld() -> None:
    page = factories.condition(names=["Slipped disc"])
    graph = page.json_ld(RequestFactory().get("/"))
    assert graph[-1]["alternateName"] == ["Slipped disc"]


@pytest.mark.parametrize("entries", [1, 30])
def test_a_condition_costs_at_most_ten_queries_whatever_hangs_on_it(
    client: Client, entries: int
) -> None:
    home = factories.home()
    site = home.get_site()
    Organisation.objects.create(site=site)
    setting = Navigation.for_site(site)
    setting.main_links = [MainLink(page=home)]
    setting.save()
    page = factories.condition(names=[f"Name {number}" for number in range(entries)])
    ConditionName.objects.update(locale=factories.locale("pl"))
    for number in range(entries):
        other = factories.condition()
        RelatedCondition.objects.create(page=page, condition=other, sort_order=number)
        factories.article(conditions=[page], authors=[factories.person()])
    page.body_areas = [factories.body_area() for _ in range(entries)]
    page.symptoms = [factories.symptom() for _ in range(entries)]
    page.save()
    queries = queries_of(client, page.get_url())
    assert len(queries) == 8, "\n".join(queries)
