"""Pasting a list in the admin: read, look, correct, put in."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from citewell.references.models import PastedReference, Source
from tests.citewell.references.pasting import author, listed, paste, save, shown, upload
from tests.importing.readers.docx_maker import make_docx, paragraph

__all__ = ["author"]
pytestmark = pytest.mark.django_db
DOCX = make_docx(
    paragraph("References", "Heading1")
    + paragraph("1. Hall A. Walking. Spine. 2014;1:1-9.")
    + paragraph("2. Lee B. Running. Spine. 2015;1:1-9.")
)


def test_a_list_is_read_shown_and_put_in(author: Client) -> None:
    address = paste(author).url
    assert not Source.objects.exists()
    html = author.get(address).content.decode()
    assert '<span class="w-sr-only">Title: </span>Exercise for low back pain in adults' in html
    assert "not understood" in html
    result = save(author, address).content.decode()
    assert "2 sources came into the library." in result
    assert "1 was not saved." in result
    first = Source.objects.get(doi="10.1000/abc")
    assert first.raw.startswith("Hall AB, Lee C. Exercise")
    references = PastedReference.objects.order_by("place")
    assert [one.outcome for one in references] == ["new", "new", ""]
    confidences = {source.raw: source.confidence for source in Source.objects.all()}
    assert confidences == {one.raw: one.confidence for one in references[:2]}
    assert (
        ModelLogEntry.objects.filter(action="wagtail.create", user__username="author").count() == 2
    )


def test_the_library_is_narrowed_to_what_came_in_and_to_what_was_there(author: Client) -> None:
    lists = {"new": save(author, paste(author).url)}
    Source.objects.create(csl={"type": "book", "title": "Quite another"})
    lists["known"] = save(author, paste(author).url)
    assert "2 were there already." in lists["known"].content.decode()
    for outcome in ("new", "known"):
        html = author.get(lists[outcome].context[f"{outcome}_url"]).content.decode()
        assert "Exercise for low back pain" in html
        assert "Quite another" not in html


def test_what_came_in_is_found_by_search_at_once(author: Client) -> None:
    save(author, paste(author).url)
    html = author.get("/admin/snippets/citewell_references/source/", {"q": "Walking"}).content
    assert b"randomised trial" in html
    assert b"Exercise" not in html


def test_what_is_in_the_library_is_said_with_a_link_and_not_saved_again(author: Client) -> None:
    there = Source.objects.create(csl={"type": "book", "title": "Old", "DOI": "10.1000/abc"})
    address = paste(author).url
    html = author.get(address).content.decode()
    assert "Already in the library:" in html
    assert f"/source/edit/{there.pk}/" in html
    save(author, address)
    assert Source.objects.count() == 2
    assert PastedReference.objects.get(place=1).source == there


@pytest.mark.parametrize(
    ("decision", "sources", "outcome"), [("", 2, ""), ("same", 2, "known"), ("save", 3, "new")]
)
def test_what_is_like_one_in_the_library_is_a_persons_decision(
    author: Client, decision: str, sources: int, outcome: str
) -> None:
    Source.objects.create(
        csl={"type": "article-journal", "title": "Walking and the back: a randomised trial"}
    )
    address = paste(author).url
    assert "Looks like" in author.get(address).content.decode()
    save(author, address, **{"decision-2": decision})
    assert Source.objects.count() == sources
    assert PastedReference.objects.get(place=2).outcome == outcome


def test_a_correction_is_kept_and_goes_in_as_checked(author: Client) -> None:
    address = paste(author).url
    to_correct = author.post(address, {**shown(author, address), "go": "correct:3"}).url
    form = author.get(to_correct).context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    data |= {"title": "Something <b>or</b> other", "author": "Hall, A.\nWHO", "issued": "2020"}
    back = author.post(to_correct, data)
    assert back.url.endswith("#reference-3")
    assert "Something &lt;b&gt;or&lt;/b&gt; other" in author.get(address).content.decode()
    save(author, address)
    source = Source.objects.get(confidence="checked")
    assert source.raw == "something or other"
    assert source.csl["author"] == [{"family": "Hall", "given": "A."}, {"literal": "WHO"}]
    assert source.year == 2020


def test_one_goes_from_a_doubtful_one_to_the_next(author: Client) -> None:
    address = paste(author, "1. one thing\n2. another thing\n3. a third thing").url
    first = f"{address}1/"
    data = {field.html_name: field.value() or "" for field in author.get(first).context["form"]}
    second = author.post(first, {**data, "title": "One thing", "next": "1"}).url
    assert second == f"{address}2/"


@pytest.mark.parametrize(
    ("part", "text"),
    [("DOI", "11.1/x"), ("PMID", "none"), ("ISBN", "978-3-16-148410-1"), ("type", "blog")],
)
def test_a_wrong_part_is_said_beside_its_field_and_nothing_typed_is_lost(
    author: Client, part: str, text: str
) -> None:
    address = f"{paste(author).url}1/"
    data = {field.html_name: field.value() or "" for field in author.get(address).context["form"]}
    answer = author.post(address, {**data, part: text, "title": "Typed"})
    form = answer.context["form"]
    assert list(form.errors) == [part]
    assert form["title"].value() == "Typed"
    assert PastedReference.objects.get(place=1).confidence != "checked"


def test_every_button_keeps_the_ticks_of_its_page(author: Client) -> None:
    address = paste(author).url
    for go in ("show:amber", "page:1", "correct:1", "nonsense"):
        author.post(address, {"on_page": [1, 2, 3], "save": [3], "go": go})
        said = PastedReference.objects.order_by("place").values_list("decision", flat=True)
        assert list(said) == ["leave", "leave", "save"]
        PastedReference.objects.update(decision="")


def test_a_long_list_is_shown_in_pages_and_saved_whole(author: Client) -> None:
    address = paste(author, listed(60)).url
    assert len(author.get(address).context["lines"]) == 50
    assert len(author.get(address, {"p": 2}).context["lines"]) == 10
    author.post(address, {"on_page": [1], "go": "page:2"})
    assert (
        "59 sources" in save(author, address, p=2).content.decode() or Source.objects.count() == 59
    )


def test_a_work_that_stands_twice_in_a_list_comes_in_once(author: Client) -> None:
    line = "Hall AB. Exercise for low back pain in adults. Spine. 2014;39(2):10-9."
    result = save(author, paste(author, f"1. {line}\n2. {line} doi:10.1000/abc").url)
    assert (result.context["new"], result.context["known"]) == (1, 1)
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ris", b"TY  - JOUR\nTI  - Walking\nER  - \n"),
        ("a.bib", b"@article{a, title={Walking}}"),
        ("a.json", b'[{"type": "book", "title": "Walking"}]'),
        ("a.nbib", b"PMID- 1234567\nTI  - Walking\n"),
        ("a.docx", DOCX),
    ],
)
def test_a_file_goes_the_same_way(author: Client, name: str, data: bytes) -> None:
    address = upload(author, data, name).url
    html = author.get(address).content.decode()
    assert "Walking" in html
    save(author, address)
    assert Source.objects.filter(title="Walking").exists()
    assert paste(author, data.decode()).status_code == 302 if name != "a.docx" else True
