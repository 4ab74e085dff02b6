"""The history page: every version that was signed and public, and what changed between them.

Nothing is shown that was never public: a version that was signed as a draft and never
published stays in the chain alone.
"""

from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, PageLogEntry

from citewell.pages.visibility import public_pages
from citewell.review.canonical import read
from citewell.review.content import content_hash, subject_of
from citewell.review.models import SignedContent, SignOff
from citewell.review.presenting import Section, shown_differences

MOST = 20
"""Entries shown, the newest first."""


@dataclass
class Version:
    """One entry readers see: who did what when, and what it changed against the one before."""

    entry: SignOff
    sections: list[Section] = field(default_factory=list)
    is_first: bool = False


def versions_of(page: Page) -> list[Version]:
    """The public entries about a page, the newest first."""
    rows = list(SignOff.objects.about(subject_of(page)).select_related("identity").defer("answers"))
    public = published_hashes(page, rows)
    shown = [row for row in rows if is_public(row, public)][-MOST:]
    contents = SignedContent.objects.in_bulk(
        {row.content_hash for row in shown if row.content_hash}
    )
    found: list[Version] = []
    before = ""
    for row in shown:
        version = Version(row, is_first=not before)
        after = row.content_hash
        if row.kind in (SignOff.Kind.SIGNED, SignOff.Kind.MINOR) and after in contents:
            if before and before != after:
                old, new = contents[before].content, contents[after].content
                sections = shown_differences(read(old), read(new))
                version.sections = [section for section in sections if section.is_changed]
            before = after
        found.append(version)
    return found[::-1]


def is_public(row: SignOff, public: set[str]) -> bool:
    """Whether readers may see an entry: about a version they could read, or a notice to them."""
    Kind = SignOff.Kind
    if row.kind in (Kind.SIGNED, Kind.MINOR, Kind.WITHDRAWN):
        return row.content_hash in public
    return row.kind in (Kind.NOTE, Kind.NOTE_ENDED, Kind.CORRECTION)


def published_hashes(page: Page, rows: list[SignOff]) -> set[str]:
    """The contents that were or are live, as far as a sign-off names them."""
    original = page.alias_of_id or page.pk
    published = set(
        PageLogEntry.objects.filter(
            page=original, action="wagtail.publish", revision__isnull=False
        ).values_list("revision", flat=True)
    )
    found = {row.content_hash for row in rows if row.revision_id in published}
    return found | {content_hash(page.specific)}


def history(request: HttpRequest, page_id: int) -> HttpResponse:
    """The history of a page this visitor may open."""
    page: Any = public_pages(Page.objects.filter(pk=page_id), request).specific().first()
    if page is None or not hasattr(page, "clinical_fields"):
        raise Http404
    context = {"subject": page, "versions": versions_of(page)}
    response = render(request, "citewell/review/history.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
