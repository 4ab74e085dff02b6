"""Sentences of a text, and what in them is quoted, denied or asked; pure, English.

A word counts as claimed unless it stands in quotation marks, in a part of the sentence that is
negated or doubted, or in a plain question. All positions are those of the text as given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citewell.wording.phrases import plain

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9ÀÁÄÅÆÇÉÈÖØÓŁŚŻÜ])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|dr|mr|mrs|ms|prof|st|no|fig|approx|incl|al)|\b[A-Z])\.\s+$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"“[^“”\"\n]{1,800}[”\"]|\"[^\"“”\n]{1,800}[\"”]|„[^“”\n]{1,800}[“”]|«[^«»\n]{1,800}»"
    r"|(?<!\w)‘[^‘\n]{1,300}?’(?!\w)|(?<!\w)'[^'\n]{1,300}'(?!\w)"
)
_WINDOW = 12
_NEGATOR = re.compile(
    r"\b(?:not|no|never|cannot|neither|nor|none|nobody|nothing|without|unlikely|hardly|rarely"
    r"|seldom|lacks?|rather than|instead of|unable|impossible|few|little|unproven|unless)\b|n't\b",
    re.IGNORECASE,
)
_NO_NEGATOR = re.compile(
    r"\b(?:not only|not just|not merely|no doubt|no wonder|no longer|why not|nothing else"
    r"|no other|no matter|not to mention|without (?:a )?doubt|no need|no more|a few|a little"
    r"|do(?:n't| not) (?:wait|delay|hesitate|miss|worry|suffer))\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:claims?|claimed|claiming|beware|wary|careful of|suspicious|sceptical|skeptical|myths?"
    r"|misleading|false(?:ly)?|unproven|whether|so-called|bogus|(?:anyone|anybody|someone|those"
    r"|people|adverts?|advertis\w+|websites?|products?|clinics?|sellers?|companies)\b.{0,40}\b"
    r"(?:promis\w+|offers?|offering|says?|tells?|sells?|selling))\b",
    re.IGNORECASE,
)
_OWN_CLAIM = re.compile(r"\b(?:we|i|our)\s+(?:proudly\s+)?claim", re.IGNORECASE)
_DENIED_AFTER = re.compile(
    r"^(?:\s+(?:for|of|to|against|from)(?:\s+[\w'-]+){1,4}?)?(?:\s+[\w'-]+){0,2}?\s+"
    r"(?:(?:is|are|was|were|does|do|did|can|could|has|have|will|would)(?:n't|\s+not|\s+never)\b"
    r"|cannot\b|(?:is|are|was|were|remains?|seems?)\s+(?:(?:highly|very|a|an)\s+)?"
    r"(?:unlikely|impossible|rare|unproven|untrue|false|misleading|myth|unknown|unclear))",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[;:–—]|\s-\s|\b(?:but|however|yet|although|though|because|until)\b"
    r"|,\s+(?=(?:and\s+|so\s+)?(?:our|we|i|you|your|this|that|these|it|they|he|she|book|call|try"
    r"|get|come|just|simply)\b)|\band\s+(?=(?:our|we|you|it|they)\b)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"^\W*(?:if|when|while|although|though|because|since|unless|as|after|before|where)\b[^,]*,",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^\W*(?:can|is|are|was|were|does|do|did|will|would|could|should|has|have|may|might|must|what"
    r"|when|why|how|which|who|where)\b",
    re.IGNORECASE,
)
_ENTICING = re.compile(
    r"\byou\b.{0,30}\b(?:want|like|looking|tired|wish|ready|fed up|dream)|\bwhat if\b|\bwhy not\b"
    r"|^\W*why (?:take|suffer|live|wait|rely|risk|settle|put up|struggle)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it begins in its text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The place after its last sign."""
        return self.start + len(self.text)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text; a line's end ends one."""
    start = 0
    for found in _END.finditer(text):
        if "\n" not in found[0] and _ABBREVIATED.search(
            text[max(0, found.start() - 8) : found.end()]
        ):
            continue
        yield from _stripped(text, start, found.end())
        start = found.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[Sentence]:
    part = text[start:end]
    if part.strip():
        yield Sentence(part.strip(), start + len(part) - len(part.lstrip()))


def quoted(text: str) -> list[tuple[int, int]]:
    """Where words stand in quotation marks; marks that are not closed quote nothing."""
    return [found.span() for found in _QUOTED.finditer(text)]


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` are negated or doubted where they stand."""
    text = plain(sentence)
    before, after = text[:start], text[end:]
    doubted = _OWN_CLAIM.sub("", before)
    if _DOUBT.search(doubted) or _DENIED_AFTER.match(after):
        return True
    if (first := _SUBORDINATE.match(before)) is not None:
        before = before[first.end() :]
    before = _BOUNDARY.split(before)[-1] or ""
    near = " ".join(before.split()[-_WINDOW:])
    return bool(_NEGATOR.search(_NO_NEGATOR.sub("", near)))


def is_asked(sentence: str) -> bool:
    """Whether a sentence asks without enticing: “Can it be cured?”, not “Want to be cured?”."""
    text = plain(sentence)
    is_question = text.rstrip("\"”')] ").endswith("?")
    return is_question and bool(_ASKED.match(text)) and not _ENTICING.search(text)
