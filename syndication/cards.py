"""Social cards: a page's title on our ground, drawn once and kept as a file.

Pillow's own font (Aileron, CC0) has the letters of English alone; a title with others
gets the card without words, which is better than one with boxes in it.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from PIL import Image, ImageDraw, ImageFont
from wagtail.models import Page

from citewell.organisation.furniture import furniture
from citewell.pages.visibility import public_pages

WIDTH, HEIGHT = 1200, 630
MARGIN = 90
GROUND, PALE, WHITE, AMBER = "#00302e", "#e0f0ec", "#ffffff", "#f7b938"
SIZES = (84, 72, 60, 50)
LINES = 4
DRAWING = 1
"""Raise it when the drawing changes: every card gets a new address."""


def card(request: HttpRequest, page_id: int, version: str) -> HttpResponse:
    """The card of a public page; 404 for any other and for an old version."""
    page = public_pages(Page.objects.filter(pk=page_id), None).first()
    site_name = name_of(request)
    if page is None or version != version_of(page.title, site_name):
        raise Http404
    folder = f"cards/{page_id}"
    path = f"{folder}/{version}.png"
    if not default_storage.exists(path):
        keep_only(folder, path, draw(page.title, site_name))
    with default_storage.open(path) as file:
        response = HttpResponse(file.read(), content_type="image/png")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def keep_only(folder: str, path: str, content: bytes) -> None:
    """Save a card and delete the page's earlier ones."""
    try:
        earlier = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        earlier = []
    for name in earlier:
        default_storage.delete(f"{folder}/{name}")
    default_storage.save(path, ContentFile(content))


def card_address(page: Page, request: HttpRequest) -> str:
    """The absolute address of a page's card."""
    found = furniture(request)
    root = found.site.root_url if found else ""
    version = version_of(page.title, name_of(request))
    return f"{root}{reverse('social_card', args=[page.pk, version])}"


def name_of(request: HttpRequest) -> str:
    """The site's name as cards show it."""
    found = furniture(request)
    return found.organisation.shown_name if found else ""


def version_of(title: str, site_name: str) -> str:
    """What changes whenever the card would look different."""
    text = f"{DRAWING}\n{title}\n{site_name}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def draw(title: str, site_name: str) -> bytes:
    """The card as PNG, 1200 × 630 pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    pencil = ImageDraw.Draw(image)
    draw_mark(pencil, MARGIN, MARGIN, 1.0)
    if can_write(site_name):
        pencil.text((MARGIN + 110, MARGIN + 24), site_name, PALE, font_of(40))
    if can_write(title):
        font, lines = fit(title)
        height = int(font.size * 1.22)
        top = HEIGHT - MARGIN - height * len(lines)
        for number, line in enumerate(lines):
            pencil.text((MARGIN, top + number * height), line, WHITE, font)
    else:
        draw_mark(pencil, WIDTH // 2 - 130, HEIGHT // 2 - 90, 3.0)
    kept = io.BytesIO()
    image.quantize(64).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def draw_mark(pencil: ImageDraw.ImageDraw, left: int, top: int, scale: float) -> None:
    """Our mark: a drop between the brackets of a citation; 84 × 84 pixels at scale 1."""

    def at(*points: float) -> list[float]:
        return [
            (left if place % 2 == 0 else top) + value * scale for place, value in enumerate(points)
        ]

    width = int(8 * scale)
    pencil.line(at(24, 0, 4, 0, 4, 84, 24, 84), PALE, width, joint="curve")
    pencil.line(at(60, 0, 80, 0, 80, 84, 60, 84), PALE, width, joint="curve")
    pencil.ellipse(at(25, 32, 59, 66), AMBER)
    pencil.polygon(at(42, 10, 57, 40, 27, 40), AMBER)


def font_of(size: int) -> Any:
    """Pillow's own font in a size."""
    return ImageFont.load_default(size)


def can_write(text: str) -> bool:
    """Whether the font has every letter of a text: a missing one is drawn as a box."""
    font = font_of(40)
    box = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(sign)) != box for sign in set(text) if not sign.isspace())


def fit(title: str) -> tuple[Any, list[str]]:
    """The largest font in which the title keeps to its lines; else it ends in dots."""
    for size in SIZES:
        font = font_of(size)
        lines = wrap(title, font)
        if len(lines) <= LINES:
            return font, lines
    return font, [*lines[: LINES - 1], f"{lines[LINES - 1]} …"[:60].replace("…", "...")]


def wrap(title: str, font: Any) -> list[str]:
    """The title in lines that are no wider than the card."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
