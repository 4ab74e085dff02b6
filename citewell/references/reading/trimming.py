"""Mend segments that hold a word too many or too few, where biomedical references show it.

Like the other repairs, each is sure of its pattern or changes nothing.
"""

import re

from citewell.references.reading.dates import MONTH
from citewell.references.reading.segments import Segment, cut, joined

Segments = list[Segment]
_ET_AL = re.compile(r"[\s,;]*et\.?\s?al\b\.?[,;:]?\s*")
_YEAR_AND_VOLUME = re.compile(r"(\(?(?:19|20)\d\d\)?[;,]\s?)(?=(?:19|20)\d\d\s?[:(])")
_YEAR_BEFORE_VOLUME = re.compile(r"((?:19|20)\d\d\s?;\s?)(?=[\d(])")
_DAY_BEFORE_VOLUME = re.compile(r"(\d{1,2}\s?;\s?)(?=[\d(])")
_ENDS_IN_MONTH = re.compile(rf"\b{MONTH}\s*$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"[\w.,:;]\s+({MONTH}(?:\s?[-–/]\s?{MONTH})?)\s*$", re.IGNORECASE)
_STARTS_WITH_YEAR = re.compile(r"(?:19|20)\d\d\b")
_TOWN = re.compile(r"\(\s?[A-Z][\w.-]*(?:[\s,]+[\w.-]+){0,3}\s?\)[.,;:]?\s*$")
_ROLE = re.compile(
    r"(?<=[,(\s])(?:eds?|editors?|hrsg)\b\.?\)?[.,:]?\s+(?=[A-Z][\w-]+\s\w)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[”\"’)\]]?[.?!][”\"’)]?\s+(?=[^\W\d_a-zß-öø-ÿ])")
_ENDS_IN_FOR = re.compile(r"\b(?:for|on behalf of|and)(?:\s+the)?\s*$")
_STARTS_WITH_FOR = re.compile(r"(?:for|on behalf of)\s+the\s+[A-Z]")
_ENDS_IN_GROUP = re.compile(r"\b(?:Group|Committee|Panel|Collaborati(?:on|ve)|Force|Network)\s*$")
_STARTS_WITH_ON = re.compile(r"(?:on|for|of)\s+(?:the\s+)?[A-Z]")
_QUOTED = re.compile(r"[“\"][^”\"]{8,}[”\"][,.]?\s+(?=\w)")
_STATE = re.compile(
    r"\W*(?:Alabama|Alaska|Arizona|Arkansas|California|Calif|Colorado|Connecticut|Conn|Delaware|Florida|Fla|Georgia|Hawaii|Idaho|Illinois|Ill|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Mass|Michigan|Mich|Minnesota|Minn|Mississippi|Missouri|Montana|Nebraska|Nevada|New\s(?:Hampshire|Jersey|Mexico|York)|North\s(?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode\sIsland|South\s(?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West\sVirginia|Wisconsin|Wyoming|[A-Z]{2}|USA)\W*$"
)
_TOWN_BEHIND = re.compile(r",\s+((?:[A-Z][a-z]+\s){0,1}[A-Z][a-z]+)\s*,\s*$")


def et_al_behind_names(segments: Segments) -> Segments:
    """Give "et al." at the head of what follows to the people before it."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        match = _ET_AL.match(segment.text) if last and last.label == "author" else None
        if not match or segment.shape or segment.label == "author":
            result.append(segment)
            continue
        if match.end() >= len(segment.text.rstrip()):
            result[-1] = joined(result[-1], segment, "author")
            continue
        head, tail = cut(segment, match.end(), "author", segment.label)
        result[-1] = joined(result[-1], head, "author")
        result.append(tail)
    return result


def group_behind_names(segments: Segments) -> Segments:
    """Give the people the group they write for: "Roe A, for the | Guidelines Committee. Pain."."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        end = _SENTENCE_END.search(segment.text) if segment.label == "title" else None
        if last and last.label == "author" and end and _is_cut_group(last.text, segment.text):
            head, tail = cut(segment, end.end(), "author", "title")
            result[-1] = joined(last, head, "author")
            result.append(tail)
        else:
            result.append(segment)
    return result


def _is_cut_group(front: str, back: str) -> bool:
    return bool(
        _ENDS_IN_FOR.search(front)
        or _STARTS_WITH_FOR.match(back)
        or (_ENDS_IN_GROUP.search(front) and _STARTS_WITH_ON.match(back))
    )


def mark_before_source(segments: Segments) -> Segments:
    """Join an opening quotation mark, taken for a title of its own, to what it opens."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        if last and last.label == "title" and not segment.shape and not re.search(r"\w", last.text):
            result[-1] = joined(last, segment, segment.label)
        else:
            result.append(segment)
    return result


def volume_beside_year(segments: Segments) -> Segments:
    """Part "2012;2012:" into year and volume, and a date off a volume's head: "2002;27(5)".

    "2014 Jan | 23;20(4)" gets its day back.
    """
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        match, dated = None, bool(last and last.label == "date")
        if segment.label == "date":
            match = _YEAR_AND_VOLUME.match(segment.text)
        elif segment.label == "volume":
            match = _YEAR_BEFORE_VOLUME.match(segment.text)
            if not match and last and dated and _ENDS_IN_MONTH.search(last.text):
                match = _DAY_BEFORE_VOLUME.match(segment.text)
        if not match or not segment.text[match.end() :].strip():
            result.append(segment)
            continue
        head, tail = cut(segment, match.end(), "date", "volume")
        if last and dated:
            result[-1] = joined(last, head, "date")
        else:
            result.append(head)
        result.append(tail)
    return result


def month_behind_journal(segments: Segments) -> Segments:
    """Give a date the month that stands behind the journal: "Spine J. Nov | 2012"."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        match = (
            _MONTH_BEHIND.search(last.text)
            if last and last.label == "container" and segment.label == "date"
            else None
        )
        if last and match and _STARTS_WITH_YEAR.match(segment.text):
            head, tail = cut(last, match.start(1), "container", "date")
            result[-1:] = [head, joined(tail, segment, "date")]
        else:
            result.append(segment)
    return result


def town_of_journal(segments: Segments) -> Segments:
    """Give a journal the town in brackets that tells it apart: "Med Clin (Barc)"."""
    result: Segments = []
    for number, segment in enumerate(segments):
        last = result[-1] if result else None
        following = segments[number + 1].label if number + 1 < len(segments) else ""
        if (
            last
            and last.label == "container"
            and segment.label not in ("container", "date", "volume", "pages", "editor")
            and not segment.shape
            and following in ("date", "volume", "pages")
            and _TOWN.fullmatch(segment.text)
        ):
            result[-1] = joined(last, segment, "container")
        else:
            result.append(segment)
    return result


def title_behind_editors(segments: Segments) -> Segments:
    """End a list of editors behind its role: "Roe C, editors. | The spine." names their book."""
    labels = [segment.label for segment in segments]
    if "container" in labels or "editor" not in labels:
        return segments
    number = labels.index("editor")
    match = _ROLE.search(segments[number].text)
    if not match:
        return segments
    return [
        *segments[:number],
        *cut(
            segments[number], match.end(), "editor", "container" if "title" in labels else "title"
        ),
        *segments[number + 1 :],
    ]


def title_before_source(segments: Segments) -> Segments:
    """Cut "A long title. Name of a journal" where all of it was taken for the journal."""
    labels = [segment.label for segment in segments]
    if "title" in labels or "container" not in labels or "author" not in labels:
        return segments
    if not {"volume", "pages"} & set(labels):
        return segments
    number = labels.index("container")
    text = segments[number].text
    quoted = _QUOTED.match(text)
    ends = [quoted] if quoted else list(_SENTENCE_END.finditer(text))
    for match in ends:
        if len(text[: match.end()].split()) >= 3 and 1 <= len(text[match.end() :].split()) <= 8:
            return [
                *segments[:number],
                *cut(segments[number], match.end(), "title", "container"),
                *segments[number + 1 :],
            ]
    return segments


def place_before_state(segments: Segments) -> Segments:
    """Give a state its town: "Agronomy Publications, River Falls, | Wisconsin"."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        match = (
            _TOWN_BEHIND.search(last.text)
            if last
            and last.label in ("publisher", "container")
            and segment.label == "location"
            and _STATE.match(segment.text)
            else None
        )
        if last and match and match.start():
            head, tail = cut(last, match.start(1), last.label, "location")
            result[-1:] = [head, joined(tail, segment, "location")]
        else:
            result.append(segment)
    return result
