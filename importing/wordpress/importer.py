"""From an export to drafts, one post at a time: each comes whole or not at all.

A post that is here already is known by its site and number. Its draft is written anew while
it stands as it came; what an editor has worked on, published or deleted is left alone.
"""

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage
from citewell.pages.signals import pages_written
from citewell.people.models import Person
from citewell.topics.models import Topic
from importing import pictures
from importing.articles import Imported, import_article, rewrite_article
from importing.document import Document, Image, Refused
from importing.files import check_file
from importing.keeping import to_json
from importing.models import WordPressPost
from importing.readers.wordpress import (
    MOST_BYTES,
    TOO_LARGE,
    Export,
    Item,
    items,
    read_post,
    survey,
)
from importing.wordpress.addresses import old_paths
from importing.wordpress.media import Media, host_and_path
from importing.wordpress.people import Authors
from importing.wordpress.report import Left, Report
from importing.wordpress.subjects import Topics

PORTION = 100
LONGEST_SLUG = 240
DELETED = "its page was deleted here"
WORKED_ON = "its page has been worked on here"
_KINDS = frozenset({"post", "page"})
_STATUSES = frozenset({"publish", "draft", "pending", "future"})
_NEVER = frozenset({"trash", "auto-draft", "inherit"})
# What WordPress keeps as items though no reader ever sees them as a page.
# fmt: off
_INTERNAL = frozenset([
    "attachment", "revision", "nav_menu_item", "wp_block", "custom_css", "customize_changeset",
    "oembed_cache", "user_request", "wp_template", "wp_template_part", "wp_global_styles",
    "wp_navigation", "wp_font_family", "wp_font_face",
])
# fmt: on
logger = logging.getLogger(__name__)


def import_wordpress(path: Path, parent: ArticleIndexPage, media: Path | None = None) -> Report:
    """Make drafts below `parent` of the posts and pages in the export at `path`.

    `media` is a local copy of the folder of uploads. Raises `Refused` with one sentence,
    before anything is written, where the file or the folder is none that can be read.
    """
    check_file(path, MOST_BYTES, TOO_LARGE)
    if media is not None and not media.is_dir():
        raise Refused(f"There is no folder “{media}”.")
    with path.open("rb") as file:
        export = survey(file)
    importer = _Importer(export, parent, media)
    with path.open("rb") as file:
        for item in items(file):
            importer.take(item)
    return importer.finish()


@dataclass(frozen=True)
class _Reading:
    """A post and all that decides what its draft will be."""

    document: Document
    featured: Image | None
    topics: list[Topic]
    person: Person | None
    published_at: datetime | None

    @property
    def fingerprint(self) -> str:
        pictures_ = (self.featured,) if self.featured else ()
        person = self.person.pk if self.person else 0
        whole = (
            to_json(self.document),
            to_json(Document("", "", pictures_)),
            [topic.pk for topic in self.topics],
            person,
            self.published_at,
        )
        return hashlib.sha256(repr(whole).encode("utf-8", "replace")).hexdigest()


class _Importer:
    """Takes one item after the other; what is asked of the database once is asked here."""

    def __init__(self, export: Export, parent: ArticleIndexPage, media: Path | None) -> None:
        self.export = export
        self.parent = parent
        host, path = host_and_path(export.site)
        self.site = f"{host}{path.rstrip('/')}"[:255]
        self.report = Report(export.site, export.version, export.warnings)
        self.media = Media(media, export, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        self.authors = Authors(export, self.site)
        self.topics = Topics(export, parent.locale_id)
        rows = WordPressPost.objects.filter(site=self.site).select_related("page")
        self.known = {row.key: row for row in rows}
        self.slugs = set(parent.get_children().values_list("slug", flat=True))
        self.written: list[int] = []

    def take(self, item: Item) -> None:
        """Bring an item in, or say why not; a fault in one never stops the others."""
        self.report.comments += item.comments
        if item.kind in _INTERNAL or item.status in _NEVER:
            self.report.not_imported[item.kind if item.kind in _INTERNAL else item.status] += 1
        elif reason := _reason_to_leave(item):
            self.report.left.append(Left(item, reason))
        else:
            try:
                with transaction.atomic():
                    self._bring(item)
            except Refused as refused:
                self.report.failed.append(Left(item, str(refused)))
            except Exception as error:
                logger.exception("A post of an export could not be brought in.")
                reason = f"it could not be written ({type(error).__name__}); the log says more"
                self.report.failed.append(Left(item, reason))

    def finish(self) -> Report:
        """Tell the other rooms, and complete the report."""
        for start in range(0, len(self.written), PORTION):
            page_ids = self.written[start : start + PORTION]
            pages_written.send(sender=ArticlePage, page_ids=page_ids)
        report = self.report
        report.people_made = list(self.authors.made)
        report.people_matched = list(self.authors.matched)
        report.without_topic = self.topics.missing
        report.missing_media = list(self.media.missing)
        report.images = len(self.media.used)
        report.unused_media = self.media.unused(self.export)
        return report

    def _bring(self, item: Item) -> None:
        key = _key(item)
        row = self.known.get(key)
        if row is not None and row.page is None:
            self.report.left.append(Left(item, DELETED))
            return
        reading = self._read(item)
        if row is None:
            self._create(item, key, reading)
        elif row.fingerprint != reading.fingerprint:
            self._renew(item, row, reading)
        elif row.page is not None and row.is_untouched(row.page):
            self.report.unchanged += 1
        else:
            self.report.left.append(Left(item, WORKED_ON))

    def _read(self, item: Item) -> _Reading:
        self.media.start_post()
        post = read_post(item, self.export, self.media.fetch)
        document = post.document
        if item.status == "future" and item.date:
            planned = f"WordPress was to publish it on {item.date:%Y-%m-%d at %H:%M}."
            document = replace(document, warnings=(*document.warnings, planned))
        return _Reading(
            document,
            post.featured,
            self.topics.of(item.terms),
            self.authors.person(item.creator),
            _published_at(item),
        )

    def _create(self, item: Item, key: str, reading: _Reading) -> None:
        slug = self._free_slug(unquote(item.slug) or reading.document.title)
        values = self._values(reading)
        imported = import_article(reading.document, self.parent, slug=slug, **values)
        row = WordPressPost(site=self.site, key=key, page=imported.page)
        row.addresses = old_paths(item, self.export)
        self._keep(item, row, reading, imported)
        self.slugs.add(slug)
        self.report.created.append(_as_json(item, imported))
        self.report.redirects += len(row.addresses)
        self.report.below_others += item.kind == "page" and item.parent not in ("", "0")

    def _renew(self, item: Item, row: WordPressPost, reading: _Reading) -> None:
        page = ArticlePage.objects.get(page_ptr=row.page_id)
        if not row.is_untouched(page):
            self.report.left.append(Left(item, f"{WORKED_ON}; it has changed in WordPress since"))
            return
        imported = rewrite_article(reading.document, page, **self._values(reading))
        self._keep(item, row, reading, imported)
        self.report.updated.append(_as_json(item, imported))

    def _values(self, reading: _Reading) -> dict[str, Any]:
        """The page's values beside its text."""
        published = reading.published_at
        return {
            "published_on": timezone.localdate(published) if published else None,
            "first_published_at": published,
            "authors": [ArticleAuthor(person=reading.person)] if reading.person else [],
            "topics": reading.topics,
            "listing_image_id": _stored(reading.featured, reading.document.title),
        }

    def _keep(self, item: Item, row: WordPressPost, reading: _Reading, imported: Imported) -> None:
        row.fingerprint = reading.fingerprint
        row.revision = imported.page.latest_revision
        row.save()
        self.known[row.key] = row
        self.authors.remember(item.creator, reading.person)
        self.report.custom_fields.update(item.custom_fields)
        self.written.append(imported.page.pk)

    def _free_slug(self, wanted: str) -> str:
        base = slugify(wanted, allow_unicode=True)[:LONGEST_SLUG].strip("-") or "article"
        slug, number = base, 1
        while slug in self.slugs:
            number += 1
            slug = f"{base}-{number}"
        return slug


def _reason_to_leave(item: Item) -> str:
    """Why a post is not brought in; "" for one that is."""
    if item.kind not in _KINDS:
        return f"a kind of content that is not known: {item.kind or 'none is given'}"
    if item.protected:
        return "it is protected by a password"
    if item.status == "private":
        return "it is private"
    return "" if item.status in _STATUSES else f"a status that is not known: {item.status}"


def _key(item: Item) -> str:
    number = item.number
    if number.isascii() and number.isdecimal() and len(number) < 20:
        return number
    return hashlib.sha256((item.guid or item.link).encode("utf-8", "replace")).hexdigest()


def _published_at(item: Item) -> datetime | None:
    """When the post was first public; None for what never was."""
    if item.status != "publish":
        return None
    if item.date_utc:
        return item.date_utc.replace(tzinfo=UTC)
    return timezone.make_aware(item.date) if item.date else None


def _stored(image: Image | None, title: str) -> int | None:
    """The library's key of a picture for lists, None where there is none that can be read."""
    if image is None:
        return None
    found, collection = pictures.taken(Document(title, "", (image,)), None, [])
    return next(iter(pictures.store(found, title, collection, None).values()), None)


def _as_json(item: Item, imported: Imported) -> dict[str, Any]:
    """A draft in the report."""
    came = {"number": item.number, "address": item.link, "status": item.status}
    return {**came, **imported.as_json()}
