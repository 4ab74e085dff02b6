"""What is known while a style walks over one item, and the leaves it writes.

Names and dates are rendered with this state; the walk itself is in :mod:`.render`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from citewell.references.csl import DATE_VARIABLES, date_from_text
from citewell.references.styles.blob import Blob
from citewell.references.styles.markup import has_sign, read_markup
from citewell.references.styles.numbers import Number
from citewell.references.styles.scripts import has_letter
from citewell.references.styles.style import Node, Style
from citewell.references.styles.textcase import set_case

MARKS = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


@dataclass(slots=True)
class Group:
    """What a group has seen: a term, a variable tried, a variable shown."""

    term: bool = False
    tried: bool = False
    shown: bool = False


class RenderState:
    """One item in one style: what was shown so far."""

    def __init__(self, style: Style, item: Mapping[str, Any]) -> None:
        self.style = style
        self.item: dict[str, Any] = dict(item)
        for name, other in (("title-short", "shortTitle"),
                            ("container-title-short", "journalAbbreviation")):  # fmt: skip
            if not self.item.get(name) and self.item.get(other):
                self.item[name] = self.item[other]
        for name in DATE_VARIABLES & self.item.keys():
            date = self.item[name]
            if isinstance(date, dict) and date.get("raw") and not date.get("date-parts"):
                self.item[name] = {**date, **date_from_text(str(date["raw"]))}
        if self.item.get("page"):
            self.item["page-first"] = re.split(r"\s*(?:&|, |-|–)\s*", str(self.item["page"]))[0]
        language = str(self.item.get("language") or "en")
        self.english = language[:2].lower() == "en"
        self.groups = [Group()]
        self.numbers: dict[str, Number] = {}
        self.done: set[str] = set()
        self.blocking = False
        self.substituting = [False]
        self.stripping = 0
        self.started = False

    def success(self) -> None:
        """A variable was shown: its group stands, no substitute is needed."""
        self.groups[-1].shown = True
        self.substituting[-1] = False

    def leaf(
        self, text: str, node: Node | None, serious: bool = True, periods: bool = False
    ) -> Blob:
        """Text as a style node asks for it: case, affixes, marks, markup read."""
        blob = Blob(text)
        if node is not None:
            blob.prefix, blob.suffix = node.get("prefix"), node.get("suffix")
            blob.marks = [(kind, node.get(kind)) for kind in MARKS if node.get(kind)]
        if serious:
            self.started = True
        # Before these signs French has a narrow space that never breaks.
        text = re.sub(r" ([:;?!»])", "\u202f\\1", text).replace("« ", "«\u202f")
        if not text.startswith(" ") and (rest := text.lstrip(":.;!? ")):
            # Signs in front of the words meet those before the field.
            blob.prefix += text[: len(text) - len(rest)]
            text = rest
        if self.stripping and not periods:
            text = re.sub(r"\.([^a-z]|$)", r"\1", text)
        if not has_letter(text):
            blob.marks = [mark for mark in blob.marks if mark[0] != "font-style"]
        parts = read_markup(text)
        set_case(parts, node.get("text-case") if node is not None else "")
        blob.content = parts if has_sign(text) else "".join(part.text or "" for part in parts)
        return blob
