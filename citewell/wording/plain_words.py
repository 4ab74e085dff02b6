"""How hard a text is to read: reading age, long sentences, passive voice, jargon; pure, English.

The reading age is the Flesch–Kincaid grade, as the library ``readability`` computes it, plus
five years. A term that the page explains counts as an easy word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from readability import getmeasures

from citewell.wording.marking import Glossary
from citewell.wording.sentences import Sentence, sentences

JARGON = Path(__file__).parent / "data" / "plain_words.en.txt"
LONG = 25
"""Words of a sentence above which editors are told."""
FEWEST = 100
"""Words below which no reading age is given: too few to say."""
YOUNGEST, OLDEST = 5, 25
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d+(?:[.,]\d+)*")
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:(?:not|never|also|often|usually|always|sometimes"
    r"|\w+ly)\s+)?(\w+ed|done|made|given|taken|found|known|shown|seen|held|kept|put|sent|told|felt"
    r"|left|lost|met|paid|read|set|thought|understood|used|worn|written|broken|chosen|driven|drawn)"
    r"\b",
    re.IGNORECASE,
)
_NOT_PASSIVE = frozenset(
    {"tired", "worried", "interested", "pleased", "concerned", "advanced", "limited", "aged"}
    | {"red", "need", "needed", "bed", "married", "experienced", "excited", "bored", "scared"}
    | {"surprised", "relaxed", "complicated"}
)


@dataclass(frozen=True)
class Jargon:
    """A hard word in a text and the plain one for it."""

    words: str
    plain: str


def words_of(text: str) -> list[str]:
    """The words and numbers of a text."""
    return _WORD.findall(text)


def reading_age(texts: Iterable[str], glossary: Glossary | None = None) -> int | None:
    """The age in years at which most readers follow; None where there are too few words.

    Args:
        texts: passages, each of whole sentences.
        glossary: terms that are explained; each counts as one easy word.
    """
    lines = []
    count = 0
    for text in texts:
        for sentence in sentences(text):
            words = words_of(easy(sentence.text, glossary))
            if len(words) > 2:  # a heading's or list's stub says nothing of sentences
                lines.append(" ".join(words))
                count += len(words)
    if count < FEWEST:
        return None
    grade = getmeasures(lines, lang="en")["readability grades"]["Kincaid"]
    return int(min(max(round(grade + 5), YOUNGEST), OLDEST))


def easy(text: str, glossary: Glossary | None) -> str:
    """A text with each explained term as a short word."""
    if not glossary:
        return text
    parts, place = [], 0
    for start, end in glossary.found_in(text):
        parts += [text[place:start], "it"]
        place = end
    return "".join([*parts, text[place:]])


def long_sentences(text: str) -> Iterator[tuple[Sentence, int]]:
    """Sentences of more than :data:`LONG` words, with their number of words."""
    for sentence in sentences(text):
        count = len(words_of(sentence.text))
        if count > LONG:
            yield sentence, count


def passives(text: str) -> Iterator[tuple[Sentence, str]]:
    """Sentences in the passive voice, with the words that show it; the first of each."""
    for sentence in sentences(text):
        for found in _PASSIVE.finditer(sentence.text):
            if found[1].lower() not in _NOT_PASSIVE:
                yield sentence, found[0]
                break


def jargon(text: str, table: Mapping[str, str] | None = None) -> Iterator[Jargon]:
    """Hard words of a text, each once, with the plain word."""
    table = plain_words() if table is None else table
    matcher = _matcher(tuple(table))
    seen = set()
    for found in matcher.finditer(text):
        key = " ".join(found[0].lower().split())
        if key not in seen:
            seen.add(key)
            yield Jargon(found[0], table[key])


@cache
def plain_words() -> dict[str, str]:
    """The shipped table: a hard word with its plain word."""
    return read_table(JARGON.read_text("utf-8").splitlines())


def read_table(lines: Sequence[str]) -> dict[str, str]:
    """Lines such as ``commence = begin``; others, and those after ``#``, are passed over."""
    found = {}
    for line in lines:
        hard, equals, plain = line.partition("#")[0].partition("=")
        if equals and hard.strip() and plain.strip():
            found[" ".join(hard.lower().split())] = plain.strip()
    return found


@cache
def _matcher(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = sorted((re.escape(word).replace(r"\ ", r"\s+") for word in words), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways) or '(?!)'})(?![\w-])", re.IGNORECASE)
