"""Translations and their originals: what each was checked against, and how far it is behind.

The original is the page of the site's default language. Whoever signs a translation signs that
it says what the original said then: the chain keeps the original's hash, and a row its content,
so that every later change of the original is counted.
"""

import zlib
from typing import Any

from django.utils import timezone
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale

from citewell.review.canonical import content_hash as hash_of
from citewell.review.canonical import read
from citewell.review.content import clinical_content
from citewell.review.differences import count_changes, differences
from citewell.review.model_translation import TranslationCheck
from citewell.review.presenting import Section, shown_differences


def original_of(page: Any) -> Any | None:
    """The page that ``page`` translates; None for an original, an alias and what is no page."""
    if len(get_content_languages()) < 2 or getattr(page, "alias_of_id", None):
        return None
    default = Locale.get_default()
    if getattr(page, "locale_id", default.pk) == default.pk:
        return None
    return (
        type(page)
        ._base_manager.filter(translation_key=page.translation_key, locale=default)
        .first()
    )


def content_of(original: Any) -> bytes:
    """What readers of the original see, else its latest draft."""
    return clinical_content(original if original.live else original.get_latest_revision_as_object())


def original_hash(page: Any) -> str:
    """The hash of the content of a page's original as it is now; empty where there is none."""
    original = original_of(page)
    return hash_of(content_of(original)) if original else ""


def record_check(page: Any, user: Any) -> str:
    """Keep that ``user`` checked a translation against its original as it is now.

    Returns:
        The hash of the original's content; empty where there is no original.
    """
    original = original_of(page)
    if original is None:
        return ""
    content = content_of(original)
    TranslationCheck.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "original_id": original.pk,
            "original_hash": hash_of(content),
            "packed": zlib.compress(content),
            "checked_by": user,
            "checked_on": timezone.localdate(),
            "changes": 0,
        },
    )
    return hash_of(content)


def follow_original(page: Any) -> None:
    """Count for each translation of a live page, as it stands in memory, what is new in it."""
    if not page.live or len(get_content_languages()) < 2:
        return
    checks = list(TranslationCheck.objects.filter(original=page.pk))
    content = clinical_content(page) if checks else b""
    for check in checks:
        changes = changes_between(check.original_content, content)
        if changes != check.changes:
            check.changes = changes
            check.save(update_fields=["changes"])


def changes_between(old: bytes, new: bytes) -> int:
    """In how many places two canonical contents differ."""
    if old == new:
        return 0
    return count_changes(differences(read(old).content, read(new).content))


def news_of_original(page: Any) -> list[Section]:
    """What is new in a translation's original since it was checked; empty where nothing is."""
    check = TranslationCheck.objects.filter(page=page.pk).first()
    original = original_of(page) if check else None
    if check is None or original is None:
        return []
    sections = shown_differences(read(check.original_content), read(content_of(original)))
    return [section for section in sections if section.is_changed]
