"""The judge of the stress test: what it calls old, and what it forgives."""

import pytest

from tests.citewell.pagecache.stress import Facts, Seen, fault

SHOWN = {"page": 1, "mark": 3, "outcome": 200, "began": 10.0, "done": 11.0}
GONE = {"page": 1, "mark": 3, "outcome": 404, "began": 20.0, "done": 21.0}
EARLIER = {"page": 1, "mark": 2, "outcome": 200, "began": 0.0, "done": 1.0}


def seen(began: float, status: int, *marks: int) -> Seen:
    shown = frozenset((1, mark) for mark in marks)
    return Seen(began, began + 0.1, "/x/", 1, status, shown, frozenset(), status == 200)


@pytest.mark.parametrize(
    ("answer", "is_wrong"),
    [
        (seen(12.0, 200, 3), False),
        (seen(12.0, 200, 2), True),
        (seen(10.5, 200, 2), False),
        (seen(10.5, 200, 3), False),
        (seen(22.0, 200, 3), True),
        (seen(22.0, 404), False),
        (seen(12.0, 404), True),
        (seen(20.5, 200, 3), False),
    ],
)
def test_the_judge_knows_an_old_answer(answer: Seen, is_wrong: bool) -> None:
    facts = Facts(versions={1: [EARLIER, SHOWN, GONE]})
    assert bool(fault(answer, facts, 0)) is is_wrong


def test_the_judge_forgives_what_was_right_a_moment_ago() -> None:
    facts = Facts(versions={1: [EARLIER, SHOWN]})
    assert fault(seen(11.2, 200, 2), facts, 0)
    assert not fault(seen(11.2, 200, 2), facts, 0.25)
