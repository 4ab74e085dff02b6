"""The words made references are made of: ours, and those that gold references lend."""

import random
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from citewell.references.reading import names, wording
from citewell.references.reading.lexicon import DATA as READING_DATA
from citewell.references.training.examples import Example

_PROPER = re.compile(r"^[^\W\d_][^\W\d_.'’ -]*(?:[.'’ -]+[^\W\d_]+)*\.?$")
_WORDS = Path(__file__).parent / "data" / "medical.txt"


@lru_cache(maxsize=1)
def words() -> dict[str, list[str]]:
    """Return our word lists by name."""
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            current = lists.setdefault(line[2:].split(",")[0], [])
        elif line.strip():
            current.append(line.strip())
    lists["journal"] = [
        line
        for line in (READING_DATA / "journals.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return lists


class Picks(dict[str, str]):
    """Fills `{condition}` with one of our words, another each time; `{year}`, `{number}` too."""

    def __init__(self, rng: random.Random, lists: dict[str, list[str]]) -> None:
        super().__init__()
        self.rng, self.lists = rng, lists

    def __missing__(self, name: str) -> str:
        if name == "year":
            return str(self.rng.randint(1985, 2022))
        if name == "number":
            return str(self.rng.randint(2, 99))
        return self.rng.choice(self.lists[name])


@dataclass
class Pool:
    """What gold references lend: titles, names, journals, publishers, places."""

    titles: list[str] = field(default_factory=list)
    books: list[str] = field(default_factory=list)
    people: list[names.Name] = field(default_factory=list)
    journals: list[str] = field(default_factory=list)
    proceedings: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, examples: list[Example]) -> "Pool":
        """Collect the parts of `examples`."""
        pool = cls()
        for example in examples:
            labels = {label for label, _, _ in example.stretches}
            serial = "volume" in labels
            for label, start, end in example.stretches:
                text = example.text[start:end]
                if label == "title":
                    title = wording.read_title(text)
                    if len(title) > 8:
                        (pool.titles if serial or "pages" in labels else pool.books).append(title)
                elif label == "author":
                    pool.people += [
                        n
                        for n in names.read_names(text)
                        if _PROPER.match(n.get("family", "")) and _PROPER.match(n.get("given", ""))
                    ]
                elif label == "container":
                    (pool.journals if serial else pool.proceedings).append(
                        wording.read_container(text)
                    )
                elif label == "publisher":
                    pool.publishers.append(wording.clean_text(text))
                elif label == "location":
                    pool.places.append(wording.read_place(text))
        return pool
