"""Reporting an error and saying whether a page was useful: taken from readers, never about them."""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from citewell.findings.registry import REGISTRY
from citewell.review import board
from feedback import sending
from feedback.handling import CannotClose, close, erase_closed
from feedback.models import ErrorReport, UsefulCount
from tests import factories

pytestmark = pytest.mark.django_db
HERE = {"Sec-Fetch-Site": "same-origin"}
TEXT = "The second paragraph says 20 mg; the leaflet says 10."


@pytest.fixture
def page():
    page = factories.article()
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def report(client, page, text=TEXT, headers=HERE, **fields):
    address = reverse("feedback_report", args=[page.pk])
    return client.post(address, {"text": text, **fields}, headers=headers)


def vote(client, page, answer, headers=HERE):
    address = reverse("feedback_useful", args=[page.pk])
    return client.post(address, {"answer": answer}, headers=headers)


class TestReporting:
    """What is taken and what is refused; nothing typed is lost."""

    def test_every_page_leads_to_the_form_and_asks_whether_it_was_useful(
        self, client, page
    ) -> None:
        html = client.get(page.get_url()).content.decode()
        assert reverse("feedback_report", args=[page.pk]) in html
        assert reverse("feedback_useful", args=[page.pk]) in html

    def test_the_form_says_not_to_write_about_ones_own_health(self, client, page) -> None:
        html = client.get(reverse("feedback_report", args=[page.pk])).content.decode()
        assert "nothing about your own health" in html

    def test_a_report_is_kept_with_its_version_and_nothing_of_the_sender(self, page) -> None:
        client = Client(enforce_csrf_checks=True)
        response = report(client, page)
        assert response.status_code == 201
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]
        row = ErrorReport.objects.get()
        assert (row.page_id, row.revision, row.text) == (page.pk, page.live_revision_id, TEXT)
        fields = {field.name for field in ErrorReport._meta.fields}
        assert not {name for name in fields if "address" in name or "ip" in name.split("_")}
        assert reverse("feedback_answer", args=[row.code]) in response.content.decode()

    @pytest.mark.parametrize(
        "headers",
        [{}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
         {"Origin": "https://elsewhere.example"}, {"Origin": "null"},
         {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}],
    )  # fmt: skip
    def test_what_another_site_sends_is_not_taken_and_not_lost(self, client, page, headers) -> None:
        response = report(client, page, headers=headers)
        assert response.status_code == 403
        assert TEXT in response.content.decode()
        assert not ErrorReport.objects.exists()

    def test_a_browser_that_sends_its_origin_alone_is_fine(self, client, page) -> None:
        assert report(client, page, headers={"Origin": "http://testserver"}).status_code == 201

    def test_a_megabyte_is_answered_with_a_sentence_and_comes_back_whole(
        self, client, page
    ) -> None:
        long = "word " * 200_000 + "end"
        response = report(client, page, long)
        assert response.status_code == 400
        html = response.content.decode()
        assert "at most 2000 characters" in html
        assert "word end</textarea>" in html

    def test_nothing_written_is_asked_for(self, client, page) -> None:
        assert "Write what is wrong." in report(client, page, "  ").content.decode()

    def test_a_machine_is_thanked_and_forgotten(self, client, page) -> None:
        assert report(client, page, website="https://spam.example").status_code == 200
        assert not ErrorReport.objects.exists()

    def test_the_sixth_in_an_hour_is_asked_to_wait(self, client, page) -> None:
        for _number in range(sending.REPORTS):
            assert report(client, page).status_code == 201
        response = report(client, page)
        assert response.status_code == 429
        assert TEXT in response.content.decode()
        other = {**HERE, "X-Forwarded-For": "203.0.113.9"}
        assert report(client, page, headers=other).status_code == 201

    def test_a_proxy_that_nobody_trusts_tells_nothing(self, client, page, settings) -> None:
        settings.TRUSTED_PROXIES = ()
        for number in range(sending.REPORTS + 1):
            headers = {**HERE, "X-Forwarded-For": f"203.0.113.{number}"}
            status = report(client, page, headers=headers).status_code
        assert status == 429

    def test_more_than_anybody_can_read_are_not_taken(self, client, page, monkeypatch) -> None:
        monkeypatch.setattr(sending, "MOST_OPEN", 1)
        assert report(client, page).status_code == 201
        assert report(client, page).status_code == 503

    def test_a_page_that_is_not_public_takes_none(self, client) -> None:
        draft = factories.article(live=False)
        assert report(client, draft).status_code == 404
        assert client.get(reverse("feedback_report", args=[draft.pk])).status_code == 404

    def test_markup_in_a_report_is_text(self, client, page) -> None:
        report(client, page, "<script>alert(1)</script>")
        client.force_login(factories.superuser())
        address = reverse("feedback_handle", args=[ErrorReport.objects.get().pk])
        assert "<script>alert(1)" not in client.get(address).content.decode()


class TestHandling:
    """Judged, corrected, answered, closed, erased."""

    @pytest.fixture
    def row(self, client, page):
        report(client, page)
        return ErrorReport.objects.get()

    def test_it_is_on_the_board_until_it_is_closed(self, row, page) -> None:
        user = factories.superuser()
        heaps = {heap.code: heap for heap in board.heaps(user)}
        pages = board.clinical_pages(user)
        assert list(pages.filter(heaps["reported"].pages)) == [page.page_ptr]
        row.verdict, row.answer = "wrong", "It is right: see reference 3."
        close(row, user)
        assert list(pages.filter(heaps["reported"].pages)) == []

    def test_it_is_not_closed_before_all_is_done(self, row) -> None:
        user = factories.superuser()
        with pytest.raises(CannotClose, match="Judge"):
            close(row, user)
        row.verdict = "right"
        with pytest.raises(CannotClose, match="corrected"):
            close(row, user)
        row.is_corrected = True
        with pytest.raises(CannotClose, match="answer"):
            close(row, user)
        row.refresh_from_db()
        assert row.text == TEXT

    def test_closing_erases_the_words_and_the_sender_reads_the_answer(self, client, row) -> None:
        address = reverse("feedback_answer", args=[row.code])
        assert "being dealt with" in Client().get(address).content.decode()
        client.force_login(factories.superuser())
        given = {"verdict": "right", "is_corrected": "on", "answer": "Mended.", "close": "1"}
        assert client.post(reverse("feedback_handle", args=[row.pk]), given).status_code == 302
        row.refresh_from_db()
        assert row.text == ""
        html = Client().get(address).content.decode()
        assert "You were right" in html
        assert "Mended." in html

    def test_the_row_goes_thirty_days_later(self, row, capsys) -> None:
        row.verdict, row.answer = "wrong", "No."
        close(row, factories.superuser())
        assert erase_closed() == 0
        row.closed_on = timezone.localdate() - datetime.timedelta(days=31)
        row.save()
        call_command("erase_feedback")
        assert "1 reports erased." in capsys.readouterr().out
        assert not ErrorReport.objects.exists()

    def test_a_code_that_leads_nowhere_is_answered_kindly(self, client, row) -> None:
        response = client.get(reverse("feedback_answer", args=["nothing"]))
        assert response.status_code == 404
        assert "not quite right" in response.content.decode()
        assert client.get(reverse("feedback_answer", args=[row.code.upper()])).status_code == 200

    def test_looking_up_codes_in_a_row_is_slowed(self, client) -> None:
        for _number in range(sending.LOOKS):
            client.get(reverse("feedback_answer", args=["nothing"]))
        assert client.get(reverse("feedback_answer", args=["nothing"])).status_code == 429

    def test_reports_are_for_those_who_may_handle_them(self, client, row) -> None:
        client.force_login(factories.user())
        for name, args in (("feedback_reports", []), ("feedback_handle", [row.pk])):
            assert client.get(reverse(name, args=args)).status_code in (302, 403)
        client.force_login(factories.superuser())
        html = client.get(reverse("feedback_reports")).content.decode()
        assert "to be judged" in html


class TestUseful:
    """Yes, no, a reason of a list; counted by version."""

    def test_answers_are_counted_for_the_live_version(self, client, page) -> None:
        for answer in ("yes", "yes", "no"):
            response = vote(client, page, answer)
            assert response.status_code == 200
            assert not response.cookies
        assert "Why not?" in response.content.decode()
        vote(client, page, "hard")
        rows = UsefulCount.objects.values_list("revision", "answer", "count")
        assert set(rows) == {
            (page.live_revision_id, "yes", 2),
            (page.live_revision_id, "no", 1),
            (page.live_revision_id, "hard", 1),
        }
        page.save_revision().publish()
        page.refresh_from_db()
        vote(client, page, "yes")
        assert UsefulCount.objects.filter(answer="yes").count() == 2
        assert any("Yes: 1." in fact for fact in REGISTRY.facts_of(page))

    def test_words_of_ones_own_are_no_answer(self, client, page) -> None:
        assert vote(client, page, "my back hurts").status_code == 400
        assert not UsefulCount.objects.exists()

    def test_what_another_site_sends_is_not_counted(self, client, page) -> None:
        assert vote(client, page, "yes", headers={}).status_code == 403
        assert not UsefulCount.objects.exists()

    def test_the_list_shows_counts(self, client, page) -> None:
        vote(client, page, "outdated")
        client.force_login(factories.superuser())
        html = client.get(reverse("feedback_useful_counts")).content.decode()
        assert "It seems out of date" in html
