"""Lists copied without their bullets: short lines below one that announces them."""

from importing.readers.phrases import PHRASES
from importing.readers.plain_lines import Line
from importing.readers.reference_lines import looks_like_reference
from importing.readers.shapes import heading_shape, is_sentence, opens_list, word_count

_LONGEST = 14
_LEAST = 2
_LEAST_IN_BLOCK = 3
_MOST_IN_BLOCK = 40
_LONG = 5
_FAR = 300
_ITEM_ENDS = (";", ",", "،", "؛", "、")


def bare_list(lines: list[Line], index: int) -> int:
    """How many lines from `index` on are such a list; 0 where none starts there."""
    above = lines[index - 1].text if index and not lines[index - 1].marker else ""
    if not above or _is_list_of_another_kind(above):
        return 0
    announced = opens_list(above)
    if not announced and (is_sentence(above) or not heading_shape(above)):
        return 0
    if not announced and (count := _block_of_lines(lines, index)):
        return count
    end = index
    while end < len(lines) and _is_item(lines, index, end, announced):
        end += 1
    end = _without_heading(lines, index, end)
    return end - index if end - index >= _LEAST else 0


def _block_of_lines(lines: list[Line], index: int) -> int:
    """How many lines between two blank ones are a list, each short and none a sentence.

    Only below a heading behind the first sentence: over it they may be a letterhead, a menu.
    """
    end = index + 1
    if not lines[index].after_blank or opens_list(lines[index].text):
        return 0
    while end < min(len(lines), index + _MOST_IN_BLOCK) and not lines[end].after_blank:
        end += 1
    block = lines[index:end]
    if len(block) < _LEAST_IN_BLOCK or end == len(lines) or not lines[end].after_blank:
        return 0
    before = lines[max(0, index - _FAR) : index]
    if not any(is_sentence(line.text) and word_count(line.text) > _LONG for line in before):
        return 0
    if any(PHRASES.is_references_heading(line.text) for line in before):
        return 0  # cards behind the references
    plain = all(not line.marker and not line.tabs for line in block)
    short = all(word_count(line.text) <= _LONGEST and not is_sentence(line.text) for line in block)
    named = any(PHRASES.furniture(line.text) or looks_like_reference(line.text) for line in block)
    return end - index if plain and short and not named else 0


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
