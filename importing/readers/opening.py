"""How an article opens: its title, the lines above it, its lead."""

from pathlib import PurePath

from importing.document import Dropped, Heading, Image, ListBlock, Paragraph, Quote, Table
from importing.readers.bylines import BELOW_TITLE, drop_bylines
from importing.readers.phrases import PHRASES
from importing.readers.pieces import Piece, Source, same
from importing.readers.shapes import is_sentence, word_count
from importing.readers.title_line import is_site_line, title_line

NO_TITLE = "No title was found; the file's name was used."
TITLE_OF_FILE = "The text has no title of its own; the page's or file's was used."
LEAD_BELOW_HEADING = "The text begins with a heading; the first paragraph below it became the lead."
LEAD_TWICE = (
    "The text begins with a heading; the only paragraph below it was copied to the lead: "
    "please shorten one of the two."
)
LEAD_OF_FILE = "The text begins without a paragraph; the page's or file's summary became the lead."
NO_LEAD = "No lead was found: please write one."
_NEAR_THE_TOP = 12
_LONGEST_ABOVE = 40
_LEAST_TITLE = 4
_MOST_LINES_ABOVE = 3
_MOST_BELOW_SITE = 4
_LONGEST_LABEL = 10


# The title


def take_title(pieces: list[Piece], source: Source, filename: str) -> tuple[str, list[Piece]]:
    """The title, and the pieces without it, what repeats it, and what stands above it."""
    index = _title_index(pieces, source)
    if index is not None:
        title = " ".join(pieces[index].lines)
        rest = _above_title(pieces[:index], source) + pieces[index + 1 :]
    elif source.page_title:
        title, source.page_title, rest = source.page_title, "", pieces
        source.warnings.append(TITLE_OF_FILE)
    else:
        title, rest = _title_of_file(filename), pieces
        source.warnings.append(NO_TITLE)
    kept = []
    for number, piece in enumerate(rest):
        is_text = isinstance(piece.block, Heading | Paragraph)
        if number < 4 and is_text and same(piece.text) == same(title):
            source.drop(piece, "repeats the title")
        else:
            kept.append(piece)
    return title, drop_bylines(kept, source)


def _title_of_file(filename: str) -> str:
    stem = PurePath(filename).stem
    return " ".join(stem.replace("_", " ").replace("-", " ").split()) or "Untitled"


def _above_title(pieces: list[Piece], source: Source) -> list[Piece]:
    """Short lines over the title (letterhead, site name) are named and left away."""
    for piece in pieces:
        texts = isinstance(piece.block, Heading | Paragraph | ListBlock | Image | Table)
        if not texts or word_count(piece.text) > _LONGEST_ABOVE:
            return pieces
    kept = []
    for piece in pieces:
        is_image = isinstance(piece.block, Image)
        if is_image and not piece.outside and "logo" not in piece.text.lower():
            kept.append(piece)
        else:
            source.drop(piece, piece.outside or "above the title")
    return kept


def _title_index(pieces: list[Piece], source: Source) -> int | None:
    styled = [i for i, piece in enumerate(pieces) if piece.role == "title"]
    if styled:
        return styled[0]
    tops = [i for i, p in enumerate(pieces) if isinstance(p.block, Heading) and p.block.level == 1]
    inside = [i for i in tops if not pieces[i].outside] or tops
    # A file's own front matter names the title where "#" heads every section.
    if inside and not (len(inside) > 1 and source.page_title and source.names_itself):
        if len(inside) > 1:
            return _among(inside, pieces, source)
        return _only_headline(pieces, inside[0]) or inside[0]
    near = range(min(len(pieces), _NEAR_THE_TOP))
    for found in (_headline(range(len(pieces)), pieces), _as_page_title(near, pieces, source)):
        if found is not None:
            return found
    if source.page_title and source.names_itself:
        return None
    if (top := _above_all(pieces)) is not None:
        return top
    line = title_line(pieces)
    if line is not None and is_site_line(pieces[line].text):
        below = pieces[line + 1 : line + 2]
        if below and isinstance(below[0].block, Heading) and not below[0].outside:
            return line + 1
    if line is None and pieces and isinstance(pieces[0].block, Heading) and not source.page_title:
        return 0
    return line


def _above_all(pieces: list[Piece]) -> int | None:
    """The heading that opens the text, where all others, two or more, stand a level below."""
    inside = [i for i, piece in enumerate(pieces) if not piece.outside]
    levels = [getattr(pieces[i].block, "level", 0) for i in inside[:2]]
    if len(levels) < 2 or not levels[0] or levels[1]:
        return None
    others = [b.level for i in inside[1:] if isinstance(b := pieces[i].block, Heading)]
    return inside[0] if len(others) > 1 and min(others) > levels[0] else None


def _only_headline(pieces: list[Piece], top: int) -> int | None:
    """The one piece that a class calls the headline, below a heading that is the site's name."""
    found = [i for i, p in enumerate(pieces) if p.role == "headline" and not p.outside]
    one = len(found) == 1 and found[0] > top and pieces[top].role != "headline"
    return found[0] if one and found[0] - top <= _MOST_BELOW_SITE else None


def _among(tops: list[int], pieces: list[Piece], source: Source) -> int:
    """The title among several headings of the first level, or the line above them all."""
    for found in (_headline(tops, pieces), _as_page_title(tops, pieces, source)):
        if found is not None:
            return found
    before = title_line(pieces)
    return before if before is not None and before < tops[0] else tops[0]


def _headline(places: range | list[int], pieces: list[Piece]) -> int | None:
    """The first piece whose class calls it the page's headline."""
    return next((i for i in places if pieces[i].role == "headline" and not pieces[i].outside), None)


def _as_page_title(places: range | list[int], pieces: list[Piece], source: Source) -> int | None:
    """The piece the browser's title names: at best all of it, else its beginning, else a part."""
    whole = same(source.page_title)
    best, found = 0, None
    for index in places:
        piece = pieces[index]
        text = same(piece.text) if isinstance(piece.block, Heading | Paragraph) else ""
        if len(text) < _LEAST_TITLE or text not in whole:
            continue
        fit = 1 + (not piece.outside) + 2 * whole.startswith(text) + 4 * (text == whole)
        if fit > best:
            best, found = fit, index
    return found


# The lead


def take_lead(pieces: list[Piece], source: Source) -> tuple[str, list[Piece]]:
    """The lead and the other pieces: the first paragraph, or the next best (then warned of)."""
    pieces = _without_subtitle(pieces, source)
    pieces = _without_lines_above(pieces, source)
    pieces = _without_heading_of_lead(pieces, source)
    beside = (
        isinstance(piece.block, Image | Table) or _is_motto(pieces, i)
        for i, piece in enumerate(pieces)
    )
    first = next((index for index, skipped in enumerate(beside) if not skipped), len(pieces))
    for index, piece in enumerate(pieces[: first + 3]):
        if piece.role == "lead" and (index == first or isinstance(piece.block, Paragraph)):
            return " ".join(piece.lines), pieces[:index] + pieces[index + 1 :]
    if first < len(pieces) and isinstance(pieces[first].block, Paragraph):
        return " ".join(pieces[first].lines), pieces[:first] + pieces[first + 1 :]
    if _is_below_box(pieces[first:]):
        source.warnings.append(LEAD_BELOW_HEADING)
        place = first + 2
        return " ".join(pieces[place].lines), pieces[:place] + pieces[place + 1 :]
    if lead := _below_heading(pieces[first:]):
        stays = _stays(pieces[first:])
        source.warnings.append(LEAD_BELOW_HEADING if stays else LEAD_TWICE)
        return lead, pieces[: first + 1] + pieces[first + 2 :] if stays else pieces
    if source.summary:
        source.warnings.append(LEAD_OF_FILE)
        return source.summary, pieces
    source.warnings.append(NO_LEAD)
    return "", pieces


def _without_subtitle(pieces: list[Piece], source: Source) -> list[Piece]:
    """The pieces without a heading below the title that stands deeper than the next one does."""
    levels = [piece.block.level for piece in pieces if isinstance(piece.block, Heading)]
    subtitle = len(levels) > 1 and isinstance(pieces[0].block, Heading) and levels[0] > levels[1]
    if not subtitle or pieces[0].role or is_sentence(pieces[0].text):
        return pieces
    if not isinstance(pieces[1].block, Paragraph):
        return pieces
    source.drop(pieces[0], BELOW_TITLE)
    return pieces[1:]


def _without_lines_above(pieces: list[Piece], source: Source) -> list[Piece]:
    """The pieces without short lines (a subtitle, a name) that stand over the first sentence."""
    first = next((i for i, p in enumerate(pieces) if not isinstance(p.block, Image)), len(pieces))
    count = first
    most = min(len(pieces) - 1, first + _MOST_LINES_ABOVE)
    while count < most and _is_label(pieces[count]):
        count += 1
    rest = [piece for piece in pieces[count:] if not isinstance(piece.block, Image | Table)]
    below = rest[0] if rest else None
    if count == first or below is None or not isinstance(below.block, Paragraph):
        return pieces
    if not is_sentence(below.text):
        return pieces
    for piece in pieces[first:count]:
        source.drop(piece, BELOW_TITLE)
    return pieces[:first] + pieces[count:]


def _is_motto(pieces: list[Piece], index: int) -> bool:
    """Whether a quote stands over the first paragraph."""
    below = pieces[index + 1].block if index + 1 < len(pieces) else None
    return isinstance(pieces[index].block, Quote) and isinstance(below, Paragraph)


def _without_heading_of_lead(pieces: list[Piece], source: Source) -> list[Piece]:
    """The pieces without a heading ("Summary") over the one paragraph that is the lead."""
    if len(pieces) < 2 or not isinstance(heading := pieces[0].block, Heading):
        return pieces
    behind = pieces[2].block if len(pieces) > 2 else None
    alone = isinstance(behind, Heading) and behind.level <= heading.level
    if (
        not alone
        or not isinstance(pieces[1].block, Paragraph)
        or not PHRASES.is_summary(heading.text)
    ):
        return pieces
    source.drop(pieces[0], "heading of the lead")
    return pieces[1:]


def _is_label(piece: Piece) -> bool:
    text = piece.text
    short = (
        isinstance(piece.block, Paragraph) and not piece.role and word_count(text) <= _LONGEST_LABEL
    )
    return short and not is_sentence(text) and "\n" not in text


def _below_heading(pieces: list[Piece]) -> str:
    """The first paragraph below the heading that opens the article, or ""."""
    kinds = [type(piece.block) for piece in pieces[:2]]
    if kinds == [Heading, Heading]:  # "Abstract", and right below it "Background"
        return _below_heading(pieces[1:])
    return " ".join(pieces[1].lines) if kinds == [Heading, Paragraph] else ""


def _is_below_box(pieces: list[Piece]) -> bool:
    """Whether a list under a heading ("Key points") stands over the one first paragraph."""
    kinds = [type(piece.block) for piece in pieces[:4]]
    return kinds == [Heading, ListBlock, Paragraph, Heading] and is_sentence(pieces[2].text)


def _stays(pieces: list[Piece]) -> bool:
    """Whether the heading keeps a text of its own without that paragraph."""
    heading, more = pieces[0].block, pieces[2].block if len(pieces) > 2 else None
    if more is None or not isinstance(heading, Heading) or isinstance(pieces[1].block, Heading):
        return False
    return not isinstance(more, Heading) or more.level > heading.level


def drop_unused(source: Source, title: str) -> None:
    """Name the file's own title where it is another than the article's."""
    if source.page_title and same(source.page_title) != same(title):
        source.dropped.append(
            Dropped(source.page_title, "the browser's title or file's properties")
        )
