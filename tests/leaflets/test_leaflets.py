"""A page on paper, and what its code says later."""

import io
import logging

import pytest
from django.core.checks import run_checks
from django.urls import reverse

from home.models import Withdrawal
from leaflets import checks, pdf, views
from leaflets.models import Leaflet
from tests import factories

pytestmark = pytest.mark.django_db
needs_pango = pytest.mark.skipif(not pdf.is_available(), reason="Pango is not installed")


@pytest.fixture
def page():
    page = factories.article(
        title="Sore heel",
        lead="Walk a little.",
        body=[("rich_text", '<p>See <a href="https://trials.example/heel">a trial</a>.</p>')],
    )
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def html_of(client, page, **query) -> str:
    return client.get(reverse("leaflet", args=[page.pk]), query).content.decode()


class TestPaper:
    """What is printed and what is not."""

    def test_every_page_leads_to_its_leaflet(self, client, page) -> None:
        assert reverse("leaflet", args=[page.pk]) in client.get(page.get_url()).content.decode()

    @pytest.mark.parametrize("make", list(factories.PAGES.values()))
    def test_every_kind_of_page_prints(self, client, make) -> None:
        html = html_of(client, make())
        assert "<main>" in html
        assert 'class="qr"' in html

    def test_the_words_the_addresses_and_the_code_are_on_it_and_no_menus(
        self, client, page
    ) -> None:
        html = html_of(client, page)
        leaflet = Leaflet.objects.get()
        for words in ("Sore heel", "Walk a little.", "(https://trials.example/heel)"):
            assert words in html
        assert leaflet.printed_code in html
        main = html[html.index("<main>") : html.index("</main>")]
        for left in ("<nav", "<form", "<button", "<script", "Report an error"):
            assert left not in main

    def test_sizes_and_large_print(self, client, page) -> None:
        assert '<body class="a4">' in html_of(client, page)
        assert '<body class="letter large">' in html_of(client, page, size="letter", large="")
        assert '<body class="a4">' in html_of(client, page, size="<script>")

    def test_a_version_has_one_code_however_often_it_is_printed(self, client, page) -> None:
        html_of(client, page)
        html_of(client, page, large="")
        assert Leaflet.objects.count() == 1
        page.save_revision().publish()
        html_of(client, page)
        assert Leaflet.objects.count() == 2

    def test_drafts_and_restricted_pages_are_not_printed(self, client, page) -> None:
        from wagtail.models import PageViewRestriction

        draft = factories.article(live=False)
        assert client.get(reverse("leaflet", args=[draft.pk])).status_code == 404
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert client.get(reverse("leaflet", args=[page.pk])).status_code == 404
        assert client.get(reverse("leaflet_pdf", args=[page.pk])).status_code == 404

    def test_a_glossary_word_is_printed_with_its_meaning(self, client, page) -> None:
        from citewell.wording.models import GlossaryTerm

        GlossaryTerm.objects.create(
            term="trial", definition="A test of a treatment.", locale=page.locale,
            shown={"term": "trial", "forms": "", "definition": "A test of a treatment."},
        )  # fmt: skip
        page.body = [("rich_text", "<p>One trial only.</p>")]
        page.save()
        assert "One trial<span" in html_of(client, page)
        assert "(A test of a treatment.)" in html_of(client, page)


class TestPdf:
    """Tagged, kept per version; elsewhere printing is offered."""

    @needs_pango
    def test_it_is_tagged_and_says_what_the_page_says(
        self, client, page, settings, tmp_path
    ) -> None:
        from pypdf import PdfReader

        settings.DATA_DIR = tmp_path
        response = client.get(reverse("leaflet_pdf", args=[page.pk]))
        assert response["Content-Type"] == "application/pdf"
        found = PdfReader(io.BytesIO(response.content))
        assert found.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
        assert "/StructTreeRoot" in found.trailer["/Root"]
        text = " ".join(each.extract_text() for each in found.pages)
        assert "Walk a little." in text
        assert Leaflet.objects.get().printed_code in text

    @needs_pango
    def test_letter_is_letter(self, client, page, settings, tmp_path) -> None:
        from pypdf import PdfReader

        settings.DATA_DIR = tmp_path
        sizes = {}
        for size in ("a4", "letter"):
            response = client.get(reverse("leaflet_pdf", args=[page.pk]), {"size": size})
            box = PdfReader(io.BytesIO(response.content)).pages[0].mediabox
            sizes[size] = (round(box.width), round(box.height))
        assert sizes == {"a4": (595, 842), "letter": (612, 792)}

    @needs_pango
    def test_it_is_written_once_a_version(
        self, client, page, settings, tmp_path, monkeypatch
    ) -> None:
        settings.DATA_DIR = tmp_path
        address = reverse("leaflet_pdf", args=[page.pk])
        first = client.get(address).content
        monkeypatch.setattr(pdf, "write_pdf", None)
        assert client.get(address).content == first
        assert len(list((tmp_path / "leaflets").iterdir())) == 1

    def test_without_pango_the_leaflet_to_print_is_offered(self, client, page, monkeypatch) -> None:
        monkeypatch.setattr(pdf, "weasyprint", lambda: None)
        response = client.get(reverse("leaflet_pdf", args=[page.pk]), {"size": "letter"})
        assert response.status_code == 302
        assert response.url == reverse("leaflet", args=[page.pk]) + "?size=letter"
        assert "PDF" not in html_of(client, page)
        assert [each.id for each in checks.check_pdf()] == ["leaflets.W001"]

    @pytest.mark.parametrize(
        "url",
        ["https://elsewhere.example/x.png", "file:///etc/passwd", "/static/../../etc/passwd",
         "/media/images/../../../etc/passwd", "/media/documents/secret.pdf", "/admin/"],
    )  # fmt: skip
    def test_no_file_but_our_own_is_read(self, url: str) -> None:
        assert pdf.local_path(url) is None


class TestChecking:
    """Current, newer, withdrawn; unknown codes are kind; nothing is kept of who asks."""

    def check(self, client, code: str):
        return client.get(reverse("leaflet_check", args=[code]))

    @pytest.fixture
    def leaflet(self, client, page):
        html_of(client, page)
        return Leaflet.objects.get()

    def test_it_is_current_until_the_words_change(self, client, page, leaflet) -> None:
        assert "is current" in self.check(client, leaflet.code).content.decode()
        page.save_revision().publish()  # the same words again
        assert "is current" in self.check(client, leaflet.code).content.decode()
        page.lead = "Walk ten minutes."
        page.save_revision().publish()
        html = self.check(client, leaflet.code).content.decode()
        assert "There is a newer version" in html
        assert "<ins>" in html

    def test_a_page_that_is_not_clinical_counts_by_its_version(self, client) -> None:
        plain = factories.plain_page()
        plain.save_revision().publish()
        plain.refresh_from_db()
        html_of(client, plain)
        code = Leaflet.objects.get().code
        assert "is current" in self.check(client, code).content.decode()
        plain.save_revision().publish()
        assert "newer version" in self.check(client, code).content.decode()

    def test_what_was_withdrawn_says_why(self, client, page, leaflet) -> None:
        page.unpublish()
        Withdrawal.objects.update(reason="The dose was wrong.")
        html = self.check(client, leaflet.code).content.decode()
        assert "was withdrawn" in html
        assert "The dose was wrong." in html

    def test_it_answers_when_the_page_is_deleted(self, client, page, leaflet) -> None:
        page.delete()
        assert "was withdrawn" in self.check(client, leaflet.code).content.decode()

    def test_a_restricted_page_says_no_more_than_withdrawn(self, client, page, leaflet) -> None:
        from wagtail.models import PageViewRestriction

        PageViewRestriction.objects.create(page=page, restriction_type="login")
        html = self.check(client, leaflet.code).content.decode()
        assert "was withdrawn" in html
        assert "Walk" not in html

    def test_a_code_is_forgiven_its_letters(self, client, leaflet) -> None:
        Leaflet.objects.update(code="0123456789")
        for typed in ("o1234-56789", "Ol23456789", "O I 2 3 4 5 6 7 8 9"):
            response = client.get(reverse("leaflet_ask"), {"code": typed}, follow=True)
            assert "is current" in response.content.decode()

    @pytest.mark.parametrize("code", ["AAAAA-AAAAA", "x", "a" * 3000])
    def test_an_unknown_code_is_answered_kindly(self, client, code: str) -> None:
        response = self.check(client, code)
        assert response.status_code == 404
        assert "We do not know this code" in response.content.decode()
        assert not response.cookies

    def test_codes_cannot_be_tried_in_a_row(self, client) -> None:
        for _number in range(views.CHECKS):
            self.check(client, "AAAAAAAAAA")
        assert self.check(client, "AAAAAAAAAA").status_code == 429

    def test_nothing_is_kept_or_logged_of_who_asks(self, client, leaflet, caplog) -> None:
        with caplog.at_level(logging.DEBUG):
            response = self.check(client, leaflet.code)
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert leaflet.code not in caplog.text


class TestAddress:
    """Where leaflets lead is a setting of its own; changing it warns."""

    def test_the_setting_is_printed(self, client, page, settings) -> None:
        settings.CHECK_BASE_URL = "https://heel.example"
        html = html_of(client, page)
        assert "heel.example/check/" in html

    def test_changing_it_warns_how_many_lead_elsewhere(self, client, page, settings) -> None:
        html_of(client, page)
        assert checks.check_base_url(databases=["default"]) == []
        settings.CHECK_BASE_URL = "https://heel.example"
        (warning,) = checks.check_base_url(databases=["default"])
        assert warning.id == "leaflets.W002"
        assert "1 leaflets point to" in warning.msg
        assert warning in run_checks(databases=["default"])
