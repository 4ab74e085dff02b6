"""Streams cost the same queries with one block and with thirty."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import ArticlePage
from citewell.blocks import linked_pages
from citewell.blocks.prepare import prepare_page
from conditions.models import ConditionPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def queries_of_body(page, name="body"):
    """Queries that load and render a stream of a fresh copy, renditions once made."""
    for _round in range(2):
        fresh = type(page).objects.get(pk=page.pk)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            getattr(fresh, name).render_as_block({"page": fresh})
    return len(captured), [query["sql"] for query in captured]


def card_grid(number):
    """A grid of so many pages, each with an image of its own."""
    pages = [factories.condition(listing_image=factories.image()) for _ in range(number)]
    return ("card_grid", {"heading": "Conditions", "cards": [{"page": page} for page in pages]})


def test_a_card_grid_costs_the_same_with_one_card_and_with_thirty():
    few, _few = queries_of_body(factories.article(body=[card_grid(1)]))
    many, sql = queries_of_body(factories.article(body=[card_grid(30)]))
    assert few == many, sql
    assert many <= 2, sql


def test_images_cost_the_same_however_many_and_in_whatever_blocks():
    def body(number):
        image = {"decorative": True, "alt_text": ""}
        return [
            block
            for _ in range(number)
            for block in (
                ("image", {"image": factories.image(), **image}),
                ("figure", {"image": {"image": factories.image(), **image}, "caption": ""}),
                ("card_grid", {"cards": [{"title": "A", "image": {"image": factories.image(),
                                                                 **image}}]}),
            )
        ]  # fmt: skip

    few, _few = queries_of_body(factories.article(body=body(1)))
    many, sql = queries_of_body(factories.article(body=body(10)))
    assert few == many == 1, sql


def test_links_in_rich_text_cost_the_same_however_many_texts_hold_them():
    def body(number):
        return [
            ("rich_text", f'<p><a linktype="page" id="{factories.condition().pk}">It</a></p>')
            for _ in range(number)
        ]

    few, _few = queries_of_body(factories.article(body=body(1)))
    many, sql = queries_of_body(factories.article(body=body(30)))
    assert few == many, sql
    assert many <= 1, sql


def test_aspects_cost_the_same_whether_one_or_nine_hold_images_and_links():
    def aspects(names):
        target = factories.condition()
        return [
            (name, [
                ("image", {"image": factories.image(), "decorative": True, "alt_text": ""}),
                ("rich_text", f'<p><a linktype="page" id="{target.pk}">It</a></p>'),
            ])
            for name in names
        ]  # fmt: skip

    def queries(page):
        for _round in range(2):
            fresh = ConditionPage.objects.get(pk=page.pk)
            with CaptureQueriesContext(connection) as captured:
                prepare_page(fresh)
                for aspect in fresh.aspects:
                    aspect.render({"page": fresh, "heading_level": 3})
        return [query["sql"] for query in captured]

    names = ["overview", "symptoms", "causes", "diagnosis", "treatments", "self_care",
             "living_with_it", "outlook", "prevention"]  # fmt: skip
    few = queries(factories.condition(aspects=aspects(names[:1])))
    many = queries(factories.condition(aspects=aspects(names)))
    assert len(few) == len(many), many


def test_cards_buttons_and_links_of_all_page_types_share_one_query_and_one_for_images():
    def body(targets):
        return [
            block
            for page in targets
            for block in (
                ("card_grid", {"cards": [{"page": page}]}),
                ("call_to_action", {"text": "Go on", "page": page}),
                ("rich_text", f'<p><a linktype="page" id="{page.pk}">It</a></p>'),
            )
        ]

    makers = (factories.condition, factories.article, factories.plain_page, factories.person_page)
    image = factories.image()
    targets = [make(listing_image=image) for make in makers]
    few, _few = queries_of_body(factories.article(body=body(targets[:1])))
    many, sql = queries_of_body(factories.article(body=body(targets)))
    assert few == many == 2, sql


def test_cards_of_people_cost_the_same_with_one_and_with_thirty():
    def body(number):
        cards = [{"page": factories.person_page(), "title": ""} for _ in range(number)]
        return [("card_grid", {"cards": cards})]

    few, _few = queries_of_body(factories.article(body=body(1)))
    many, sql = queries_of_body(factories.article(body=body(30)))
    assert few == many == 1, sql


def test_a_page_type_that_is_not_joined_looks_the_same(monkeypatch):
    pages = [factories.condition(summary="Pain."), factories.person_page(), factories.plain_page()]
    keys = [page.pk for page in pages]

    def seen():
        found = linked_pages.load_pages_for_cards(keys)
        return [
            (type(page), page.shown_summary, page.locale, page.is_public, page.url)
            for page in map(found.get, keys)
        ]

    with_joins = seen()
    monkeypatch.setattr(linked_pages, "joined_types", dict)
    assert seen() == with_joins


def test_links_in_tables_are_loaded_with_all_others():
    def body(target):
        link = f'<p><a linktype="page" id="{target.pk}">It</a></p>'
        table = {
            "caption": "A table",
            "table": {
                "columns": [{"type": "rich_text", "heading": "Where"}],
                "rows": [{"values": [link]}],
                "caption": "",
            },
        }
        return json.dumps([{"type": "table", "value": table}, {"type": "rich_text", "value": link}])

    target = factories.condition()
    page = factories.article()
    ArticlePage.objects.filter(pk=page.pk).update(body=body(target))
    number, sql = queries_of_body(page)
    assert number == 1, sql
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.body.render_as_block({"page": page}).count(target.url) == 2


def test_two_uses_of_one_image_keep_their_own_words():
    image = factories.image()
    page = factories.article(
        body=[
            ("image", {"image": image, "decorative": False, "alt_text": "One"}),
            ("image", {"image": image, "decorative": False, "alt_text": "Two"}),
        ]
    )
    page = ArticlePage.objects.get(pk=page.pk)
    prepare_page(page)
    html = str(page.body)
    assert 'alt="One"' in html
    assert 'alt="Two"' in html
