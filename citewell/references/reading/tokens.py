"""Cut one reference into tokens: words, numbers, single punctuation marks, and fixed shapes.

An identifier, a link or an access date is one token, so the sequence model sees `<DOI>` where the
text has forty characters, and learns from its place rather than from its letters.
"""

import re
from dataclasses import dataclass

from citewell.references.reading.identifiers import Found, find_identifiers
from citewell.references.reading.phrases import find_phrases

_TOKEN = re.compile(
    r"[^\W\d_]\.(?=-?[^\W\d_]\.)|[^\W\d_]\.(?=[\s,;:)&-]|$)"  # an initial with its full stop
    r"|[^\W\d_]+(?:[-‐'’‑][^\W\d_]+)+"  # a hyphenated or apostrophised word
    r"|\w+"
    r"|\S"
)


@dataclass(frozen=True)
class Token:
    """A piece of a reference; `kind` names its fixed shape, else it is empty."""

    text: str
    start: int
    end: int
    kind: str = ""


def fixed_shapes(text: str) -> list[Found]:
    """Return identifiers and stock phrases in `text`, in order, not overlapping."""
    found = find_identifiers(text)
    taken = [(item.start, item.end) for item in found]
    for item in find_phrases(text):
        if all(item.end <= start or item.start >= end for start, end in taken):
            found.append(item)
            taken.append((item.start, item.end))
    return sorted(found, key=lambda item: item.start)


def tokenise(text: str, shapes: list[Found] | None = None) -> list[Token]:
    """Return the tokens of `text`; together they hold every character that is not a space."""
    tokens: list[Token] = []
    position = 0
    for shape in fixed_shapes(text) if shapes is None else shapes:
        tokens += _plain(text, position, shape.start)
        tokens.append(Token(text[shape.start : shape.end], shape.start, shape.end, shape.kind))
        position = shape.end
    return tokens + _plain(text, position, len(text))


def _plain(text: str, start: int, end: int) -> list[Token]:
    return [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
