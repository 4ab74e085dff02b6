"""Labelled references: what the sequence model learns from, gold or made."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

from citewell.references.reading.cleaning import simplify
from citewell.references.reading.tokens import Token, tokenise

_LABELS = {
    "journal": "container",
    "container-title": "container",
    "source": "container",
    "collection-title": "collection",
    "medium": "note",
    "director": "note",
    "producer": "note",
    "citation-number": "",
}
FIXED = "fixed"
_VOLUME = re.compile(
    r"(?P<year>\(?(?:1[89]|20)\d\d(?:\s\w{3})?\)?\s?[;,]\s?)?(?P<volume>.+?)(?P<pages>\s?:\s?[A-Za-z]?\d[\w–-]*[.,]?)?$"
)


@dataclass(frozen=True)
class Example:
    """One reference as text, with the label of each stretch `(label, start, end)`."""

    text: str
    stretches: tuple[tuple[str, int, int], ...]

    @property
    def key(self) -> str:
        """Return what two copies of one reference share, to keep them in one fold."""
        return re.sub(r"\W+", "", self.text.lower())[:60]


def build(segments: list[tuple[str, str]], *, tight: bool = False) -> Example:
    """Join labelled segments to one example; `tight` leaves out the space after ":" or "("."""
    text = ""
    stretches: list[tuple[str, int, int]] = []
    for label, segment in segments:
        piece = simplify(segment)
        if not piece:
            continue
        glue = "" if not text or (tight and text[-1] in ":(;" and piece[0].isdigit()) else " "
        text += glue
        stretches.append((label, len(text), len(text) + len(piece)))
        text += piece
    return Example(text, tuple(stretches))


def _split_volume(segment: str) -> list[tuple[str, str]]:
    """Take a year in front of, and pages behind, a volume apart ("1992;27:", "4(2):1-9")."""
    match = _VOLUME.match(segment)
    if not match:
        return [("volume", segment)]
    parts = [("date", match["year"]), ("volume", match["volume"]), ("pages", match["pages"])]
    return [(label, part) for label, part in parts if part]


def read_gold(folder: Path) -> list[Example]:
    """Return AnyStyle's labelled references (`core.xml`, `gold.xml`) without their doubles."""
    examples: dict[str, Example] = {}
    for name in ("core.xml", "gold.xml"):
        root = ElementTree.parse(folder / name).getroot()  # noqa: S314 (our own training file)
        for number, sequence in enumerate(root):
            segments: list[tuple[str, str]] = []
            for element in sequence:
                label = _LABELS.get(element.tag, element.tag)
                if label == "volume":
                    segments += _split_volume(element.text or "")
                elif label:
                    segments.append((label, element.text or ""))
            example = build(segments, tight=number % 2 == 0)
            if example.text:
                examples.setdefault(example.key, example)
    return list(examples.values())


def labels_of(example: Example, tokens: list[Token]) -> list[str]:
    """Return the label of each token; tokens of fixed shape are all `fixed`."""
    labels: list[str] = []
    at = 0
    for token in tokens:
        if token.kind:
            labels.append(FIXED)
            continue
        while at + 1 < len(example.stretches) and example.stretches[at + 1][1] <= token.start:
            at += 1
        labels.append(example.stretches[at][0])
    return labels


def tokens_and_labels(example: Example) -> tuple[list[Token], list[str]]:
    """Return the tokens of an example and their labels."""
    tokens = tokenise(example.text)
    return tokens, labels_of(example, tokens)
