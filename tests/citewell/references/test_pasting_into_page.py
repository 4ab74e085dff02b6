"""Pasting a list into the references of a page: the window of the page editor."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from citewell.references.models import PastedList, Source
from tests import factories
from tests.citewell.references.pasting import LIST, author, listed

__all__ = ["author"]
pytestmark = pytest.mark.django_db
WINDOW = "/admin/references/paste/into-page/"


def read(client: Client, text: str = LIST) -> dict[str, Any]:
    """The window's answer to a pasted text."""
    answer: dict[str, Any] = client.post(WINDOW, {"text": text}).json()
    return answer


def take(client: Client, **said: Any) -> dict[str, Any]:
    """The window's answer when the list that was pasted last is taken."""
    key = PastedList.objects.latest("created_at").key
    answer: dict[str, Any] = client.post(WINDOW, {"key": key, **said}).json()
    return answer


def test_a_list_becomes_entries_with_their_sources_and_lines_as_pasted(author: Client) -> None:
    assert author.get(WINDOW).json()["step"] == "paste"
    shown = read(author)
    assert shown["step"] == "check"
    assert "Title: </span>Exercise for low back pain" in shown["html"]
    assert not Source.objects.exists()
    taken = take(author, on_page=[1, 2, 3], save=[1, 2])
    assert taken["message"] == "3 references were put into the list."
    values = [entry["value"] for entry in taken["entries"]]
    first, second = Source.objects.order_by("pk")
    assert [value["source"] and value["source"]["id"] for value in values] == [
        first.pk,
        second.pk,
        None,
    ]
    assert values[2]["line"] == "something or other"
    assert values[0]["line"].startswith("Hall AB, Lee C. Exercise")
    assert len({entry["id"] for entry in taken["entries"]}) == 3


@pytest.mark.parametrize(("decision", "linked"), [("", False), ("same", True), ("save", True)])
def test_what_is_only_like_one_of_the_library_is_linked_when_a_person_says_so(
    author: Client, decision: str, linked: bool
) -> None:
    there = Source.objects.create(
        csl={"type": "article-journal", "title": "Walking and the back: a randomised trial"}
    )
    assert "Looks like" in read(author)["html"]
    entry = take(author, on_page=[1, 2, 3], **{"decision-2": decision})["entries"][1]
    chosen = entry["value"]["source"]
    assert bool(chosen) is linked
    if decision == "same":
        assert chosen["id"] == there.pk
    assert Source.objects.count() == (2 if decision == "save" else 1)


def test_what_the_library_has_is_linked_without_a_word(author: Client) -> None:
    there = Source.objects.create(csl={"type": "book", "title": "Old", "DOI": "10.1000/abc"})
    assert "Already in the library:" in read(author)["html"]
    entry = take(author, on_page=[1, 2, 3])["entries"][0]
    assert entry["value"]["source"]["id"] == there.pk


def test_what_cannot_be_read_is_said_and_stays_in_the_window(author: Client, monkeypatch) -> None:
    assert "Paste a text or choose a file." in read(author, " ")["html"]
    monkeypatch.setattr("citewell.references.paste_into_page.MOST", 2)
    answer = read(author)
    assert answer["step"] == "paste"
    assert "A page takes up to 2 at once" in answer["html"]
    assert "something or other" in answer["html"]


def test_a_list_of_somebody_else_is_not_taken(author: Client) -> None:
    read(author)
    stranger = Client()
    stranger.force_login(factories.superuser())
    assert take(stranger)["step"] == "refused"
    assert stranger.post(WINDOW, {"key": "x"}).json()["step"] == "refused"
    assert not Source.objects.exists()


def test_who_may_not_add_sources_is_told_so(author: Client) -> None:
    read(author)
    Group.objects.get(name="Author").permissions.filter(codename="add_source").delete()
    for answer in (author.get(WINDOW).json(), read(author), take(author)):
        assert answer["step"] == "refused"
        assert "You may not add sources" in answer["html"]
    assert not Source.objects.exists()


def test_taking_costs_the_same_for_one_reference_and_for_thirty(
    author: Client, django_assert_max_num_queries: Any
) -> None:
    def taking(number: int, word: str) -> int:
        read(author, listed(number, word))
        places = list(range(1, number + 1))
        with django_assert_max_num_queries(100) as queries:
            take(author, on_page=places, save=places)
        return len(queries)

    taking(1, "Warming")
    assert taking(30, "Study") <= taking(1, "Question")


def test_the_editor_of_a_page_offers_it_and_says_what_to_do_without_script(author: Client) -> None:
    page = factories.article(owner=author.get("/admin/").wsgi_request.user)
    html = author.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert json.dumps(WINDOW)[1:-1] in html
    assert "citewell/references/paste-list.js" in html
    assert "<noscript>The editor of the list needs script." in html
