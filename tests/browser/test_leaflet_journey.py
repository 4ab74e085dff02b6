"""A leaflet to PDF, its QR code read, checked before and after a change and after withdrawal."""

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from leaflets import pdf
from tests.browser.conftest import Watched
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

PREPARE = """
from urllib.parse import urlsplit
from django.contrib.auth import get_user_model
from blog.models import ArticleIndexPage, ArticlePage
from citewell.review.policy import change_policy
from wagtail.models import Site
home = Site.objects.get(is_default_site=True).root_page
section = home.add_child(instance=ArticleIndexPage(title="On paper", slug="on-paper"))
admin = get_user_model().objects.get(username="admin")
change_policy(section, "off", admin, reason="A journey.")
page = section.add_child(instance=ArticlePage(title="Cold packs", slug="cold-packs",
    lead="Ten minutes at a time.", body=[("rich_text", "<p>Never on bare skin.</p>")]))
page.save_revision().publish()
print("PAGE", page.pk, urlsplit(page.get_url()).path)
"""
CHANGE = """
from blog.models import ArticlePage
page = ArticlePage.objects.get(pk={key})
page.lead = "Five minutes at a time."
page.save_revision().publish()
"""
WITHDRAW = """
from blog.models import ArticlePage
from home.models import Withdrawal
ArticlePage.objects.get(pk={key}).unpublish()
Withdrawal.objects.filter(path__contains="cold-packs").update(reason="Cold is no longer advised.")
"""


def test_a_leaflet_is_printed_and_checked_for_years(no_script: Watched, site: Site) -> None:
    key, path = re.findall(r"PAGE (\d+) (\S+)", site.manage("shell", "-c", PREPARE))[0]
    page = no_script.page
    page.goto(site.url + path)
    page.get_by_role("link", name="Print as a leaflet").click()
    expect(page.get_by_text("Never on bare skin.")).to_be_visible()
    picture = page.locator("svg.qr").screenshot()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    address = code.text
    assert re.fullmatch(re.escape(site.url) + r"/check/[0-9A-Z]{10}/", address)

    if pdf.is_available():
        found = page.request.get(f"{site.url}/leaflet/{key}/pdf/?size=letter")
        text = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(found.body())).pages)
        assert "Never on bare skin." in text

    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("This leaflet is current")
    site.manage("shell", "-c", CHANGE.format(key=key))
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is a newer version")
    expect(page.locator("ins").first).to_contain_text("Five")
    site.manage("shell", "-c", WITHDRAW.format(key=key))
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("This leaflet was withdrawn")
    expect(page.get_by_text("Cold is no longer advised.")).to_be_visible()

    page.goto(f"{site.url}/check/")
    page.get_by_label("The code on your leaflet").fill("zzzzz zzzzz")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("alert")).to_contain_text("Perhaps a sign was misread")
    assert page.context.cookies() == []
