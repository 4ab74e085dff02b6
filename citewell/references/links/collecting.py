"""Which outside links the site has: those of sources, and those of live pages."""

import html
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from wagtail.blocks import RichTextBlock, URLBlock
from wagtail.models import Page, Site

from citewell.references.citing.stored import leaves, streams_of
from citewell.references.identifiers import normalise_doi
from citewell.references.links.model import Link, LinkUse
from citewell.references.source import Source

_HREF = re.compile(r'<a\b[^<>]*?\shref="(https?://[^"<>\s]+)"', re.IGNORECASE)
_DOI_HOSTS = {"doi.org", "dx.doi.org", "www.doi.org"}
_LONGEST = 2000
_AT_ONCE = 500

Use = tuple[str, int | None, int | None, str]
"""Address, key of a source, key of a page, place."""


@transaction.atomic
def collect() -> int:
    """Note every outside link and where it stands; how many there are.

    Links that stand nowhere any more keep their history and are not checked.
    """
    uses = list(dict.fromkeys([*_of_sources(), *_of_pages()]))
    urls = {url for url, *_rest in uses}
    known = {link.key: link for link in Link.objects.all()}
    new = [_link(url) for url in sorted(urls) if _key(url) not in known]
    Link.objects.bulk_create(new, batch_size=_AT_ONCE)
    by_key = known | {link.key: link for link in new}
    LinkUse.objects.all().delete()
    LinkUse.objects.bulk_create(
        [
            LinkUse(link=by_key[_key(url)], source_id=source, page_id=page, place=place[:255])
            for url, source, page, place in uses
        ],
        batch_size=_AT_ONCE,
    )
    return len(urls)


def _of_sources() -> Iterator[Use]:
    for pk, doi, csl in Source.objects.standing().values_list("pk", "doi", "csl"):
        if doi:
            yield f"https://doi.org/{doi}", pk, None, ""
        url = csl.get("URL") if isinstance(csl, dict) else None
        if isinstance(url, str) and is_outside(url.strip(), set()):
            yield normal(url.strip()), pk, None, ""


def _of_pages() -> Iterator[Use]:
    own = {host.lower() for host in Site.objects.values_list("hostname", flat=True)}
    live = Page.objects.live().order_by("pk")
    models = {page.specific_class for page in live.only("content_type").iterator()}
    for model in sorted(filter(None, models), key=lambda each: each._meta.label):
        fields = streams_of(model)
        names = [field.name for field in fields]
        for pk, *values in model.objects.live().values_list("pk", *names).iterator(100):
            for field, value in zip(fields, values, strict=True):
                stored = [child for child in value.raw_data if child]
                for place, url in _in_stream(field, stored):
                    if is_outside(url, own):
                        yield normal(url), None, pk, place


def _in_stream(field: Any, stored: list[Any]) -> Iterator[tuple[str, str]]:
    for block, value, place in leaves(field.stream_block, stored, field.name):
        if not isinstance(value, str) or not value:
            continue
        if isinstance(block, RichTextBlock):
            yield from ((place, html.unescape(found)) for found in _HREF.findall(value))
        elif isinstance(block, URLBlock):
            yield place, value


def is_outside(url: str, own: set[str]) -> bool:
    """Whether an address is one of the web and of another host than the site's own."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and host not in own and (
        len(url) <= _LONGEST
    )  # fmt: skip


def normal(url: str) -> str:
    """The address that is asked: without its fragment, a DOI's at the DOI system."""
    url = url.partition("#")[0]
    if doi := _doi(url):
        return f"https://doi.org/{doi}"
    return url


def _doi(url: str) -> str:
    host = (urlsplit(url).hostname or "").lower()
    return (normalise_doi(url) or "") if host in _DOI_HOSTS else ""


def _key(url: str) -> str:
    return sha256(url.encode(errors="replace")).hexdigest()


def _link(url: str) -> Link:
    host = (urlsplit(url).hostname or "").lower()[:255]
    return Link(url=url, key=_key(url), host=host, doi=_doi(url)[:250])
