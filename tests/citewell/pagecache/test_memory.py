"""Memory is bounded, and forgets what is of an older generation."""

from citewell.pagecache.answers import OVERHEAD, Answer
from citewell.pagecache.memory import Memory


def answer(length: int = 1_000) -> Answer:
    return Answer((), {"br": b"x" * length}, "tag", 1.0)


def test_the_longest_unused_goes_first() -> None:
    memory = Memory(3 * (OVERHEAD + 1_000))
    for key in "abc":
        memory.put("one", key, answer())
    memory.get("one", "a")
    memory.put("one", "d", answer())
    assert [key for key in "abcd" if memory.get("one", key)] == ["a", "c", "d"]


def test_it_never_holds_more_than_it_may() -> None:
    memory = Memory(50_000)
    for number in range(500):
        memory.put("one", f"{number % 70}", answer(number * 7 % 9_000))
        assert memory.bytes_kept == sum(kept.size for kept in memory.answers.values())
        assert memory.bytes_kept <= 50_000


def test_what_is_larger_than_all_of_it_is_not_kept() -> None:
    memory = Memory(5_000)
    memory.put("one", "a", answer(10_000))
    assert memory.get("one", "a") is None


def test_a_new_generation_empties_it() -> None:
    memory = Memory(50_000)
    memory.put("one", "a", answer())
    assert memory.get("two", "a") is None
    memory.put("two", "b", answer())
    assert memory.get("one", "a") is None
    assert memory.bytes_kept == answer().size
