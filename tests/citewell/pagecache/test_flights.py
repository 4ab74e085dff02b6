"""A page that is being made is made once."""

import threading
import time

from citewell.pagecache.flights import Flights


def test_who_comes_while_a_page_is_made_waits_for_it() -> None:
    flights: Flights[str] = Flights()
    _, leads = flights.board("a")
    assert leads
    waiting, leads_too = flights.board("a")
    assert waiting is not None
    assert not leads_too
    got: list[str | None] = []
    thread = threading.Thread(target=lambda: got.append(waiting.wait()))
    thread.start()
    time.sleep(0.01)
    assert got == []
    flights.land("a", "page")
    thread.join()
    assert got == ["page"]


def test_another_page_is_not_waited_for() -> None:
    flights: Flights[str] = Flights()
    flights.board("a")
    assert flights.board("b")[1]


def test_nobody_waits_for_what_cannot_be_shared() -> None:
    flights: Flights[str] = Flights()
    flights.board("a")
    flights.land("a", None)
    assert flights.board("a") == (None, False)


def test_a_page_that_landed_is_forgotten() -> None:
    flights: Flights[str] = Flights()
    flights.board("a")
    flights.land("a", "page")
    assert flights.board("a")[1]
    assert list(flights.flying) == ["a"]


def test_what_cannot_be_shared_is_remembered_within_bounds() -> None:
    flights: Flights[str] = Flights()
    for number in range(3_000):
        flights.board(str(number))
        flights.land(str(number), None)
    assert len(flights.not_shared) <= 1_000
