"""From the pieces a reader found to an article: furniture, title, references, teasers, lead."""

from dataclasses import replace

from importing.document import (
    Document,
    Footnote,
    Heading,
    ListBlock,
    Reference,
    Teaser,
    plain,
)
from importing.readers import reference_lines
from importing.readers.furniture import drop_furniture
from importing.readers.headings import (
    infer_headings,
    levels_below_title,
    split_announcing_lines,
)
from importing.readers.opening import drop_unused, take_lead, take_title
from importing.readers.pieces import Piece, Source
from importing.readers.teasers import (
    are_links,
    are_names,
    could_be_teasers,
    is_heading_line,
    is_teasers_heading,
    read_teasers,
)


def arrange(source: Source, filename: str) -> Document:
    """Say what each piece is; each line ends in exactly one field of the document."""
    source.pieces = split_announcing_lines(source.pieces)
    pieces = drop_furniture(source)
    title, pieces = take_title(pieces, source, filename)
    references, heading, pieces, tail = _take_references(pieces, source)
    teasers, teasers_heading, pieces = _take_teasers(pieces, source, tail)
    for piece in pieces:
        if piece.outside:
            source.drop(piece, piece.outside)
    pieces = infer_headings([piece for piece in pieces if not piece.outside])
    if source.footnotes and pieces and isinstance(pieces[-1].block, Heading):
        source.drop(pieces.pop(), "heading of the footnotes")
    lead, pieces = take_lead(pieces, source)
    drop_unused(source, title)
    more, footnotes = _notes(source.footnotes, bool(references))
    return Document(
        title=title,
        lead=lead,
        blocks=tuple(levels_below_title([piece.block for piece in pieces])),
        references=tuple(
            replace(each, text=source.as_pasted.get(each.text, each.text))
            for each in (*references, *more)
        ),
        teasers=tuple(teasers),
        footnotes=footnotes,
        dropped=tuple(source.dropped),
        warnings=tuple(dict.fromkeys(source.warnings)),
        references_heading=heading,
        teasers_heading=teasers_heading,
    )


# References


def _take_references(
    pieces: list[Piece], source: Source
) -> tuple[list[Reference], str, list[Piece], int]:
    """The references, their heading, the other pieces, and where those behind them start."""
    headings = [i for i, piece in enumerate(pieces) if reference_lines.is_references_heading(piece)]
    perhaps = [
        i
        for i, piece in enumerate(pieces)
        if reference_lines.is_perhaps_references_heading(piece)
        and reference_lines.are_references(pieces[i + 1 : reference_lines.section_after(pieces, i)])
    ]
    for heading in (*reversed(headings), *reversed(perhaps)):
        end = reference_lines.section_after(pieces, heading)
        found = _references_in(pieces[heading + 1 : end], source)
        if found:
            text = pieces[heading].text
            source.drop(pieces[heading], "heading of the reference list")
            return found, text, pieces[:heading] + pieces[end:], heading
    run = reference_lines.find_run(pieces)
    if run is None:
        return [], "", pieces, len(pieces)
    start, end = run
    references = _references_in(pieces[start:end], source)
    return references, "", pieces[:start] + pieces[end:], start


def _references_in(pieces: list[Piece], source: Source) -> list[Reference]:
    references: list[Reference] = []
    for piece in pieces:
        if isinstance(piece.block, Heading):
            source.drop(piece, "a heading inside the reference list")
        else:
            references += reference_lines.as_references([piece])
    return references


def _notes(
    footnotes: list[Footnote], has_references: bool
) -> tuple[list[Reference], tuple[Footnote, ...]]:
    """Notes that are the article's only references become them."""
    texts = [plain(note.content).replace("\n", " ") for note in footnotes]
    alike = sum(map(reference_lines.looks_like_reference, texts))
    if footnotes and not has_references and alike * 2 > len(footnotes):
        return [Reference(text) for text in texts], ()
    return [], tuple(footnotes)


# Teasers


def _take_teasers(
    pieces: list[Piece], source: Source, tail: int
) -> tuple[list[Teaser], str, list[Piece]]:
    """The cards, their heading and the other pieces."""
    teasers: list[Teaser] = []
    title = ""
    for start, end in _teaser_sections(pieces, tail):
        title = pieces[start].text
        source.drop(pieces[start], "heading of the teasers")
        teasers = read_teasers(pieces[start + 1 : end], source.dropped.append) + teasers
        pieces = pieces[:start] + pieces[end:]
    kept: list[Piece] = []
    for piece in pieces:
        if isinstance(piece.block, Teaser):
            if kept and isinstance(kept[-1].block, Heading) and not teasers:
                title = kept[-1].text
                source.drop(kept.pop(), "heading of the teasers")
            teasers.append(piece.block)
        else:
            kept.append(piece)
    return teasers, title, kept


def _teaser_sections(pieces: list[Piece], tail: int) -> list[tuple[int, int]]:
    """Where teasers start and end, the last first.

    A heading announces them: in the article if there is one, else beside it. Behind the
    references any heading does, with three short texts or more and nothing else.
    """
    found: list[tuple[int, int]] = []
    stop = len(pieces)
    for start in range(len(pieces) - 1, -1, -1):
        perhaps = reference_lines.is_perhaps_references_heading(pieces[start])
        if not perhaps and not is_teasers_heading(pieces[start]):
            continue
        end = _end_of_teasers(pieces, start, stop)
        below = pieces[start + 1 : end]
        names = end == len(pieces) and are_names(below)
        if (could_be_teasers(below) and (not perhaps or are_links(below))) or (
            names and not perhaps
        ):
            found.append((start, end))
            stop = start
    inside = [(start, end) for start, end in found if not pieces[start].outside]
    if found:
        return inside or found
    behind = pieces[tail + 1 :]
    if tail < len(pieces) and is_heading_line(pieces[tail]) and _cards_in(behind) > 2:
        end = _end_of_teasers(pieces, tail, len(pieces))
        return [(tail, end)] if could_be_teasers(behind) else []
    return []


def _cards_in(pieces: list[Piece]) -> int:
    return sum(len(p.block.items) if isinstance(p.block, ListBlock) else 1 for p in pieces)


def _end_of_teasers(pieces: list[Piece], start: int, stop: int) -> int:
    level = getattr(pieces[start].block, "level", 0)
    end = start + 1
    while end < stop and _belongs(pieces[end], level, pieces[start].outside):
        end += 1
    cards = [i for i in range(start, end) if isinstance(pieces[i].block, Teaser)]
    return cards[-1] + 1 if cards else end


def _belongs(piece: Piece, level: int, outside: str) -> bool:
    if piece.outside != outside or reference_lines.is_references_heading(piece):
        return False
    return not (isinstance(piece.block, Heading) and level and piece.block.level <= level)
