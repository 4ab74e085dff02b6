"""Images and embedded content of a page: what may come along, and what is only named."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

from lxml.etree import _Element as Element

from importing.document import Dropped, Image
from importing.readers.addresses import safe_image, safe_link, scheme
from importing.readers.pieces import Source

_SOURCES = ("src", "data-src", "data-lazy-src")


def read_image(
    element: Element, carried: Mapping[str, Image], base: str, source: Source
) -> Image | None:
    """The image of an `img`, or None where it has no address that is safe (then named).

    `carried` are the images the file brought along, by the address its text uses.
    """
    alt = " ".join(element.get("alt", "").split())
    named = element.get("src", "").strip()
    if named in carried:
        return replace(carried[named], alt=alt)
    if element.get("width") == "1" or element.get("height") == "1":
        source.dropped.append(Dropped(alt or "image", "a tracking image"))
        return None
    addresses = (safe_image(element.get(name, ""), base) for name in _SOURCES)
    if src := next(filter(None, addresses), ""):
        return Image(src, alt)
    if named and not scheme(named):
        return Image(unquote(named), alt)
    if named:
        refuse_address(named, source)
    source.dropped.append(Dropped(alt or "image", "an image without a safe address"))
    return None


def name_embedded(element: Element, base: str, source: Source) -> str:
    """Name a frame, video or object; the reason its words are dropped for, too."""
    address = safe_link(element.get("src") or element.get("data") or "", base)
    reason = f"embedded content ({element.tag})"
    source.dropped.append(Dropped(f"{element.tag} {address}".strip(), reason))
    return reason


def refuse_address(address: str, source: Source) -> None:
    """Name an address by its scheme alone, once."""
    named = Dropped(f"{scheme(address)} address", "an unsafe address")
    if named not in source.dropped:
        source.dropped.append(named)
