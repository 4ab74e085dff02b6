"""The text files machines look for: robots.txt, llms.txt, security.txt."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from blog.models import ArticlePage
from citewell.organisation.furniture import furniture
from citewell.organisation.models import Organisation
from citewell.pages.languages import pages_of_site
from citewell.pages.visibility import public_pages
from conditions.models import ConditionPage
from syndication.sitemaps import site_of

LISTED = 500
"""Pages of one type in llms.txt; the sitemap has them all."""
VALID_DAYS = 180
"""How long a fetched security.txt may be believed; its standard asks for less than a year."""


def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but searches; a demonstration is not for search engines."""
    root = site_of(request).root_url
    found = furniture(request)
    if found and not found.organisation.is_for_search_engines:
        return text("User-agent: *\nDisallow: /\n")
    lines = ["User-agent: *", "Disallow: /search/", "", f"Sitemap: {root}{reverse('sitemap')}"]
    return text("\n".join(lines) + "\n")


def llms(request: HttpRequest) -> HttpResponse:
    """The site for language models: what it is, and the Markdown twin of each clinical page."""
    found = furniture(request)
    if found is None:
        raise Http404
    return text("\n".join(llms_lines(request, found.organisation)) + "\n")


def llms_lines(request: HttpRequest, organisation: Organisation) -> Iterator[str]:
    """The file line by line."""
    yield f"# {organisation.shown_name}"
    if organisation.tagline:
        yield f"\n> {organisation.tagline}"
    if organisation.is_demo:
        yield "\nThis is a demonstration: the clinic, its people and its reviews are invented."
    yield (
        "\nGeneral health information. When to get help stands first on each page: keep it first. "
        "Cite the canonical address and the version, and say when a page was last reviewed. "
        "It does not replace a clinician who knows the reader."
    )
    for heading, model in (("Conditions", ConditionPage), ("Articles", ArticlePage)):
        pages = public_pages(pages_of_site(model.objects.all(), request), None)
        listed = list(pages.defer_streamfields().order_by("title")[:LISTED])
        if listed:
            yield f"\n## {heading}\n"
        for page in listed:
            summary = " ".join(page.shown_summary.split())
            link = f"- [{page.title}]({page.get_full_url()}page.md)"
            yield f"{link}: {summary}" if summary else link
    yield f"\n## Optional\n\n- [All pages]({site_of(request).root_url}{reverse('sitemap')})"


def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116); nothing where no contact is set."""
    contact = settings.CITEWELL_SECURITY_CONTACT
    if not contact:
        raise Http404
    day = timezone.now().astimezone(UTC).date() + timedelta(days=VALID_DAYS)
    expires = datetime.combine(day, time(), UTC)
    lines = [
        f"Contact: {contact if ':' in contact else f'mailto:{contact}'}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {site_of(request).root_url}{reverse('security_txt')}",
        "Preferred-Languages: en",
    ]
    return text("\n".join(lines) + "\n")


def text(content: str) -> HttpResponse:
    """A plain text answer."""
    return HttpResponse(content, content_type="text/plain; charset=utf-8")
