"""What editors learn of searches: words of many, of one day, of nobody in particular."""

import datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from citewell.people.models import Person
from search.guidance import PatientWording
from search.learning import noting
from search.learning.meetings import MOST, Meetings
from search.learning.models import UnansweredWords
from search.learning.units import units
from search.understanding.query import understand


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """Counts of this test's own."""
    counts = Meetings(slots=1 << 12)
    monkeypatch.setattr(noting, "meetings", lambda: counts)
    return counts


def search(text: str, visitors: range, **more) -> None:
    for number in visitors:
        Client(REMOTE_ADDR=f"198.51.100.{number}").get("/search/", {"q": text, **more})


def told() -> set[str]:
    return set(UnansweredWords.objects.values_list("words", flat=True))


@pytest.mark.django_db
def test_words_of_five_visitors_are_told_and_of_four_are_not(stocked):
    search("zaglimp", range(4))
    assert told() == set()
    search("zaglimp", range(4, 5))
    assert told() == {"zaglimp"}


@pytest.mark.django_db
def test_one_visitor_is_one_however_often_they_come_and_whatever_their_browser(stocked):
    for number in range(12):
        Client(REMOTE_ADDR="198.51.100.1", HTTP_USER_AGENT=f"b{number}").get(
            "/search/", {"q": "zaglimp"}
        )
    assert told() == set()


@pytest.mark.django_db
def test_a_household_of_one_network_is_one_visitor(stocked):
    for number in range(9):
        Client(REMOTE_ADDR=f"2001:db8:1:1::{number}").get("/search/", {"q": "zaglimp"})
    assert told() == set()


@pytest.mark.django_db
def test_five_days_make_nobody_five(stocked, monkeypatch):
    for day in range(5):
        monkeypatch.setattr(noting, "_today", lambda day=day: 739_000 + day)
        search("zaglimp", range(day, day + 1))
    assert told() == set()


@pytest.mark.django_db
def test_words_are_told_without_those_that_stood_beside_them(stocked):
    for number, word in enumerate(["qunta", "brelmo", "vashti", "dolpu", "kerfin"]):
        search(f"zaglimp {word} tremdor{word} wuxol{word}", range(number, number + 1))
    assert told() == {"zaglimp"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        *("jenkins", "dr zaglimp", "my nurse named zaglimp", "zaglimp 0612345678", "katarzyna"),
        *("Zaglimp Brelmo", "ask for Zaglimp please"),
    ],
)
def test_what_may_be_somebodys_name_is_never_told(stocked, text: str):
    cache.delete("search-people")
    Person.objects.create(name="Katarzyna Nowak")
    search(text, range(9))
    assert not {"jenkins", "katarzyna"} & told()
    assert "zaglimp" not in told() or text == "zaglimp 0612345678"
    assert not any(char.isdigit() for words in told() for char in words)


@pytest.mark.django_db
def test_nothing_is_counted_of_what_sounds_like_an_emergency(stocked):
    search("zaglimp cant breathe", range(9))
    assert told() == set()


@pytest.mark.django_db
def test_it_can_be_switched_off(stocked, settings):
    settings.CITEWELL_SEARCH_LEARNING = False
    search("zaglimp", range(9))
    assert told() == set()


@pytest.mark.django_db
def test_answered_words_are_told_only_if_nobody_chose(stocked):
    search("migraine", range(5))
    assert told() == set()
    search("migraine", range(5, 6))
    assert told() == {"migraine"}
    response = Client().get("/search/", {"q": "sciatica"})
    search("sciatica", range(4))
    token = response.context["token"]
    assert Client().post("/search/chosen/", {"token": token}).status_code == 204
    search("sciatica", range(4, 20))
    assert told() == {"migraine"}


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "x", "0" * 15, "0" * 17, "../../../etc/pass"])
def test_a_token_that_is_none_is_refused(token: str):
    assert Client().post("/search/chosen/", {"token": token}).status_code == 400


@pytest.mark.django_db
def test_rows_tell_no_time_and_go_after_ninety_days(stocked, admin_client: Client):
    search("zaglimp", range(5))
    row = UnansweredWords.objects.get()
    today = timezone.localdate()
    assert row.until.weekday() == 0
    assert row.until - today <= datetime.timedelta(days=noting.KEPT_DAYS)
    UnansweredWords.objects.update(until=today)
    body = admin_client.get("/admin/snippets/search/unansweredwords/").content.decode()
    assert "zaglimp" not in body
    assert told() == set()


@pytest.mark.django_db
def test_an_editor_makes_a_search_name_of_them_and_the_next_query_finds_the_page(
    stocked, admin_client: Client, client: Client
):
    search("zaglimp", range(5))
    body = admin_client.get("/admin/snippets/search/unansweredwords/").content.decode()
    address = "/admin/snippets/search/patientwording/add/?words=zaglimp&amp;kind=name"
    assert address in body
    form = admin_client.get(address.replace("&amp;", "&"))
    assert 'value="zaglimp"' in form.content.decode()
    page = stocked.condition("Gout")
    admin_client.post(
        "/admin/snippets/search/patientwording/add/",
        {"words": "zaglimp", "page": page.pk, "kind": "name"},
    )
    assert PatientWording.objects.filter(words="zaglimp").exists()
    assert told() == set()
    results = client.get("/search/", {"q": "zaglimp"}).context["search"].results
    assert results[0].found.title == "Gout"


def test_counts_hold_no_words_and_forget_them_with_the_day():
    counts = Meetings(slots=1 << 8)
    counts.met("zaglimp", "198.51.100.1", 1)
    token = counts.token("zaglimp", 1)
    assert b"zaglimp" not in counts._memory[:]
    assert counts.token("zaglimp", 2) != token
    assert counts.met("zaglimp", "198.51.100.2", 2) == 1


def test_a_full_table_counts_nothing_more_and_breaks_nothing():
    counts = Meetings(slots=64)
    assert max(counts.met(f"w{i}", "v", 1) for i in range(500)) <= 1
    assert counts.met("another", "v", 1) in {0, 1}
    many = Meetings(slots=1 << 10)
    assert max(many.met("w", f"v{i}", 1) for i in range(300)) <= MOST


def test_a_sentence_is_no_unit():
    text = "i have had zaglimp in my left knee since the accident with the horse"
    assert units(understand(text), text) == ["zaglimp"]
