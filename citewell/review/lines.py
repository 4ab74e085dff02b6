"""Canonical content as lines: the smallest blocks a reader would point at; pure.

A line is a paragraph, a heading, an item, a cell, a source or a plain text, with the
containers it stands in. Lines and content say the same: :func:`content_of` makes the one of
the other again, so whatever is shown of lines is shown of what was signed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citewell.review.canonical import Node
from citewell.review.minor import TOKEN

CONTAINERS = frozenset({"block", "field"})
"""Kinds whose second item is a name; they hold nodes."""
LINES = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th", "caption"})
"""Kinds that hold words, unless they hold other lines."""
GROUPS = frozenset({"ul", "ol", "tr"})
WHOLE = frozenset({"cite", "image", "object"})

Content = Sequence[tuple[str, Sequence[Node]]]
"""Name and nodes of each field, as :attr:`citewell.review.canonical.ClinicalText.content`."""


@dataclass(frozen=True)
class Line:
    """One line of content.

    Attributes:
        path: the containers around it, the field first: ``("body", "block rich_text")``.
        opens: how many of them, counted from the last, begin with this line.
        kind: ``p``, ``li``, ``cite``, …; empty for a text that stands alone, ``empty`` for
            a container with nothing in it.
        parts: what is in it: texts and inline nodes.
    """

    path: tuple[str, ...]
    opens: int
    kind: str
    parts: tuple[Node, ...]

    @property
    def place(self) -> tuple[tuple[str, ...], str, str]:
        """Where it stands and what it says, whatever begins with it."""
        return self.path, self.kind, repr(self.parts)

    @property
    def words(self) -> tuple[str, str]:
        """What it says, wherever it stands."""
        return self.kind, repr(self.parts)


@dataclass(frozen=True)
class Token:
    """A word, a sign, a blank or a whole source or picture; ``role`` says what around it."""

    text: str
    role: str = ""


def lines_of(content: Content) -> list[Line]:
    """The lines of content, in reading order."""
    return [line for name, nodes in content for line in _container((name,), 1, nodes)]


def _container(path: tuple[str, ...], opens: int, nodes: Sequence[Node]) -> Iterator[Line]:
    """The lines of a container whose last ``opens`` steps have no line yet."""
    if not nodes:
        yield Line(path, opens, "empty", ())
    for node in nodes:
        kind, parts = _opened(node)
        if kind is None:
            yield Line(path, opens, _kind(node), _parts(node))
        else:
            yield from _container((*path, kind), opens + 1, parts)
        opens = 0


def _opened(node: Node) -> tuple[str | None, Sequence[Node]]:
    """The step and the nodes of a container; no step where the node is a line."""
    if isinstance(node, str) or not node:
        return None, ()
    kind = str(node[0])
    if kind in CONTAINERS:
        return f"{kind} {node[1]}", node[2:]
    if kind in GROUPS or (kind in LINES and any(_is_block(part) for part in node[1:])):
        return kind, node[1:]
    return None, ()


def _is_block(node: Node) -> bool:
    return not isinstance(node, str) and bool(node) and node[0] in CONTAINERS | LINES | GROUPS


def _kind(node: Node) -> str:
    return "" if isinstance(node, str) else str(node[0])


def _parts(node: Node) -> tuple[Node, ...]:
    return (node,) if isinstance(node, str) else tuple(node[1:])


def content_of(lines: Iterable[Line]) -> list[tuple[str, list[Node]]]:
    """The content that lines were made of; lists in place of other sequences."""
    content: list[tuple[str, list[Node]]] = []
    open_nodes: list[list[Node]] = []
    for line in lines:
        kept = len(line.path) - line.opens
        del open_nodes[kept:]
        for depth, step in enumerate(line.path[kept:], kept):
            nodes: list[Node] = [] if depth == 0 else list(step.split(" ", 1))
            if depth == 0:
                content.append((step, nodes))
            else:
                open_nodes[-1].append(nodes)
            open_nodes.append(nodes)
        if line.kind == "":
            open_nodes[-1].extend(line.parts)
        elif line.kind != "empty":
            open_nodes[-1].append([line.kind, *line.parts])
    return content


def tokens_of(line: Line) -> list[Token]:
    """A line in words, signs and blanks."""
    if line.kind in WHOLE:
        return [Token(" ".join(str(part) for part in line.parts if part), line.kind)]
    return [token for part in line.parts for token in _tokens(part, "")]


def _tokens(node: Node, role: str) -> Iterator[Token]:
    if isinstance(node, str):
        yield from (Token(text, role) for text in TOKEN.findall(node))
        return
    kind, parts = str(node[0]), node[1:]
    if kind in WHOLE:
        yield Token(" ".join(str(part) for part in parts if part), kind)
    elif kind == "link":
        for part in parts[1:]:
            yield from _tokens(part, f"link {parts[0]}")
    else:
        for part in parts:
            yield from _tokens(part, kind)
