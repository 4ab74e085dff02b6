"""References written in the Vancouver, AMA and APA styles, as plain text and as HTML.

The styles are those of the CSL project, read from the files in ``data/`` by an interpreter
of the constructs they use; ``docs/decisions/0011-writing-references.md`` says why and how
well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from citewell.references.styles.output import as_html, as_text
from citewell.references.styles.punctuation import settle
from citewell.references.styles.render import Renderer
from citewell.references.styles.style import load_style

StyleName = Literal["vancouver", "ama", "apa"]
STYLES: tuple[StyleName, ...] = get_args(StyleName)


@dataclass(frozen=True, slots=True)
class Formatted:
    """A reference as plain text and as safe HTML, without a list number."""

    text: str
    html: str


def format_reference(
    item: Mapping[str, Any], style: StyleName, *, page_range_delimiter: str = "–"
) -> Formatted:
    """Write one CSL-JSON item in a style.

    ``page_range_delimiter`` stands between the pages of a Vancouver reference: the en dash
    of the CSL style, or the hyphen that Citing Medicine prints.

    Raises:
        ValueError: no such style.
    """
    loaded = load_style(style, page_range_delimiter if style == "vancouver" else "")
    tree = Renderer(loaded, item).run(loaded.layout)
    if not tree.prune().content and "bibliography" in loaded.macros:
        # APA leaves what nobody can look up out of its list; a page still has to show it.
        tree = Renderer(loaded, item).run(loaded.macros["bibliography"].children)
    runs = settle(tree.prune())
    return Formatted(as_text(runs), as_html(runs))


def format_bibliography(items: Iterable[Mapping[str, Any]], style: StyleName) -> list[Formatted]:
    """Write many items, in the order given."""
    return [format_reference(item, style) for item in items]
