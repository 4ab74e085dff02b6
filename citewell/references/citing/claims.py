"""Claims in stored rich text: a sentence, how sure it is, and the sources that carry it; pure.

An editor marks a sentence; the sources that carry it are the citations in it and right behind
it, so that nothing is said twice::

    <a linktype="claim" id="k3x9" certainty="low">Warmth eases stiffness.</a><embed …/>

A mark inside the sentence parts it in two pieces with the same id.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from citewell.references.citing.marks import groups_in

ENTITY = "claim"

CERTAINTIES = ("high", "moderate", "low", "very-low")
"""How sure a claim is, the surest first, as GRADE names it."""

_PIECE = re.compile(r'<a\b(?=[^<>]*\blinktype="claim")([^<>]*)>(.*?)</a>', re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_BETWEEN = re.compile(r"(?:\s|&nbsp;|[.,;:!?)”\"]|</?(?:b|i|sup|sub)>)*")


@dataclass
class Claim:
    """One claim of a text.

    Attributes:
        sources: keys of the sources its citations name, each once.
    """

    id: str
    certainty: str
    text: str = ""
    sources: list[int] = field(default_factory=list)


def claims_in(text: str) -> list[Claim]:
    """The claims of a stored rich text, pieces with one id put together, in their order."""
    if 'linktype="claim"' not in text:
        return []
    groups = {group.start: group for group in groups_in(text)}
    found: dict[str, Claim] = {}
    for place, piece in enumerate(_PIECE.finditer(text)):
        attributes = dict(_ATTRIBUTE.findall(piece[1]))
        key = attributes.get("id") or f"-{place}"
        claim = found.setdefault(key, Claim(key, certainty_of(attributes)))
        claim.text += unescape(re.sub(r"<[^<>]*>", "", piece[2]))
        behind = _BETWEEN.match(text, piece.end())
        carrying = [groups[behind.end()]] if behind and behind.end() in groups else []
        carrying += [group for at, group in groups.items() if piece.start() < at < piece.end()]
        for mark in (mark for group in carrying for mark in group.marks):
            if mark.source not in claim.sources:
                claim.sources.append(mark.source)
    return list(found.values())


def certainty_of(attributes: Mapping[str, str]) -> str:
    """One of ``CERTAINTIES``; what is none counts as very low."""
    certainty = attributes.get("certainty", "")
    return certainty if certainty in CERTAINTIES else CERTAINTIES[-1]


def written(text: str, words: Mapping[str, str], place: str) -> str:
    """A text with its claims as readers see them.

    Args:
        words: by certainty what readers are told behind the sentence and its citations.
        place: the sign that stands for a group of citations.
    """
    if 'linktype="claim"' not in text:
        return text
    pieces = list(_PIECE.finditer(text))
    last = {dict(_ATTRIBUTE.findall(piece[1])).get("id", ""): piece for piece in pieces}
    out, at = [], 0
    for piece in pieces:
        attributes = dict(_ATTRIBUTE.findall(piece[1]))
        out.append(text[at : piece.start()])
        out.append(f'<span class="claim">{piece[2]}</span>')
        at = piece.end()
        if piece is last[attributes.get("id", "")]:
            if text.startswith(place, at):
                out.append(place)
                at += len(place)
            certainty = certainty_of(attributes)
            out.append(
                f' <small class="certainty certainty--{certainty}">'
                f"{escape(words[certainty])}</small>"
            )
    return "".join([*out, text[at:]])
