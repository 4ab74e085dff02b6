"""Tags that block templates share: headings of a level, pictures of an image."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_rendition_or_not_found

from citewell.blocks.images import CARD_SPEC, IMAGE_SPEC

register = template.Library()


@register.simple_block_tag(end_name="endheading")
def heading(content: SafeString, level: int | str, id: str = "") -> SafeString:
    """``{% heading 3 id="causes" %}Causes{% endheading %}`` is ``<h3 id="causes">…``."""
    tag = f"h{min(max(int(level or 2), 1), 6)}"
    if id:
        return format_html('<{0} id="{1}">{2}</{0}>', tag, id, content)
    return format_html("<{0}>{1}</{0}>", tag, content)


@register.simple_tag
def picture(image: AbstractImage, kind: str = "", alt: str | None = None) -> SafeString:
    """An ``img`` of the size a place needs, with the alternative text of this use."""
    rendition = get_rendition_or_not_found(image, CARD_SPEC if kind == "card" else IMAGE_SPEC)
    words: Any = getattr(image, "contextual_alt_text", "") if alt is None else alt
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy" decoding="async">',
        rendition.url,
        rendition.width,
        rendition.height,
        words or "",
    )
