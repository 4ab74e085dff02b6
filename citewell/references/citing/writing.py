"""Marks as readers see them, written into the rich texts of a page; pure.

Each part is a link to its entry in the list, so that it works without script; a script may
show a card in its place. A range leads to its first entry and says with ``data-to`` where it
ends. The anchors ``cite-1``, ``cite-2`` … are what the list leads back to.

A text first gets a sign in the place of its marks, and the marks themselves once its links
are made: Wagtail reads every link of a text, which would take longer than all else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from citewell.references.citing.numbering import Cluster, Part

PLACE = "\x1f"
"""The "unit separator", which no rich text holds: where marks go."""


@dataclass(frozen=True)
class Marked:
    """A stored text with ``PLACE`` for each group of marks, and the groups in their order."""

    text: str
    groups: tuple[str, ...] = ()

    def filled(self, html: str) -> str:
        """The text, its links made meanwhile, with its marks."""
        if not self.groups:
            return html
        first, *rest = html.split(PLACE)
        return first + "".join(group + text for group, text in zip(self.groups, rest, strict=True))


@dataclass(frozen=True)
class Words:
    """What marks are written with.

    Attributes:
        names: by key of a source its author and year; None where marks are numbers.
        warnings: by key of a source the word that warns of it ("retracted").
    """

    names: Mapping[int, str] | None = None
    warnings: Mapping[int, str] = field(default_factory=dict)


def write(
    texts: Sequence[str],
    clusters: Sequence[Sequence[Cluster]],
    numbers: Mapping[int, int],
    words: Words,
) -> list[Marked]:
    """The texts with their marks written.

    Args:
        clusters: of each text, as it was numbered.
        numbers: by key of a source its number.
    """
    as_read = _name if words.names is not None else _number
    return [
        _marked(text, its, lambda part: as_read(part, numbers, words), words)
        for text, its in zip(texts, clusters, strict=True)
    ]


def _marked(
    text: str, clusters: Sequence[Cluster], as_read: Callable[[Part], str], words: Words
) -> Marked:
    pieces, groups, at = [], [], 0
    for cluster in clusters:
        before = text[at : cluster.start].replace(PLACE, "")
        pieces.append(before)
        if cluster.parts:
            parts = [as_read(part) for part in cluster.parts]
            if words.names is None:
                groups.append(f'<sup class="cite">[{",".join(parts)}]</sup>')
            else:
                blank = "" if before.endswith((" ", ">", "&nbsp;")) else " "
                groups.append(f'{blank}<span class="cite">({"; ".join(parts)})</span>')
            pieces.append(PLACE)
        at = cluster.end
    return Marked("".join([*pieces, text[at:].replace(PLACE, "")]), tuple(groups))


def _number(part: Part, numbers: Mapping[int, int], words: Words) -> str:
    first, last = (numbers[source] for source in (part.sources[0], part.sources[-1]))
    if first != last:
        return f"{_link(part, first, last)}{first}–{last}</a>"
    where = f" ({escape(part.locator)})" if part.locator else ""
    return f"{_link(part, first)}{first}{where}</a>{_warning(part, words)}"


def _name(part: Part, numbers: Mapping[int, int], words: Words) -> str:
    source = part.sources[0]
    name = escape((words.names or {}).get(source, ""))
    where = f", {escape(part.locator)}" if part.locator else ""
    return f"{_link(part, numbers[source])}{name}{where}</a>{_warning(part, words)}"


def _link(part: Part, first: int, last: int | None = None) -> str:
    end = f' data-to="{last}"' if last else ""
    return f'<a href="#reference-{first}" id="cite-{part.place}" role="doc-noteref"{end}>'


def _warning(part: Part, words: Words) -> str:
    warning = words.warnings.get(part.sources[0])
    return f" <strong>{escape(warning)}</strong>" if warning else ""
