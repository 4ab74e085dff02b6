"""Public pages are compressed; what may hold a secret is not. Themes are named by a setting."""

import brotli
import pytest
from django.test import Client

from home.checks import theme_exists
from tests import factories

pytestmark = pytest.mark.django_db
BROWSER = {"accept-encoding": "gzip, deflate, br, zstd"}


def test_a_public_page_is_compressed_and_the_same(client: Client) -> None:
    factories.condition(title="Sciatica")
    plain = client.get("/conditions/sciatica/")
    assert "Content-Encoding" not in plain.headers
    small = client.get("/conditions/sciatica/", headers=BROWSER)
    assert small.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in small.headers["Vary"]
    assert brotli.decompress(small.content) == plain.content
    assert len(small.content) < len(plain.content) / 2
    old = client.get("/conditions/sciatica/", headers={"accept-encoding": "gzip"})
    assert old.headers["Content-Encoding"] == "gzip"


def test_what_may_hold_a_secret_is_not(client: Client) -> None:
    factories.condition(title="Sciatica")
    assert "Content-Encoding" not in client.get("/admin/login/", headers=BROWSER).headers
    client.force_login(factories.superuser())
    for address in ("/conditions/sciatica/", "/admin/", "/styleguide/"):
        assert "Content-Encoding" not in client.get(address, headers=BROWSER).headers, address


def test_a_theme_is_one_more_sheet(client: Client, settings: object) -> None:
    factories.home()
    assert "themes/" not in client.get("/").content.decode()
    settings.CITEWELL_THEME = "heather"  # type: ignore[attr-defined]
    text = client.get("/").content.decode()
    assert text.index("css/tokens.css") < text.index("css/themes/heather.css")
    assert text.index("css/themes/heather.css") < text.index("css/site.css")
    assert theme_exists(None) == []


def test_a_theme_that_is_not_there_is_named(settings: object) -> None:
    settings.CITEWELL_THEME = "nothing"  # type: ignore[attr-defined]
    (error,) = theme_exists(None)
    assert error.id == "home.E001"
    assert "heather" in str(error.hint)
