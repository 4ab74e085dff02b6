"""HTML to pieces, by lxml: what a reader sees, with everything active left behind.

`read_html` never takes over markup: it collects text and a few marks. Word and Markdown
files come through here too, once their libraries have turned them into HTML.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element as Element

from importing.document import (
    Dropped,
    Heading,
    Image,
    Paragraph,
    Refused,
    Run,
    join_lines,
    tidy,
)
from importing.readers.addresses import safe_link, scheme
from importing.readers.html_blocks import item_of, list_of, quotes_of, teaser_of, with_caption
from importing.readers.html_cards import find_cards
from importing.readers.html_headings import heading_level, is_heading_button, role_of
from importing.readers.html_media import name_embedded, read_image, refuse_address
from importing.readers.html_notes import is_notes, read_notes
from importing.readers.html_parse import TOO_DEEP, parse_html, summary_of
from importing.readers.html_prepare import ends_as_question, prepare
from importing.readers.html_regions import (
    BACKLINK,
    hard_region,
    is_bar_of_links,
    main_element,
    name_active_content,
    soft_region,
)
from importing.readers.html_state import State, marked
from importing.readers.html_tables import is_layout, read_table
from importing.readers.html_tags import (
    BLOCKS,
    EMBEDDED,
    HEADINGS,
    NOT_TEXT,
    SILENT,
)
from importing.readers.pieces import Piece, Source, without_permalink
from importing.readers.reference_lines import is_references_heading
from importing.readers.shapes import is_sentence


def read_html(text: str, images: Mapping[str, Image] | None = None) -> Source:
    """Read a page. `images` holds those the file carried, by the address used in the text.

    Raises `Refused` where it is no page, or one beyond what any article is.
    """
    source, root = Source(), parse_html(text)
    name_active_content(root, source)
    prepare(root)
    try:
        _Walker(source, images or {}, root).walk_page(root)
    except RecursionError:
        raise Refused(TOO_DEEP) from None
    return source


class _Walker:
    """Goes through the elements once; text gathers in `runs` until a block ends."""

    def __init__(self, source: Source, images: Mapping[str, Image], root: Element) -> None:
        self.source = source
        self.images = images
        self.pieces: list[Piece] = []
        self.runs: list[Run] = []
        self.beside: list[Image] = []
        base = next(root.iter("base"), None)
        canonical = next((e for e in root.iter("link") if e.get("rel") == "canonical"), None)
        found = base if base is not None else canonical
        address = found.get("href", "") if found is not None else ""
        self.base = address if scheme(address) in ("http", "https") else ""
        self.level = 1
        self.main = root

    def walk_page(self, root: Element) -> None:
        head = next(root.iter("head"), None)
        title = next(head.iter("title"), None) if head is not None else None
        if title is not None:
            self.source.page_title = " ".join("".join(title.itertext()).split())
        self.source.summary = summary_of(root)
        body = root if root.tag == "body" else next(root.iter("body"), root)
        self.main = main_element(body)
        outside = "" if self.main is body else "outside the article"
        self.children(root, State(outside=outside))
        self.flush(State(outside=outside))
        if all(piece.outside for piece in self.pieces):  # the part marked as main is empty
            self.pieces = [
                replace(p, outside="" if p.outside == outside else p.outside) for p in self.pieces
            ]
        self.source.pieces = self.pieces

    # Inline text

    def say(self, text: str | None, state: State) -> None:
        if text:
            if not state.verbatim:
                text = re.sub(r"[ \t\n\r\f]+", " ", text)
            self.runs.append(replace(state.run, text=text))

    def flush(self, state: State) -> None:
        """End the block: a blank line in it (two breaks) makes two paragraphs."""
        content, self.runs = tidy(self.runs), []
        parts: list[list[Run]] = [[]]
        for run in content:
            first, *rest = re.split(r"\n\n+", run.text)
            parts[-1].append(replace(run, text=first))
            parts.extend([replace(run, text=part)] for part in rest)
        for part in map(tidy, parts):
            if part:
                self.pieces.append(Piece(Paragraph(part), outside=state.outside))
        images, self.beside = self.beside, []
        self.pieces += [Piece(image, outside=state.outside) for image in images]

    def collect(self, element: Element, state: State | None = None) -> list[Piece]:
        """The pieces of an element alone, without adding them to the page."""
        state = state or State()
        kept = self.pieces, self.runs, self.beside
        self.pieces, self.runs, self.beside = [], [], []
        self.children(element, state)
        self.flush(state)
        found = self.pieces
        self.pieces, self.runs, self.beside = kept
        return found

    def drop(self, element: Element, reason: str) -> None:
        for piece in self.collect(element):
            if reason != BACKLINK or any(map(str.isalnum, piece.text)):
                self.source.drop(piece, reason)
        for name in ("value", "placeholder"):
            if element.tag == "input" and (value := " ".join(element.get(name, "").split())):
                self.source.dropped.append(Dropped(value, reason))

    # Elements

    def children(self, element: Element, state: State) -> None:
        self.say(element.text, state)
        cards = find_cards(element) if not state.verbatim else set()
        for child in element:
            if isinstance(child.tag, str):
                if child in cards and not hard_region(child):
                    self.flush(state)
                    for block in teaser_of(self.collect(child), self.url_of(child), self.source):
                        self.pieces.append(Piece(block, outside=state.outside))
                else:
                    self.element(child, state)
            self.say(child.tail, state)

    def element(self, element: Element, state: State) -> None:
        tag = element.tag
        if element is self.main:
            state = replace(state, outside="")
        if tag in SILENT:
            return
        if tag in EMBEDDED:
            self.drop(element, name_embedded(element, self.base, self.source))
        elif tag in NOT_TEXT and not self.opens_text(element):
            self.drop(element, NOT_TEXT[tag])
        elif tag == "br":
            self.runs.append(replace(state.run, text="\n"))
        elif tag == "img":
            if image := read_image(element, self.images, self.base, self.source):
                self.beside.append(image)
        elif reason := hard_region(element) or self.menu_above(element):
            if tag in BLOCKS:
                self.flush(state)
            self.drop(element, reason)
        elif tag == "dt":  # a term and what it means become one paragraph, the term in bold
            self.flush(state)
            self.children(element, replace(state, run=replace(state.run, bold=True)))
            if ends_as_question(element):
                self.flush(state)
            self.say(" ", state)
        elif tag == "dd":
            self.children(element, state)
            self.flush(state)
        elif tag in BLOCKS or heading_level(element, self.level):
            self.flush(state)
            self.block(element, replace(state, outside=soft_region(element) or state.outside))
            self.flush(state)
        else:
            self.inline(element, state)

    def opens_text(self, element: Element) -> bool:
        """Whether a button is the heading of the text it unfolds."""
        folds = element.tag == "button" and heading_level(element, self.level) > 0
        return folds or is_heading_button(element)

    def menu_above(self, element: Element) -> str:
        """Whether a block of nothing but links stands over the first heading and sentence."""
        if element.tag not in BLOCKS or any(map(str.strip, (run.text for run in self.runs))):
            return ""
        begun = any(isinstance(p.block, Heading) or is_sentence(p.text) for p in self.pieces)
        return "" if begun or not is_bar_of_links(element) else "menu"

    def inline(self, element: Element, state: State) -> None:
        run = state.run
        if element.tag != "a":
            run = marked(run, element.tag)
        elif href := element.get("href"):
            address = safe_link(href, self.base)
            if not address and scheme(href):
                refuse_address(href, self.source)
                if scheme("".join(element.itertext())) == scheme(href):
                    return self.drop(element, "an unsafe address")
            run = replace(run, link=address)
        return self.children(element, replace(state, run=run))

    def block(self, element: Element, state: State) -> None:
        tag = element.tag
        if level := heading_level(element, self.level):
            self.heading(element, level, state)
        elif is_notes(element) and not self.under_references():
            self.source.footnotes += read_notes(element, self.collect)
        elif tag in ("ul", "ol", "dir") and not find_cards(element):
            items = [item_of(pieces) for pieces in self.items(element, state)]
            self.pieces += list_of(items, tag == "ol", state.outside)
        elif tag == "blockquote":
            self.pieces += quotes_of(self.collect(element, state))
        elif tag == "table" and not is_layout(element):
            table, beside = read_table(element, self.collect)
            self.pieces += [Piece(block, outside=state.outside) for block in [table] if block]
            self.pieces += beside
        elif tag == "figure":
            self.figure(element, state)
        elif tag == "pre":
            self.children(element, replace(state, verbatim=True))
        else:
            self.box(element, state)

    def box(self, element: Element, state: State) -> None:
        """What an element holds; headings of its own end with it."""
        before, level = len(self.pieces), self.level
        self.children(element, state)
        self.flush(state)
        several = level >= 2 and len(self.pieces) > before + 1
        if element.tag == "details" or (several and level < self.level):
            self.level = level
        if not (role := role_of(element)):
            return
        if len(self.pieces) == before + 1 and isinstance(self.pieces[-1].block, Paragraph):
            self.pieces[-1] = replace(self.pieces[-1], role=self.pieces[-1].role or role)

    def under_references(self) -> bool:
        return bool(self.pieces) and is_references_heading(self.pieces[-1])

    def items(self, element: Element, state: State) -> Iterator[list[Piece]]:
        """The pieces of each list item; what stands loose between items is an item too."""
        loose = etree.Element("li")
        loose.text = element.text
        for child in list(element):
            if child.tag != "li":
                loose.append(child)
                continue
            yield self.collect(loose, state)
            loose = etree.Element("li")
            loose.text = child.tail
            yield self.collect(child, state)
        yield self.collect(loose, state)

    def heading(self, element: Element, level: int, state: State) -> None:
        pieces = self.collect(element, state)
        text = join_lines(
            p.block.content for p in pieces if isinstance(p.block, Paragraph | Heading)
        )
        if text:
            content = tidy(
                replace(run, bold=False, text=run.text.replace("\n", " ")) for run in text
            )
            if element.tag in HEADINGS:
                self.level = level
            content = without_permalink(content)
            self.pieces.append(Piece(Heading(level, content), role_of(element), state.outside))
        self.pieces += [p for p in pieces if not isinstance(p.block, Paragraph | Heading)]

    def figure(self, element: Element, state: State) -> None:
        captions = [
            caption
            for caption in element.iter("figcaption")
            if next(caption.iterancestors("figure")) is element  # a gallery's figures have theirs
        ]
        caption = " ".join(p.text for found in captions for p in self.collect(found))
        for found in captions:
            found.clear(keep_tail=True)
        self.pieces += with_caption(self.collect(element, state), caption, state.outside)

    def url_of(self, element: Element) -> str:
        links = [element] if element.tag == "a" else list(element.iter("a"))
        return next((safe for a in links if (safe := safe_link(a.get("href", ""), self.base))), "")
