"""The Markdown twin of a page, ``page.md``: the same words in the same order, for machines.

It is made of the page's own main part, so whatever the page says of its review, its
corrections and its sources stands in the twin as well. When to get help comes first.
A page that is not for everybody has no twin.
"""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from markdownify import ATX, MarkdownConverter
from wagtail.models import Page

from citewell.organisation.furniture import furniture
from citewell.pages.models import BasePage
from citewell.pages.routing import find_page
from citewell.pages.visibility import public_pages

NOT_CONTENT = (
    "script, style, svg, form, nav, button:not(.term), textarea, input, fieldset, picture, "
    ".prepare, .visually-hidden, [hidden], [data-not-in-copies]"
)
"""What stands in the page but is no part of its text."""


def page_twin(request: HttpRequest, path: str) -> HttpResponse:
    """The twin of the page at ``path``, or 404."""
    page = public_page(request, path)
    answer = page.serve(request)
    if isinstance(answer, TemplateResponse):
        answer.render()
    if answer.status_code != 200:
        raise Http404
    canonical = page.canonical_url(request)
    markdown = front_matter(page, canonical, request) + markdown_of(
        answer.content.decode(), page.get_full_url(request) or ""
    )
    response = HttpResponse(markdown, content_type="text/markdown; charset=utf-8")
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Link"] = f'<{canonical}>; rel="canonical"'
    return response


def public_page(request: HttpRequest, path: str) -> BasePage:
    """The page at ``path`` that everybody may open.

    Raises:
        Http404: there is none.
    """
    found = find_page(request, [part for part in path.split("/") if part])
    page: Any = found.page if found else None
    if not isinstance(page, BasePage) or found is None or found.args or found.kwargs:
        raise Http404
    if not public_pages(Page.objects.filter(pk=page.pk), None).exists():
        raise Http404
    return page


def front_matter(page: BasePage, canonical: str, request: HttpRequest) -> str:
    """What a copy must carry: where it is from, which version, of when."""
    published = page.last_published_at
    lines = {
        "title": page.title.replace('"', "'"),
        "canonical": canonical,
        "language": page.locale.language_code,
        "published": published.isoformat(timespec="seconds") if published else "",
        "version": str(page.live_revision_id or ""),
    }
    text = "".join(f'{name}: "{value}"\n' for name, value in lines.items() if value)
    found = furniture(request)
    notice = ""
    if found and found.organisation.is_demo:
        notice = "> " + _("Demonstration.") + " "
        notice += _("The clinic, its people and its reviews are invented.") + "\n\n"
    return f"---\n{text}---\n\n{notice}"


def markdown_of(html: str, address: str) -> str:
    """The main part of a page as Markdown; links are absolute."""
    soup = BeautifulSoup(html, "lxml")
    main = soup.find("main")
    if not isinstance(main, Tag):
        return ""
    for element in main.select(NOT_CONTENT):
        element.decompose()
    help_first(main)
    root = re.match(r"https?://[^/]+", address)
    for link in main.select("a[href]"):
        href = str(link["href"])
        if href.startswith("/") and root:
            link["href"] = root[0] + href
        elif href.startswith("#"):
            link["href"] = address + href
    converter = MarkdownConverter(heading_style=ATX, bullets="-", wrap=False)
    text: str = converter.convert_soup(main)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip() + "\n"


def help_first(main: Tag) -> None:
    """Bring emergency cards that stand further down directly below the page's heading."""
    heading = main.select_one(".page-heading")
    if heading is None or main.select_one(".help"):
        return
    for card in reversed(main.select(".care-card--emergency")):
        heading.insert_after(card.extract())
