"""Which chosen pages readers may be sent to: live ones that nobody must sign in for."""

from collections.abc import Iterable

from wagtail.models import Page, PageViewRestriction


def mark_public(pages: Iterable[Page]) -> None:
    """Note on each page whether everybody may read it; one query for all."""
    pages = list(pages)
    if not pages:
        return
    closed = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    for page in pages:
        page.is_public = page.live and not page.path.startswith(closed)


def is_public(page: Page | None) -> bool:
    """Whether the page is live and free to read; False for no page."""
    if page is None:
        return False
    if not hasattr(page, "is_public"):
        mark_public([page])
    return bool(page.is_public)
