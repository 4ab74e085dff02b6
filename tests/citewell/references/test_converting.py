"""An imported article's plain numbers become citations on one click; doubtful ones wait."""

import pytest
from django.urls import reverse

from blog.models import ArticlePage
from citewell.references.citing.marks import marks_in
from citewell.references.converting import convert, numbers_of
from citewell.references.models import Source
from tests import factories

pytestmark = pytest.mark.django_db

LINES = [
    "Sample A. An invented trial of slow walking. J Made Up Med. 2019;12(3):44-51.",
    "Sample B. An invented review of warmth. J Made Up Med. 2018;4(2):10-19.",
    "leaflet on the shelf in room three",
]


def article(*texts, lines=LINES):
    return factories.article(
        live=False,
        body=[("rich_text", f"<p>{text}</p>") for text in texts],
        references=[("reference_list", [{"source": None, "line": line} for line in lines])],
    )


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


def keys(found):
    return [one.key for one in found]


def test_sure_numbers_become_marks_and_their_lines_get_sources():
    page = article("Less pain.1,2 More<sup>2</sup> exercise3 here.", "Again.1 End")
    numbers = numbers_of(page)
    assert [one.numeral.shown for one in numbers.sure] == ["1,2", "2", "1"]
    assert [one.numeral.shown for one in numbers.doubtful] == ["3"]
    assert convert(page, keys(numbers.sure)) == 3
    page.save()
    page = ArticlePage.objects.get(pk=page.pk)
    one, two = page.cited_sources()
    assert (one.raw, two.raw) == tuple(LINES[:2])
    text = str(page.body[0].value.source)
    assert [mark.source for mark in marks_in(text)] == [one.pk, two.pk, two.pk]
    assert "exercise3" in text
    listed = page.references[0].value
    assert [item["source"] for item in listed] == [one, two, None]
    assert [item["line"] for item in listed] == LINES


def test_a_work_the_library_has_is_not_added_again():
    page = article("Less pain.1 More")
    convert(page, keys(numbers_of(page).sure))
    other = article("Less pain.1 More")
    convert(other, keys(numbers_of(other).sure))
    assert Source.objects.count() == 1


def test_a_line_that_nobody_understands_is_cited_as_it_was_pasted():
    page = article("See the leaflet.3 End")
    convert(page, keys(numbers_of(page).sure))
    assert [one.raw for one in page.cited_sources()] == [LINES[2]]


def test_tables_and_lists_are_converted_at_their_place():
    page = article("x")
    cell = {"columns": [{"type": "rich_text", "heading": "H"}], "caption": ""}
    page.body = page.body.stream_block.to_python(
        [
            {"type": "list", "value": {"ordered": False, "items": ["<p>One.2 Two</p>"]}},
            {"type": "table", "value": {"table": {**cell, "rows": [{"values": ["<p>A.1</p>"]}]}}},
        ]
    )
    numbers = numbers_of(page)
    assert convert(page, keys(numbers.sure)) == 2
    assert [one.raw for one in page.cited_sources()] == [LINES[1], LINES[0]]


def test_one_click_in_the_editor_makes_a_draft_and_leaves_what_is_live(admin):
    page = article("Less pain.1,2 exercise3 here.")
    page.save_revision()
    url = reverse("convert_numbers", args=[page.pk])
    shown = admin.get(url)
    html = shown.content.decode()
    assert html.index("right behind a word") < html.index("surely a citation")
    edit = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert url in edit
    numbers = shown.context["numbers"]
    answer = admin.post(url, {"fingerprint": numbers.fingerprint, "number": keys(numbers.sure)})
    assert answer.status_code == 302
    draft = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert len(draft.cited_sources()) == 2
    assert "<embed" not in str(ArticlePage.objects.get(pk=page.pk).body[0].value.source)


def test_a_page_that_changed_meanwhile_is_not_converted(admin):
    page = article("Less pain.1 End")
    page.save_revision()
    url = reverse("convert_numbers", args=[page.pk])
    numbers = admin.get(url).context["numbers"]
    page.body = [("rich_text", "<p>Other words. Less pain.1 End</p>")]
    page.save_revision()
    admin.post(url, {"fingerprint": numbers.fingerprint, "number": keys(numbers.sure)})
    draft = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert "Other words" in str(draft.body[0].value.source)
    assert not draft.citing.cited


def test_who_may_not_edit_may_not_convert(client):
    page = article("Less pain.1 End")
    client.force_login(factories.user())
    assert client.get(reverse("convert_numbers", args=[page.pk])).status_code in (302, 403)
