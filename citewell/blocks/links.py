"""Links to pages inside rich text: to public pages only, in the reader's language.

Takes the place of Wagtail's handler, which asks once per translated page and links to
drafts and to pages behind a sign-in as well.
"""

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from citewell.blocks.choosers import PageBlock
from citewell.blocks.public_pages import is_public, open_to_all
from citewell.blocks.rich_text import page_key


class PublicPageLinkHandler(PageLinkHandler):
    """``<a linktype="page" id="3">`` becomes a link, or none where readers may not follow it."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Page | None]:
        keys = [page_key(attrs) for attrs in attrs_list]
        found = PageBlock.find(key for key in keys if key)
        return [found.get(key) if key else None for key in keys]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        pages = in_active_language(cls.get_many(attrs_list))
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
        for page in Page.objects.live()
        .filter(translation_key__in=keys, locale__language_code=code)
        .annotate(is_public=ExpressionWrapper(open_to_all(), BooleanField()))
    }
    return [page and translations.get(page.translation_key, page) for page in pages]
