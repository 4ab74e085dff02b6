"""How others cite a page: ``{% load citing_tags %}``, then

- ``{% citation_meta page as tags %}``: pairs of name and content for ``<meta>`` elements, as
  Zotero and the crawlers of scholarly search read them;
- ``{% source_files as formats %}``: pairs of a file's ending and the format's name;
- ``{% ways_to_cite page as ways %}``: pairs of a style's name and the page's reference in it.

The first and the last are empty for a page whose type has no list of sources, and where there is
no request.
"""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from citewell.organisation.furniture import furniture
from citewell.references.exporting import Item, in_all_styles, page_item
from citewell.references.mixins import ReferencesMixin

register = template.Library()


@register.simple_tag(takes_context=True)
def citation_meta(context: template.Context, page: Any) -> list[tuple[str, str]]:
    """What a page is as a work: title, authors, date, language, publisher, address."""
    item = _item(context, page)
    if not item:
        return []
    issued = item.get("issued", {}).get("date-parts", [[]])[0]
    return [
        (name, content)
        for name, content in (
            ("citation_title", item["title"]),
            *(("citation_author", name) for name in page.authors_to_cite()),
            ("citation_publication_date", "/".join(f"{part:02}" for part in issued)),
            ("citation_publisher", item.get("container-title", "")),
            ("citation_language", item.get("language", "")),
            ("citation_public_url", item.get("URL", "")),
        )
        if content
    ]


@register.simple_tag
def source_files() -> tuple[tuple[str, str], ...]:
    """The files a page's sources can be taken along in: ending and name of the format."""
    return ("ris", "RIS"), ("bib", "BibTeX"), ("json", "CSL-JSON")


@register.simple_tag(takes_context=True)
def ways_to_cite(context: template.Context, page: Any) -> list[tuple[str, SafeString]]:
    """The page as each style writes it, cited today."""
    item = _item(context, page)
    return in_all_styles(item) if item else []


def _item(context: template.Context, page: Any) -> Item | None:
    request = context.get("request")
    if request is None or not isinstance(page, ReferencesMixin) or page.pk is None:
        return None
    shown: Any = page
    found = furniture(request)
    first = getattr(shown, "shown_date", None) or _day(shown.first_published_at)
    return page_item(
        shown.title,
        url=str(context.get("canonical_url") or shown.full_url or ""),
        site=found.organisation.shown_name if found else "",
        authors=shown.authors_to_cite(),
        language=shown.locale.language_code,
        published=max(filter(None, (first, _day(shown.last_published_at))), default=None),
        accessed=timezone.localdate(),
    )


def _day(moment: Any) -> Any:
    return timezone.localdate(moment) if moment else None
