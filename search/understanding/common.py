"""Words spelled as everybody spells them: never mended into the name of a page.

The list is `search/words/english/words.txt`, with its notice beside it. Other languages have
none, and their words are mended wherever the pages do not know them.
"""

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "words"
_LISTS = {"en": "english"}


@lru_cache(maxsize=8)
def common_words(language: str) -> frozenset[str]:
    """The common words of a language, as folded but with British spellings kept."""
    folder = _LISTS.get(language.split("-")[0].lower())
    if folder is None:
        return frozenset()
    return frozenset((_FOLDER / folder / "words.txt").read_text(encoding="utf-8").split())
