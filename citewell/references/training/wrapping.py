"""Break a reference into lines as programs do: by signs, by the width of letters, with hyphens."""

import random
import re
from collections.abc import Callable

from citewell.references.reading.widths import by_signs

Measure = Callable[[str], float]


def fill(
    text: str, width: float, measure: Measure = by_signs, *, first: str = "", other: str = ""
) -> str:
    """Return `text` in lines no wider than `width`, with indents; a longer word stands alone.

    A soft hyphen (U+00AD) is a place where a word may be broken: it becomes a hyphen there, and
    goes elsewhere.
    """
    lines: list[str] = []
    line = first
    empty = True
    for word in text.split(" "):
        for piece, glue in _pieces(word):
            joint = "" if empty or not glue else " "
            plain = line + joint + piece.rstrip("\u00ad")
            if empty or measure(plain + ("-" if piece.endswith("\u00ad") else "")) <= width:
                line = plain
                empty = False
                continue
            lines.append(line + ("-" if not glue and not line.endswith("-") else ""))
            line = other + piece.rstrip("\u00ad")
    return "\n".join([*lines, line])


def _pieces(word: str) -> list[tuple[str, bool]]:
    """Return the parts of a word that lines may part, and whether a space stands before each."""
    parts = re.findall(r"[^\u00ad]+\u00ad?", word) or [word]
    return [(part, number == 0) for number, part in enumerate(parts)]


def hyphenated(text: str, rng: random.Random, share: float = 0.5) -> str:
    """Return `text` with soft hyphens inside a share of its long words, and behind its hyphens."""
    return " ".join(_with_hyphens(word, rng, share) for word in text.split(" "))


def _with_hyphens(word: str, rng: random.Random, share: float) -> str:
    if "/" in word or rng.random() > share:
        return word
    if "-" in word and re.fullmatch(r"[^\W\d_]{3,}-[^\W\d_]{3,}[.,:]?", word):
        return word.replace("-", "-\u00ad")
    core = word.rstrip(".,:;?")
    if len(core) > 7 and core.isalpha():
        at = rng.randint(3, len(core) - 3)
        return word[:at] + "\u00ad" + word[at:]
    return word
