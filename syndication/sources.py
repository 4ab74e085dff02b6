"""A page's sources as a file of a reference manager: ``sources.ris``, ``.bib``, ``.json``.

A page that is not for everybody, or has no sources, has no such file.
"""

from django.http import Http404, HttpRequest, HttpResponse

from citewell.references.exporting import items_of
from citewell.references.formats import FormatName, write
from citewell.references.mixins import ReferencesMixin
from syndication.twins import public_page

FILES: dict[str, tuple[FormatName, str]] = {
    "ris": ("ris", "application/x-research-info-systems; charset=utf-8"),
    "bib": ("bibtex", "application/x-bibtex; charset=utf-8"),
    "json": ("csl-json", "application/vnd.citationstyles.csl+json"),
}
"""By ending, the format and its media type."""


def page_sources(request: HttpRequest, path: str, ending: str) -> HttpResponse:
    """The sources of the page at ``path`` in the page's order, or 404."""
    page = public_page(request, path)
    items = items_of(page.citing) if isinstance(page, ReferencesMixin) else []
    if not items:
        raise Http404
    name, media_type = FILES[ending]
    response = HttpResponse(write(items, name).text, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{_ascii(page.slug)}.{ending}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _ascii(slug: str) -> str:
    """A file's name that every browser keeps."""
    return slug if slug.isascii() else "sources"
