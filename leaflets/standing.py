"""What became of a leaflet: current, newer, withdrawn; and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page, Revision

from citewell.pages.visibility import public_pages
from citewell.pages.withdrawing import why_withdrawn
from citewell.review.content import clinical_text
from citewell.review.presenting import Section, shown_differences
from leaflets.making import hash_of
from leaflets.models import Leaflet


class Standing(StrEnum):
    """What whoever holds the paper should know first."""

    CURRENT = "current"
    NEWER = "newer"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Checked:
    """A leaflet today: ``changes`` between it and the page, ``why`` it was withdrawn."""

    leaflet: Leaflet
    standing: Standing
    page: Any = None
    changes: Sequence[Section] = field(default_factory=list)
    why: str = ""


def checked(leaflet: Leaflet, request: HttpRequest) -> Checked:
    """What became of a leaflet, as far as this visitor may see the page."""
    pages = public_pages(Page.objects.filter(pk=leaflet.page_id), request)
    page = pages.specific().first()
    if page is None:
        why = why_withdrawn(leaflet.site_id, leaflet.path)
        return Checked(leaflet, Standing.WITHDRAWN, why=why)
    is_same = leaflet.revision == (page.live_revision_id or 0)
    if leaflet.content_hash:  # a new version of the same words is the same leaflet
        is_same = leaflet.content_hash == hash_of(page)
    if is_same:
        return Checked(leaflet, Standing.CURRENT, page)
    return Checked(leaflet, Standing.NEWER, page, changes_since(leaflet, page))


def changes_since(leaflet: Leaflet, page: Any) -> list[Section]:
    """The sections that changed; none where the old version is not kept any more."""
    row = Revision.objects.filter(pk=leaflet.revision).first()
    if row is None or not leaflet.content_hash:
        return []
    sections = shown_differences(clinical_text(row.as_object()), clinical_text(page))
    return [section for section in sections if section.is_changed]
