"""What each model says of cached pages: whether a change of its rows makes them stale.

A model says so by attributes of its class, which its subclasses inherit::

    class GlossaryTerm(models.Model):
        spoils_pages = True  # its rows are shown on public pages

    class Vote(models.Model):
        spoils_pages = False  # nobody sees it but editors

    class Notice(models.Model):
        spoils_pages = True
        spoils_pages_at = ("starts_at", "ends_at")  # pages change when these moments pass
        spoils_pages_except = ("last_checked_at",)  # columns that are never shown
        spoils_pages_when_added = False  # a new row is shown nowhere, a changed one may be

Dates without a time of day need no word: every cached page ends at midnight. A model that
says nothing spoils pages, so forgetting costs speed and never shows what is out of date;
``pagecache.W001`` names it. Models of other packages stand in :data:`OTHERS` and in the
setting ``CITEWELL_SPOILS_PAGES``, ``{"shop.Order": False}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models


@dataclass(frozen=True)
class Declaration:
    """What one model says."""

    spoils: bool = True
    moments: tuple[str, ...] = ()
    """Names of DateTimeFields; when one passes, pages change though no row does."""
    unseen: frozenset[str] = frozenset()
    """Columns whose change no reader sees."""
    when_added: bool = True
    """Whether a new row alone changes pages."""


SHOWN = Declaration()
UNSEEN = Declaration(spoils=False)

OTHERS: dict[str, Declaration] = {
    "wagtailcore.page": Declaration(
        moments=("expire_at",),
        # What saving a draft, locking and unlocking write.
        unseen=frozenset(
            (
                "draft_title",
                "has_unpublished_changes",
                "latest_revision_id",
                "latest_revision_created_at",
                "locked",
                "locked_at",
                "locked_by_id",
            )
        ),
    ),
    "wagtailcore.revision": Declaration(spoils=False, moments=("approved_go_live_at",)),
    "wagtailusers.userprofile": UNSEEN,
    "simple_translation.simpletranslation": UNSEEN,
    "wagtailcore.site": SHOWN,
    "wagtailcore.locale": SHOWN,
    "wagtailcore.collection": SHOWN,
    "wagtailcore.collectionviewrestriction": SHOWN,
    "wagtailcore.pageviewrestriction": SHOWN,
    "wagtailredirects.redirect": SHOWN,
    "wagtailembeds.embed": SHOWN,
    "wagtaildocs.document": SHOWN,
    "wagtailimages.image": SHOWN,
    "wagtailimages.rendition": Declaration(when_added=False),
    **dict.fromkeys(
        (
            "wagtailcore.apitoken",
            "wagtailcore.comment",
            "wagtailcore.commentreply",
            "wagtailcore.groupapprovaltask",
            "wagtailcore.groupcollectionpermission",
            "wagtailcore.grouppagepermission",
            "wagtailcore.groupsitepermission",
            "wagtailcore.modellogentry",
            "wagtailcore.pagelogentry",
            "wagtailcore.pagesubscription",
            "wagtailcore.referenceindex",
            "wagtailcore.task",
            "wagtailcore.taskstate",
            "wagtailcore.uploadedfile",
            "wagtailcore.workflow",
            "wagtailcore.workflowcontenttype",
            "wagtailcore.workflowpage",
            "wagtailcore.workflowstate",
            "wagtailcore.workflowtask",
        ),
        UNSEEN,
    ),
}
"""Models of Wagtail by label; those of :data:`UNSEEN_APPS` need no entry."""

UNSEEN_APPS = {"admin", "auth", "contenttypes", "sessions", "taggit", "wagtailadmin"}
UNSEEN_APPS |= {"wagtailsearch", "axes", "account", "mfa", "django_tasks_database"}
"""Apps of which no row is shown to visitors: accounts, sessions, the admin, search indexes."""

UNSEEN_TABLES = {"django_migrations", "sqlite_sequence"}


def declaration_of(model: type[models.Model]) -> Declaration | None:
    """What a model says, None where it says nothing."""
    owner: Any = model._meta.auto_created
    if owner:  # the rows of a many-to-many field belong to the model that has the field
        return declaration_of(owner)
    spoils = getattr(model, "spoils_pages", None)
    if spoils is not None:
        own = {field.name for field in model._meta.local_fields}
        return Declaration(
            spoils,
            tuple(name for name in getattr(model, "spoils_pages_at", ()) if name in own),
            frozenset(getattr(model, "spoils_pages_except", ())),
            getattr(model, "spoils_pages_when_added", True),
        )
    label = model._meta.label_lower
    for name, spoils in getattr(settings, "CITEWELL_SPOILS_PAGES", {}).items():
        if name.lower() == label:
            return SHOWN if spoils else UNSEEN
    if label in OTHERS:
        return OTHERS[label]
    return UNSEEN if model._meta.app_label in UNSEEN_APPS else None


def every_model() -> Iterator[type[models.Model]]:
    """All models with a table of their own, those of many-to-many fields among them."""
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.proxy:
            yield model


def undeclared() -> list[type[models.Model]]:
    """The models that say nothing."""
    return [model for model in every_model() if declaration_of(model) is None]


def by_table() -> dict[str, Declaration]:
    """What is known of each table; one that is not named spoils pages."""
    known = dict.fromkeys(UNSEEN_TABLES, UNSEEN)
    for model in every_model():
        known[model._meta.db_table] = declaration_of(model) or SHOWN
    return known
