"""Rich text, as Wagtail stores it, as nodes of the canonical form; pure."""

from collections.abc import Callable, Mapping
from html.parser import HTMLParser

from citewell.review.canonical import Node, settled_text

Identify = Callable[[str, Mapping[str, str]], Node]
"""Takes an entity's kind ("page", "citation") and attributes; gives what it starts with."""

BLOCKS = frozenset({"p", "li", "ul", "ol", "h2", "h3", "h4", "h5", "h6", "blockquote"})
INLINE = frozenset({"sup", "sub"})
EMPTY = frozenset({"br", "hr", "img", "embed"})


class Reader(HTMLParser):
    """Builds the nodes; tags that only say how text looks are passed over."""

    def __init__(self, identify: Identify) -> None:
        super().__init__(convert_charrefs=True)
        self.identify = identify
        self.root: list[Node] = []
        self.open: list[tuple[str, list[Node]]] = [("", self.root)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.add("\n")
        elif tag == "embed":
            self.add(self.identify(given.get("embedtype", ""), given))
        elif tag == "a":
            head = self.identify(given.get("linktype", ""), given)
            self.start(tag, list(head) if not isinstance(head, str) else ["link", head])
        elif tag in BLOCKS or tag in INLINE:
            self.start(tag, [tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY or tag not in [name for name, _node in self.open]:
            return
        while self.open[-1][0] != tag:
            self.open.pop()
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.add(data)

    def start(self, tag: str, node: list[Node]) -> None:
        """Open a node inside the one that is open."""
        self.open[-1][1].append(node)
        self.open.append((tag, node))

    def add(self, node: Node) -> None:
        """Put a text or a whole node where we are; texts that meet become one."""
        inside = self.open[-1][1]
        first = 2 if self.open[-1][0] == "a" else 1 if self.open[-1][0] else 0
        if isinstance(node, str) and len(inside) > first and isinstance(inside[-1], str):
            inside[-1] += node
        else:
            inside.append(node)


def nodes_of(html: str, identify: Identify) -> list[Node]:
    """The nodes of a rich text; paragraphs without a word are left out."""
    reader = Reader(identify)
    reader.feed(html)
    reader.close()
    return [node for node in map(trimmed, reader.root) if node]


def trimmed(node: Node) -> Node:
    """A node of a block without blanks at its ends and without what is empty."""
    if isinstance(node, str):
        return settled_text(node)
    kind, *parts = node
    if kind not in BLOCKS:
        return node
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    kept = [trimmed(part) if not isinstance(part, str) else part for part in parts]
    kept = [part for part in kept if part]
    return [kind, *kept] if kept else ""
