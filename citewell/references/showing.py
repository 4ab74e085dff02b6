"""A source as the site shows it: in the site's style, as safe HTML."""

import marshal
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Site

from citewell.references.csl import tidy
from citewell.references.source import Source
from citewell.references.style_setting import ReferenceStyle
from citewell.references.styles import StyleName, format_reference


def style_of(context: Mapping[str, Any] | None) -> ReferenceStyle:
    """The style of the site a page is shown on; the default style where there is no site."""
    request = (context or {}).get("request")
    if isinstance(request, HttpRequest):
        if Site.find_for_request(request):
            return ReferenceStyle.for_request(request)
        return ReferenceStyle()
    page = (context or {}).get("page")
    site = page.get_site() if page is not None else None
    return ReferenceStyle.for_site(site) if site else ReferenceStyle()


def show(source: Source, style: ReferenceStyle) -> SafeString:
    """The reference in a style, escaped, DOIs and addresses as links; else as it was pasted."""
    if not source.csl:
        return mark_safe(escape(source.raw))  # noqa: S308 (escaped)
    return show_item(source.csl, style.style, style.page_range)


def show_item(item: Mapping[str, Any], style: str, page_range: str = "–") -> SafeString:
    """A CSL-JSON item in a style, as safe HTML."""
    return _shown(marshal.dumps(dict(item), 2), style, page_range)


@lru_cache(maxsize=4096)
def _shown(csl: bytes, style: StyleName, page_range: str) -> SafeString:
    """A style takes a few milliseconds a reference, so each is written once a process.

    The item comes as bytes, by which it is found again; JSON takes four times as long to write.
    """
    item = marshal.loads(csl)  # noqa: S302 (written by show_item)
    made = format_reference(tidy(item), style, page_range_delimiter=page_range)
    return mark_safe(made.html)  # noqa: S308 (escaped by the style's output)
