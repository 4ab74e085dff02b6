"""From the document tree to a draft of an article, images and all."""

import json
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.log_actions import log

from blog.models import ArticleIndexPage, ArticlePage
from importing import pictures
from importing.document import Document, Dropped, Heading, Image, ListBlock, Table
from importing.stream import Streams, streams_of

LONGEST_TITLE = 255


@dataclass(frozen=True)
class Outcome:
    """What becomes of a document: the streams, all that is left away, what to look at."""

    streams: Streams
    dropped: tuple[Dropped, ...]
    warnings: tuple[str, ...]


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


def with_fitting_title(document: Document) -> Document:
    """A title no longer than a page's; the full one is named under `dropped`."""
    if len(document.title) <= LONGEST_TITLE:
        return document
    title = document.title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
    full = Dropped(document.title, "the title in full: it was too long")
    return replace(document, title=title, dropped=(*document.dropped, full))


def foresee(document: Document, user: Any = None) -> Outcome:
    """What a draft of the document would leave away and warn of; writes nothing."""
    warnings = list(document.warnings)
    found, _collection = pictures.taken(document, user, warnings)
    return _outcome(document, dict.fromkeys(found, 0), warnings)


def _outcome(document: Document, images: dict[Image, int], warnings: list[str]) -> Outcome:
    streams = streams_of(document, images)
    # The teasers' heading is no heading of the article, yet it is in the draft.
    in_draft = {document.teasers_heading} if document.teasers else set()
    kept = tuple(each for each in document.dropped if each.text not in in_draft)
    return Outcome(streams, (*kept, *streams.dropped), (*warnings, *streams.warnings))


def import_article(
    document: Document, parent: ArticleIndexPage, user: Any = None, **fields: Any
) -> Imported:
    """Write a draft below `parent`, whole or not at all. Nothing is published.

    `fields` are further values of the page (its slug, its date).
    """
    document = with_fitting_title(document)
    with transaction.atomic():
        outcome = _stored(document, user)
        page = ArticlePage(**_values(document, outcome), live=False, owner=user, **fields)
        if not page.slug and not slugify(page.title, allow_unicode=True):
            page.slug = _free_slug(parent)
        parent.refresh_from_db()
        parent.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=user)
        page.save_revision(user=user, log_action=False)
    return Imported(page, document, outcome.dropped, outcome.warnings)


def rewrite_article(
    document: Document, page: ArticlePage, user: Any = None, **fields: Any
) -> Imported:
    """Write a draft anew that stands as it was imported; its address stays.

    Whether somebody has worked on it is for the caller to know.
    """
    document = with_fitting_title(document)
    with transaction.atomic():
        outcome = _stored(document, user)
        for name, value in {**_values(document, outcome), **fields}.items():
            setattr(page, name, value)
        page.draft_title = page.title
        page.save()
        page.save_revision(user=user, log_action=True)
    return Imported(page, document, outcome.dropped, outcome.warnings)


def _stored(document: Document, user: Any) -> Outcome:
    """What becomes of the document once its pictures are in the library."""
    warnings = list(document.warnings)
    found, collection = pictures.taken(document, user, warnings)
    images = pictures.store(found, document.title, collection, user)
    return _outcome(document, images, warnings)


def _values(document: Document, outcome: Outcome) -> dict[str, Any]:
    return {
        "title": document.title,
        "lead": document.lead,
        "body": json.dumps(outcome.streams.body),
        "references": json.dumps(outcome.streams.references),
    }


def _free_slug(parent: ArticleIndexPage) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    number = 1
    while (slug := f"article-{number}") in taken:
        number += 1
    return slug
