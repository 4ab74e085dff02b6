"""Mend what the sequence model often cuts in the wrong place, before fields are made.

Each repair looks at neighbouring segments, and changes nothing unless it is sure of its pattern.
"""

import re
from collections.abc import Callable

from citewell.references.reading.lexicon import GIVEN_NAMES
from citewell.references.reading.numbered import (
    article_number,
    day_before_pages,
    lettered_volume,
    pages_behind_date,
)
from citewell.references.reading.organisations import is_organisation
from citewell.references.reading.segments import Segment, cut, joined
from citewell.references.reading.stretching import (
    abbreviated_journal,
    names_before_quote,
    preprint_server,
    source_behind_quote,
    word_before_date,
)
from citewell.references.reading.titling import (
    book_before_editors,
    bracket_cut_in_two,
    one_more_before_title,
    title_of_few_words,
)
from citewell.references.reading.trimming import (
    et_al_behind_names,
    group_behind_names,
    mark_before_source,
    month_behind_journal,
    place_before_state,
    title_before_source,
    title_behind_editors,
    town_of_journal,
    volume_beside_year,
)

Segments = list[Segment]
_LOW_WORD = re.compile(r"(?<![^\s(])[a-zß-öø-ÿ]{3,}\b")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[”\"’)\]]?[.?!][”\"’)]?\s+(?=[^\W\d_a-zß-öø-ÿ])")
_VANCOUVER_NAME = r"(?:[^\W\d_][\w'’-]*\s){1,3}[A-Z]{1,3}(?:\s(?:Jr|Sr|II|III))?"
_VANCOUVER = re.compile(rf"((?:{_VANCOUVER_NAME},\s)*{_VANCOUVER_NAME})\.\s+([^\W\d_]{{2,}}.*)$")
_ENDS_IN_INITIAL = re.compile(r"[^\W\d_]\.\s*$")
_INITIAL_AND_ROLE = re.compile(r"\s*(?:[^\W\d_]\.[\s-]?)+,?\s*\((?i:eds?|editors?|hrsg)\.?\)")
_IS_NO_TITLE = re.compile(r"(?:and|&)\s|[A-ZÀ-Þ]+[.,]?(?:\s|$)|et\s?al\b", re.UNICODE)
_EDITOR_LEAD = re.compile(r"\W*(?:in|(?-i:[Ee]ds?)|edited|hrsg)\b", re.IGNORECASE)


def repair(segments: Segments) -> Segments:
    """Return `segments` with the usual faults mended; together they hold the same text."""
    for mend in _REPAIRS:
        segments = mend(segments)
    return segments


def people_cut_in_two(segments: Segments) -> Segments:
    """Join "Park, J., Fournier, | F. (Eds.)." to one list of editors."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        if (
            last
            and (last.label, segment.label) == ("author", "editor")
            and _is_cut_list(last.text, segment.text)
            and not _EDITOR_LEAD.match(segment.text)
        ):
            result[-1] = joined(last, segment, "editor")
        else:
            result.append(segment)
    return result


def _is_cut_list(front: str, back: str) -> bool:
    """Tell whether one list of people was cut in two: behind a comma, or between initials."""
    return front.rstrip()[-1:] in ",&" or bool(
        _ENDS_IN_INITIAL.search(front) and _INITIAL_AND_ROLE.match(back)
    )


def title_behind_initials(segments: Segments) -> Segments:
    """End a Vancouver list where its last initials end: "Cox A, Lee K. Commentary | and reply"."""
    result: Segments = []
    for number, segment in enumerate(segments):
        match = _VANCOUVER.match(segment.text) if segment.label == "author" else None
        if match and (_IS_NO_TITLE.match(match[2]) or is_organisation(match[2])):
            match = None
        if match and segment.text.split(maxsplit=1)[0] in GIVEN_NAMES and "," not in match[1]:
            match = None  # "William G. Cochran. Sampling": his family name comes last
        following = segments[number + 1] if number + 1 < len(segments) else None
        if match and following and following.text[:1] in '“"«':
            match = None  # "Olga A. Lloyd, “Title”": the first name is spelt out
        if match and (following is None or following.label in ("title", "container", "date")):
            head, tail = cut(segment, match.start(2), "author", "title")
            result += [head, tail]
        elif result and (result[-1].label, segment.label) == ("title", "title"):
            result[-1] = joined(result[-1], segment, "title")
        else:
            result.append(segment)
    return result


def subtitle_in_container(segments: Segments) -> Segments:
    """Give back to the title a sentence that stands before the journal: "…? | An update. Spine J"."""  # noqa: E501
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        ends = list(_SENTENCE_END.finditer(segment.text)) if segment.label == "container" else []
        if last and last.label == "title" and ends and not re.match(r"\W*in\b", segment.text, re.I):
            at = ends[-1].end()
            if (
                len(_LOW_WORD.findall(segment.text[:at])) >= 2
                and len(segment.text[at:].split()) <= 8
            ):
                head, tail = cut(segment, at, "title", "container")
                result[-1] = joined(last, head, "title")
                result.append(tail)
                continue
        result.append(segment)
    return result


def container_in_title(segments: Segments) -> Segments:
    """Cut "A long title. Name of a journal" where a volume or pages follow and no source is named."""  # noqa: E501
    labels = [segment.label for segment in segments]
    if "title" not in labels or {"container", "publisher", "location", "genre"} & set(labels):
        return segments
    if not {"volume", "pages"} & set(labels):
        return segments
    number = labels.index("title")
    segment = segments[number]
    ends = list(_SENTENCE_END.finditer(segment.text))
    if not ends or number + 1 == len(segments):
        return segments
    at = ends[-1].end()
    if len(segment.text[:at].split()) < 3 or not 1 <= len(segment.text[at:].split()) <= 8:
        return segments
    return segments[:number] + cut(segment, at, "title", "container") + segments[number + 1 :]


def book_behind_editors(segments: Segments) -> Segments:
    """Make a second title behind editors the book's: "In: Clark C, editors. | The spine."."""
    labels = [segment.label for segment in segments]
    if "container" in labels or labels.count("title") != 2 or "editor" not in labels:
        return segments
    second = len(labels) - 1 - labels[::-1].index("title")
    if labels.index("editor") != second - 1:
        return segments
    old = segments[second]
    new = Segment("container", old.start, old.end, old.text)
    return [*segments[:second], new, *segments[second + 1 :]]


_REPAIRS: tuple[Callable[[Segments], Segments], ...] = (
    et_al_behind_names,
    group_behind_names,
    one_more_before_title,
    bracket_cut_in_two,
    mark_before_source,
    article_number,
    volume_beside_year,
    day_before_pages,
    pages_behind_date,
    lettered_volume,
    month_behind_journal,
    town_of_journal,
    names_before_quote,
    source_behind_quote,
    preprint_server,
    word_before_date,
    abbreviated_journal,
    people_cut_in_two,
    title_behind_initials,
    subtitle_in_container,
    container_in_title,
    title_of_few_words,
    book_before_editors,
    book_behind_editors,
    title_behind_editors,
    title_before_source,
    place_before_state,
)
