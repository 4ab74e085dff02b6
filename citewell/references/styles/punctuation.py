"""Punctuation where the pieces of a reference meet.

A field may end with the sign its style sets behind it: “Is it safe?” and “.”, “Jr.” and “.”. The
tree is laid out in one line of runs, and wherever a run of the style touches its neighbour the
two signs that meet are settled: none stands twice, a full stop gives way to a question mark, and
full stops and commas go inside a closing quotation mark, as American English prints them.
"""

from dataclasses import dataclass

from citewell.references.styles.blob import Blob, Mark

_SPACES = " \u00a0"
_SIGNS = ".,;:!?"
#: What gives way where two signs meet: the first sign, and the second ones it swallows.
_SWALLOWS = {"!": ".:", "?": ".:", ":": ".", ";": ".:"}
#: The second sign, and the first ones it replaces.
_REPLACES = {"!": ":;", "?": ":;"}
_INTO_QUOTES = ".,!?"
_TYPOGRAPHY = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


@dataclass(slots=True)
class Run:
    """Text of a field or of the style, or the place where a mark opens (1) or closes (-1)."""

    text: str = ""
    mark: Mark | None = None
    turn: int = 0
    from_style: bool = False


def settle(tree: Blob) -> list[Run]:
    """Return the runs of a reference with the signs between them settled."""
    line = _Line()
    line.lay(tree)
    return line.runs


class _Line:
    """The runs laid so far."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    def lay(self, blob: Blob) -> None:
        """Put a tree behind what is already laid."""
        if not blob.content:
            return
        link = ("link", blob.link) if blob.link.startswith(("https://", "http://")) else None
        around = link and blob.prefix.startswith("http")
        if link and around:
            self.runs.append(Run(mark=link, turn=1))
        self.put(blob.prefix, from_style=True)
        if link and not around:
            self.runs.append(Run(mark=link, turn=1))
        for mark in reversed(blob.marks):
            self.runs.append(Run(mark=mark, turn=1))
        if isinstance(blob.content, str):
            self.put(blob.content)
        else:
            for place, part in enumerate(blob.content):
                if place and blob.delimiter:
                    marked = _is_marked_field(blob.content[place - 1])
                    self.put(blob.delimiter, from_style=True, beside_mark=marked)
                self.lay(part)
        for mark in blob.marks:
            self.runs.append(Run(mark=mark, turn=-1))
        if link:
            self.runs.append(Run(mark=link, turn=-1))
        self.put(blob.suffix, from_style=True)

    def put(self, text: str, *, from_style: bool = False, beside_mark: bool = False) -> None:
        """Put text behind the last, its first signs settled with those before it.

        Beside a field in italics only doubles go: “Science?.” stays.
        """
        if not text:
            return
        before, quote = self._text_before()
        if before is not None and (from_style or before.from_style):
            text = self._meet(before, quote, text, from_style, beside_mark)
        if text:
            self.runs.append(Run(text, from_style=from_style))

    def _text_before(self) -> tuple[Run | None, bool]:
        """The last run of text, and whether a quotation mark closes behind it."""
        quote = False
        for run in reversed(self.runs):
            if run.mark is None:
                return run, quote
            quote = quote or (run.turn < 0 and run.mark[0] == "quotes")
        return None, False

    def _meet(
        self, before: Run, quote: bool, text: str, from_style: bool, beside_mark: bool
    ) -> str:
        """Settle the signs where ``before`` and ``text`` meet; what is left of ``text``."""
        while text:
            last, first = before.text[-1:], text[0]
            if last == first and (first in _SIGNS or (first in _SPACES and from_style)):
                text = text[1:]
            elif beside_mark:
                return text
            elif first in _SWALLOWS.get(last, ""):
                text = text[1:]
            elif quote and first not in _INTO_QUOTES:
                return text
            elif last and last in _REPLACES.get(first, ""):
                before.text = before.text[:-1] + first
                text = text[1:]
            elif quote:
                before.text += first
                text = text[1:]
            else:
                return text
        return text


def _is_marked_field(blob: Blob) -> bool:
    """Whether a blob is a field the style itself prints in italics or the like."""
    return isinstance(blob.content, str) and blob.has_mark(*_TYPOGRAPHY)
