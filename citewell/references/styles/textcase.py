"""Capitals: title case, first letter, lower case; markup and quotes inside are respected."""

import re
from functools import lru_cache
from importlib.resources import files

_TAG = re.compile(
    r"‘|’|“|”| \"| '|\"|'|[-–—/.,;?!:]|\[|\]|\(|\)"
    r"|<span style=\"font-variant: small-caps;\">|<span class=\"no(?:case|decor)\">|</span>"
    r"|</?(?:i|sc|b|sub|sup)>"
)
#: Tags whose text keeps its capitals, and what closes them.
_KEEPING = {
    '<span style="font-variant: small-caps;">': "</span>",
    '<span class="nocase">': "</span>",
    '<span class="nodecor">': "</span>",
    "<sc>": "</sc>",
    "<sub>": "</sub>",
    "<sup>": "</sup>",
}
#: An opening quote: the quote that may open inside it, the quote that closes it.
_QUOTES = {' "': (" '", '"'), " '": (' "', "'"), "‘": ("‘", "’"), "“": ("“", "”")}
_CLOSING = {"’", "”", '"', "'"}
_SPACES = re.compile("([\u00a0\u0020\u2000-\u200b\u205f\u3000]+)")


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    data = files("citewell.references.styles").joinpath("data/small_words.txt")
    return frozenset(data.read_text(encoding="utf-8").split())


def _is_small(word: str) -> bool:
    # “v.” and “vs.” are small whatever letter stands for the full stop.
    return (
        word in _small_words()
        or (word[:1] == "v" and len(word) == 2)
        or (word[:2] == "vs" and len(word) == 3)
    )


def _capitalise(word: str) -> str:
    if len(word) == 1 and "\u0370" <= word <= "\u03ff":
        return word  # a lone Greek letter is a symbol
    return word[:1].upper() + word[1:]


class _Casing:
    """One text on its way through: where it stands, which quotes are open."""

    def __init__(self, text: str, case: str) -> None:
        text = re.sub(r'<span\s+class="no(case|decor)"[^>]*>', r'<span class="no\1">', text)
        text = re.sub(
            r'<span\s+style="font-variant:\s*small-caps;?"[^>]*>',
            '<span style="font-variant: small-caps;">',
            text,
        )
        self.case = case
        self.tags = _TAG.findall(text)
        self.strings = _TAG.split(text)
        for place, tag in enumerate(self.tags):
            if tag == "'" and self.strings[place + 1]:
                self.strings[place + 1] = tag + self.strings[place + 1]
                self.tags[place] = ""
        self.written = list(self.strings)
        self.first, self.after_sign = True, False
        self.last_word: tuple[int, int] | None = None
        self.quotes: list[tuple[str, int | None]] = []

    def run(self) -> str:
        if self.strings[0].strip():
            self.strings[0] = self._words(0, self.tags[0] if self.tags else "")
        keeping: list[str] = []
        for place, tag in enumerate(self.tags):
            text = self.strings[place + 1]
            if tag in _KEEPING:
                keeping.append(_KEEPING[tag])
            elif keeping and tag == keeping[-1]:
                keeping.pop()
            if tag[-1:] in ("!", "?", ":") and tag:
                self.after_sign = True
            if not keeping:
                self.strings[place + 1] = self._words(place + 1, "")
            elif text.strip():
                self.last_word = None
            if self.case != "lowercase":
                self._quote(tag, place)
            if text.strip():
                self.first = self.after_sign = False
        for _, opened in self.quotes:
            self._as_written(opened)
        if self.case == "title" and self.last_word:
            self._raise_last(*self.last_word)
        return "".join(text + tag for text, tag in zip(self.strings, [*self.tags, ""], strict=True))

    def _words(self, place: int, following: str) -> str:
        text = self.strings[place]
        if self.case == "lowercase":
            return text.lower()
        if not text.strip():
            return text
        pieces = _SPACES.split(text)
        if self.case == "capitalize-first":
            for number, word in enumerate(pieces):
                if self.first and word.strip("\u200b \u00a0"):
                    pieces[number] = _capitalise(word) if word == word.lower() else word
                    self.first = False
            return "".join(pieces)
        for number in range(0, len(pieces), 2):
            word = pieces[number]
            if not word:
                continue
            lower = word.lower()
            raised = (
                (len(word) > 1 and not _is_small(lower))
                or (number == len(pieces) - 1 and following == "-")
                or self.first
                or self.after_sign
            )
            if raised and word == lower:
                pieces[number] = _capitalise(word)
            self.first = self.after_sign = False
            self.last_word = (place, number)
        return "".join(pieces)

    def _quote(self, tag: str, place: int) -> None:
        """Follow the quotes; behind one without a partner the text stays as written."""
        if tag in _QUOTES:
            if not self.quotes or tag == _QUOTES[self.quotes[-1][0]][0]:
                self.quotes.append((tag, place))
            else:
                opened = self.quotes.pop()[1]
                self.quotes.append((tag, None))
                if opened is not None:
                    self._as_written(opened)
                    self.last_word = None
        elif tag in _CLOSING:
            if self.quotes and tag == _QUOTES[self.quotes[-1][0]][1]:
                self.quotes.pop()
            else:
                self._as_written(place)
                self.last_word = None

    def _as_written(self, place: int | None) -> None:
        if place is not None:
            text = self.strings[place + 1]
            self.strings[place + 1] = self.written[place + 1][:1] + text[1:]

    def _raise_last(self, place: int, number: int) -> None:
        pieces = _SPACES.split(self.strings[place])
        if len(pieces[number]) > 1 and _is_small(pieces[number].lower()):
            pieces[number] = _capitalise(pieces[number])
        self.strings[place] = "".join(pieces)


def apply_case(text: str, case: str) -> str:
    """The text in ``title``, ``capitalize-first`` or ``lowercase``; other cases change nothing."""
    if not text or case not in ("title", "capitalize-first", "lowercase"):
        return text
    return _Casing(text, case).run()
