"""What stands before a list item: bullets and numbers of many scripts, and which follows which."""

import re
from typing import NamedTuple

# What leads an item, and as often a heading ("■ Symptoms") where it stands alone.
SIGNS = "■□◆◇●○◎▼▽▲△▶►▷★☆◼◻◾◽♦❖"
_BULLETS = f"-*+•·‣◦▪{SIGNS}➢➤✓✔–—\uf0b7\u2043\u2219"
# Scripts that write no space after a mark: kana, Han, full-width forms.
_WIDE = "[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_LETTERS = (
    "abcdefghijklmnopqrstuvwxyz",
    "αβγδεζηθικλμ",
    "абвгдежзиклм",
    "אבגדהוזחטיכל",
    "أبجدهوزحطيكل",
    "أبتثجحخدذرزس",
    "アイウエオカキクケコ",
    "一二三四五六七八九十",
    "ivx",
)
_HAN = (*"一二三四五六七八九十",)
_CAPITALS = "ABCDEFGHIJKL"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NAME = rf"[^\W\D]{{1,3}}|[{''.join(sorted({*''.join(_LETTERS)}))}]|[ivx]{{1,4}}"
BULLET = re.compile(
    rf"([{_BULLETS}]|o(?=\s{{2,}}|\t))\s+(?=\S)|([・･{SIGNS}])\s*(?={_WIDE})|([・･])\s*(?=\S)"
)
NUMBER = re.compile(
    rf"([(（]?(?:{_NAME})[.)．）、]|[\[［]\d{{1,3}}[\]］]|[{_CIRCLED}])(?:\s+(?=\S)|(?={_WIDE}))"
)


_LETTERED = re.compile(rf"([{_CAPITALS}][.)])\s+(?=\S)")


class Marked(NamedTuple):
    """A line by its parts; `marker` is "" where it has none."""

    marker: str
    text: str
    ordered: bool


def split_marker(line: str) -> Marked:
    """Take the marker off a line without indent."""
    if found := BULLET.match(line):
        return Marked(found[1] or found[2] or found[3], line[found.end() :], ordered=False)
    if found := NUMBER.match(line):
        return Marked(found[1], line[found.end() :], ordered=True)
    return Marked("", line, ordered=False)


def split_letter(line: str) -> Marked:
    """As `split_marker`, a capital letter too: whether it is an initial, its neighbours say."""
    if found := _LETTERED.match(line):
        return Marked(found[1], line[found.end() :], ordered=True)
    return split_marker(line)


def values(marker: str) -> set[int]:
    """The numbers a marker can stand for: "i)" is the first or the ninth; a bullet has none."""
    if marker in _CIRCLED and marker:
        return {_CIRCLED.index(marker) + 1}
    name = marker.strip("()[]（）［］.．、")
    if marker == "o":  # a bullet
        return set()
    if name.isdecimal():
        return {int(name)}
    found = {
        letters.index(name) + 1
        for letters in (*_LETTERS[:-1], _CAPITALS)
        if name and name in letters
    }
    return found | ({_ROMAN.index(name) + 1} if name in _ROMAN else set())


def shape(marker: str) -> str:
    """What two markers of one list share: "1)", "a)", "[1]"."""
    if marker and marker in _CIRCLED:
        return _CIRCLED[0]
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", marker))


def is_number(marker: str) -> bool:
    """Whether it counts in digits."""
    return "1" in shape(marker) or "①" in shape(marker)


def counts(marker: str) -> bool:
    """Whether it counts in digits or in Han numerals, as sections do."""
    return is_number(marker) or marker.strip("()（）．.、") in _HAN


def is_capital(marker: str) -> bool:
    """Whether it is a capital letter: an initial, as often as the letter of an item."""
    return len(marker) == 2 and marker[0].isascii() and marker[0].isupper()


def goes_on(before: str, now: str) -> bool:
    """Whether a marker is the next of its list: the same bullet or sign, or the number after."""
    first, second = values(before), values(now)
    if not first and not second:  # bullets may change within a list, but not to a heading's sign
        return (before in SIGNS) == (now in SIGNS)
    if shape(before) != shape(now):
        return False
    return any(value + 1 in second for value in first) or first == second == {1}


def starts(marker: str) -> bool:
    """Whether a list can begin with it: a bullet, or the first of its numbers."""
    return not (found := values(marker)) or 1 in found
