"""Measure text: did a line end because the next word did not fit?"""

import re

_NARROW = frozenset("iljtfrI.,;:'’|!()[]-‐ ")
_WIDE = frozenset("mwMW—@%")
_ROOMS = (-20, -12, -6, -3, -1, 0, 1, 3, 6, 12, 24)
_FIRST_PIECE = re.compile(r"[^\s-]+-?")


def by_signs(text: str) -> float:
    """Return the width of `text` in a fixed pitch, in signs."""
    return float(len(text))


def by_letters(text: str) -> float:
    """Return the width of `text` in a book face, in average small letters."""
    return sum(
        0.62 if c in _NARROW else 1.6 if c in _WIDE else 1.4 if c.isupper() else 1.05 for c in text
    )


def rooms(texts: list[str]) -> list[tuple[str, str]]:
    """Return for each line how much room was left above it for its first word, in two pitches.

    Where the word would have fitted, the line above was ended on purpose. Lines of one word do not
    count: an address may stand out.
    """
    return list(zip(_rooms(texts, False), _rooms(texts, True), strict=True))


def _rooms(texts: list[str], letters: bool) -> list[str]:
    measure = by_letters if letters else by_signs
    widths = [measure(text) for text in texts]
    full = max((w for w, text in zip(widths, texts, strict=True) if " " in text), default=0.0)
    left = ["^"]
    for number in range(1, len(texts)):
        first = _FIRST_PIECE.match(texts[number])
        room = full - widths[number - 1] - measure(" " + (first[0] if first else ""))
        left.append(str(sum(room >= step for step in _ROOMS)))
    return left[: len(texts)]
