"""Names of a page that nobody listed: parts of its title, its initials, "also called …"."""

import re
from typing import Final

from search.understanding.stopwords import GRAMMAR
from search.understanding.text import words

# How far a name is trusted to be this page's, by where it was read.
TITLE: Final = 1.0
LISTED: Final = 0.9
# What an editor wants to stand first for a text does, whatever else is called so.
BEST_BET: Final = 1.5
PART: Final = 0.75
INITIALS: Final = 0.6
MENTIONED: Final = 0.55

# Only the opening of a text says what the page itself is called.
OPENING: Final = 1_500

_PARTS = re.compile(r"\s[-–—:]\s|[()/]|,? and ")
_MENTION = re.compile(
    r"\b(?:also|commonly|sometimes|often|previously|formerly|otherwise|better)?\s*"
    r"(?:called|known as|referred to as|termed)\s+(?:the\s+|an?\s+)?([^.;:(),\n]{3,60})"
)
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,9}s?)\)")
_KIND_WORDS = frozenset({"syndrome", "disease", "disorder"})


def derived_names(title: str, listed: list[str], opening: str) -> list[tuple[str, float]]:
    """Further names with their trust (0 to 1); English wording, harmless elsewhere."""
    found: list[tuple[str, float]] = []
    for part in _PARTS.split(title):
        if (part := part.strip(" ,")) and part != title.strip():
            found.append((part, PART))
    opening = opening[:OPENING]
    for mention in _MENTION.findall(opening):
        found.extend(
            (name.strip(), MENTIONED)
            for name in re.split(r" or | and ", mention)[:2]
            if name.strip() and len(name.split()) <= 6
        )
    found.extend((short, MENTIONED) for short in _IN_BRACKETS.findall(opening[:400]))
    for name in (title, *listed):
        found.extend((short, INITIALS) for short in initials(name))
    return found


def initials(name: str) -> list[str]:
    """The abbreviations a name of three to seven words may go by."""
    kept = [w for w in words(name) if w not in GRAMMAR["en"]]
    if not 3 <= len(kept) <= 7:
        return []
    letters = "".join(w[0] for w in kept)
    if kept[-1] in _KIND_WORDS and len(kept) > 3:
        return [letters, letters[:-1]]
    return [letters]
