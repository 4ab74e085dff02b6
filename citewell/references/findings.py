"""What the references room looks for before a page goes live: its citations and its list."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page, Site

from citewell.findings.registry import REGISTRY, Finding, Level, register
from citewell.references.citing.marks import marks_in
from citewell.references.citing.page import Citing, Listed, citing_of, citing_of_all
from citewell.references.citing.status import Kind, statuses
from citewell.references.converting import numbers_of
from citewell.references.matching import Index
from citewell.references.source import Source
from citewell.references.style_setting import ReferenceStyle

NAME = 100  # signs of a title that a finding shows


@REGISTRY.before_many
def load_sources(pages: list[Page]) -> None:
    """What many pages cite, what is known of it, and from when it is old on their sites."""
    sources = {one.pk: one for citing in citing_of_all(pages) for one in citing.sources}
    known = statuses(sources.values(), for_editors=True)
    limits = dict(ReferenceStyle.objects.values_list("site", "old_after_years"))
    roots = Site.get_site_root_paths()
    for page in pages:
        path = page.url_path or ""
        site = next((root.site_id for root in roots if path.startswith(root.root_path)), None)
        page.old_after_years = limits.get(site, ReferenceStyle.OLD)
        page.known_to_editors = known


def years_of(page: Any) -> int:
    """From how many years on a source is old, as the page's site has it."""
    if not hasattr(page, "old_after_years"):
        load_sources([page])
    return int(page.old_after_years)


def at(
    path: str, message: str | Promise, hint: str | Promise = "", level: Level = Level.WARNING
) -> Finding:
    """A finding at a place as the editor addresses it."""
    field, _dot, block_id = path.partition(".")
    return Finding(str(message), str(hint), field, block_id.strip("."), level)


def places_of(citing: Citing) -> dict[int, str]:
    """By key of a source where it is cited first, else where it is listed."""
    found = {
        one.source.pk: f"references.{one.block_id}" for one in citing.listed[::-1] if one.source
    }
    for place, text in citing.texts[::-1]:
        for mark in marks_in(text):
            if source := citing.found.get(mark.source):
                found[source.pk] = place
    return found


def each_source(page: Any) -> Iterator[tuple[Source, str]]:
    """Every source of a page with its place."""
    citing = citing_of(page)
    places = places_of(citing)
    for source in citing.sources:
        yield source, places[source.pk]


def named(source: Source) -> dict[str, str]:
    """How a finding names a source."""
    title = str(source)
    return {"title": title if len(title) <= NAME else title[: NAME - 1] + "…"}


@register("reference-missing", _("References that are empty"))
def reference_missing(page: Page) -> Iterator[Finding]:
    """A reference whose source was deleted from the library, with no pasted line."""
    for one in citing_of(page).listed:
        if one.is_empty:
            yield at(
                f"references.{one.block_id}",
                _("A reference is empty."),
                _("Its source was deleted, or nothing was pasted."),
            )


@register("citation-missing", _("Citations of sources that are gone"))
def citation_missing(page: Page) -> Iterator[Finding]:
    """Cited, and in the library no more; or cited on a page that lists no sources."""
    citing = citing_of(page)
    for place, text in citing.texts:
        marks = list(marks_in(text))
        if marks and not hasattr(page, "source_list"):
            yield at(place, _("A source is cited, but pages of this type do not list sources."))
        elif gone := {mark.source for mark in marks} - citing.found.keys():
            message = ngettext(
                "A citation names a source that is no longer in the library.",
                "%(n)d citations name sources that are no longer in the library.",
                len(gone),
            )
            hint = _("Readers do not see it. Take it out or cite another source.")
            yield at(place, message % {"n": len(gone)}, hint)


@register("source-uncited", _("Sources that are listed and not cited"))
def source_uncited(page: Page) -> Iterator[Finding]:
    """In the list of a page that cites others; readers see it under further reading."""
    citing = citing_of(page)
    for one in citing.further if citing.cited else ():
        message = _("“%(title)s” is listed, but no sentence cites it.") % title_of(one)
        hint = _("Readers find it under “Further reading”.")
        yield at(f"references.{one.block_id}", message, hint, Level.NOTICE)


def title_of(one: Listed) -> dict[str, str]:
    """How a finding names an entry of the list."""
    return named(one.source) if one.source else {"title": one.line.strip()[:NAME]}


@register("source-doubled", _("Sources that are on the page twice"))
def source_doubled(page: Page) -> Iterator[Finding]:
    """The same entry twice in the list, or two sources that are one work."""
    citing = citing_of(page)
    seen: set[int] = set()
    for one in citing.listed:
        if one.source and one.source.pk in seen:
            message = _("“%(title)s” is in the list twice.") % named(one.source)
            yield at(f"references.{one.block_id}", message, level=Level.NOTICE)
        seen |= {one.source.pk} if one.source else set()
    index: Index[int] = Index()
    for source, place in each_source(page):
        work = source.work
        if any(match.certainty != "near" for _name, match in index.find(work)):
            message = _("“%(title)s” is cited as two sources that are one work.") % named(source)
            yield at(place, message, _("Merge them in the library."))
        index.add(source.pk, work)


@register("source-retracted", _("Sources that were retracted"))
def source_retracted(page: Page) -> Iterator[Finding]:
    """Retracted, or others have raised doubts about it."""
    yield from known_of(page, (Kind.RETRACTED, Kind.CONCERN))


@register("source-dead-link", _("Sources whose address is gone"))
def source_dead_link(page: Page) -> Iterator[Finding]:
    """Its address leads nowhere."""
    yield from known_of(page, (Kind.DEAD_LINK,))


def known_of(page: Page, kinds: Iterable[Kind]) -> Iterator[Finding]:
    """What is known of a page's sources, of these kinds."""
    if not hasattr(page, "known_to_editors"):
        load_sources([page])
    known = page.known_to_editors
    for source, place in each_source(page):
        for one in known.get(source.pk, ()):
            if one.kind in kinds:
                yield at(place, f"“{named(source)['title']}”: {one.words}", one.url)


@register("source-superseded", _("Sources that a newer one replaces"))
def source_superseded(page: Page) -> Iterator[Finding]:
    """A person recorded in the library what takes its place."""
    for source, place in each_source(page):
        if newer := source.superseded_by:
            message = _("“%(title)s” is superseded by “%(newer)s”.")
            yield at(place, message % {**named(source), "newer": named(newer)["title"]})


@register("source-old", _("Sources older than the site's limit"))
def source_old(page: Page) -> Iterator[Finding]:
    """Published longer ago than the site allows without a look; ten years by default."""
    limit = timezone.localdate().year - years_of(page) if citing_of(page).sources else 0
    for source, place in each_source(page):
        if source.year is not None and source.year < limit:
            message = _("“%(title)s” is from %(year)s.") % {**named(source), "year": source.year}
            hint = _("Look whether there is something newer.")
            yield at(place, message, hint, Level.NOTICE)


@register("source-without-doi", _("Journal articles without DOI"))
def source_without_doi(page: Page) -> Iterator[Finding]:
    """A journal article that readers and watchers cannot find by its DOI."""
    for source, place in each_source(page):
        if source.kind == "article-journal" and not source.doi:
            message = _("“%(title)s” has no DOI.") % named(source)
            hint = _("Without it, it cannot be watched for retraction.")
            yield at(place, message, hint, Level.NOTICE)


@register("number-plain", _("Numbers that look like citations"))
def number_plain(page: Page) -> Iterator[Finding]:
    """Plain numbers in the text that name the list: they do not follow when it changes."""
    places: dict[str, int] = {}
    for one in numbers_of(page).sure:
        places[one.place] = places.get(one.place, 0) + 1
    for place, many in places.items():
        message = ngettext(
            "A number here looks like a citation.",
            "%(n)d numbers here look like citations.",
            many,
        )
        hint = _("“Numbers to citations”, above the form, makes them live.")
        yield at(place, message % {"n": many}, hint, Level.NOTICE)
