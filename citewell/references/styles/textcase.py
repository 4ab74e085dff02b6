"""Capitals: title case, first letter, lower case (CSL 1.0.2, “Text-case”).

Works on the tree a field is read as, so markup and quotation marks are never in the way. Words
written with a capital stay as they are; so does the text of ``nocase`` spans, sub- and
superscripts and small capitals. Title case is that of the specification: a stop word is raised
where it is the first or the last one or follows a colon, question or exclamation mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from citewell.references.styles.blob import Blob, Mark
from citewell.references.styles.markup import AS_WRITTEN, FIRST_AS_WRITTEN

_KEPT: set[Mark] = {
    AS_WRITTEN, ("vertical-align", "sub"), ("vertical-align", "sup"),
    ("font-variant", "small-caps"),
}  # fmt: skip
_MARKS = "\"“”‘’'"
_SIGNS = rf"\-–—/.,;?!:\[\](){_MARKS}"
#: A word up to its first apostrophe (“l” of “l’hôpital”), and what hangs on it.
_WORD = re.compile(rf"(?P<head>[^\s\u200b{_SIGNS}]+)(?:[’'][^\s\u200b{_SIGNS}]+)*")
_SIGN = re.compile(f"[{_SIGNS}]")
_OPENS = re.compile(r"[:?!]")


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    data = files("citewell.references.styles").joinpath("data/stop_words.txt")
    return frozenset(data.read_text(encoding="utf-8").split())


def with_case(text: str, case: str) -> str:
    """A plain text in ``title``, ``capitalize-first`` or ``lowercase``; others change nothing."""
    blob = Blob(text)
    set_case([blob], case)
    return blob.text or ""


def set_case(parts: Sequence[Blob], case: str) -> None:
    """Give the leaves of a field their capitals, in place."""
    if case == "lowercase":
        for leaf in _leaves(parts):
            leaf.blob.content = leaf.text if leaf.kept else leaf.text.lower()
    elif case == "capitalize-first":
        _raise_first(parts)
    elif case == "title":
        _write_title(parts)


@dataclass(slots=True)
class _Leaf:
    """A leaf of a field, and what of it keeps its capitals."""

    blob: Blob
    kept: bool
    first_kept: bool

    @property
    def text(self) -> str:
        return self.blob.text or ""

    def words(self) -> "list[re.Match[str]]":
        """The words that may be raised."""
        return [] if self.kept else list(_WORD.finditer(self.text))

    def keeps(self, word: "re.Match[str]") -> bool:
        """Whether a word stays as it is, as behind a quotation mark without a partner."""
        start = word.start()
        return self.text[start - 1] in _MARKS if start else self.first_kept

    def replace(self, heads: "dict[int, str]") -> None:
        """Write words anew: where each begins, and its text."""
        self.blob.content = _WORD.sub(
            lambda found: heads.get(found.start(), found["head"]) + found[0][len(found["head"]) :],
            self.text,
        )


def _leaves(parts: Sequence[Blob], marks: Sequence[Mark] = ()) -> Iterator[_Leaf]:
    for place, part in enumerate(parts):
        if part.text is not None:
            first_kept = not place and bool(marks) and marks[-1] == FIRST_AS_WRITTEN
            yield _Leaf(part, not _KEPT.isdisjoint(marks), first_kept)
        yield from _leaves(part.parts, [*marks, *part.marks])


def _raised(word: str) -> str:
    """A word in small letters with a capital; a lone Greek letter is a symbol and stays."""
    if word != word.lower() or (len(word) == 1 and "\u0370" <= word <= "\u03ff"):
        return word
    return word[:1].upper() + word[1:]


def _raise_first(parts: Sequence[Blob]) -> None:
    for leaf in _leaves(parts):
        words = leaf.words()
        if words and not leaf.keeps(words[0]):
            leaf.replace({words[0].start(): _raised(words[0]["head"])})
        if words or (leaf.kept and leaf.text.strip()):
            return


def _write_title(parts: Sequence[Blob]) -> None:
    """Raise the words of a title; which is the last one is known when all leaves are seen."""
    opens = True
    last: _Leaf | None = None
    for leaf in _leaves(parts):
        heads: dict[int, str] = {}
        end = 0
        for word in leaf.words():
            opens = opens or bool(_OPENS.search(leaf.text, end, word.start()))
            opens = opens or (leaf.blob is parts[0] and _is_hyphenated(leaf.text, word))
            if not leaf.keeps(word):
                heads[word.start()] = _in_title(word["head"], opens)
            opens, end, last = False, word.end(), leaf
        if leaf.kept and leaf.text.strip():
            opens, last = False, None
        elif not leaf.kept:
            opens = opens or bool(_OPENS.search(leaf.text, end))
            leaf.replace(heads)
    if last:
        word = last.words()[-1]
        if not last.keeps(word) and len(word["head"]) > 1:
            last.replace({word.start(): _raised(word["head"])})


def _in_title(word: str, opens: bool) -> str:
    if opens:
        return _raised(word)
    return word if len(word) == 1 or word in _stop_words() else _raised(word)


def _is_hyphenated(text: str, word: "re.Match[str]") -> bool:
    """Whether a hyphen follows and no sign stands before: citeproc-js raises “in” of “in-house”."""
    return text[word.end() : word.end() + 1] == "-" and not _SIGN.search(text, 0, word.end())
