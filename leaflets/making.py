"""A leaflet out of a page: its main part, every link's address, a code, a QR."""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import segno
from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from citewell.review.content import content_hash
from leaflets.models import Leaflet
from leaflets.pdf import is_available

NOT_PRINTED = (
    "script, style, link, svg, form, nav, textarea, input, fieldset, source, video, "
    ".prepare, .onward, .kicker, .visually-hidden, [hidden], [data-not-in-copies], .no-print"
)
"""What stands in the page and not on paper."""
SIZES = ("a4", "letter")


def check_base_url() -> str:
    """The address that leaflets lead to."""
    base: str = getattr(settings, "CHECK_BASE_URL", "") or settings.WAGTAILADMIN_BASE_URL
    return base.rstrip("/")


def leaflet_of(page: Any) -> Leaflet:
    """The leaflet of what is live of a page; made where there is none yet."""
    wanted = {
        "page_id": page.pk,
        "revision": page.live_revision_id or 0,
        "base_url": check_base_url(),
    }
    parts = page.get_url_parts()
    try:
        with transaction.atomic():
            leaflet, _made = Leaflet.objects.get_or_create(
                **wanted,
                defaults={
                    "title": page.title,
                    "site_id": parts[0] if parts else None,
                    "path": (parts[2] or "") if parts else "",
                    "content_hash": hash_of(page),
                },
            )
    except IntegrityError:  # another process was faster
        leaflet = Leaflet.objects.get(**wanted)
    return leaflet


def hash_of(page: Any) -> str:
    """The hash of the clinical content of a page; empty where it has none."""
    return content_hash(page) if getattr(page, "clinical_fields", None) else ""


def qr_of(address: str) -> str:
    """A QR code as SVG, drawn here; correction for creased paper."""
    found: str = segno.make(address, error="m", micro=False).svg_inline(
        scale=3,
        border=2,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
        title=_("Code of this leaflet"),
    )
    return found


def body_of(page: Any, request: HttpRequest) -> str:
    """The main part of a page as HTML for paper.

    Raises:
        Http404: the page does not answer.
    """
    answer = page.serve(request)
    if isinstance(answer, TemplateResponse):
        answer.render()
    if answer.status_code != 200:
        raise Http404
    soup = BeautifulSoup(answer.content.decode(), "lxml")
    main = soup.find("main")
    if not isinstance(main, Tag):
        raise Http404
    explain_terms(main)
    for element in main.select(NOT_PRINTED):
        element.decompose()
    for element in main.select("details"):
        element["open"] = ""
    for picture in main.select("picture"):
        picture.unwrap()
    for image in main.select("img"):
        for name in ("srcset", "sizes", "loading"):
            image.attrs.pop(name, None)
    print_addresses(main, page.get_full_url(request) or "")
    return main.decode_contents()


def explain_terms(main: Tag) -> None:
    """A glossary term becomes its word with the definition in brackets; other buttons go."""
    for button in main.select("button[popovertarget].term"):
        definition = main.find(id=str(button["popovertarget"]))
        for note in button.select(".visually-hidden"):
            note.decompose()
        if isinstance(definition, Tag):
            definition.attrs = {"class": "definition"}
            definition.name = "span"
            definition.insert(0, " (")
            definition.append(")")
        button.unwrap()
    for element in main.select("button, [popover]"):
        element.decompose()


def print_addresses(main: Tag, address: str) -> None:
    """Write the address behind every link that leaves the page, and make it absolute."""
    for link in main.select("a[href]"):
        href = str(link["href"])
        if href.startswith("#"):
            continue
        full = urljoin(address, href)
        link["href"] = full
        text = link.get_text().strip()
        shown = full.removeprefix("mailto:").removeprefix("tel:")
        bare = shown.split("//")[-1].rstrip("/")
        if (
            bare
            and bare not in text.replace("\u2068", "").replace("\u2069", "")
            and full.startswith("http")
        ):
            note = BeautifulSoup("", "lxml").new_tag("span", attrs={"class": "address"})
            note.string = f" ({shown})"
            link.insert_after(note)


def html_of(page: Any, request: HttpRequest, *, size: str, is_large: bool, is_pdf: bool) -> str:
    """The whole leaflet."""
    leaflet = leaflet_of(page)
    context = {
        "page": page,
        "leaflet": leaflet,
        "body": body_of(page, request),
        "qr": qr_of(leaflet.check_url),
        "size": size,
        "sizes": SIZES,
        "is_large": is_large,
        "is_pdf": is_pdf,
        "language_code": page.locale.language_code,
        "is_rtl": get_language_bidi(),
        "has_pdf": is_available(),
        "interface": get_language(),
    }
    return render_to_string("leaflets/leaflet.html", context, request=request)


def kept_at(leaflet: Leaflet, html: str, size: str, is_large: bool) -> Path:
    """Where the PDF of a leaflet is kept: by what it says, so a changed review makes a new one."""
    digest = hashlib.sha256(html.encode()).hexdigest()[:16]
    name = f"{leaflet.code}-{size}{'-large' if is_large else ''}-{digest}.pdf"
    return Path(settings.DATA_DIR) / "leaflets" / name
