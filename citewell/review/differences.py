"""What is different between two contents, in blocks and words; pure.

Lines that agree are found first (difflib's longest runs), then, among the rest, a line that
left one place and stands in another is one that moved, and lines of one kind that share
words are one line that was changed. Nothing is left out: the old sides of all changes are
the old content, the new sides the new one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from citewell.review.canonical import Node
from citewell.review.lines import Content, Line, Token, content_of, lines_of, tokens_of

PAIRED = 0.4
"""From this share of words on, two lines are one that was changed."""
COMPARED = 2500
"""Pairs that are compared in one stretch; longer stretches are paired by their order."""


class Kind(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    REMOVED = "removed"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"
    REGROUPED = "regrouped"
    """The same words in the same place, but another block begins or no longer begins here."""


@dataclass(frozen=True)
class Change:
    """One line before and after; None where it is not there."""

    kind: Kind
    old: Line | None
    new: Line | None

    @property
    def shown(self) -> Line:
        """The line to show: the new one where there is one."""
        line = self.new or self.old
        assert line is not None
        return line


@dataclass(frozen=True)
class Span:
    """A run of words of a changed line; ``kind`` is same, inserted or removed."""

    kind: Kind
    text: str
    role: str = ""


def differences(old: Content, new: Content) -> list[Change]:
    """Every line of two contents, in reading order; all of them ``SAME`` where they are equal."""
    before, after = lines_of(old), lines_of(new)
    changes = list(_aligned(before, after))
    return _regrouped(_moved(changes))


def is_different(changes: Iterable[Change]) -> bool:
    """Whether anything is."""
    return any(change.kind != Kind.SAME for change in changes)


def count_changes(changes: Iterable[Change]) -> int:
    """In how many places something is; a line that was moved or replaced counts once."""
    found = 0
    for is_same, stretch in groupby(changes, lambda change: change.kind == Kind.SAME):
        kinds = Counter(change.kind for change in stretch)
        replaced = max(kinds[Kind.REMOVED], kinds[Kind.INSERTED])
        others = kinds[Kind.CHANGED] + kinds[Kind.REGROUPED] + kinds[Kind.MOVED_HERE]
        found += 0 if is_same else replaced + others
    return found


def apply(old: Content, changes: Iterable[Change]) -> list[tuple[str, list[Node]]]:
    """The new content, from the old one and its changes.

    Raises:
        ValueError: the changes are of another content.
    """
    changes = list(changes)
    if [change.old for change in changes if change.old] != lines_of(old):
        raise ValueError("These changes belong to another content.")
    return content_of(change.new for change in changes if change.new)


def spans(change: Change) -> list[Span]:
    """The words of a change: what stayed, what came, what went, in reading order."""
    before = tokens_of(change.old) if change.old else []
    after = tokens_of(change.new) if change.new else []
    found = []
    for tag, a, b, c, d in _matcher(before, after).get_opcodes():
        if tag == "equal":
            found.append((Kind.SAME, after[c:d]))
        else:
            found += [(Kind.REMOVED, before[a:b]), (Kind.INSERTED, after[c:d])]
    return [span for kind, tokens in found for span in _joined(kind, tokens)]


def _aligned(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Change]:
    places = _matcher([line.place for line in before], [line.place for line in after])
    for tag, a, b, c, d in places.get_opcodes():
        if tag == "equal":
            pairs = zip(before[a:b], after[c:d], strict=True)
            yield from (Change(Kind.SAME, one, other) for one, other in pairs)
        else:
            yield from _paired(before[a:b], after[c:d])


def _paired(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Change]:
    """One stretch that differs: lines that changed, between those that went and came."""
    start = 0
    elsewhere = {line.words for line in before} & {line.words for line in after}
    for line in after:
        found = None if line.words in elsewhere else _likest(before, start, line, len(after))
        if found is None:
            yield Change(Kind.INSERTED, None, line)
            continue
        yield from (Change(Kind.REMOVED, gone, None) for gone in before[start:found])
        yield Change(Kind.CHANGED, before[found], line)
        start = found + 1
    yield from (Change(Kind.REMOVED, gone, None) for gone in before[start:])


def _likest(before: Sequence[Line], start: int, line: Line, width: int) -> int | None:
    """The place of the line that this one most likely was; none of those is a moved one."""
    end = len(before) if len(before) * width <= COMPARED else start + 1
    best, place = PAIRED, None
    for index, other in enumerate(before[start:end], start):
        if (other.path, other.kind) != (line.path, line.kind):
            continue
        likeness = _likeness(other, line)
        if likeness >= best and (place is None or likeness > best):
            best, place = likeness, index
    return place


def _likeness(one: Line, other: Line) -> float:
    """The share of words that two lines have in common, 0 to 1."""
    words = [
        [token for token in tokens_of(line) if re.search(r"\w", token.text)]
        for line in (one, other)
    ]
    if not all(words):
        return float(words[0] == words[1])
    matcher = _matcher(*words)
    return matcher.ratio() if matcher.quick_ratio() >= PAIRED else 0.0


def _moved(changes: list[Change]) -> list[Change]:
    """Lines that went from one place and came to another with the same words, once each."""
    gone = Counter(change.shown.words for change in changes if change.kind == Kind.REMOVED)
    come = Counter(change.shown.words for change in changes if change.kind == Kind.INSERTED)
    moved = {words for words in gone.keys() & come.keys() if gone[words] == come[words]}
    names = {Kind.REMOVED: Kind.MOVED_AWAY, Kind.INSERTED: Kind.MOVED_HERE}
    return [
        Change(names[change.kind], change.old, change.new)
        if change.kind in names and change.shown.words in moved
        else change
        for change in changes
    ]


def _regrouped(changes: list[Change]) -> list[Change]:
    """Say of lines that stayed where another block begins, unless what is before them says it."""
    found = []
    explained = False
    for change in changes:
        old, new = change.old, change.new
        if change.kind == Kind.SAME and old and new and old.opens != new.opens and not explained:
            change = Change(Kind.REGROUPED, old, new)
        found.append(change)
        explained = change.kind != Kind.SAME
    return found


def _joined(kind: Kind, tokens: Sequence[Token]) -> list[Span]:
    """Tokens of one role that follow each other, as one span."""
    found: list[Span] = []
    for token in tokens:
        if found and found[-1].role == token.role:
            found[-1] = Span(kind, found[-1].text + token.text, token.role)
        else:
            found.append(Span(kind, token.text, token.role))
    return found


def _matcher(one: Sequence[object], other: Sequence[object]) -> "SequenceMatcher[object]":
    return SequenceMatcher(None, one, other, autojunk=False)
