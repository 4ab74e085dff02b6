"""Advertising words: rules over passages, each finding with the rule, why and better words; pure.

Rules are data: this module knows none. What a rule finds is a hint for editors, never a gate.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from citewell.wording.phrases import PhraseError, matcher, plain
from citewell.wording.sentences import Sentence, is_asked, is_denied, quoted, sentences


class Reads(StrEnum):
    """What a rule looks at."""

    CLAIMS = "claims"
    """What the page itself says: not what it quotes, denies, doubts or asks."""
    MENTIONS = "mentions"
    """Any mention outside quotation marks, also denied and asked."""
    TESTIMONIES = "testimonies"
    """What somebody is quoted with."""


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        code: its name, the same in every country.
        title: what is wrong, as a sentence part: “promises a cure”.
        words: phrases, see :mod:`citewell.wording.phrases`.
        unless: phrases that make it fine when they stand in the same sentence.
        together: phrases of which one has to stand in the sentence or the page's title.
        why: why a regulator objects.
        better: better words, or what to do.
        source: where the rule is written down.
        reads: what it looks at.
        selling: whether it holds only on pages that sell a service.
    """

    code: str
    title: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    why: str = ""
    better: str = ""
    source: str = ""
    reads: str = Reads.CLAIMS
    selling: bool = False


@dataclass(frozen=True)
class Passage:
    """A text of a page and where it stands.

    Attributes:
        text: plain text; a line's end parts sentences.
        field, block_id: the place, as a finding gives it.
        is_quoted: somebody else's words as a whole.
        is_denied: said to be wrong or to be left, as a myth or a “don't”.
    """

    text: str
    field: str = ""
    block_id: str = ""
    is_quoted: bool = False
    is_denied: bool = False


@dataclass(frozen=True)
class Hit:
    """Words of a passage that a rule found."""

    rule: Rule
    passage: Passage
    words: str
    sentence: str

    @property
    def key(self) -> str:
        """The rule and the sentence, whatever its blanks and capitals: what a dismissal names."""
        return key_of(self.rule.code, self.sentence)


def key_of(code: str, sentence: str) -> str:
    """32 hexadecimal digits for a rule in a sentence."""
    text = " ".join(plain(sentence).lower().split())
    return hashlib.sha256(f"{code}\0{text}".encode()).hexdigest()[:32]


def hits(
    passages: Iterable[Passage], rules: Sequence[Rule], *, title: str = "", sells: bool = False
) -> Iterator[Hit]:
    """What the rules find in passages, in reading order; a rule once in a sentence.

    A rule with a phrase that is not understood is passed over: editors are told where they
    write it.
    """
    ready = [rule for rule in rules if (sells or not rule.selling) and _is_sound(rule)]
    for passage in passages:
        spans = quoted(passage.text)
        for sentence in sentences(passage.text):
            text = plain(sentence.text)
            for rule in ready:
                words = _found(rule, text, sentence, spans, passage, title)
                if words:
                    yield Hit(rule, passage, words, sentence.text)


def _is_sound(rule: Rule) -> bool:
    try:
        return all((matcher(rule.words), matcher(rule.unless) or 1, matcher(rule.together) or 1))
    except PhraseError:
        return False


def _found(
    rule: Rule,
    text: str,
    sentence: Sentence,
    spans: Sequence[tuple[int, int]],
    passage: Passage,
    title: str,
) -> str:
    """The words of a sentence that a rule objects to; empty where it does not."""
    words, unless, together = matcher(rule.words), matcher(rule.unless), matcher(rule.together)
    assert words is not None
    first = words.search(text)
    if first is None or (unless and unless.search(text)):
        return ""
    if together and not together.search(text) and not together.search(plain(title)):
        return ""
    if rule.reads == Reads.CLAIMS and is_asked(sentence.text):
        return ""
    for match in words.finditer(text):
        start, end = match.span()
        is_quoted = passage.is_quoted or _within(spans, sentence.start + start)
        if is_quoted != (rule.reads == Reads.TESTIMONIES):
            continue
        if rule.reads == Reads.CLAIMS and (
            passage.is_denied or is_denied(sentence.text, start, end)
        ):
            continue
        return sentence.text[start:end]
    return ""


def _within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spans)
