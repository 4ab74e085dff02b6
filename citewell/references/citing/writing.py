"""Marks as readers see them, written into the rich texts of a page; pure.

Each part is a link to its entry in the list, so that it works without script; a script may
show a card in its place. A range leads to its first entry and says with ``data-to`` where it
ends. The anchors ``cite-1``, ``cite-2`` … are what the list leads back to.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from citewell.references.citing.numbering import Cluster, Part


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
) -> list[str]:
    """The texts with their marks written out.

    Args:
        clusters: of each text, as it was numbered.
        numbers: by key of a source its number.
    """
    as_read = _name if words.names is not None else _number
    return [
        _written(text, its, lambda part: as_read(part, numbers, words), words) if its else text
        for text, its in zip(texts, clusters, strict=True)
    ]


def _written(
    text: str, clusters: Sequence[Cluster], as_read: Callable[[Part], str], words: Words
) -> str:
    pieces, at = [], 0
    for cluster in clusters:
        pieces.append(text[at : cluster.start])
        if cluster.parts:
            parts = [as_read(part) for part in cluster.parts]
            if words.names is None:
                pieces.append(f'<sup class="cite">[{",".join(parts)}]</sup>')
            else:
                blank = "" if text[at : cluster.start].endswith((" ", ">", "&nbsp;")) else " "
                pieces.append(f'{blank}<span class="cite">({"; ".join(parts)})</span>')
        at = cluster.end
    return "".join([*pieces, text[at:]])


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
