"""The words web pages put around an article, by language; the lists stand in phrases.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

# A name is told from "By drinking water" by its capitals, so the line is not folded.
_BYLINE = re.compile(
    r"(?:By|BY):? (?:[A-Z][\w.'’-]*,? ){1,5}[A-Z][\w.'’-]+(?:,? [A-Z][A-Za-z.]{0,5}){0,4}"
    r"(?: [|·•–-] .{3,60})?"
)
_EDGES = " \t\n.:…•·|>»→›←«‹<↑▲▼*#-–—_=[](){}\u200e\u200f"


_PICTOGRAPHS = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


def folded(line: str) -> str:
    """A line as the lists write it: lower case, single spaces, no decoration at its ends."""
    line = _PICTOGRAPHS.sub(" ", line)
    return " ".join(line.strip(_EDGES).split()).strip(_EDGES).casefold().replace("’", "'")


@dataclass(frozen=True)
class Phrases:
    """The lists, compiled when first asked."""

    table: dict[str, Any]

    @cached_property
    def _furniture(self) -> list[tuple[re.Pattern[str], str]]:
        return [
            (re.compile("|".join(f"(?:{each})" for each in entry["lines"])), entry["reason"])
            for entry in self.table["furniture"]
        ]

    @cached_property
    def _references(self) -> re.Pattern[str]:
        return self._any("references")

    @cached_property
    def _perhaps_references(self) -> re.Pattern[str]:
        return self._any("perhaps_references")

    @cached_property
    def _teasers(self) -> re.Pattern[str]:
        return self._any("teasers")

    def _any(self, name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{each})" for each in self.table[name]["headings"]))

    def furniture(self, line: str) -> str:
        """Why a line is page furniture, or ""."""
        if len(line) > 400:
            return ""
        if _BYLINE.fullmatch(line.strip()):
            return "byline or date: set authors and dates on the page itself"
        text = folded(line)
        return next((reason for words, reason in self._furniture if words.fullmatch(text)), "")

    def is_references_heading(self, line: str) -> bool:
        text = re.sub(r"^[\divx]+[.)]?\s+|\s*\(\d+\)$", "", folded(line))
        return bool(self._references.fullmatch(text))

    def is_perhaps_references_heading(self, line: str) -> bool:
        """Whether a heading stands over references if the lines below look like some."""
        return bool(self._perhaps_references.fullmatch(folded(line)))

    def is_teasers_heading(self, line: str) -> bool:
        return bool(self._teasers.fullmatch(folded(line)))


PHRASES = Phrases(tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8")))
