"""The emergency phrases: what must fire, what must not, and that spelling is forgiven."""

from pathlib import Path

import pytest

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
