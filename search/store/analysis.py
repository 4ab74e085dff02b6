"""A document as the rows the store keeps: weights of its words, names, beginnings. Pure."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from search.store.interface import Document
from search.understanding.names import BEST_BET, LISTED, TITLE, derived_names
from search.understanding.query import name_keys
from search.understanding.stems import stem
from search.understanding.stopwords import GRAMMAR
from search.understanding.text import LONGEST_WORD, american, plain_words


@dataclass(frozen=True, slots=True)
class FieldWeight:
    """How a field counts, as in BM25F: weight, usual length in words, pull of the length."""

    weight: float
    usual_length: int
    pull: float


TITLE_FIELD: Final = FieldWeight(5.0, 4, 0.3)
NAMES_FIELD: Final = FieldWeight(4.0, 12, 0.3)
SUMMARY_FIELD: Final = FieldWeight(1.6, 60, 0.5)
PASSAGE_FIELD: Final = FieldWeight(0.8, 250, 0.6)
DERIVED_WEIGHT: Final = 0.8

# Impacts are kept as whole numbers of this size.
SCALE: Final = 100
LARGEST: Final = 32_000
# What is kept of a page's text for snippets, in characters.
KEPT_TEXT: Final = 20_000
# What a suggestion weighs by the name it begins, and what takes it back: a later word than the
# first, each letter up to a bound, being one of a numbered family.
BY_TITLE: Final = 200
BY_NAME: Final = 160
LATER_WORD: Final = 24
LONGEST_COUNTED: Final = 40
NUMBERED: Final = 60
_NUMBERED: Final = re.compile(r"\d|\btype\b|\b[IVX]+$")
# Beginnings are kept by their first letters, from as many on up to as many.
SHORTEST_HEAD: Final = 2
LONGEST_HEAD: Final = 6
# Raise when documents are analysed differently, so that all are indexed anew.
ANALYSIS: Final = 4


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name: as printed ("" if derived), keys in and out of order, trust in hundredths."""

    text: str
    key: str
    bag: str
    trust: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a name can be begun to type: folded text from a word on, the name, a weight."""

    start: str
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Analysed:
    """All the store keeps of a document. `words` maps each folded word to how it is
    printed, its stem and whether a name has it."""

    document: Document
    impacts: dict[str, int]
    words: dict[str, tuple[str, str, bool]]
    names: list[NameRow]
    beginnings: list[Beginning]
    text: str
    digest: str
    title_stems: tuple[str, ...]


def base_language(code: str) -> str:
    """The language of a locale code ("en-gb" → "en")."""
    return code.split("-")[0].lower()


def digest(document: Document) -> str:
    """What tells whether a document has changed since it was indexed."""
    content = repr((ANALYSIS, document)).encode("utf-8", "replace")
    return blake2b(content, digest_size=16).hexdigest()


def analyse(document: Document) -> Analysed:
    """The rows of a document."""
    language = base_language(document.language)
    weights: defaultdict[str, float] = defaultdict(float)
    known: dict[str, tuple[str, str, bool]] = {}

    def add(text: str, field: FieldWeight, boost: float = 1.0, in_names: bool = False) -> list[str]:
        stems = []
        for printed in plain_words(text):
            word = american(printed)[:LONGEST_WORD]
            root = stem(word, language)
            stems.append(root)
            if word not in known or (in_names and not known[word][2]):
                known[word] = (printed[:LONGEST_WORD], root, in_names)
        length = 1 - field.pull + field.pull * len(stems) / field.usual_length
        for root, count in Counter(stems).items():
            weights[root] += field.weight * boost * count / length
        return stems

    listed = [name.text for name in document.names if name.text.strip()]
    title_stems = add(document.title, TITLE_FIELD, in_names=True)
    add(" ".join([*listed, *document.unprinted]), NAMES_FIELD, in_names=True)
    add(document.summary, SUMMARY_FIELD)
    text = "\n".join(passage.text for passage in document.passages if passage.text)
    for boost in sorted({passage.boost for passage in document.passages}):
        add(" ".join(p.text for p in document.passages if p.boost == boost), PASSAGE_FIELD, boost)
    names = _names(document, listed, text or document.summary, language, weights)
    return Analysed(
        document=document,
        impacts={
            root: min(LARGEST, max(1, round(SCALE * weight)))
            for root, weight in weights.items()
            if len(root) <= LONGEST_WORD
        },
        words=known,
        names=names,
        beginnings=_beginnings(document, listed, language),
        text=text[:KEPT_TEXT],
        digest=digest(document),
        title_stems=tuple(dict.fromkeys(title_stems)),
    )


def _names(
    document: Document,
    listed: list[str],
    opening: str,
    language: str,
    weights: defaultdict[str, float],
) -> list[NameRow]:
    rows: dict[str, NameRow] = {}
    named = [(document.title, TITLE), *((name, LISTED) for name in listed)]
    for text, trust in (*named, *derived_names(document.title, listed, opening)):
        key, bag = name_keys(text, language)
        if not key:
            continue
        if trust < LISTED:
            for root in bag.split():
                weights[root] += DERIVED_WEIGHT
        if key not in rows or rows[key].trust < 100 * trust:
            rows[key] = NameRow(text[:255] if trust >= LISTED else "", key, bag, round(100 * trust))
    for text in document.unprinted:
        key, bag = name_keys(text, language)
        rows.setdefault(key, NameRow("", key, bag, round(100 * LISTED)))
    for text in document.best_for:
        key, bag = name_keys(text, language)
        rows[key] = replace(rows.get(key, NameRow("", key, bag, 0)), trust=round(100 * BEST_BET))
    rows.pop("", None)
    return list(rows.values())


def _beginnings(document: Document, listed: list[str], language: str) -> list[Beginning]:
    """Titles before other names, first words before later ones, short before long; one of a
    numbered family ("… type 4") last."""
    aside = GRAMMAR.get(language, frozenset())
    best: dict[str, Beginning] = {}
    for name in (document.title, *listed, *document.unprinted):
        found = plain_words(name)
        base = BY_TITLE if name == document.title else BY_NAME
        if _NUMBERED.search(name):
            base -= NUMBERED
        for i, word in enumerate(found[:8]):
            if i and word in aside:
                continue
            start = " ".join(found[i:])[:80]
            weight = base - (LATER_WORD if i else 0) - min(len(name), LONGEST_COUNTED)
            if start not in best or best[start].weight < weight:
                shown = document.title if name in document.unprinted else name
                best[start] = Beginning(start, shown[:255], weight)
    return list(best.values())
