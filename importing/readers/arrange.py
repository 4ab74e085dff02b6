"""From the pieces a reader found to an article: furniture, title, references, teasers, lead."""

from dataclasses import replace
from pathlib import PurePath

from importing.document import (
    Document,
    Dropped,
    Footnote,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Reference,
    Teaser,
    plain,
)
from importing.readers import reference_lines
from importing.readers.furniture import drop_furniture
from importing.readers.headings import infer_headings, levels_below_title
from importing.readers.pieces import Piece, Source
from importing.readers.shapes import heading_shape, is_sentence, word_count
from importing.readers.teasers import (
    could_be_teasers,
    is_heading_line,
    is_teasers_heading,
    read_teasers,
)

NO_TITLE = "No title was found; the file's name was used."
_LONGEST_TITLE_WORDS = 25
_LONGEST_TITLE = 200
_NEAR_THE_TOP = 12
_LONGEST_ABOVE = 40


def arrange(source: Source, filename: str) -> Document:
    """Say what each piece is; each line ends in exactly one field of the document."""
    pieces = drop_furniture(source)
    title, pieces = _take_title(pieces, source, filename)
    references, heading, pieces, tail = _take_references(pieces, source)
    teasers, teasers_heading, pieces = _take_teasers(pieces, source, tail)
    for piece in pieces:
        if piece.outside:
            source.drop(piece, piece.outside)
    pieces = infer_headings([piece for piece in pieces if not piece.outside])
    if source.footnotes and pieces and isinstance(pieces[-1].block, Heading):
        source.drop(pieces.pop(), "heading of the footnotes")
    lead, pieces = _take_lead(pieces)
    if source.page_title and _same(source.page_title) != _same(title):
        source.dropped.append(
            Dropped(source.page_title, "the browser's title or file's properties")
        )
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


def _same(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


# The title


def _take_title(pieces: list[Piece], source: Source, filename: str) -> tuple[str, list[Piece]]:
    index = _title_index(pieces, source)
    if index is not None:
        title = " ".join(pieces[index].lines)
        rest = _above_title(pieces[:index], source) + pieces[index + 1 :]
    elif source.page_title:
        title, source.page_title, rest = source.page_title, "", pieces
        source.warnings.append("The text has no title of its own; the page's or file's was used.")
    else:
        title, rest = _title_of_file(filename), pieces
        source.warnings.append(NO_TITLE)
    kept = []
    for number, piece in enumerate(rest):
        if (
            number < 4
            and isinstance(piece.block, Heading | Paragraph)
            and _same(piece.text) == _same(title)
        ):
            source.drop(piece, "repeats the title")
        else:
            kept.append(piece)
    return title, kept


def _title_of_file(filename: str) -> str:
    stem = PurePath(filename).stem
    return " ".join(stem.replace("_", " ").replace("-", " ").split()) or "Untitled"


def _above_title(pieces: list[Piece], source: Source) -> list[Piece]:
    """Short lines over the title (letterhead, site name) are named and left away."""
    for piece in pieces:
        texts = isinstance(piece.block, Heading | Paragraph | ListBlock | Image)
        if not texts or word_count(piece.text) > _LONGEST_ABOVE:
            return pieces
    kept = []
    for piece in pieces:
        if (
            isinstance(piece.block, Image)
            and not piece.outside
            and "logo" not in piece.text.lower()
        ):
            kept.append(piece)
        else:
            source.drop(piece, piece.outside or "above the title")
    return kept


def _title_index(pieces: list[Piece], source: Source) -> int | None:
    marked = [i for i, piece in enumerate(pieces) if piece.role == "title"]
    if marked:
        return marked[0]
    tops = [i for i, p in enumerate(pieces) if isinstance(p.block, Heading) and p.block.level == 1]
    inside = [i for i in tops if not pieces[i].outside] or tops
    # A file's own front matter names the title where "#" heads every section.
    if inside and not (len(inside) > 1 and source.page_title and "title" in source.warnings):
        first = inside[0]
        before = _first_line(pieces)
        if len(inside) > 1 and before is not None and before < first:
            return before
        return first
    for index, piece in enumerate(pieces[:_NEAR_THE_TOP] if source.page_title else []):
        same = _same(piece.text) if isinstance(piece.block, Heading | Paragraph) else ""
        if len(same) > 3 and same in _same(source.page_title):
            return index
    line = _first_line(pieces)
    if line is None and pieces and isinstance(pieces[0].block, Heading) and not source.page_title:
        return 0
    return line


def _first_line(pieces: list[Piece]) -> int | None:
    """The first piece, where it is a line that can be a title."""
    for index, piece in enumerate(pieces):
        if piece.outside:
            continue
        if not isinstance(piece.block, Paragraph):
            return None
        text = piece.text
        fits = len(text) <= _LONGEST_TITLE and word_count(text) <= _LONGEST_TITLE_WORDS
        if not fits or "\n" in text:
            return None
        if heading_shape(text) or not is_sentence(text) or text.endswith(("?", "؟", "？")):
            return index
        follows = pieces[index + 1].text if index + 1 < len(pieces) else ""
        alone = word_count(text) <= 14 and word_count(follows) > 2 * word_count(text)
        return index if alone and not text.endswith((":", "،", ",", ";")) else None
    return None


# The lead


def _take_lead(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    for index, piece in enumerate(pieces):
        if piece.role == "lead":
            return " ".join(piece.lines), pieces[:index] + pieces[index + 1 :]
    if pieces and isinstance(pieces[0].block, Paragraph):
        return " ".join(pieces[0].lines), pieces[1:]
    return "", pieces


# References


def _take_references(
    pieces: list[Piece], source: Source
) -> tuple[list[Reference], str, list[Piece], int]:
    """The references, their heading, the other pieces, and where those behind them start."""
    headings = [i for i, piece in enumerate(pieces) if reference_lines.is_references_heading(piece)]
    for heading in reversed(headings):
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
        if not is_teasers_heading(pieces[start]):
            continue
        end = _end_of_teasers(pieces, start, stop)
        if could_be_teasers(pieces[start + 1 : end]):
            found.append((start, end))
            stop = start
    inside = [(start, end) for start, end in found if not pieces[start].outside]
    if found:
        return inside or found
    behind = pieces[tail + 1 :]
    if tail < len(pieces) and is_heading_line(pieces[tail]) and len(behind) > 2:
        end = _end_of_teasers(pieces, tail, len(pieces))
        return [(tail, end)] if could_be_teasers(behind) else []
    return []


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
