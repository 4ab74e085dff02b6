"""What a line looks like: a sentence, a heading of one of five shapes, a list item.

Looks only at the line; whether a heading stands here is decided with its surroundings.
"""

import re
import unicodedata

_SENTENCE_END = re.compile(r"[.!?…。．！？؟۔।׃:;,،؛][\"'”’»)\]]*(?:\[?[\d,–-]+\]?)?$")
_INNER_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?。！？؟।][\"'”’»)]*\s+\S|[。！？]\S")
_GREEK = re.compile(r"[\u0370-\u037d\u037f-\u03ff]")
_QUESTION = re.compile(r"[?؟？]$")
_NUMBER = re.compile(
    r"(?:(?:chapter|section|part|step|teil|kapitel|partie|parte)\s+)?"
    r"(\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVXLC]{1,5}[.)]|[A-H][.)])\s+(?=\S)"
    r"|(第?[一二三四五六七八九十\d]{1,3}(?:[、．]|[章節节部]\s*))(?=\S)",
    re.I,
)
# Thai, Lao, Burmese, Khmer.
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_FIGURE = re.compile(r"(figure|fig\.|table|box|abbildung|tabelle|tableau|figura|tabla)\s+\d", re.I)
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w|\b\d{3,}[\s-]\d{3,}")
_READ_MORE = re.compile(
    r"(read|learn|find out|see|discover|show|view|continue)\s*(more|reading|all|on)?"
    r"(\s+about\b.*)?|more|weiterlesen|mehr( erfahren| lesen)?|lire la suite|en savoir plus"
    r"|(leer|saber|ver) más|leggi (tutto|di più)|lees (meer|verder)|saiba mais|اقرأ المزيد|קרא עוד",
    re.I,
)
# Last words of a line that opens a list ("Get help if:"), and words of one anywhere in it.
# fmt: off
_LEAD_IN = frozenset([
    "include", "includes", "including", "are", "is", "was", "were", "be", "as", "like", "by", "to",
    "with", "when", "if", "that", "following", "follows", "below", "have", "has", "of", "for",
    "from", "on", "these", "this", "the", "a", "an", "and", "or", "can", "may", "your", "sind",
    "ist", "gehören", "wie", "bei", "sont", "est", "comme", "pour", "son", "es", "como", "para",
    "sono", "zijn", "zoals",
])
_LEAD_IN_ANYWHERE = frozenset(["include", "includes", "are", "following"])
# fmt: on
LONGEST_HEADING_WORDS = 16
LONGEST_HEADING = 140


def word_count(text: str) -> int:
    """Words; of a script without spaces, two wide or five narrow characters are one."""
    if text.isascii():
        return len(text.split())
    wide = sum(1 for character in text if unicodedata.east_asian_width(character) in "WF")
    narrow = len(_NO_SPACES.findall(text))
    return max(len(text.split()), wide // 2, narrow // 5)


def is_sentence(text: str) -> bool:
    """Whether a line ends as sentences do (a citation mark may follow the full stop)."""
    return bool(_SENTENCE_END.search(text.rstrip()))


def is_read_more(text: str) -> bool:
    """Whether the line is only the words of a link, "Read more >"."""
    return bool(_READ_MORE.fullmatch(text.strip(" .…>»→›[]<«←")))


def is_short(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and word_count(text) <= LONGEST_HEADING_WORDS


def is_capitals(text: str) -> bool:
    """Whether every cased letter is a capital, and there are enough to mean it."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 2 and text == text.upper() and text != text.lower()


def number_of(text: str) -> str:
    """The number a line starts with ("2.1"), or ""."""
    found = _NUMBER.match(text)
    return (found[1] or found[2]).rstrip(".)、． ") if found else ""


def heading_shape(text: str) -> str:
    """The kind of heading a line could be, or "": capitals, numbered, question, colon, line."""
    text = text.strip()
    if not text or "\n" in text or not is_short(text) or not any(map(str.isalpha, text)):
        return ""
    if _FIGURE.match(text) or _ADDRESS.search(text) or text.endswith(("...", "…")):
        return ""
    first = text.lstrip("\"'“‘«„(¿¡[【「『《〈〔（［")[:1]
    if first.islower() or not (first.isalnum() or number_of(text)):
        return ""
    rest = text[_NUMBER.match(text).end() :] if number_of(text) else text  # type: ignore[union-attr]
    if _INNER_SENTENCE.search(rest) or _looks_abbreviated_prose(rest):
        return ""
    if number_of(text) and not is_sentence(rest.rstrip("?؟？:")) and word_count(rest) <= 14:
        return "numbered" if not rest[:1].islower() else ""
    if is_capitals(text) and not text.endswith((",", ";")):
        return "capitals"
    greek = text.endswith((";", "\u037e")) and bool(_GREEK.search(text))
    if _QUESTION.search(text) or greek:
        return "question"
    if text.endswith((":", "：")):
        return "colon" if word_count(text) <= 7 and not is_lead_in(text) else ""
    if is_sentence(text) or word_count(text) > 12:
        return ""
    return "line"


def opens_list(text: str) -> bool:
    """Whether a line asks for a list below it: by a colon, or by its last word ("causes are")."""
    if text.endswith((":", "：")):
        return True
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) > 1 and words[-1] in _LEAD_IN and text[-1:].isalpha()


def is_lead_in(text: str) -> bool:
    """Whether a line with a colon opens a list ("Common causes include:")."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words:
        return False
    return words[-1] in _LEAD_IN or len(words) > 5 or not _LEAD_IN_ANYWHERE.isdisjoint(words)


def _looks_abbreviated_prose(text: str) -> bool:
    # "Smith J, Jones K" and "12 March 2020 | News" are lines of another kind.
    return text.count(",") > 2 or "|" in text or "\t" in text
