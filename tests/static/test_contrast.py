"""Text can be read: 7:1 on every surface, 3:1 for frames and focus, light and dark."""

from pathlib import Path

import pytest

from home.palette import contrast, declarations, pairs

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text()
THEMES = {"tokens": "", **{path.stem: path.read_text() for path in (CSS / "themes").glob("*.css")}}


def too_faint(tokens: dict[str, str]) -> list[str]:
    """Every pair below its limit, with its ratio."""
    return [
        f"{pair.front} on {pair.back}, {pair.scheme}: {pair.ratio:.2f}, needs {pair.limit}"
        for pair in pairs(tokens)
        if pair.ratio < pair.limit
    ]


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_stands_out_from_its_surface(theme: str) -> None:
    assert too_faint(declarations(TOKENS, THEMES[theme])) == []


def test_a_faint_text_is_caught() -> None:
    faint = declarations(TOKENS, ":root { --slate: #7d8784; }")
    assert any(fault.startswith("text-quiet on surface, light") for fault in too_faint(faint))


def test_every_meaning_is_made_of_the_palette_alone() -> None:
    tokens = declarations(TOKENS)
    named = [
        name for name in tokens if name.startswith(("surface", "text", "fill-", "on-", "line-"))
    ]
    assert named
    assert [name for name in named if "#" in tokens[name]] == []
