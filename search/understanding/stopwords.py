"""Words a search leaves aside, and words it takes less seriously, by language.

- `GRAMMAR` says nothing about what is wrong ("the", "what", "do").
- `WEAK` is true of many pages or of the asker ("treatment", "son"): it helps to choose and
  must not decide.
- `NEGATION` says that what follows is absent ("fever, no rash"): that must neither be
  demanded nor help.

The lists are in `stopwords.txt`.
"""

from pathlib import Path
from typing import Final


def _read(path: Path) -> dict[tuple[str, str], frozenset[str]]:
    lists: dict[tuple[str, str], set[str]] = {}
    current: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind, language = line.strip("[] ").split()
            current = lists.setdefault((kind, language), set())
        elif not line.startswith("#"):
            current.update(line.split())
    return {key: frozenset(found) for key, found in lists.items()}


_LISTS: Final = _read(Path(__file__).with_name("stopwords.txt"))


def _of(kind: str) -> dict[str, frozenset[str]]:
    return {language: found for (k, language), found in _LISTS.items() if k == kind}


GRAMMAR: Final = _of("grammar")
WEAK: Final = _of("weak")
NEGATION: Final = _of("negation")

# "not" says something is absent only where something could be had: "not have a fever" is
# an absent fever, "not sleeping" is a complaint.
NOT: Final = frozenset({"not", "never", "dont", "doesnt", "didnt", "havent", "hasnt", "hadnt"})
HAVING: Final = frozenset({"have", "had", "having", "got", "a", "an", "any"})
# Where the reach of a negation ends.
NEGATION_ENDS: Final = frozenset(
    {"and", "although", "but", "however", "just", "only", "or", "though", "with"}
)
