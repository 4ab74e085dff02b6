"""What pages lead to has a title and an address, and is open to everybody."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from blog.models import ArticlePage, RelatedReading
from citewell.blocks.samples import samples
from citewell.documents.models import CustomDocument
from citewell.people.models import PersonPage
from conditions.models import ConditionName, RelatedCondition
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


def detail(client: Client, page: Any, query: str = "") -> dict[str, Any]:
    response = client.get(f"{PAGES}{page.pk}/{query}")
    assert response.status_code == 200, response.content
    data: dict[str, Any] = response.json()
    return data


def closed_collection() -> Collection:
    closed = Collection.get_first_root_node().add_child(instance=Collection(name="Closed"))
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    return closed.add_child(instance=Collection(name="Below it"))


def close(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def withdraw(page: Any) -> None:
    page.unpublish()


class TestWhatIsNamed:
    """Never a key alone."""

    def test_topics_and_conditions_of_an_article(self, client: Client) -> None:
        condition = factories.condition(title="Sciatica")
        page = factories.article(topics=[factories.topic("Exercise")], conditions=[condition])
        data = detail(client, page)
        (topic,) = data["topics"]
        assert (topic["name"], topic["slug"], topic["locale"]) == ("Exercise", "exercise", "en-gb")
        (about,) = data["conditions"]
        assert about["title"] == "Sciatica"
        assert about["meta"]["detail_url"].endswith(f"{PAGES}{condition.pk}/")
        assert about["meta"]["html_url"].endswith("/conditions/sciatica/")

    def test_authors_with_the_address_of_their_profile(self, client: Client) -> None:
        author = factories.person(name="Ada Example", role="Physiotherapist")
        factories.person_page(person=author)
        data = detail(client, factories.article(authors=[author, factories.person()]))
        first, second = (row["person"] for row in data["authors"])
        assert (first["name"], first["role"]) == ("Ada Example", "Physiotherapist")
        assert first["profile_url"].endswith("/people/ada-example/")
        assert first["profile_url"].startswith("http")
        assert second["profile_url"] is None

    def test_body_areas_symptoms_names_and_image_of_a_condition(self, client: Client) -> None:
        page = factories.condition(names=["Leg pain"], image=factories.image(title="A drawing"))
        ConditionName.objects.create(page=page, name="Rwa", locale=factories.locale("pl"))
        page.body_areas, page.symptoms = [factories.body_area("Leg")], [factories.symptom("Pain")]
        page.save()
        data = detail(client, page)
        assert [area["name"] for area in data["body_areas"]] == ["Leg"]
        assert [symptom["name"] for symptom in data["symptoms"]] == ["Pain"]
        assert {(name["name"], name["locale"]) for name in data["names"]} == {
            ("Leg pain", None),
            ("Rwa", "pl"),
        }
        assert data["image"]["title"] == "A drawing"
        assert data["image"]["meta"]["detail_url"]
        assert data["image"]["meta"]["download_url"]

    def test_every_block_of_the_vocabulary_without_a_key_alone(self, client: Client) -> None:
        stored = factories.image()
        leaflet = CustomDocument.objects.create(title="Leaflet", file="leaflet.pdf", file_size=9)
        target = factories.condition(title="Sciatica")
        picture = {"image": stored.pk, "decorative": False, "alt_text": "Seen"}
        values = {name: block.get_prep_value(value) for name, block, value in samples()}
        del values["reference_list"]
        values["video"]["poster"] = values["figure"]["image"] = values["image"] = picture
        values["download"]["document"] = leaflet.pk
        values["call_to_action"]["page"] = target.pk
        values["card_grid"]["cards"] = [{"page": target.pk, "image": picture}]
        body = [{"type": name, "value": value} for name, value in values.items()]
        page = factories.plain_page(body=json.dumps(body))
        data = detail(client, page)
        assert {block["type"] for block in data["body"]} == values.keys()
        for block in data["body"]:
            assert not re.search(r'"(id|pk)":', json.dumps(block["value"])), block
        (card,) = data["body"][-1]["value"]["cards"]
        assert card["title"] == "Sciatica"
        assert card["url"].startswith("http")
        assert card["image"]["url"].startswith("http")


@pytest.mark.parametrize("hide", [withdraw, close], ids=["draft", "restricted"])
class TestWhatIsNotForEverybody:
    """Neither listed, nor read, nor named by others."""

    def test_a_condition_is_not_named_by_an_article(self, client: Client, hide: Any) -> None:
        hidden, shown = factories.condition(title="Hidden"), factories.condition(title="Shown")
        page = factories.article(conditions=[hidden, shown])
        hide(hidden)
        data = detail(client, page)
        assert [about["title"] for about in data["conditions"]] == ["Shown"]
        assert "Hidden" not in json.dumps(data)

    def test_rows_that_lead_there_are_left_out(self, client: Client, hide: Any) -> None:
        hidden, shown = factories.condition(title="Hidden"), factories.condition(title="Shown")
        page, article = factories.condition(), factories.article()
        for target in (hidden, shown):
            RelatedCondition.objects.create(page=page, condition=target)
            RelatedReading.objects.create(page=article, target=target)
        hide(hidden)
        assert [r["condition"]["title"] for r in detail(client, page)["related"]] == ["Shown"]
        assert [r["target"]["title"] for r in detail(client, article)["related"]] == ["Shown"]

    def test_an_alias_does_not_name_it(self, client: Client, hide: Any) -> None:
        page = factories.plain_page(title="Original")
        alias = page.create_alias(parent=factories.home(), update_slug="alias")
        hide(page)
        response = client.get(f"{PAGES}{alias.pk}/")
        assert response.status_code == 404 or response.json()["meta"]["alias_of"] is None

    def test_asking_by_its_slug_does_not_betray_it(self, client: Client, hide: Any) -> None:
        hidden = factories.condition(title="Hidden")
        factories.article(conditions=[hidden])
        hide(hidden)
        response = client.get(f"{PAGES}?condition=hidden")
        assert response.status_code == 400
        assert response.content == client.get(f"{PAGES}?condition=hidden").content

    def test_it_is_hidden_from_those_who_may_open_it_too(self, client: Client, hide: Any) -> None:
        page = factories.condition(title="Hidden")
        hide(page)
        client.force_login(factories.superuser())
        assert client.get(f"{PAGES}{page.pk}/").status_code == 404


def test_an_expired_page_is_gone(client: Client) -> None:
    from django.utils import timezone

    page = factories.condition(title="Gone", expire_at=timezone.now())
    assert client.get(f"{PAGES}{page.pk}/").status_code == 404


def test_files_of_a_collection_below_a_closed_one_are_not_named(client: Client) -> None:
    secret = factories.image(title="Secret", collection=closed_collection())
    page = factories.condition(image=secret, listing_image=secret)
    body = [("figure", {"image": secret, "caption": "<p>Seen</p>"})]
    plain = factories.plain_page(body=body)
    data = detail(client, page)
    assert data["image"] is None
    assert data["listing_image"] is None
    (figure,) = detail(client, plain)["body"]
    assert figure["value"]["image"] is None
    assert client.get("/api/v2/images/").json()["items"] == []
    assert client.get(f"/api/v2/images/{secret.pk}/").status_code == 404


def full_article(number: int) -> ArticlePage:
    """An article that names ``number`` of everything."""
    people = [factories.person(photo=factories.image()) for _ in range(number)]
    for person in people:
        factories.person_page(person=person)
    conditions = [factories.condition() for _ in range(number)]
    page = factories.article(
        authors=people,
        topics=[factories.topic() for _ in range(number)],
        conditions=conditions,
        body=[("call_to_action", {"text": "Go", "page": target}) for target in conditions],
    )
    for target in conditions:
        RelatedReading.objects.create(page=page, target=target)
    return page


def full_condition(number: int) -> Any:
    """A condition that names ``number`` of everything."""
    page = factories.condition(names=[f"Name {each}" for each in range(number)])
    for name in page.names.all():
        ConditionName.objects.filter(pk=name.pk).update(locale=factories.locale("pl"))
    for _ in range(number):
        RelatedCondition.objects.create(page=page, condition=factories.condition())
    page.body_areas = [factories.body_area() for _ in range(number)]
    page.symptoms = [factories.symptom() for _ in range(number)]
    page.save()
    return page


class TestQueries:
    """An answer costs the same with one entry and with thirty."""

    @pytest.mark.parametrize("make", [full_article, full_condition])
    def test_a_page_that_names_many(self, client: Client, make: Any) -> None:
        few, many = make(1), make(30)
        one = queries_of(client, f"{PAGES}{few.pk}/")
        assert len(queries_of(client, f"{PAGES}{many.pk}/")) == len(one), one

    @pytest.mark.parametrize("fields", ["", "&fields=*"])
    @pytest.mark.parametrize("make", [full_article, full_condition])
    def test_a_list_of_pages(self, client: Client, make: Any, fields: str) -> None:
        made = [make(1) for _ in range(2)]
        address = f"{PAGES}?limit=100&type={made[0]._meta.label}{fields}"
        few = queries_of(client, address)
        for _ in range(28):
            make(1)
        assert len(queries_of(client, address)) == len(few), few

    def test_a_list_of_profiles(self, client: Client) -> None:
        factories.person_page(person=factories.person(photo=factories.image()))
        address = f"{PAGES}?limit=100&type={PersonPage._meta.label}&fields=*"
        one = queries_of(client, address)
        for _ in range(29):
            factories.person_page(person=factories.person(photo=factories.image()))
        assert len(queries_of(client, address)) == len(one), one

    @pytest.mark.parametrize("fields", ["", "?fields=*"])
    def test_a_list_of_images(self, client: Client, fields: str) -> None:
        factories.image()
        one = queries_of(client, f"/api/v2/images/{fields}")
        for _ in range(19):
            factories.image()
        assert len(queries_of(client, f"/api/v2/images/{fields}")) == len(one)
