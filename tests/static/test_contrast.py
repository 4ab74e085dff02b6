"""Text can be read: 7:1 on every surface it stands on, 3:1 for frames and focus, in both schemes.

Pure: reads ``static/css/tokens.css`` and the themes, resolves ``var()`` and ``light-dark()``
and computes the contrast of WCAG 2.2.
"""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text()
THEMES = {"tokens": "", **{path.stem: path.read_text() for path in (CSS / "themes").glob("*.css")}}

SURFACES = ("surface", "surface-raised", "surface-sunken", "surface-accent")
TEXT_PAIRS = [
    *((text, surface) for text in ("text", "text-quiet", "text-accent") for surface in SURFACES),
    *(("text-emergency", surface) for surface in ("surface", "surface-raised")),
    ("text-emergency", "surface-emergency"),
    ("text-urgent", "surface-urgent"),
    ("text", "surface-urgent"),
    ("text", "surface-marked"),
    ("text", "surface-emergency"),
    ("text-on-deep", "surface-deep"),
    ("text-quiet-on-deep", "surface-deep"),
    ("on-accent", "fill-accent"),
    ("on-emergency", "fill-emergency"),
    ("on-urgent", "fill-urgent"),
    ("on-mark", "fill-mark"),
    ("surface", "text"),  # a button under the pointer
    ("fill-emergency", "on-emergency"),  # the number in an emergency card
]
FRAME_PAIRS = [
    *((frame, surface) for frame in ("line-strong", "focus") for surface in SURFACES),
    ("line-on-deep", "surface-deep"),
    ("fill-accent", "surface"),
    ("fill-mark", "surface-deep"),
    ("fill-emergency", "surface", "light"),
    ("focus-on-deep", "surface-deep"),
    ("focus-on-deep", "fill-emergency"),
]


def declarations(*sheets: str) -> dict[str, str]:
    """Custom properties of the sheets; the later sheet wins."""
    found: dict[str, str] = {}
    for sheet in sheets:
        bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        found |= dict(re.findall(r"--([\w-]+):\s*([^;]+);", bare))
    return found


def colour(name: str, tokens: dict[str, str], scheme: str) -> str:
    """The six hexadecimal digits a token stands for in a scheme, ``light`` or ``dark``."""
    value = tokens[name].strip()
    if match := re.fullmatch(r"light-dark\((.+),\s*(.+)\)", value):
        value = match[1 if scheme == "light" else 2].strip()
    if match := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return colour(match[1], tokens, scheme)
    match = re.fullmatch(r"#([0-9a-f]{6})", value)
    assert match, f"--{name} is {value!r}: a palette colour is six small hexadecimal digits."
    return match[1]


def luminance(digits: str) -> float:
    """Relative luminance, 0 to 1."""
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(tokens: dict[str, str]) -> list[str]:
    """Every pair below its limit, with its ratio."""
    faults = []
    for pairs, limit in ((TEXT_PAIRS, 7.0), (FRAME_PAIRS, 3.0)):
        for front, back, *only in pairs:
            for scheme in only or ("light", "dark"):
                ratio = contrast(colour(front, tokens, scheme), colour(back, tokens, scheme))
                if ratio < limit:
                    faults.append(f"{front} on {back}, {scheme}: {ratio:.2f}, needs {limit}")
    return faults


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
