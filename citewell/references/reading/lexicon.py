"""Word lists the sequence model consults: journal names, places, publishers, stock words.

The lists are our own, in `data/`: one entry per line, `#` starts a comment.
"""

import re
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def _read(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


PLACES = frozenset(word for line in _read("places.txt") for word in line.lower().split())
PUBLISHER_WORDS = frozenset(
    word for line in _read("publishers.txt") for word in line.lower().split()
)
ORGANISATION_WORDS = frozenset(_read("organisation-words.txt"))
GIVEN_NAMES = frozenset(word for line in _read("given-names.txt") for word in line.split())

CUES: dict[str, str] = {
    word: cue
    for cue, words in {
        "volume": "vol v volume volumes vols band bd tome tomo jahrgang t",
        "issue": "no nr issue number n° nº iss heft num núm pt part suppl supplement fasc",
        "pages": "p pp pages page pgs pág págs s seiten ss",
        "editor": "ed eds editor editors edited hrsg hg éd éds dir coord coords comp",
        "edition": "edition edn ausg auflage aufl edición édition edição rev revised",
        "translator": "trans translated tr transl translator übersetzt trad traduction",
        "in": "in",
        "thesis": "thesis dissertation phd ph.d diss tesis thèse dissertations doctoral masters master's",  # noqa: E501
        "report": "report tech rep technical memorandum rapport working",
        "conference": "proceedings proc conference symposium workshop congress meeting presented poster",  # noqa: E501
        "doi": "doi",
        "etal": "al others colaboradores",
        "series": "series ser lecture notes",
        "version": "version",
    }.items()
    for word in words.split()
}


@lru_cache(maxsize=1)
def _journals() -> dict[str, list[tuple[str, ...]]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for line in _read("journals.txt"):
        found = re.findall(r"[^\W_]+(?:[-'][^\W_]+)*|&", line.lower())
        words = tuple("YEAR" if re.fullmatch(r"\d{4}", word) else word for word in found)
        if words:
            by_first.setdefault(words[0].rstrip("."), []).append(words)
    for names in by_first.values():
        names.sort(key=len, reverse=True)
    return by_first


def journal_matches(lower: list[str]) -> list[str]:
    """Mark tokens inside a known journal name: "1" for a one-word name, else "B" and "I".

    `lower` holds the tokens in lower case, years as "YEAR"; full stops between the words of an
    abbreviation do not matter.
    """
    marks = [""] * len(lower)
    known = _journals()
    words = [
        (i, word.rstrip(".")) for i, word in enumerate(lower) if word[0].isalnum() or word == "&"
    ]
    at = 0
    while at < len(words):
        length = next(
            (
                len(name)
                for name in known.get(words[at][1], ())
                if tuple(word for _, word in words[at : at + len(name)]) == name
            ),
            0,
        )
        if length == 1:
            marks[words[at][0]] = "1"
        for step in range(length if length > 1 else 0):
            marks[words[at + step][0]] = "B" if step == 0 else "I"
        at += max(length, 1)
    return marks
