"""What the blocks room looks for before a page goes live."""

import re
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from citewell.blocks.addresses import AddressBlock, shown_address
from citewell.blocks.card_grid import CardBlock
from citewell.blocks.images import PictureBlock
from citewell.blocks.prepare import prepare
from citewell.blocks.public_pages import is_public
from citewell.blocks.rich_text import Prose, words_of
from citewell.blocks.risk import RiskBlock, denominator_of
from citewell.blocks.table import TableBlock
from citewell.blocks.video import VideoBlock
from citewell.blocks.walking import Place, places, streams_of
from citewell.findings.registry import REGISTRY, Finding, Level, register

LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
EMPTY_WORDS = frozenset({"click", "click here", "here", "link", "more", "read more", "this"})
"""Link texts that say nothing out of their sentence; English only."""


def at(
    place: Place, message: str | Promise, hint: str | Promise = "", level: Level = Level.WARNING
) -> Finding:
    """A finding at a place."""
    return Finding(str(message), str(hint), place.field, place.block_id, level)


@REGISTRY.before_many
def load_streams(pages: list[Page]) -> None:
    """What the streams of many pages show, with a fixed number of queries."""
    prepare(stream for page in pages for _name, stream in streams_of(page))


@register("heading-order", _("Headings out of order"))
def heading_order(page: Page) -> Iterator[Finding]:
    """A stream begins with a heading of the first level and skips none."""
    for name, stream in streams_of(page):
        yield from heading_order_in(name, stream)


def heading_order_in(field: str, stream: blocks.StreamValue, path: str = "") -> Iterator[Finding]:
    """The same for one stream and each stream in it, every one with an order of its own."""
    last = 1
    for child in stream:
        block_id = ".".join(part for part in (path, child.id) if part)
        if isinstance(child.value, blocks.StreamValue):
            yield from heading_order_in(field, child.value, block_id)
        elif child.block_type == "heading":
            level = int(child.value.get("level") or 2)
            if level > last + 1:
                text = child.value.get("text") or ""
                message = _("The heading “%(text)s” skips a level.") % {"text": text}
                hint = _("People who listen to pages move by headings: make it one level higher.")
                yield Finding(str(message), str(hint), field, block_id)
            last = level


@register("alternative-text", _("Images without description"))
def alternative_text(page: Page) -> Iterator[Finding]:
    """Each use of an image is described or marked as decoration."""
    for place in places(page):
        image = place.value
        if not isinstance(place.block, PictureBlock) or not isinstance(image, AbstractImage):
            continue
        if not image.decorative and not (image.contextual_alt_text or "").strip():
            yield at(
                place,
                _("An image has no description."),
                _("Say in one sentence what it shows, or mark it as decorative."),
            )


@register("link-text", _("Links that do not say where they lead"))
def link_text(page: Page) -> Iterator[Finding]:
    """A link has words, and words that mean something by themselves."""
    for place in places(page):
        if not isinstance(place.value, Prose):
            continue
        for inner in LINK.findall(place.value.source):
            words = strip_tags(inner).strip(" \t\n.…»>→\xa0").lower()
            if not words:
                yield at(place, _("A link has no words."))
            elif words in EMPTY_WORDS:
                message = _("The link “%(words)s” does not say where it leads.")
                yield at(place, message % {"words": words}, level=Level.NOTICE)


@register("caption", _("Tables without caption or headers"))
def caption(page: Page) -> Iterator[Finding]:
    """A table has a caption and each column a header."""
    for place in places(page):
        if not isinstance(place.block, TableBlock) or not place.value:
            continue
        table = place.value.get("table")
        if not (words_of(place.value.get("caption")) or (table and table.caption)):
            yield at(place, _("A table has no caption."), _("Say in one line what it shows."))
        if table and not all(column["heading"].strip() for column in table.columns):
            yield at(place, _("A column of a table has no header."))


@register("address", _("Addresses that lead nowhere"))
def address(page: Page) -> Iterator[Finding]:
    """What was typed as an address is one."""
    for place in places(page):
        typed = place.value if isinstance(place.block, AddressBlock) else ""
        if typed and not shown_address(typed):
            yield at(
                place,
                _("“%(typed)s” is no address.") % {"typed": typed[:80]},
                _("It is not shown. Begin with https://, mailto:, tel: or /."),
            )


@register("card", _("Cards and buttons without a public page"))
def card(page: Page) -> Iterator[Finding]:
    """A chosen page can be opened by everybody; a card leads somewhere."""
    for place in places(page):
        if isinstance(place.value, Page) and not is_public(place.value):
            message = _("“%(title)s” is not public and therefore not shown.")
            yield at(place, message % {"title": place.value.title}, level=Level.NOTICE)
        elif isinstance(place.block, CardBlock) and leads_nowhere(place.value):
            yield at(place, _("A card leads nowhere."), _("Choose a page or type an address."))


def leads_nowhere(card: blocks.StructValue) -> bool:
    """Whether a card has neither page nor address."""
    return not card.get("page") and not card.get("url")


@register("risk", _("Risks whose numbers cannot be"))
def risk(page: Page) -> Iterator[Finding]:
    """No more people are affected than there are, and two groups can be compared."""
    for place in places(page):
        if not isinstance(place.block, RiskBlock) or not place.value:
            continue
        denominator = denominator_of(place.value)
        for option in place.value.get("options") or ():
            if (option.get("count") or 0) > denominator:
                message = _("%(count)s of %(denominator)s people cannot be.")
                yield at(place, message % {"count": option["count"], "denominator": denominator})
        if not words_of(place.value.get("source_note")):
            yield at(place, _("A risk does not say where its numbers are from."))


@register("transcript", _("Videos without transcript"))
def transcript(page: Page) -> Iterator[Finding]:
    """What a film says and shows can be read."""
    for place in places(page):
        if isinstance(place.block, VideoBlock) and place.value and not place.value["transcript"]:
            yield at(
                place,
                _("A video has no transcript."),
                _("Write down what is said and shown, for those who cannot hear or see it."),
            )
