"""What readers may not open is shown nowhere: cards, buttons, links, API."""

import datetime
import json

import pytest
from django.utils import timezone, translation
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from blog.models import ArticlePage
from conditions.models import ConditionPage
from tests import factories

pytestmark = pytest.mark.django_db


def draft():
    """A page that is not live."""
    return factories.condition(title="Hidden matter", summary="Hidden words", live=False)


def behind_a_password():
    """A page below one with a password."""
    index = factories.plain_page(title="Closed")
    PageViewRestriction.objects.create(page=index, restriction_type="password", password="x")
    return factories.plain_page(index, title="Hidden matter", lead="Hidden words")


def expired():
    """A page that went offline."""
    page = factories.condition(title="Hidden matter", summary="Hidden words")
    page.unpublish()
    return page


def past_its_end():
    """A page whose end has passed, though no job took it down yet."""
    yesterday = timezone.now() - datetime.timedelta(days=1)
    return factories.condition(
        title="Hidden matter", summary="Hidden words", expire_at=yesterday, live=True
    )


def alias_of_a_closed_page():
    """A copy, in an open section, of a page behind a password."""
    return behind_a_password().create_alias(parent=factories.home(), update_slug="hidden-alias")


HIDDEN = [draft, behind_a_password, expired, past_its_end, alias_of_a_closed_page]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_page_readers_may_not_open_is_in_no_card_button_link_or_api(hidden):
    target = hidden()
    page = factories.article(
        body=[
            (
                "card_grid",
                {"cards": [{"page": target}, {"page": factories.condition(title="Seen")}]},
            ),
            ("call_to_action", {"text": "Go on", "page": target}),
            ("rich_text", f'<p><a linktype="page" id="{target.pk}">words of the editor</a></p>'),
        ]
    )
    for prepared in (True, False):
        page = ArticlePage.objects.get(pk=page.pk)
        html = page.body.render_as_block({"page": page} if prepared else {})
        assert "Seen" in html
        assert "words of the editor" in html
        assert "Hidden" not in html
        assert target.slug not in html
    api = json.dumps(page.body.stream_block.get_api_representation(page.body))
    assert "Seen" in api
    assert "Hidden" not in api
    assert target.slug not in api


def test_the_editors_choice_of_a_draft_is_kept():
    target = draft()
    page = factories.article(body=[("card_grid", {"cards": [{"page": target}]})])
    page = ArticlePage.objects.get(pk=page.pk)
    page.save_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.body[0].value["cards"][0]["page"].pk == target.pk


def test_a_deleted_page_leaves_its_card_out():
    target = factories.condition(title="Gone")
    page = factories.article(body=[("card_grid", {"cards": [{"page": target}]})])
    target.delete()
    page = ArticlePage.objects.get(pk=page.pk)
    assert "card" not in str(page.body).replace("block-card_grid", "")


def test_a_card_takes_what_the_editor_left_empty_from_its_page():
    target = factories.condition(title="Sciatica", summary="Pain down the leg.")
    page = factories.article(
        body=[("card_grid", {"cards": [{"page": target}, {"page": target, "title": "Leg pain"}]})]
    )
    page = ArticlePage.objects.get(pk=page.pk)
    first, second = page.body.stream_block.get_api_representation(page.body)[0]["value"]["cards"]
    assert (first["title"], first["text"]) == ("Sciatica", "Pain down the leg.")
    assert (second["title"], second["text"]) == ("Leg pain", "Pain down the leg.")
    assert first["url"].startswith("http")


def test_a_document_of_a_private_collection_is_not_offered():
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document = get_document_model().objects.create(
        title="Hidden leaflet", file="hidden.pdf", collection=collection
    )
    page = factories.article(body=[("download", {"document": document, "text": ""})])
    page = ArticlePage.objects.get(pk=page.pk)
    assert "idden" not in str(page.body)
    assert "idden" not in json.dumps(page.body.stream_block.get_api_representation(page.body))
    assert page.body.stream_block.get_searchable_content(page.body) == []


def test_a_link_leads_to_the_translation_in_the_readers_language(settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    polish = factories.locale(settings.LANGUAGES[-1][0])
    target = factories.condition(title="Sciatica")
    page = factories.article(
        body=[("rich_text", f'<p><a linktype="page" id="{target.pk}">Sciatica</a></p>')]
    )
    translated = target.copy_for_translation(polish, copy_parents=True)
    assert target.url in str(ArticlePage.objects.get(pk=page.pk).body)
    translated.save_revision().publish()
    with translation.override(polish.language_code):
        html = str(ArticlePage.objects.get(pk=page.pk).body)
    assert ConditionPage.objects.get(pk=translated.pk).url in html


def test_the_api_gives_addresses_of_linked_pages_and_no_keys():
    target = factories.condition(title="Sciatica")
    page = factories.article(
        body=[("rich_text", f'<p><a linktype="page" id="{target.pk}">Sciatica</a></p>')]
    )
    page = ArticlePage.objects.get(pk=page.pk)
    api = json.dumps(page.body.stream_block.get_api_representation(page.body))
    assert target.url in api
    assert "linktype" not in api
