"""Folding text to comparable words: case, accents, spelling, scripts.

Queries and pages go through the same functions, so whatever they merge, they merge on
both sides. Nothing here knows a language's grammar; that is `stems`.
"""

import re
import unicodedata
from functools import lru_cache

# Marks that may go without changing the word: Latin, Greek and Cyrillic accents, Arabic
# harakat, Hebrew points. Vowel signs of Indic and Thai scripts are letters and stay.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "ʼ": "'",
        "\u200b": " ",
        "\u00ad": "",
        "\u0640": "",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ة": "ه",
    }
)
# Combining vowel signs count as letters of a word (Devanagari to Khmer).
_WORD = re.compile(
    "(?:[^\\W_]|[\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u1000-\u109f\u1780-\u17d3])+"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_CLOSING = re.compile(r"(?<=\w)'(?:s\b|(?=\W|$))|(?<=\w)'(?=(?:t|re|ve|ll|m|d)\b)")
# Scripts written without spaces are cut into overlapping pairs of characters.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1780-\u17d3]{3,}")

# British to American. The same rules meet both sides, so a word they bend needlessly
# ("exercise") still finds itself.
_SPELLINGS = (
    (re.compile("rrhoe"), "rrhe"),
    (re.compile("^oe(?=dem|soph|str)"), "e"),
    (re.compile("(?<=[a-z])oe(?=dem|soph|strog)"), "e"),
    (re.compile("(?<=f)oe(?=t)|(?<=am)oe(?=b)|(?<=^c)oe(?=li)|(?<=hom)oe(?=o)|(?<=p)oe(?=i)"), "e"),
    (re.compile("ae(?!r|l$)"), "e"),
    (re.compile("(?<=h)aer?(?=em)"), "e"),
    (re.compile("(?<=an|ys)aer(?=ob)"), "aer"),
    (re.compile("(?<=[a-z]{3})our(?=s?$|ed$|ing$|al$|less$|ful$|able$)(?<!pour)(?<!hour)"), "or"),
    (re.compile("(?<=[a-z]{3})is(?=ations?$|e[drs]?$|ing$)"), "iz"),
    (re.compile("(?<=[a-z]{3})ys(?=e[drs]?$|ing$)(?<=lys)"), "yz"),
    (re.compile("^(fib|cent|lit|met|calib)re(s?)$"), r"\1er\2"),
    (re.compile("sulph"), "sulf"),
    (re.compile("^(program)mes?$"), r"\1"),
    (re.compile("^(grey)$"), "gray"),
    (re.compile("^pyjama"), "pajama"),
)


# Letters of a word that are kept: no word of a page or a query is longer.
LONGEST_WORD = 60

# Types are numbered either way ("type IIID", "type 3D"); single letters stay letters.
_ROMAN = re.compile("^(ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii)([a-e]?)$")
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii"
_NUMBERS = {roman: str(number) for number, roman in enumerate(_NUMERALS.split(), 1)}


@lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """The word with British spellings made American ("oedema" → "edema"), Roman numbers Arabic."""
    if found := _ROMAN.match(word):
        return _NUMBERS[found[1]] + found[2]
    if len(word) < 4 or not word.isascii():
        return word
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def fold(text: str) -> str:
    """Lower case without accents, one form per letter; never raises.

    Turkish dotted and dotless i, final sigma, ligatures and full-width letters are folded;
    control characters become spaces.
    """
    # Unpaired surrogates cannot be stored or sent; they become question marks.
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFC", _MARKS.sub("", text))
    return _CONTROL.sub(" ", text)


def words(text: str) -> list[str]:
    """The words of a text, folded, possessives off, American spelling, in order."""
    return [american(word) for word in plain_words(text)]


def plain_words(text: str) -> list[str]:
    """As `words`, the writer's own spelling kept."""
    # Some signs fold to whole sentences ("ﷺ"): the text may grow, not without bound.
    folded = _CLOSING.sub("", fold(text)[: 2 * len(text) + 100])
    found: list[str] = []
    for match in _WORD.findall(folded):
        if _UNSPACED.search(match):
            found.extend(match[i : i + 2] for i in range(len(match) - 1))
        else:
            found.append(match[:LONGEST_WORD])
    return found
