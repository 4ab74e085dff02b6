# ruff: noqa: E501 (tables read better unbroken)
"""Gather what speaks for and against a reading: the sequence model's doubt, the item's shape.

Every value is a small number that says one thing; `confidence` weighs them.
"""

import math
import re
from typing import Any

from citewell.references.reading import boundaries
from citewell.references.reading.assembly import Assembly
from citewell.references.reading.lexicon import GIVEN_NAMES, journal_matches
from citewell.references.reading.tagger import Labelling

Evidence = dict[str, float]
_EPUB = re.compile(
    r"[\[(]?\b(?:Epub|eCollection|ahead of print)\b.*?(?:\d{4}|print)[^A-Za-z]*(?:[A-Z][a-z]{2}\.?\s?\d{0,2}\b)?",
    re.IGNORECASE,
)
_MISSHAPEN = re.compile(r"[\d@<>=|_]|\b(?:and|of|the|in|for|eds?)\b|[a-z]\.\s")
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.?!]\s+\S")
_FIELDS = (
    "author",
    "title",
    "container",
    "date",
    "volume",
    "pages",
    "publisher",
    "location",
    "editor",
)
_MARKS = '.,;:?!”"’»)'
_ONLINE = ("DOI", "PMID", "PMCID", "URL", "ISBN")
_KINDS = ("article-journal", "book", "chapter", "paper-conference", "webpage", "report", "thesis")


def gather(item: Assembly, labelling: Labelling, text: str, rest: str) -> Evidence:
    """Return the evidence on a reading of `text`, by name."""
    return (
        _doubt(labelling)
        | _wording(item.csl, text)
        | _people(item.csl)
        | _numbers(item.csl)
        | _bounds(item, text)
        | _whole(item, text, rest)
    )


def _doubt(labelling: Labelling) -> Evidence:
    """Return how unsure the sequence model is: of all, of the weakest token, of each field."""
    each = sorted(labelling.each)
    weakest = dict.fromkeys(_FIELDS, 1.0)
    for label, sure in zip(labelling.labels, labelling.each, strict=True):
        if label in weakest:
            weakest[label] = min(weakest[label], sure)
    runs = [a for a, b in zip(labelling.labels, [*labelling.labels[1:], ""], strict=True) if a != b]
    return {
        "doubt": min(8.0, -math.log(max(labelling.probability, 1e-6))),
        "weakest": each[0] if each else 0.0,
        "third-weakest": each[min(2, len(each) - 1)] if each else 0.0,
        "weak": sum(sure < 0.8 for sure in each),
        "unsure": sum(sure < 0.97 for sure in each),
        "torn": len([a for a in runs if a != "fixed"]) - len({*runs} - {"fixed"}),
    } | {f"weakest-{label}": sure for label, sure in weakest.items()}


def _wording(csl: dict[str, Any], text: str) -> Evidence:
    """Return whether title and source look like what they are taken for."""
    title, container = str(csl.get("title", "")), str(csl.get("container-title", ""))
    publisher, place = str(csl.get("publisher", "")), str(csl.get("publisher-place", ""))
    words = title.split()
    marks = journal_matches([word.lower() for word in re.findall(r"[\w'-]+|&", container)])
    return {
        "title-words": min(len(words), 30),
        "title-sentences": len(_SENTENCE.findall(title)),
        "title-low": float(title[:1].islower()),
        "title-capitals": sum(word[:1].isupper() for word in words) / (len(words) or 1),
        "title-names-journal": sum(
            mark == "B" for mark in journal_matches([w.lower().strip(".,:") for w in words if w.strip(".,:")])
        ),
        "title-commas": min(title.count(","), 6),
        "title-unpaired": float(any(title.count(a) != title.count(b) for a, b in ("()", "“”", "[]"))),
        "title-quoted": float(bool(re.search(r"[“\"«]", text))),
        "source-known": sum(bool(mark) for mark in marks) / (len(marks) or 1),
        "source-words": min(len(container.split()), 15),
        "source-sentences": len(_SENTENCE.findall(container)),
        "source-low": float(container[:1].islower()),
        "source-small-words": len(re.findall(r"(?<![^\s(])[a-zß-öø-ÿ]{4,}\b", container)),
        "source-marks": len(re.findall(r"[,:;()]", container)),
        "source-number": float(bool(re.search(r"\d", container))),
        "publisher-words": min(len(publisher.split()), 10),
        "publisher-marks": len(re.findall(r"[,.:;()]", publisher)),
        "place-words": min(len(place.split()), 6),
    }  # fmt: skip


def _people(csl: dict[str, Any]) -> Evidence:
    """Return whether the people look like people, and all of one kind."""
    people = [*csl.get("author", []), *csl.get("editor", [])]
    given = [name["given"] for name in people if "given" in name]
    spelt = [bool(re.search(r"[^\W\d_]{3}", name)) for name in given]
    return {
        "people": min(len(people), 12),
        "people-odd": sum(_is_odd(name) for name in people),
        "people-family-only": sum("given" not in name and "literal" not in name for name in people),
        "people-literal": sum("literal" in name for name in people),
        "people-mixed": float(any(spelt) and not all(spelt)),
        "people-spelt": float(bool(spelt) and all(spelt)),
        "family-is-given": sum(name.get("family") in GIVEN_NAMES for name in people),
        "family-words": max((len(name.get("family", "").split()) for name in people), default=0),
    }


def _is_odd(name: dict[str, str]) -> bool:
    family, given = name.get("family", ""), name.get("given", "")
    return (
        bool(_MISSHAPEN.search(family))
        or len(family.split()) > 4
        or len(given.split()) > 4
        or bool(re.search(r"[\d:;]", given))
    )


def _numbers(csl: dict[str, Any]) -> Evidence:
    """Return whether date, volume and pages are plausible."""
    page, volume = str(csl.get("page", "")), str(csl.get("volume", ""))
    parts = csl.get("issued", {}).get("date-parts", [[0]])[0]
    return {
        "date-parts": float(len(parts) if parts[0] else 0),
        "date-old": float(0 < parts[0] < 1960),
        "date-odd": float(bool(parts[0]) and not 1800 <= parts[0] <= 2030),
        "volume-odd": float(bool(volume) and not re.fullmatch(r"\d{1,4}", volume)),
        "volume-is-year": float(bool(re.fullmatch(r"(?:19|20)\d\d", volume))),
        "issue-alone": float("issue" in csl and not volume),
        "issue-odd": float(bool(re.search(r"[^\d-]", str(csl.get("issue", ""))))),
        "page-odd": float(bool(page) and not re.fullmatch(r"[A-Za-z]?\d+(?:-[A-Za-z]?\d+)?", page)),
        "page-falls": float(_falls(page)),
    }


def _falls(page: str) -> bool:
    match = re.fullmatch(r"(\d+)-(\d+)", page)
    return bool(match and len(match[1]) <= len(match[2]) and int(match[1]) > int(match[2]))


def _bounds(item: Assembly, text: str) -> Evidence:
    """Return which fields end without a mark of punctuation."""
    open_ends = {}
    for name in ("author", "title", "container-title", "publisher"):
        start, end = item.spans.get(name, (0, 0))
        closed = text[end - 1 : end + 1].strip() if end > start else "."
        open_ends[f"open-{name}"] = float(not any(sign in _MARKS for sign in closed))
    title, source = item.spans.get("title", (0, 0)), item.spans.get("container-title", (0, 0))
    return open_ends | {
        "title-ends-in-comma": float(text[title[1] - 1 : title[1] + 1].strip()[-1:] == ","),
        "source-before-title": float(source[1] > 0 and source[0] < title[0]),
        "title-first": float(title[1] > 0 and text[: title[0]].strip() == ""),
    }


def _whole(item: Assembly, text: str, rest: str) -> Evidence:
    """Return what is missing for the kind of work, what is left over, how the text opens."""
    csl = item.csl
    left = re.findall(r"\w+", _EPUB.sub("", rest))
    kind = csl.get("type", "")
    order = sorted((span[0], name) for name, span in item.spans.items() if name in csl)
    names = [name for _, name in order]
    return {
        "rest": min(len(left), 8),
        "rest-number": float(any(word.isdigit() for word in left)),
        "no-author": float("author" not in csl and "editor" not in csl),
        "no-title": float("title" not in csl),
        "no-date": float("issued" not in csl),
        "no-source": float(not csl.keys() & {"container-title", "publisher", "URL", "publisher-place"}),
        "no-numbers": float(kind == "article-journal" and not csl.keys() & {"page", "volume"}),
        "no-volume": float(kind == "article-journal" and "volume" not in csl),
        "no-page": float(kind == "article-journal" and "page" not in csl),
        "fields": len(csl),
        "identified": float(any(name in csl for name in _ONLINE)),
        "linked": float("URL" in csl),
        "date-second": float(names[1:2] == ["issued"]),
        "length": min(len(text) / 100, 8.0),
        "sentences": min(len(_SENTENCE.findall(text)), 8),
        "digits": sum(sign.isdigit() for sign in text) / (len(text) or 1),
        "opening": float(_OPENING.get(boundaries.opening_of(text), 9)),
    } | {f"is-{name}": float(kind == name) for name in _KINDS}  # fmt: skip


_OPENING = {
    name: n
    for n, name in enumerate(
        ("van", "apa", "sp", "initials", "full", "given", "caps", "organisation")
    )
}
