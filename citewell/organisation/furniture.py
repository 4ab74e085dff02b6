"""What every page of a site shows around its content, in two queries at most.

The first reads the organisation. Its ``stamp`` says whether links, hours, numbers,
wordings and banners are still those this process read before; any change of this room
renews the stamp (:mod:`.signals`), so no process shows an old number. The second query
asks for the pages that links and banners point at: their title, address and whether they
are public may change at any time. With the page cache on, both are kept until anything that
pages show changes (:mod:`citewell.pagecache.remembered`).
"""

from __future__ import annotations

import copy
import uuid
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page, PageViewRestriction, Site

from citewell.organisation.identity import left_to_right
from citewell.organisation.models import (
    AlertBanner,
    EmergencyNumber,
    EmergencyWording,
    FooterLink,
    MainLink,
    OpeningHours,
    Organisation,
)
from citewell.organisation.navigation import NavigationLink
from citewell.pagecache.remembered import remembered
from citewell.pagecache.sites import find_site


@dataclass(frozen=True)
class Link:
    """A link of the header or footer."""

    text: str
    url: str
    is_current: bool
    """Whether it leads to the page that is shown."""
    is_section: bool
    """Whether the page that is shown lies below the link's page."""


@dataclass(frozen=True)
class Links:
    """The links of one page: header and footer."""

    main: list[Link]
    footer: list[Link]


@dataclass(frozen=True)
class Number:
    """A number to call, said in the reader's language."""

    kind: str
    """``emergency``, ``urgent``, ``advice`` or ``crisis``."""
    number: str
    label: str
    """Who answers; may be empty."""
    text: str
    """A sentence such as "Call 999 now"."""
    href: str
    """``tel:999``."""


@dataclass(frozen=True)
class Alert:
    """A banner that shows now, on this page."""

    level: str
    """``emergency``, ``warning`` or ``information``."""
    text: str
    language_code: str
    """The language of the text; empty where the editor named none."""
    url: str
    """The page that says more; may be empty."""
    link_text: str
    """That page's title; may be empty."""


@dataclass(frozen=True)
class Rows:
    """The room's rows of one site, kept in the process until the stamp changes."""

    stamp: uuid.UUID | None
    hours: list[OpeningHours]
    main: list[MainLink]
    footer: list[FooterLink]
    numbers: list[EmergencyNumber]
    wordings: list[EmergencyWording]
    banners: list[AlertBanner]
    locales: dict[str, int]

    @classmethod
    def read(cls, organisation: Organisation) -> Rows:
        """Ask the database; one query for each kind."""
        site = organisation.site_id
        now = timezone.now()
        return cls(
            organisation.stamp if organisation.pk else None,
            list(OpeningHours.objects.filter(organisation__site=site).order_by("day", "opens")),
            list(MainLink.objects.filter(navigation__site=site).select_related("page")),
            list(FooterLink.objects.filter(navigation__site=site).select_related("page")),
            list(EmergencyNumber.objects.filter(setting__site=site)),
            list(EmergencyWording.objects.select_related("locale")),
            [
                banner
                for banner in AlertBanner.objects.filter(site=site).select_related(
                    "section", "page", "language"
                )
                if banner.ends_at is None or banner.ends_at > now
            ],
            dict(Locale.objects.values_list("language_code", "pk")),
        )


_kept: dict[int, Rows] = {}


def _rows(organisation: Organisation) -> Rows:
    kept = _kept.get(organisation.site_id)
    if kept is None or kept.stamp is None or kept.stamp != organisation.stamp:
        kept = _kept[organisation.site_id] = Rows.read(organisation)
    return kept


class Furniture:
    """Organisation, links, numbers and alerts for one request (or a site without one)."""

    def __init__(self, site: Site, request: HttpRequest | None = None) -> None:
        self.site = site
        self.request = request
        self.language_code = get_language() or ""

    @cached_property
    def _read(self) -> tuple[Organisation, Rows]:
        kept, rows = remembered(("organisation", self.site.pk), self._ask)
        organisation = copy.copy(kept)
        organisation.site = self.site  # saves the query that asking for it would cost
        organisation.hours = rows.hours
        return organisation, rows

    def _ask(self) -> tuple[Organisation, Rows]:
        found = Organisation.base_queryset().filter(site=self.site).first()
        organisation: Organisation = found or Organisation(site=self.site)
        return organisation, _rows(organisation)

    @property
    def organisation(self) -> Organisation:
        """The site's organisation; an empty one, not saved, where none is entered yet."""
        return self._read[0]

    @property
    def rows(self) -> Rows:
        """The room's rows of this site."""
        return self._read[1]

    @cached_property
    def _pages(self) -> dict[Any, list[Page]]:
        """Every language's version of the pages that links and banners name, by their key."""
        return remembered(("links", self.site.pk), self._ask_pages)

    def _ask_pages(self) -> dict[Any, list[Page]]:
        pages = [row.page for row in (*self.rows.main, *self.rows.footer) if row.page]
        pages += [page for row in self.rows.banners for page in (row.section, row.page) if page]
        found: dict[Any, list[Page]] = {}
        if not pages:
            return found
        restricted = PageViewRestriction.objects.annotate(
            below=ExpressionWrapper(OuterRef("path"), output_field=CharField())
        ).filter(below__startswith=F("page__path"))
        for page in Page.objects.filter(
            translation_key__in={page.translation_key for page in pages}
        ).annotate(is_restricted=Exists(restricted)):
            found.setdefault(page.translation_key, []).append(page)
        return found

    def _shown_page(self, page: Page | None) -> Page | None:
        """The page in the reader's language, else as chosen; None where nobody may open it."""
        if page is None:
            return None
        now = timezone.now()
        versions = [
            version
            for version in self._pages.get(page.translation_key, [])
            if version.live and (version.expire_at is None or version.expire_at > now)
        ]
        reader = self.rows.locales.get(self.language_code)
        for locale in (reader, page.locale_id):
            for version in versions:
                if version.locale_id == locale:
                    return version
        return None

    def _link(self, row: NavigationLink, current: Page | None) -> Link | None:
        if not row.page_id:
            return Link(row.text, row.url, False, False)
        page = self._shown_page(row.page)
        if page is None:
            return None
        # A typed text belongs to the page it was typed for; a translation has its own title.
        text = row.text if page.pk == row.page_id else ""
        if not text and page.is_restricted:  # its title is not for everybody
            return None
        return Link(
            text or page.title,
            page.get_url(self.request) or "",
            current is not None and current.pk == page.pk,
            current is not None
            and current.path.startswith(page.path)
            and current.pk != page.pk
            and page.pk != self.site.root_page_id,
        )

    def links(self, current: Page | None = None) -> Links:
        """The links of header and footer; those nobody may open are left out."""
        shown = [
            [link for row in rows if (link := self._link(row, current))]
            for rows in (self.rows.main, self.rows.footer)
        ]
        return Links(*shown)

    @cached_property
    def numbers(self) -> list[Number]:
        """The site's numbers, in the reader's language, else the default language's words."""
        return [self._number(row) for row in self.rows.numbers]

    def _number(self, row: EmergencyNumber) -> Number:
        reader = self.rows.locales.get(self.language_code)
        default = self.rows.locales.get(
            get_supported_content_language_variant(settings.LANGUAGE_CODE)
        )
        template = ""
        for locale in (reader, default):
            template = template or next(
                (
                    wording.text
                    for wording in self.rows.wordings
                    if wording.kind == row.kind and wording.locale_id == locale
                ),
                "",
            )
        number = left_to_right(row.number) if get_language_bidi() else row.number
        text = (template or _("Call {number}")).replace("{number}", number)
        return Number(row.kind, row.number, row.label, text.replace("{label}", row.label), row.href)

    def alerts(self, current: Page | None = None) -> list[Alert]:
        """The banners whose time is now, of the whole site and of the page's sections."""
        return [
            self._alert(banner)
            for banner in self.rows.banners
            if banner.is_shown()
            and (banner.language is None or banner.language.language_code == self.language_code)
            and (banner.section is None or self._is_within(current, banner.section))
        ]

    def _is_within(self, current: Page | None, section: Page) -> bool:
        versions = self._pages.get(section.translation_key, [])
        return current is not None and any(
            current.path.startswith(version.path) for version in versions
        )

    def _alert(self, banner: AlertBanner) -> Alert:
        page = self._shown_page(banner.page)
        if page is not None and page.is_restricted:
            page = None
        return Alert(
            banner.level,
            banner.text,
            banner.language.language_code if banner.language else "",
            (page.get_url(self.request) or "") if page else "",
            page.title if page else "",
        )


def furniture(request: HttpRequest) -> Furniture | None:
    """The request's furniture, made once; None where no site answers to its host."""
    if not hasattr(request, "_citewell_furniture"):
        site = find_site(request)
        request._citewell_furniture = Furniture(site, request) if site else None  # type: ignore[attr-defined]
    found: Furniture | None = request._citewell_furniture  # type: ignore[attr-defined]
    return found
