"""The emergency phrases: what must fire, what must not, and that spelling is forgiven."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.emergency import matcher
from search.emergency.matcher import read, sounds_like

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    found = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def test_the_phrases_that_must_fire_do():
    wanted = [line.split(" | ") for line in lines("must_fire.txt")]
    missed = [(kind, query) for kind, query in wanted if sounds_like(query) != kind]
    assert len(missed) <= 0.03 * len(wanted), missed


def test_the_queries_that_must_not_fire_do_not():
    wanted = lines("must_not_fire.txt")
    alarms = [query for query in wanted if sounds_like(query)]
    assert len(alarms) <= 0.05 * len(wanted), alarms


@pytest.mark.parametrize("text", ["", " ", "\0", "💊", "a" * 100_000, "chest pain arm " * 5_000])
def test_no_text_breaks_the_matcher(text: str):
    assert sounds_like(text) in {"", "emergency", "crisis"}


def test_a_language_without_a_table_is_read_in_english():
    assert sounds_like("chest pain spreading to arm", "pl") == "emergency"


def test_a_line_that_is_no_phrase_is_named():
    with pytest.raises(ValueError, match="line 2"):
        read(["[emergency] x", "chest + @missing"], "en")


def test_a_text_of_unheard_words_is_compared_for_few_of_them(monkeypatch):
    """What a text costs is bounded, however many words in it nobody knows."""
    asked: list[str] = []
    near = matcher._near
    monkeypatch.setattr(
        matcher, "_near", lambda word, *more: asked.append(word) or near(word, *more)
    )
    sounds_like(" ".join(f"zq{chr(97 + i % 26)}{chr(97 + i // 26)}x" for i in range(300)))
    sounds_like("q" * 100_000)
    assert 0 < len(asked) <= matcher.MENDED


@pytest.mark.parametrize("text", ["he is chokin", "my baby was fittin and its not stoppin"])
def test_a_dropped_g_is_heard(text: str):
    assert sounds_like(text) == "emergency"


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str):
    assert sounds_like(text) in {"", "emergency", "crisis"}
