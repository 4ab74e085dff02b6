"""From the document tree to a draft of an article, images and all."""

import io
import json
from dataclasses import dataclass
from typing import Any

from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.text import slugify
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.log_actions import log

from blog.models import ArticleIndexPage, ArticlePage
from importing.document import Document, Dropped, Heading, Image, ListBlock, Table
from importing.stream import streams_of

LONGEST_TITLE = 255
_FORMATS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}


@dataclass(frozen=True)
class Imported:
    """The draft and what was understood; `as_json` is what the command prints."""

    page: ArticlePage
    document: Document
    dropped: tuple[Dropped, ...]
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "page_id": self.page.pk,
            "url": self.page.get_full_url() or "",
            "title": self.page.title,
            "lead": self.page.lead,
            **understood(self.document),
            "dropped": [{"text": each.text, "reason": each.reason} for each in self.dropped],
            "warnings": list(self.warnings),
        }


def understood(document: Document) -> dict[str, Any]:
    """What a document holds, counted: the part of the report that needs no page."""
    blocks = document.blocks
    return {
        "headings": [{"text": b.text, "level": b.level} for b in blocks if isinstance(b, Heading)],
        "lists": [len(b.items) for b in blocks if isinstance(b, ListBlock)],
        "tables": sum(isinstance(b, Table) for b in blocks),
        "images": sum(isinstance(b, Image) for b in blocks),
        "references": len(document.references),
        "teasers": len(document.teasers),
    }


def import_article(document: Document, parent: ArticleIndexPage, user: Any = None) -> Imported:
    """Write a draft below `parent`, whole or not at all. Nothing is published."""
    with transaction.atomic():
        warnings = list(document.warnings)
        streams = streams_of(document, _store_images(document, user, warnings))
        title = document.title
        if len(title) > LONGEST_TITLE:
            title = title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
            streams.dropped.append(Dropped(document.title, "the title in full: it was too long"))
        page = ArticlePage(
            title=title,
            lead=document.lead,
            body=json.dumps(streams.body),
            references=json.dumps(streams.references),
            live=False,
            owner=user,
        )
        if not slugify(title, allow_unicode=True):
            page.slug = _free_slug(parent)
        parent.refresh_from_db()
        parent.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=user)
        page.save_revision(user=user, log_action=False)
    in_draft = {document.teasers_heading} if document.teasers else set()
    return Imported(
        page,
        document,
        tuple(d for d in document.dropped if d.text not in in_draft) + tuple(streams.dropped),
        (*warnings, *streams.warnings),
    )


def _free_slug(parent: ArticleIndexPage) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    number = 1
    while (slug := f"article-{number}") in taken:
        number += 1
    return slug


def _store_images(document: Document, user: Any, warnings: list[str]) -> dict[Image, int]:
    """The images the file carried, in the library; broken ones are said and left out."""
    stored: dict[Image, int] = {}
    teasers = (teaser.image for teaser in document.teasers)
    for image in (*(b for b in document.blocks if isinstance(b, Image)), *filter(None, teasers)):
        if not image.data or image in stored:
            continue
        try:
            with Picture.open(io.BytesIO(image.data)) as picture:
                picture.verify()
                name = _FORMATS[picture.format or ""]
        except Exception:
            warnings.append(f"An image could not be read: {image.alt or image.src}.")
            continue
        title = image.alt[:200] or f"{document.title[:200]} ({len(stored) + 1})"
        file = ImageFile(io.BytesIO(image.data), name=f"{slugify(title)[:60] or 'image'}.{name}")
        row = get_image_model()(title=title, file=file, uploaded_by_user=user)
        row.save()
        stored[image] = row.pk
    return stored
