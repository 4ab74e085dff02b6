"""Lists copied without their bullets: short lines below one that announces them."""

from importing.readers.phrases import PHRASES
from importing.readers.plain_lines import Line
from importing.readers.shapes import heading_shape, is_sentence, opens_list, word_count

_LONGEST = 14
_LEAST = 2
_ITEM_ENDS = (";", ",", "،", "؛", "、")


def bare_list(lines: list[Line], index: int) -> int:
    """How many lines from `index` on are such a list; 0 where none starts there."""
    above = lines[index - 1].text if index and not lines[index - 1].marker else ""
    if not above or _is_list_of_another_kind(above):
        return 0
    announced = opens_list(above)
    if not announced and (is_sentence(above) or not heading_shape(above)):
        return 0
    end = index
    while end < len(lines) and _is_item(lines, index, end, announced):
        end += 1
    end = _without_heading(lines, index, end)
    return end - index if end - index >= _LEAST else 0


def _is_list_of_another_kind(above: str) -> bool:
    """Whether a heading announces references, teasers, a menu: lists that are found as such."""
    known = PHRASES.is_references_heading(above) or PHRASES.is_perhaps_references_heading(above)
    return known or PHRASES.is_teasers_heading(above) or bool(PHRASES.furniture(above))


def _is_item(lines: list[Line], start: int, index: int, announced: bool) -> bool:
    line = lines[index]
    if line.marker or line.tabs or word_count(line.text) > _LONGEST:
        return False
    if PHRASES.furniture(line.text) or PHRASES.ending(line.text):
        return False
    if is_sentence(line.text) and not line.text.endswith(_ITEM_ENDS):
        return False
    if line.after_blank and index > start:
        # Lines with blank ones between them are one list where all begin with a small letter.
        spaced = all(item.after_blank and _is_small(item) for item in lines[start:index])
        return spaced and _is_small(line)
    return announced or _is_small(line)


def _without_heading(lines: list[Line], start: int, end: int) -> int:
    """The end before a last line that heads the text right below it."""
    if end - start < 1 or end == len(lines) or lines[end].after_blank:
        return end
    last = lines[end - 1]
    return end - 1 if heading_shape(last.text) and not _is_small(last) else end


def _is_small(line: Line) -> bool:
    return line.text[:1].islower()
