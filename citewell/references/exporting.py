"""A page's sources, and the page itself, as CSL-JSON items for files and for its own citation."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString

from citewell.references.citing.page import Citing
from citewell.references.reading.names import read_names
from citewell.references.showing import show_item
from citewell.references.source import Source
from citewell.references.style_setting import ReferenceStyle
from citewell.references.styles import STYLES

Item = dict[str, Any]

_TITLES = re.compile(r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame)\b\.?\s+)+", re.IGNORECASE)


def items_of(citing: Citing) -> list[Item]:
    """Every source of a page once, as CSL-JSON: the cited by number, then further reading.

    Each has an ``id``. A line that was pasted and never read is a document with the line as its
    title, so that nothing of the list is missing.
    """
    items = {f"source-{source.pk}": item_of(source) for source in citing.cited}
    for one in citing.further:
        if one.source:
            items.setdefault(f"source-{one.source.pk}", item_of(one.source))
        elif line := " ".join(one.line.split()):
            items.setdefault(line, {"type": "document", "title": line})
    pasted = 0
    found = []
    for key, item in items.items():
        is_pasted = not key.startswith("source-")
        pasted += is_pasted
        found.append({**item, "id": f"pasted-{pasted}" if is_pasted else key})
    return found


def item_of(source: Source) -> Item:
    """A source as CSL-JSON; one that was never read has its pasted text as title."""
    return source.csl or {"type": "document", "title": " ".join(source.raw.split())}


def page_item(
    title: str,
    *,
    url: str,
    site: str,
    authors: Iterable[str] = (),
    language: str = "",
    published: datetime.date | None = None,
    accessed: datetime.date | None = None,
) -> Item:
    """A page as CSL-JSON of a web page; without authors, the site it stands on answers for it."""
    people = [each for name in authors for each in read_names(_TITLES.sub("", name, count=1))]
    item: Item = {
        "type": "webpage",
        "title": title,
        "author": people,
        "container-title": site,
        "URL": url,
        "language": language,
    }
    for name, day in (("issued", published), ("accessed", accessed)):
        if day:
            item[name] = {"date-parts": [[day.year, day.month, day.day]]}
    return {name: value for name, value in item.items() if value}


def in_all_styles(item: Item) -> list[tuple[str, SafeString]]:
    """An item as each style writes it, with the style's name."""
    return [(str(ReferenceStyle.Style(style).label), show_item(item, style)) for style in STYLES]
