"""What answers mean, when a link is dead, and how hosts are spared; no database, no network."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.links import politeness
from citewell.references.links.asking import Answer, Asking
from citewell.references.links.outcomes import (
    Outcome,
    archived,
    is_dead,
    outcome_of,
    outcome_of_doi,
)
from citewell.references.links.politeness import Politeness
from tests.effort import examples

DAY = datetime.date(2026, 11, 1)
ALIVE, FAILED, UNCLEAR = Outcome.ALIVE, Outcome.FAILED, Outcome.UNCLEAR


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_a_failure(status: int) -> None:
    assert outcome_of(Answer(status)) == FAILED
    assert outcome_of_doi(Answer(status)) == FAILED


def test_a_host_name_that_is_gone_is_a_failure() -> None:
    assert outcome_of(Answer(problem="no-such-host")) == FAILED


@pytest.mark.parametrize("status", [401, 403, 418, 429, 500, 503, 400, 405, 451, 304])
def test_every_other_refusal_could_not_be_checked(status: int) -> None:
    assert outcome_of(Answer(status)) == UNCLEAR


@pytest.mark.parametrize(
    "problem", ["timeout", "unreachable", "not-allowed", "robots", "too-many-redirects", "no-http"]
)
def test_a_host_that_says_nothing_could_not_be_checked(problem: str) -> None:
    assert outcome_of(Answer(problem=problem)) == UNCLEAR


def test_a_redirect_of_the_doi_system_says_that_the_doi_is_known() -> None:
    assert outcome_of_doi(Answer(302, location="https://publisher.example/a")) == ALIVE


def days(*outcomes: Outcome) -> list[tuple[datetime.date, Outcome]]:
    return [(DAY + datetime.timedelta(days=n), outcome) for n, outcome in enumerate(outcomes)]


def test_three_failures_on_different_days_are_dead_and_no_fewer() -> None:
    assert is_dead(days(FAILED, FAILED, FAILED))
    assert not is_dead(days(FAILED, FAILED))
    assert not is_dead([(DAY, FAILED)] * 5)


def test_what_could_not_be_checked_neither_counts_nor_breaks_the_row() -> None:
    assert is_dead(days(FAILED, UNCLEAR, FAILED, UNCLEAR, FAILED))
    assert not is_dead(days(UNCLEAR, UNCLEAR, UNCLEAR, UNCLEAR))


def test_once_alive_it_counts_anew() -> None:
    assert not is_dead(days(FAILED, FAILED, ALIVE, FAILED, FAILED))
    assert not is_dead([*days(FAILED, FAILED, FAILED), (DAY + datetime.timedelta(days=2), ALIVE)])


@settings(max_examples=examples(100))
@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(Outcome)), max_size=15))
def test_a_dead_link_failed_on_three_days_since_it_was_last_alive(found) -> None:
    history = [(DAY + datetime.timedelta(days=n), outcome) for n, outcome in found]
    last = max((n for n, outcome in found if outcome == ALIVE), default=-1)
    assert is_dead(history) == (len({n for n, each in found if each == FAILED and n > last}) >= 3)


def test_the_archive_is_suggested_for_the_day_it_was_last_alive() -> None:
    url = "https://gone.example/a?b=1"
    assert archived(url, DAY) == f"https://web.archive.org/web/20261101/{url}"
    assert archived(url, None) == f"https://web.archive.org/web/{url}"


def polite(monkeypatch, robots: Answer) -> tuple[Politeness, list[float], list[str]]:
    """Politeness with a clock that stands still, what it slept, what it asked."""
    slept: list[float] = []
    asked: list[str] = []

    def ask(asking, method, url, most_bytes=0):
        asked.append(url)
        return robots

    monkeypatch.setattr(politeness, "ask", ask)
    return Politeness(Asking(), 1.0, slept.append, lambda: 100.0), slept, asked


def test_a_host_is_asked_once_in_a_while_and_others_meanwhile(monkeypatch) -> None:
    one, slept, asked = polite(monkeypatch, Answer(404))
    assert one.may_ask("https://a.example/1") == ""
    assert slept == [1.0]  # after its robots.txt
    assert one.may_ask("https://a.example/2") == ""
    assert slept == [1.0, 1.0]
    assert asked == ["https://a.example/robots.txt"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(200, body=b"User-agent: *\nDisallow: /private/\n"), "robots"),
        (Answer(200, body=b"User-agent: Citewell\nDisallow: /\n"), "robots"),
        (Answer(200, body=b"\xff\xfe<html>no rules"), ""),
        (Answer(404), ""),
        (Answer(503), "robots"),
        (Answer(problem="timeout"), "timeout"),
        (Answer(problem="no-such-host"), "no-such-host"),
    ],
)
def test_robots_is_kept_to(monkeypatch, answer: Answer, expected: str) -> None:
    one, _slept, _asked = polite(monkeypatch, answer)
    assert one.may_ask("https://a.example/private/x") == expected


def test_a_host_may_ask_for_a_longer_pause_but_not_for_ever(monkeypatch) -> None:
    rules = b"User-agent: *\nCrawl-delay: 5000\n"
    one, slept, _asked = polite(monkeypatch, Answer(200, body=rules))
    one.may_ask("https://a.example/1")
    assert slept == [10.0]
