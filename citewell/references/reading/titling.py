"""Mend the bounds of titles: a source inside, a bracket cut in two, people before and behind.

Like the other repairs, each is sure of its pattern or changes nothing.
"""

import re

from citewell.references.reading.segments import Segment, cut, joined

Segments = list[Segment]
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[”\"’)\]]?[.?!][”\"’)]?\s+(?=[^\W\d_a-zß-öø-ÿ])")
_IN = re.compile(r"(?<=[\w.,?!”\"’)])\s+(?:in|In):?\s+(?=[“\"]?[^\W\d_a-zß-öø-ÿ])")
_ROLE = re.compile(r"\b(?:eds?|editors?)\b", re.IGNORECASE)
_ROLE_FIRST = re.compile(r"\W*(?:eds?|edited by)\b", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"(?:and|&)\s+(?:[^\W\d_][\w'’-]+\s){1,2}(?:[A-Z]{1,3}\b|(?:[A-Z]\.[\s-]?)+)[.,]?\s+(?=[^\W\d_a-zß-öø-ÿ“\"])"
)
_WORD_BEHIND_INITIALS = re.compile(
    r"(?<=,\s)((?:[A-ZÀ-Þ]\.[\s-]?)+)\s*(?P<title>[A-ZÀ-Þ][^\W\d_]?[’'\w]{3,}(?:\s[^\W\d_.,;]+){0,6}[.,:]?)\s*$"
)
_MOST = 80  # characters of a stretch that closes a bracket


def bracket_cut_in_two(segments: Segments) -> Segments:
    """Give a title the rest of its bracket: "Balance (in | men). Pain"."""
    result = list(segments)
    number = 0
    while number + 1 < len(result):
        segment, following = result[number], result[number + 1]
        opened = segment.label == "title" and _open_bracket(segment.text)
        at = following.text.find(opened) if opened and not following.shape else -1
        if not 0 <= at <= _MOST or following.label in ("author", "editor", "translator"):
            number += 1
            continue
        end = at + 1
        while end < len(following.text) and following.text[end] in '.,:;?!”"’':
            end += 1
        if not following.text[end:].strip():
            result[number : number + 2] = [joined(segment, following, "title")]
            continue
        end += len(following.text[end:]) - len(following.text[end:].lstrip())
        head, tail = cut(following, end, "title", following.label)
        result[number : number + 2] = [joined(segment, head, "title"), tail]
        number += 1
    return result


def _open_bracket(text: str) -> str:
    """Return the sign that would close the bracket `text` leaves open, or nothing."""
    for opened, closed in ("()", "[]"):
        if text.count(opened) == text.count(closed) + 1 and text.rfind(opened) > 0:
            return closed
    return ""


def one_more_before_title(segments: Segments) -> Segments:
    """Give the people the last of them: "Roe H. | and Lee S. A title."."""
    result: Segments = []
    for segment in segments:
        last = result[-1] if result else None
        match = (
            _ONE_MORE.match(segment.text)
            if last and (last.label, segment.label) == ("author", "title")
            else None
        )
        if last and match:
            head, tail = cut(segment, match.end(), "author", "title")
            result[-1:] = [joined(last, head, "author"), tail]
        else:
            result.append(segment)
    return result


def book_before_editors(segments: Segments) -> Segments:
    """Cut the book off a chapter's title: "A chapter. | The book. | Roe A, editors."."""
    labels = [segment.label for segment in segments]
    if "container" in labels or labels.count("title") != 1 or "author" not in labels:
        return segments
    number = labels.index("title")
    if number + 1 == len(labels) or labels[number + 1] != "editor" or number == 0:
        return segments
    title, editor = segments[number], segments[number + 1]
    if not _ROLE.search(editor.text):
        return segments
    if _ROLE_FIRST.match(editor.text) or "(" in editor.text[:2]:
        places = [match.end() for match in _IN.finditer(title.text)]
        starts = [match.start() for match in _IN.finditer(title.text)]
        if not places or len(title.text[: starts[-1]].split()) < 2:
            return segments
        at = starts[-1] + len(title.text[starts[-1] :]) - len(title.text[starts[-1] :].lstrip())
    else:
        ends = list(_SENTENCE_END.finditer(title.text))
        if not ends or re.match(r"\W*in\b", editor.text, re.IGNORECASE):
            return segments
        at = ends[-1].end()
    return [*segments[:number], *cut(title, at, "title", "container"), *segments[number + 1 :]]


def title_of_few_words(segments: Segments) -> Segments:
    """Cut a short title off inverted names: "Hussain, M. A. | Illuminations."."""
    labels = [segment.label for segment in segments]
    if "title" in labels or "container" in labels or labels[:1] != ["author"]:
        return segments
    if not {"publisher", "location", "edition"} & set(labels):
        return segments
    match = _WORD_BEHIND_INITIALS.search(segments[0].text)
    if not match:
        return segments
    return [*cut(segments[0], match.start("title"), "author", "title"), *segments[1:]]
