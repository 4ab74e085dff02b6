"""The words web pages put around an article, by language; the lists stand in phrases.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

# A name is told from "By drinking water" by its capitals, so the line is not folded.
_BYLINE = re.compile(
    r"(?:By|BY|by|Par|Von|Door):? (?:[A-Z][\w.'’-]*,? ){1,5}[A-Z][\w.'’-]+"
    r"(?:,? [A-Z][A-Za-z.]{0,5}){0,4}"
    r"(?:, [^.!?]{3,50})?"
    r"(?: [|·•–-] .{3,60})?"
)
_BAR = re.compile(r"\s*[|·•]\s*")
_LONGEST_ENDING = 160
# Says when a source was read: a line of references, whatever else it looks like.
VISITED = re.compile(
    r"\b(accessed|retrieved|cited|viewed|zugriff|abgerufen|consult[ée]e?|consultado|geraadpleegd"
    r"|dostęp|lest|hämtad|hentet)\b",
    re.I,
)
BYLINE = "byline or date: set authors and dates on the page itself"
_EDGES = (
    " \t\n.:…•·|>»→›←«‹<↑▲▼*#-–—_=[](){}【】〔〕「」『』《》〈〉（）［］：、。・؛،;"
    "\u200e\u200f\u202a\u202b\u202c"
)


_PICTOGRAPHS = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


def folded(line: str) -> str:
    """A line as the lists write it: lower case, single spaces, no decoration at its ends."""
    line = _PICTOGRAPHS.sub(" ", line)
    # Not casefold: it writes "ß" and the Greek sigma at a word's end otherwise than people do.
    return " ".join(line.strip(_EDGES).split()).strip(_EDGES).lower().replace("’", "'")


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
    def _endings(self) -> list[tuple[re.Pattern[str], str]]:
        return [
            (re.compile("|".join(f"(?:{each})" for each in entry["lines"])), entry["reason"])
            for entry in self.table["endings"]
        ]

    @cached_property
    def _references(self) -> re.Pattern[str]:
        return self._any("references")

    @cached_property
    def _perhaps_references(self) -> re.Pattern[str]:
        return self._any("perhaps_references")

    @cached_property
    def _roles(self) -> re.Pattern[str]:
        return self._any("roles", "words")

    @cached_property
    def _bylines(self) -> re.Pattern[str]:
        return self._any("bylines", "lines")

    @cached_property
    def _subtitles(self) -> re.Pattern[str]:
        return self._any("subtitles", "lines")

    @cached_property
    def _summaries(self) -> re.Pattern[str]:
        return self._any("summaries")

    @cached_property
    def _kickers(self) -> re.Pattern[str]:
        return self._any("kickers", "lines")

    @cached_property
    def _teasers(self) -> re.Pattern[str]:
        return self._any("teasers")

    def _any(self, name: str, key: str = "headings") -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{each})" for each in self.table[name][key]))

    def furniture(self, line: str) -> str:
        """Why a line is page furniture, or ""."""
        if len(line) > 400:
            return ""
        if _BYLINE.fullmatch(line.strip()):
            return BYLINE
        if found := self._first(self._furniture, line):
            return "" if found == BYLINE and VISITED.search(line) else found
        parts = [part for part in _BAR.split(line) if part.strip()]
        reasons = [self._first(self._furniture, part) for part in parts]
        return reasons[0] if len(parts) > 1 and all(reasons) else ""

    def ending(self, line: str) -> str:
        """Why a line at an article's end is page furniture, or ""."""
        return self._first(self._endings, line) if len(line) <= _LONGEST_ENDING else ""

    def _first(self, table: list[tuple[re.Pattern[str], str]], line: str) -> str:
        text = folded(line)
        return next((reason for words, reason in table if words.fullmatch(text)), "")

    def is_byline(self, line: str) -> bool:
        """Whether a line below a title names an author or a date, with a word that says so."""
        if self.furniture(line) == BYLINE:
            return True
        sentence = line.rstrip().endswith((".", "。", "!", "?", "؟", "।"))
        return not sentence and bool(self._bylines.fullmatch(folded(line)))

    def is_role(self, line: str) -> bool:
        """Whether a line is what somebody is ("Physiotherapist", "MD, PhD")."""
        text = line.lower()
        return len(text.split()) <= 8 and bool(self._roles.search(text))

    def is_summary(self, line: str) -> bool:
        """Whether a heading stands over what an article says in short."""
        return bool(self._summaries.fullmatch(folded(line)))

    def is_subtitle(self, line: str) -> bool:
        """Whether a line below a title says what kind of text it is ("A guide for patients")."""
        return bool(self._subtitles.fullmatch(folded(line)))

    def is_kicker(self, line: str) -> bool:
        """Whether a line over a title is a rubric or the word of a menu."""
        return bool(self._kickers.fullmatch(folded(line)))

    def is_references_heading(self, line: str) -> bool:
        text = re.sub(
            r"^(?:[\divx]+|[一二三四五六七八九十])[.)、．]?\s*(?=\D)|\s*\(\d+\)$", "", folded(line)
        )
        return bool(self._references.fullmatch(text))

    def is_perhaps_references_heading(self, line: str) -> bool:
        """Whether a heading stands over references if the lines below look like some."""
        return bool(self._perhaps_references.fullmatch(folded(line)))

    def is_teasers_heading(self, line: str) -> bool:
        return bool(self._teasers.fullmatch(folded(line)))


PHRASES = Phrases(tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8")))
