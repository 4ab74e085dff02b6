"""One post or page of an export as an article, through the readers' own tree."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from html import escape, unescape
from urllib.parse import unquote

from importing.document import (
    Block,
    Document,
    Dropped,
    Heading,
    Image,
    Paragraph,
    Refused,
    Run,
    Teaser,
)
from importing.readers.arrange import arrange
from importing.readers.html import read_html
from importing.readers.pieces import Piece, Source
from importing.readers.typed_lists import gather_typed_lists
from importing.readers.wordpress.blocks import Blocks, footnotes_html
from importing.readers.wordpress.export import Export, Item
from importing.readers.wordpress.shortcodes import Shortcodes, closed_names, listed

MOST_CHARACTERS = 4_000_000
NO_FEATURED = "the post's picture for lists: the file is missing, upload it by hand"
_EMBEDDED = "embedded content: add it as a video or a link by hand"
_NO_TITLE = "The post has no title; its address was used."
_EMBEDDABLE = re.compile(
    r"https?://(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com"
    r"|dai\.ly|twitter\.com|x\.com|facebook\.com|instagram\.com|tiktok\.com|soundcloud\.com"
    r"|spotify\.com|slideshare\.net|flickr\.com|ted\.com|videopress\.com|wordpress\.tv|issuu\.com"
    r"|scribd\.com|reddit\.com|bsky\.app|pinterest\.com|tumblr\.com)/\S*"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ID = re.compile(r"\bwp-image-(\d+)\b")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as an article; `featured` is its picture for lists, None where it has none."""

    document: Document
    featured: Image | None = None


def read_post(
    item: Item, export: Export, fetch: Callable[[str, str], bytes] = lambda url, path: b""
) -> Post:
    """Read one item. `fetch` gives the bytes of a file by its address and path, or none.

    Raises `Refused` with one sentence where the post is too large or too deep to be read.
    """
    if len(item.content) > MOST_CHARACTERS:
        raise Refused("The post holds more text than an article can have.")
    try:
        source = _source(item, export)
        document = arrange(source, unquote(item.slug) or f"post {item.number}")
    except RecursionError:
        raise Refused("The post nests its parts too deeply to be an article.") from None
    pictures = _Pictures(export, fetch)
    featured = pictures.featured(item)
    if featured and not featured.data:
        lines = filter(None, (featured.alt, featured.src))
        missing = tuple(Dropped(line, NO_FEATURED) for line in lines)
        document, featured = replace(document, dropped=(*document.dropped, *missing)), None
    document = replace(
        document,
        blocks=tuple(pictures.with_bytes(block) for block in document.blocks),
        teasers=tuple(pictures.of_teaser(teaser) for teaser in document.teasers),
    )
    return Post(document, featured)


def _source(item: Item, export: Export) -> Source:
    codes = Shortcodes(export.attachments, item.number, closed_names(item.content))
    notes = next(iter(item.metas("footnotes")), "")
    blocks = Blocks(codes.expand, export.blocks, footnotes_html(notes))
    source = _html(_with_alternatives(blocks.expand(item.content), export), item.link)
    _drop_embeds(source)
    source.pieces = gather_typed_lists(source.pieces)
    source.dropped += [*codes.dropped, *blocks.dropped]
    for piece in _html(blocks.notes, item.link).pieces:
        source.drop(piece, "a footnote the post does not show")
    source.pieces = [*_opening(item, source), *source.pieces]
    if codes.unsure:
        source.warnings.append(f"These may be shortcodes and stayed text: {listed(codes.unsure)}.")
    if blocks.plugins:
        source.warnings.append(
            f"Blocks of plugins were kept as text: {', '.join(sorted(blocks.plugins))}."
        )
    return source


def _html(html: str, base: str) -> Source:
    if not html.strip():
        return Source()
    return read_html(f'<head><base href="{escape(base)}"></head><body>{html}</body>')


def _opening(item: Item, source: Source) -> Iterable[Piece]:
    """The title, and the excerpt as lead where it says more than the text's beginning."""
    title = _line(item.title, source)
    if not title:
        title = unquote(item.slug).replace("-", " ").strip() or f"Post {item.number}"
        source.warnings.append(_NO_TITLE)
    yield Piece(Heading(1, (Run(title),)), "title")
    excerpt = _line(item.excerpt, source)
    first = source.pieces[0].text if source.pieces else ""
    if excerpt and _same(excerpt) != _same(first):
        yield Piece(Paragraph((Run(excerpt),)), "lead")


def _line(html: str, source: Source) -> str:
    """The words of a title or an excerpt, which may hold tags."""
    if not _TAG.search(html):
        return " ".join(unescape(html).split())
    found = _html(html, "")
    source.dropped += found.dropped
    return " ".join(line for piece in found.pieces for line in piece.lines).replace("\n", " ")


def _same(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _drop_embeds(source: Source) -> None:
    kept = []
    for piece in source.pieces:
        lines = piece.lines if isinstance(piece.block, Paragraph) else []
        if lines and all(_EMBEDDABLE.fullmatch(line) for line in lines):
            source.drop(piece, _EMBEDDED)
        else:
            kept.append(piece)
    source.pieces = kept


def _with_alternatives(html: str, export: Export) -> str:
    """Give an image without a description the one the media library has."""

    def described(found: re.Match[str]) -> str:
        tag = found[0]
        number = _ID.search(tag)
        picture = export.attachments.get(number[1]) if number else None
        if picture is None or not picture.alt or re.search(r"""\balt\s*=\s*["']?[^\s"'>]""", tag):
            return tag
        tag = re.sub(r"""\balt\s*=\s*(""|'')""", "", tag)
        return f'<img alt="{escape(picture.alt)}"{tag[4:]}'

    return re.sub(r"<img\b[^<>]*>", described, html)


class _Pictures:
    """Puts the bytes of pictures that are at hand into the tree, each read once a post."""

    def __init__(self, export: Export, fetch: Callable[[str, str], bytes]) -> None:
        self.export = export
        self.fetch = fetch
        self.read: dict[str, bytes] = {}

    def with_bytes(self, block: Block) -> Block:
        if not isinstance(block, Image) or not block.src or block.data:
            return block
        return replace(block, data=self._bytes(block.src))

    def of_teaser(self, teaser: Teaser) -> Teaser:
        image = self.with_bytes(teaser.image) if teaser.image else None
        return replace(teaser, image=image) if isinstance(image, Image) else teaser

    def featured(self, item: Item) -> Image | None:
        number = next(iter(item.metas("_thumbnail_id")), "")
        picture = self.export.attachments.get(number)
        if picture is None:
            return None
        data = self._bytes(picture.url, picture.path)
        return Image(picture.url, " ".join(picture.alt.split()), data=data)

    def _bytes(self, url: str, path: str = "") -> bytes:
        if url not in self.read:
            self.read[url] = self.fetch(url, path)
        return self.read[url]
