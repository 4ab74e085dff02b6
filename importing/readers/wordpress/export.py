"""The parts of an export: its site, authors, categories and files; its posts one by one.

Elements are known by their name and their namespace without its version, so exports of
WXR 1.0 to 1.2 read alike.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, iterparse

from importing.document import Refused
from importing.readers.wordpress.clean import NOT_AN_EXPORT, CleanXml

_WP = "http://wordpress.org/export/"
_NAMES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
_MOST_ELEMENTS = 1_000_000
_DEEPEST = 100
_KEPT_META = frozenset(
    {"_thumbnail_id", "_wp_attached_file", "_wp_attachment_image_alt", "_wp_old_slug", "footnotes"}
)


@dataclass(frozen=True, slots=True)
class Category:
    """A category or tag; `parent` is the slug of the one it stands below."""

    slug: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the media library; `path` is its place in the folder of uploads."""

    url: str
    path: str = ""
    alt: str = ""
    caption: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One `item` as it stands in the file: a post, a page, or what WordPress keeps as one.

    `date` is the site's own time, `date_utc` the same moment; both are None where they are
    zero or broken. The words of a protected post are never held, nor is its password.
    """

    number: str
    guid: str
    link: str
    kind: str
    status: str
    title: str
    slug: str
    creator: str = ""
    content: str = ""
    excerpt: str = ""
    date: datetime | None = None
    date_utc: datetime | None = None
    protected: bool = False
    parent: str = ""
    attachment_url: str = ""
    terms: tuple[Category, ...] = ()
    comments: int = 0
    meta: tuple[tuple[str, str], ...] = ()
    custom_fields: tuple[str, ...] = ()

    def metas(self, key: str) -> list[str]:
        """The values kept under a key of WordPress's own."""
        return [value for name, value in self.meta if name == key]


@dataclass(slots=True)
class Export:
    """What posts refer to: `authors` has names by login, `blocks` the reusable ones."""

    site: str = ""
    version: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)


def survey(file: BinaryIO) -> Export:
    """Read all of the file once and keep what posts refer to.

    Raises `Refused` with one sentence for what is broken, hostile or no export.
    """
    clean = CleanXml(file)
    export = Export()
    for element in _elements(clean):
        if _name(element) == "channel":
            _read_channel(element, export)
            continue
        item = _item(element)
        export.kinds[item.kind] += 1
        if item.kind == "attachment":
            export.attachments[item.number] = _attachment(item)
        elif item.kind == "wp_block" and item.status == "publish":
            export.blocks[item.number] = item.content
    if not export.version:
        raise Refused(NOT_AN_EXPORT)
    if clean.removed:
        export.warnings.append(f"{clean.removed} control characters were removed.")
    if clean.mixed:
        export.warnings.append(
            "Some of the file is not in its own encoding and was read as Windows-1252: "
            "check accents and quotes."
        )
    return export


def items(file: BinaryIO) -> Iterator[Item]:
    """The items of a file that `survey` has read, one at a time."""
    for element in _elements(CleanXml(file)):
        if _name(element) == "item":
            yield _item(element)


def _elements(clean: CleanXml) -> Iterator[Element]:
    """The channel as it stands before its first item, then each item; emptied afterwards."""
    parser = DefusedXMLParser(target=None, encoding="utf-8", forbid_dtd=True)
    path: list[Element] = []
    count = 0
    told = False
    try:
        for event, element in iterparse(clean, ("start", "end"), parser):
            if event == "start":
                path.append(element)
                count += 1
                if len(path) > _DEEPEST or count > _MOST_ELEMENTS:
                    raise Refused(
                        "The file nests or repeats its parts as no WordPress export does."
                    )
                if len(path) == 1 and element.tag != "rss":
                    raise Refused(NOT_AN_EXPORT)
                if not told and len(path) == 3 and element.tag == "item":
                    told = True
                    yield path[1]
                continue
            path.pop()
            if len(path) == 2 and element.tag == "item":
                yield element
                count = 0
                path[1].clear()
            elif len(path) == 1 and not told:
                told = True
                yield element
    except DefusedXmlException:
        raise Refused("The file declares a document type, as no WordPress export does.") from None
    except ParseError as error:
        line = error.position[0]
        raise Refused(f"The file is broken XML at line {line}: export it again.") from None


def _name(element: Element) -> str:
    """The name with its usual prefix, whatever version the namespace has: `wp:post_id`."""
    tag = element.tag
    if not tag.startswith("{"):
        return tag
    space, local = tag[1:].split("}", 1)
    if space.startswith(_WP):
        return f"{'excerpt' if space.rstrip('/').endswith('excerpt') else 'wp'}:{local}"
    return _NAMES.get(space, "?:") + local


def _texts(element: Element) -> dict[str, str]:
    """The text of each child by name; the first of several."""
    found: dict[str, str] = {}
    for child in element:
        found.setdefault(_name(child), child.text or "")
    return found


def _read_channel(channel: Element, export: Export) -> None:
    texts = _texts(channel)
    export.version = texts.get("wp:wxr_version", "").strip()
    places = ("wp:base_blog_url", "link", "wp:base_site_url")
    export.site = next((found for p in places if (found := texts.get(p, "").strip())), "")
    for child in channel:
        parts = {name: text.strip() for name, text in _texts(child).items()}
        if (name := _name(child)) == "wp:author":
            whole = (
                f"{parts.get('wp:author_first_name', '')} {parts.get('wp:author_last_name', '')}"
            )
            login = parts.get("wp:author_login", "")
            export.authors[login] = parts.get("wp:author_display_name") or whole.strip() or login
        elif name == "wp:category":
            slug = parts.get("wp:category_nicename", "")
            category = Category(
                slug, parts.get("wp:cat_name", ""), parts.get("wp:category_parent", "")
            )
            export.categories[slug] = category


def _item(element: Element) -> Item:
    texts = _texts(element)

    def line(name: str) -> str:
        return texts.get(name, "").strip()

    meta = [_texts(child) for child in element if _name(child) == "wp:postmeta"]
    pairs = [(each.get("wp:meta_key", ""), each.get("wp:meta_value", "")) for each in meta]
    protected = bool(texts.get("wp:post_password"))
    return Item(
        number=line("wp:post_id"),
        guid=line("guid"),
        link=line("link"),
        kind=line("wp:post_type"),
        status=line("wp:status"),
        title=line("title"),
        slug=line("wp:post_name"),
        creator=line("dc:creator"),
        content="" if protected else texts.get("content:encoded", ""),
        excerpt="" if protected else texts.get("excerpt:encoded", ""),
        date=_date(line("wp:post_date")),
        date_utc=_date(line("wp:post_date_gmt")),
        protected=protected,
        parent=line("wp:post_parent"),
        attachment_url=line("wp:attachment_url"),
        terms=tuple(_terms(element)),
        comments=sum(_name(child) == "wp:comment" for child in element),
        meta=tuple(pair for pair in pairs if pair[0] in _KEPT_META and not protected),
        custom_fields=tuple(key for key, value in pairs if value and _is_custom(key)),
    )


def _is_custom(key: str) -> bool:
    """Whether a person made this field; WordPress and plugins hide theirs behind "_"."""
    return key[:1] not in ("", "_") and key not in _KEPT_META


def _terms(element: Element) -> Iterator[Category]:
    for child in element:
        if child.tag == "category" and child.get("domain", "category") in ("category", "post_tag"):
            name = (child.text or "").strip()
            yield Category(child.get("nicename", name), name)


def _attachment(item: Item) -> Attachment:
    def first(key: str) -> str:
        return next(iter(item.metas(key)), "")

    return Attachment(
        url=item.attachment_url or item.guid,
        path=first("_wp_attached_file"),
        alt=first("_wp_attachment_image_alt"),
        caption=item.excerpt,
        parent=item.parent,
    )


def _date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    except ValueError:
        return None
