"""Teaser cards at an article's end: read as cards, or told by their heading and shape."""

from collections.abc import Callable
from itertools import pairwise
from statistics import median

from importing.document import (
    Dropped,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Teaser,
    block_lines,
    links,
    plain,
    split_lines,
)
from importing.readers.phrases import PHRASES
from importing.readers.pieces import Piece
from importing.readers.shapes import is_read_more, is_sentence, is_short, word_count

_MOST_WORDS = 60
_LEAST_CUT = 2


def is_heading_line(piece: Piece) -> bool:
    """A heading, or a short line that could be one."""
    if isinstance(piece.block, Heading):
        return True
    text = piece.text
    return isinstance(piece.block, Paragraph) and is_short(text) and not is_sentence(text)


def could_be_teasers(pieces: list[Piece]) -> bool:
    """Short texts, cards or lists of links: at least two (or one link), nothing long among them."""
    count = 0
    for piece in pieces:
        block = piece.block
        if isinstance(block, Teaser):
            count += 1
        elif isinstance(block, ListBlock):
            linked = sum(bool(links(item.content)) for item in block.items)
            count += linked + (linked == len(block.items))  # one link alone is a card, too
        elif isinstance(block, Paragraph | Heading):
            if word_count(piece.text) > _MOST_WORDS:
                return False
            lines = split_lines(block.content)
            count += len(lines) if all(map(links, lines)) else 1
        elif not isinstance(block, Image):
            return False
    return count > 1


def are_links(pieces: list[Piece]) -> bool:
    """Whether the pieces are lists of nothing but links, each with all its words in it."""
    blocks = [piece.block for piece in pieces]
    items = [i for block in blocks if isinstance(block, ListBlock) for i in block.items]
    linked = all(run.link for item in items for run in item.content if run.text.strip())
    return bool(items) and linked and all(isinstance(block, ListBlock) for block in blocks)


def are_names(pieces: list[Piece]) -> bool:
    """Whether the pieces are one list of short names, as pages copied without their links are."""
    block = pieces[0].block if len(pieces) == 1 else None
    items = block.items if isinstance(block, ListBlock) else ()
    return len(items) > 1 and all(_is_title(plain(item.content)) for item in items)


def read_teasers(pieces: list[Piece], drop: Callable[[Dropped], None]) -> list[Teaser]:
    """Cards from the pieces under a teasers' heading; what is no card is handed to `drop`."""
    teasers: list[Teaser] = []
    loose: list[tuple[str, str, bool]] = []  # text, address, whether a heading
    ends: list[int] = []
    pieces = _without_line_above(pieces, drop)
    for piece in pieces:
        block = piece.block
        if isinstance(block, Teaser):
            teasers.append(block)
        elif isinstance(block, ListBlock):
            loose += _loose_items(block)
        elif isinstance(block, Image):
            for line in piece.lines:
                drop(Dropped(line, "an image between the teasers"))
        else:
            for content in block_lines(block):
                line = plain(content)
                if is_read_more(line):
                    drop(Dropped(line, "the link's words on a teaser"))
                    ends.append(len(loose))
                else:
                    loose.append((line, _first(content), isinstance(block, Heading)))
    return teasers + (_cut(loose, ends) or _pair(loose, drop))


def _cut(lines: list[tuple[str, str, bool]], ends: list[int]) -> list[Teaser]:
    """Cards of two or three lines that each end in "Read more"."""
    starts = [0, *ends]
    sizes = [end - start for start, end in pairwise(starts)]
    if len(ends) < _LEAST_CUT or ends[-1] != len(lines) or not all(1 < n < 4 for n in sizes):
        return []
    cards = [lines[start:end] for start, end in pairwise(starts)]
    return [
        Teaser(card[0][0], " ".join(text for text, _, _ in card[1:]), card[0][1]) for card in cards
    ]


def _without_line_above(pieces: list[Piece], drop: Callable[[Dropped], None]) -> list[Piece]:
    """The cards without a paragraph that stands between their heading and the first of them."""
    cards = [i for i, piece in enumerate(pieces) if isinstance(piece.block, Teaser)]
    if len(cards) < 2 or cards[0] != 1 or not isinstance(pieces[0].block, Paragraph):
        return pieces
    for line in pieces[0].lines:
        drop(Dropped(line, "the line above the teasers"))
    return pieces[1:]


def _loose_items(block: ListBlock) -> list[tuple[str, str, bool]]:
    out: list[tuple[str, str, bool]] = []
    for item in block.items:
        text = f"{item.marker} {plain(item.content)}".strip().replace("\n", " ")
        out.append((text, _first(item.content), False))
        for child in item.children:
            out += _loose_items(child)
    return out


def _first(content: Inline) -> str:
    return next(iter(links(content)), "")


def _pair(lines: list[tuple[str, str, bool]], drop: Callable[[Dropped], None]) -> list[Teaser]:
    """Title and text take turns, or each line is a card of its own."""
    if not lines:
        return []
    titles = [heading or _is_title(text) for text, _, heading in lines]
    pairs = sum(a and not b for a, b in pairwise(titles))
    if pairs > 1 or (pairs == 1 and len(lines) == 2):
        if len(lines) > 1 and titles[0] and titles[1] and not (len(titles) > 2 and all(titles[:3])):
            drop(Dropped(lines.pop(0)[0], "the line above the teasers"))
            titles.pop(0)
        return _paired(lines, titles)
    first_is_open = titles[:1] == [True] or lines[0][0].endswith(("...", "…"))
    if len(lines) > 2 and first_is_open and not any(titles[1:]):
        size = median(word_count(text) for text, _, _ in lines[1:])
        if word_count(lines[0][0]) <= size / 2:
            drop(Dropped(lines.pop(0)[0], "the line above the teasers"))
    return [Teaser(t, "", url) if _is_title(t) else Teaser("", t, url) for t, url, _ in lines]


def _is_title(text: str) -> bool:
    """Short, and a question or no sentence at all."""
    return is_short(text) and (not is_sentence(text) or text.endswith(("?", "؟", "？")))


def _paired(lines: list[tuple[str, str, bool]], titles: list[bool]) -> list[Teaser]:
    teasers: list[Teaser] = []
    for (text, url, _), is_title in zip(lines, titles, strict=True):
        if is_title or not teasers:
            teasers.append(Teaser(text, "", url) if is_title else Teaser("", text, url))
            continue
        last = teasers[-1]
        joined = f"{last.text} {text}".strip()
        teasers[-1] = Teaser(last.title, joined, last.url or url)
    return teasers


def is_teasers_heading(piece: Piece) -> bool:
    """Whether a heading announces teasers; "Read more" does only where it is marked as one."""
    if not isinstance(piece.block, Heading | Paragraph):
        return False
    is_link = isinstance(piece.block, Paragraph) and is_read_more(piece.text)
    return PHRASES.is_teasers_heading(piece.text) and not is_link
