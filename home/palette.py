"""The colours of the style sheets: what each token stands for, and the contrast of each pair.

Pure: reads the text of ``tokens.css`` and of a theme, resolves ``var()`` and
``light-dark()`` and computes the contrast of WCAG 2.2. The style guide shows the pairs,
a test holds them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SCHEMES = ("light", "dark")
TEXT_LIMIT, FRAME_LIMIT = 7.0, 3.0
SURFACES = ("surface", "surface-raised", "surface-sunken", "surface-accent")
TEXT_PAIRS: tuple[tuple[str, ...], ...] = (
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
)
FRAME_PAIRS: tuple[tuple[str, ...], ...] = (
    *((frame, surface) for frame in ("line-strong", "focus") for surface in SURFACES),
    ("line-on-deep", "surface-deep"),
    ("fill-accent", "surface"),
    ("fill-mark", "surface-deep"),
    ("fill-emergency", "surface", "light"),
    ("focus-on-deep", "surface-deep"),
    ("focus-on-deep", "fill-emergency"),
)


@dataclass(frozen=True)
class Pair:
    """One colour on another in one scheme."""

    front: str
    back: str
    scheme: str
    ratio: float
    """1 to 21."""
    limit: float
    """The least ratio the design allows."""
    front_colour: str
    back_colour: str
    """Both as ``#rrggbb``."""


def declarations(*sheets: str) -> dict[str, str]:
    """Custom properties of the sheets; the later sheet wins."""
    found: dict[str, str] = {}
    for sheet in sheets:
        bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        found |= dict(re.findall(r"--([\w-]+):\s*([^;]+);", bare))
    return found


def colour(name: str, tokens: dict[str, str], scheme: str) -> str:
    """The six hexadecimal digits a token stands for in a scheme, ``light`` or ``dark``.

    Raises:
        ValueError: where a palette colour is written in another way.
    """
    value = tokens[name].strip()
    if match := re.fullmatch(r"light-dark\((.+),\s*(.+)\)", value):
        value = match[1 if scheme == "light" else 2].strip()
    if match := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return colour(match[1], tokens, scheme)
    match = re.fullmatch(r"#([0-9a-f]{6})", value)
    if match is None:
        raise ValueError(f"--{name} is {value!r}: a palette colour is six small hexadecimal digits")
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


def pairs(tokens: dict[str, str]) -> Iterator[Pair]:
    """Every pair the design uses, in each scheme it is used in."""
    for named, limit in ((TEXT_PAIRS, TEXT_LIMIT), (FRAME_PAIRS, FRAME_LIMIT)):
        for front, back, *only in named:
            for scheme in only or SCHEMES:
                one, other = colour(front, tokens, scheme), colour(back, tokens, scheme)
                yield Pair(front, back, scheme, contrast(one, other), limit, f"#{one}", f"#{other}")
