"""Links to pages inside rich text: to public pages only, in the reader's language.

Takes the place of Wagtail's handler, which asks once per translated page and links to
drafts and to pages behind a sign-in as well.
"""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from citewell.blocks.public_pages import is_public, mark_public


class PublicPageLinkHandler(PageLinkHandler):
    """``<a linktype="page" id="3">`` becomes a link, or none where readers may not follow it."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Page | None]:
        keys = [str(attrs.get("id")) for attrs in attrs_list]
        wanted = {key for key in keys if key.isdecimal()}
        found = Page.objects.select_related("locale").in_bulk(wanted)
        return [found.get(int(key)) if key in wanted else None for key in keys]

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
        code = get_supported_content_language_variant(get_language())
    except LookupError:
        return pages
    keys = {page.translation_key for page in pages if page and page.locale.language_code != code}
    if not keys:
        return pages
    translations = {
        page.translation_key: page
        for page in Page.objects.live().filter(translation_key__in=keys, locale__language_code=code)
    }
    return [page and translations.get(page.translation_key, page) for page in pages]
