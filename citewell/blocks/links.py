"""Links to pages inside rich text: to public pages only, in the reader's language.

Takes the place of Wagtail's handler, which asks once per translated page and links to
drafts and to pages behind a sign-in as well.
"""

from typing import Any

from django.utils.html import format_html
from wagtail.models import Locale, Page
from wagtail.rich_text.pages import PageLinkHandler

from citewell.blocks.public_pages import is_public, mark_public


class PublicPageLinkHandler(PageLinkHandler):
    """``<a linktype="page" id="3">`` becomes a link, or none where readers may not follow it."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        pages = in_active_language(cls.get_many(attrs_list))
        mark_public(page for page in pages if page)
        return [
            format_html('<a href="{}">', page.url) if page and is_public(page) else "<a>"
            for page in pages
        ]


def in_active_language(pages: list[Page | None]) -> list[Page | None]:
    """Each page's live translation into the active language, the page itself where none is."""
    try:
        locale = Locale.get_active()
    except (LookupError, Locale.DoesNotExist):
        return pages
    keys = {page.translation_key for page in pages if page and page.locale_id != locale.pk}
    if not keys:
        return pages
    translations = {
        page.translation_key: page
        for page in Page.objects.filter(translation_key__in=keys, locale=locale)
        .live()
        .defer_streamfields()
        .specific()
    }
    return [page and translations.get(page.translation_key, page) for page in pages]
