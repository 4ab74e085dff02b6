"""Compare CSL items field by field: micro-F1, and how many are exactly right."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

FIELDS = (
    "author", "editor", "translator", "title", "container-title", "collection-title", "issued", "volume", "issue", "page",  # noqa: E501
    "number-of-pages", "publisher", "publisher-place", "edition", "DOI", "PMID", "PMCID", "ISBN", "URL", "accessed",  # noqa: E501
)  # fmt: skip


def comparable(value: Any) -> Any:
    """Return a value without case, punctuation and kinds of dash; a list of names as one value."""
    if isinstance(value, list):
        return tuple(comparable(v) for v in value)
    if isinstance(value, dict):
        return tuple(sorted((k, comparable(v)) for k, v in value.items()))
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(value))).casefold()


@dataclass
class Score:
    """Counts over many references."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    exact: int = 0
    count: int = 0
    faults: dict[str, int] = field(default_factory=dict)

    def add(self, got: dict[str, Any], want: dict[str, Any]) -> bool:
        """Count one reference; return whether every field is right."""
        all_right = True
        for name in FIELDS:
            in_got, in_want = bool(got.get(name)), bool(want.get(name))
            same = in_got and in_want and comparable(got[name]) == comparable(want[name])
            self.found += in_got
            self.wanted += in_want
            self.right += same
            if (in_got or in_want) and not same:
                all_right = False
                self.faults[name] = self.faults.get(name, 0) + 1
        self.exact += all_right
        self.count += 1
        return all_right

    @property
    def f1(self) -> float:
        """Return micro-F1 over the fields."""
        return 2 * self.right / ((self.found + self.wanted) or 1)

    @property
    def share_exact(self) -> float:
        """Return the share of references with every field right."""
        return self.exact / (self.count or 1)
