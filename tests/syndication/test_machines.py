"""Sitemap, text files, Markdown twins, social cards: public pages alone, and all of them."""

import datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from citewell.organisation.models import Organisation
from syndication import cards
from syndication.sitemaps import PageSitemap
from syndication.twins import markdown_of
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}


def locations(client: Client, address: str = "/sitemap.xml") -> list[str]:
    tree = ElementTree.fromstring(client.get(address).content)
    return [element.text or "" for element in tree.iterfind(".//s:loc", NS)]


def hidden_pages() -> list[Page]:
    """A draft, a page whose end has passed, one behind a sign-in."""
    past = timezone.now() - datetime.timedelta(days=1)
    secret = factories.condition(title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    return [
        factories.condition(title="Draft", live=False),
        factories.condition(title="Ended", expire_at=past),
        secret,
    ]


def card_path(page: Page) -> str:
    return f"/cards/{page.pk}/{cards.version_of(page.title, '')}.png"


def test_what_is_not_for_everybody_is_in_none_of_them(client: Client) -> None:
    shown = factories.condition(title="Shown")
    hidden = hidden_pages()
    client.force_login(factories.superuser())  # copies are for everybody, whoever fetches them
    everything = client.get("/sitemap.xml").content + client.get("/llms.txt").content
    assert shown.full_url.encode() in everything
    for page in hidden:
        assert page.slug.encode() + b"/" not in everything
        assert client.get(f"{page.get_url()}page.md").status_code == 404
        assert client.get(card_path(page)).status_code == 404


def test_the_sitemap_has_dates_languages_and_pictures(client: Client) -> None:
    image = factories.image()
    image.get_rendition("width-400")
    page = factories.condition(title="Sciatica", image=image)
    page.copy_for_translation(factories.locale("pl"), copy_parents=True)
    draft = Page.objects.get(locale__language_code="pl", alias_of=None).specific
    draft.save_revision().publish()
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    entry = next(
        url for url in tree.iterfind("s:url", NS) if url.findtext("s:loc", "", NS) == page.full_url
    )
    assert entry.findtext("s:lastmod", "", NS)[:10] == page.last_published_at.date().isoformat()
    assert {each.get("hreflang") for each in entry.iterfind("x:link", NS)} == {"en-gb", "pl"}
    assert "width-400" in entry.findtext("i:image/i:loc", "", NS)


def test_a_long_sitemap_is_split(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [factories.condition() for _ in range(3)]
    monkeypatch.setattr(PageSitemap, "limit", 2)
    parts = locations(client)
    assert len(parts) == 3
    found = [each for part in parts for each in locations(client, part[part.index("/sitemap") :])]
    assert {page.full_url for page in pages} < set(found)
    assert len(found) == len(set(found)) == 5


def test_one_and_thirty_pages_cost_the_same_queries(client: Client) -> None:
    Organisation.objects.create(site=factories.home().get_site())
    factories.condition(image=factories.image())
    one = queries_of(client, "/sitemap.xml"), queries_of(client, "/llms.txt")
    for _ in range(29):
        factories.condition(image=factories.image())
    for address, before in zip(("/sitemap.xml", "/llms.txt"), one, strict=True):
        assert len(queries_of(client, address)) == len(before) <= 8


def test_robots_know_the_sitemap_and_leave_a_demonstration_alone(client: Client) -> None:
    factories.home()
    assert "Sitemap: http" in client.get("/robots.txt").content.decode()
    Organisation.objects.create(site=factories.home().get_site(), is_demo=True)
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


def test_a_demonstration_is_indexed_where_the_setting_says_so(
    client: Client, settings: Any
) -> None:
    page = factories.condition()
    Organisation.objects.create(site=factories.home().get_site(), is_demo=True)
    assert '<meta name="robots" content="noindex">' in client.get(page.url).content.decode()
    settings.CITEWELL_DEMO_INDEXED = True
    html = client.get(page.url).content.decode()
    assert 'content="noindex"' not in html
    assert "Demonstration" in html
    assert "Sitemap: http" in client.get("/robots.txt").content.decode()


def test_reports_of_weaknesses_go_where_the_setting_says(client: Client, settings: object) -> None:
    factories.home()
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.CITEWELL_SECURITY_CONTACT = "safe@clinic.example"  # type: ignore[attr-defined]
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    assert lines[0] == "Contact: mailto:safe@clinic.example"
    expires = datetime.datetime.fromisoformat(lines[1].removeprefix("Expires: "))
    assert timezone.now() < expires < timezone.now() + datetime.timedelta(days=365)


def test_a_twin_begins_with_help_and_says_where_it_is_from(client: Client) -> None:
    card = ("care_card", {"urgency": "emergency", "heading": "If", "signs": "<p>S</p>"})
    page = factories.condition(title="Sciatica", summary="What it is.", when_to_get_help=[card])
    page.save_revision().publish()
    page.refresh_from_db()
    response = client.get(f"{page.get_url()}page.md")
    assert response.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Link"] == f'<{page.full_url}>; rel="canonical"'
    text = response.content.decode()
    assert f'canonical: "{page.full_url}"' in text
    assert f'version: "{page.live_revision_id}"' in text
    assert text.index("# Sciatica") < text.index("## When to get help") < text.index("Emergency")
    assert "<" not in text.split("---")[2]


def test_a_twin_of_nothing_is_not_found(client: Client) -> None:
    factories.home()
    assert client.get("/nothing/page.md").status_code == 404
    assert client.get("/page.md").status_code == 200


def test_a_twin_has_no_controls_and_brings_emergencies_forward() -> None:
    html = (
        "<main><nav>Way</nav><header class='page-heading'><h1>T</h1></header><p>Long.</p>"
        "<form>Search</form><div class='care-card--emergency'><h2>Now</h2></div>"
        "<a href='/x/'>x</a></main>"
    )
    text = markdown_of(html, "https://a.example/y/")
    assert text.index("Now") < text.index("Long")
    assert "Way" not in text
    assert "Search" not in text
    assert "[x](https://a.example/x/)" in text


def test_a_card_is_drawn_once_and_follows_the_title(client: Client) -> None:
    page = factories.condition(title="Sciatica")
    old = card_path(page)
    first = client.get(old)
    assert first.headers["Content-Type"] == "image/png"
    assert first.content.startswith(b"\x89PNG")
    assert client.get(old).content == first.content
    assert old in client.get(page.get_url()).content.decode()
    page.title = "Sciatic pain"
    page.save_revision().publish()
    assert client.get(old).status_code == 404
    assert client.get(card_path(page)).content != first.content


@pytest.mark.parametrize("title", ["A" * 300, "word " * 80, "قدم", "Zażółć", "", "中文 title"])
def test_any_title_can_be_drawn(title: str) -> None:
    assert cards.draw(title, "Clinic").startswith(b"\x89PNG")


def test_letters_the_font_lacks_are_not_drawn_as_boxes() -> None:
    assert cards.can_write("Low back pain: what helps?")
    assert not cards.can_write("Ból pleców")


def test_a_page_that_moves_leaves_a_redirect(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = factories.condition(title="Old name")
    page.slug = "new-name"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert Redirect.objects.count() == 1
    response = client.get("/conditions/old-name/")
    assert response.status_code == 301
    assert response.url.endswith("/conditions/new-name/")
