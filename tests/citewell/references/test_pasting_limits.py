"""Pasting a list: what is refused, who may, for how long it is kept, what it costs."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from citewell.references import paste_views
from citewell.references.library import add_readings
from citewell.references.models import PastedList, PastedReference, Source
from citewell.references.reading import Reading
from tests import factories
from tests.citewell.references.pasting import (
    LIST,
    START,
    author,
    listed,
    paste,
    save,
    shown,
    upload,
)

__all__ = ["author"]
pytestmark = pytest.mark.django_db
LIBRARY = "/admin/snippets/citewell_references/source/"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste a text or choose a file."),
        (" \n\t", "Paste a text or choose a file."),
        ("[PubMed]", "No reference was found in it."),
        ("a" * 1_000_001, "too much to paste"),
        ('[{"type": ', "The file is not JSON."),
    ],
)
def test_a_text_that_is_none_is_refused_in_one_sentence(
    author: Client, text: str, words: str
) -> None:
    answer = paste(author, text)
    errors = [error for errors in answer.context["form"].errors.values() for error in errors]
    assert len(errors) == 1
    assert words in errors[0]
    assert answer.context["form"]["text"].value() == text
    assert not PastedList.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7", "That is a PDF, not text."),
        ("a.docx", b"PK\x03\x04 broken", "The Word file is broken."),
        ("a.xml", b"<?xml version='1.0'?><records><record>", "The file is broken XML."),
        ("a.txt", b"", "No reference was found in it."),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_sentence(
    author: Client, name: str, data: bytes, words: str
) -> None:
    assert upload(author, data, name).context["form"].errors["file"] == [words]


def test_more_than_two_thousand_are_refused_and_none_is_lost(author: Client, monkeypatch) -> None:
    monkeypatch.setattr("citewell.references.paste_forms.MOST", 2)
    answer = paste(author)
    assert answer.context["form"].errors["text"] == [
        "These are 3 references: take up to 2 at once."
    ]
    assert answer.context["form"]["text"].value() == LIST


def test_html_and_odd_signs_come_out_as_text(author: Client) -> None:
    address = paste(
        author, "1. Hall A. <script>alert(1)</script> pain\u202e \x00. Spine. 2014;1:1-9."
    ).url
    html = author.get(address).content.decode()
    assert "<script>alert(1)" not in html
    save(author, address)
    assert "<script>alert(1)" not in author.get(LIBRARY).content.decode()


def test_a_list_is_its_editors_own_and_lasts_a_week(author: Client) -> None:
    address = paste(author).url
    stranger = Client()
    stranger.force_login(factories.superuser())
    for step in ("", "1/", "result/"):
        assert stranger.get(address + step).url == START
    assert address in author.get(START).content.decode()
    PastedList.objects.update(created_at=timezone.now() - datetime.timedelta(days=8))
    author.get(START)
    assert author.get(address).url == START
    assert not PastedReference.objects.exists()


def test_a_discarded_list_is_gone_and_a_saved_line_cannot_be_corrected(author: Client) -> None:
    address = paste(author).url
    save(author, address)
    assert author.get(f"{address}1/").status_code == 404
    assert author.post(address, {"go": "discard"}).url == START
    assert not PastedList.objects.exists()
    assert Source.objects.count() == 2


def test_should_somebody_add_the_same_meanwhile_nothing_is_saved_and_it_is_said(
    author: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(pasted: PastedList) -> None:
        raise IntegrityError

    monkeypatch.setattr(paste_views, "put_in", taken)
    answer = save(author, paste(author).url)
    assert "Nothing was saved: look again." in answer.content.decode()


@pytest.mark.parametrize("group", ["Author", "Editor", "Clinical reviewer", "Publisher"])
def test_who_may_add_sources_may_paste(group: str, client: Client) -> None:
    user = factories.user("somebody")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    assert client.get(START).status_code == 200
    assert START in client.get(LIBRARY).content.decode()


def test_who_may_not_add_sources_may_not_paste(author: Client) -> None:
    address = paste(author).url
    Group.objects.get(name="Author").permissions.filter(codename="add_source").delete()
    for step in (START, address, f"{address}1/", f"{address}result/"):
        assert author.get(step).status_code == 302  # the admin sends away with a message
    assert author.post(address, {"go": "save"}).status_code == 302
    assert not Source.objects.exists()


@pytest.mark.parametrize("step", ["", "1/", "result/"])
def test_each_step_costs_the_same_for_one_reference_and_for_thirty(
    author: Client, step: str, django_assert_max_num_queries: Any
) -> None:
    small, large = paste(author, listed(1)).url, paste(author, listed(30)).url
    author.get(small + step)
    with django_assert_max_num_queries(100) as first:
        author.get(small + step)
    with django_assert_max_num_queries(len(first)):
        author.get(large + step)


def test_saving_costs_the_same_for_one_reference_and_for_thirty(
    author: Client, django_assert_max_num_queries: Any
) -> None:
    def saving(number: int, word: str) -> int:
        address = paste(author, listed(number, word)).url
        data = {**shown(author, address), "go": "save"}
        with django_assert_max_num_queries(100) as queries:
            author.post(address, data)
        return len(queries)

    saving(1, "Warming")
    assert saving(30, "Study") <= saving(1, "Question")
    assert Source.objects.count() == 32


def test_a_long_list_lets_sqlite_count_its_rows_so_that_search_reads_the_index_once() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL counts its rows by itself")
    texts = [f"Adler {n} walks. J Invented Care. 2020;{n}:1-9." for n in range(60)]
    add_readings([Reading(text, {"type": "article", "title": text}, "green") for text in texts])
    hits = get_search_backend().autocomplete(
        "adler", Source.objects.order_by(), order_by_relevance=False
    )
    with CaptureQueriesContext(connection) as queries:
        assert len(hits) == 60
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {queries[-1]['sql']}")
        plan = [row[-1] for row in cursor.fetchall()]
    (scan,) = [step for step in plan if "VIRTUAL TABLE" in step]
    assert "=" not in scan  # by the words alone, not by each row's key in turn
