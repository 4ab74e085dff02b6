"""Where an imported article goes: a page named by its number or address, or the first index."""

from urllib.parse import urlsplit

from wagtail.models import Page, Site

from blog.models import ArticleIndexPage
from importing.document import Refused


def find_parent(named: str = "") -> ArticleIndexPage:
    """The index named by key or address, else the first. Raises `Refused` with one sentence."""
    if not named:
        index = ArticleIndexPage.objects.order_by("-live", "path").first()
        if index is None:
            raise Refused("There is no article index to put the article under.")
        return index
    page = _by_key(named) if named.isascii() and named.isdigit() else _by_address(named)
    if page is None:
        raise Refused(f"There is no page “{named}” to put the article under.")
    if not isinstance(page, ArticleIndexPage):
        raise Refused(f"The page “{page.title}” is not an article index.")
    return page


def _by_key(key: str) -> Page | None:
    # A number no database can hold is no page.
    page = Page.objects.filter(pk=int(key)).first() if len(key) < 19 else None
    return page.specific if page else None


def _by_address(address: str) -> Page | None:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    sites = Site.objects.select_related("root_page").order_by("-is_default_site", "pk")
    path = parts.path.strip("/")
    for site in sites.filter(hostname=host) if host else sites:
        root = site.root_page.url_path
        page = Page.objects.filter(url_path=f"{root}{path}/" if path else root).first()
        if page:
            return page.specific
    return None
