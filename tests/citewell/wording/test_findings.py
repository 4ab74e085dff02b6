"""Advertising words in the editor: shown with reason, never blocking, dismissed with one."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import ArticlePage
from citewell.findings.models import FindingsPolicy
from citewell.findings.publishing import blocking_findings
from citewell.findings.registry import REGISTRY, findings_of
from citewell.organisation.models import Organisation
from citewell.wording.models import AdvertisingRule, Dismissal
from citewell.wording.rules import add_shipped_rules
from citewell.wording.shipped import shipped_rules
from tests import factories

pytestmark = pytest.mark.django_db
CLAIM = "We cure back pain."


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


def found(page) -> list:
    return [finding for finding in findings_of(page) if finding.code == "advertising-words"]


def test_the_example_article_raises_what_a_regulator_would(shared: Path, capsys) -> None:
    factories.article_index()
    call_command("import_article", str(shared / "examples/lower-back-pain.txt"), "--json")
    key = json.loads(capsys.readouterr().out)["page_id"]
    page = ArticlePage.objects.get(pk=key).get_latest_revision_as_object()
    messages = " ".join(finding.message for finding in found(page))
    for words in (
        "heal itself",
        "live on painkillers",
        "the key to finding",
        "restore the normal alignment",
        "something is truly wrong with your",
        "most horrific conditions",
        "problems anywhere in your body",
    ):
        assert words in messages
    assert all(finding.hint for finding in found(page))


def test_a_finding_says_the_rule_why_better_words_and_leads_to_its_place() -> None:
    page = factories.article(body=[("rich_text", f"<p>Come. {CLAIM}</p>")])
    (finding,) = found(page)
    assert finding.message == "“cure” promises a cure."
    assert "CAP Code 12.6" in finding.hint
    assert "Better:" in finding.hint
    assert finding.content_path == f"body.{page.body[0].id}"


def test_texts_of_fields_blocks_and_lists_are_read_and_quotes_myths_and_donts_are_not() -> None:
    page = factories.article(
        title="A cure for backs",
        lead="We guarantee it.",
        body=[
            ("heading", {"text": "Risk-free", "level": "2"}),
            ("quote", {"text": CLAIM, "attribution": "", "source_link": ""}),
            ("myth_and_fact", {"myth": CLAIM, "fact": "<p>Time does.</p>"}),
            ("do_and_dont", {"do": ["<p>Walk.</p>"], "dont": [f"<p>{CLAIM}</p>"]}),
            ("key_facts", {"heading": "", "facts": [f"<p>{CLAIM}</p>"]}),
        ],
    )
    assert [finding.field for finding in found(page)] == ["title", "lead", "body", "body"]


def test_a_page_in_another_language_is_left_alone() -> None:
    page = factories.article(lead=CLAIM)
    page.locale = factories.locale("pl")
    assert found(page) == []


def test_it_never_blocks_whatever_the_policy_says() -> None:
    page = factories.article(lead=CLAIM)
    policy = FindingsPolicy.for_site(page.get_site())
    policy.blocking_codes = ["advertising-words"]
    policy.save()
    assert blocking_findings(page) == []
    assert "advertising-words" not in dict(REGISTRY.labels())


def test_the_country_of_the_organisation_chooses_the_rules() -> None:
    page = factories.service(summary="We offer Botox.")
    assert len(found(page)) == 1
    organisation = Organisation.for_site(page.get_site())
    organisation.address_country = "US"
    organisation.save()
    assert found(factories.service(summary="We offer Botox.")) == []


def test_rules_are_data_that_editors_change_and_switch_off() -> None:
    AdvertisingRule.objects.create(code="magic", title="promises magic", words="magic*")
    assert found(factories.article(lead="A magical method."))[0].message == (
        "“magical” promises magic."
    )
    AdvertisingRule.objects.filter(code="magic").update(is_active=False)
    assert found(factories.article(lead="A magical method.")) == []


def test_shipped_rules_are_there_and_what_editors_changed_stays() -> None:
    assert AdvertisingRule.objects.count() == len(shipped_rules())
    AdvertisingRule.objects.filter(code="fear").delete()
    AdvertisingRule.objects.filter(code="cure", country="").update(words="own words")
    assert add_shipped_rules(AdvertisingRule) == 2
    assert AdvertisingRule.objects.get(code="cure", country="").words == "own words"


def test_a_regular_expression_in_a_rule_is_refused_with_a_sentence(admin) -> None:
    rule = AdvertisingRule.objects.get(code="cure", country="")
    address = reverse("wagtailsnippets_citewell_wording_advertisingrule:edit", args=[rule.pk])
    form = {"title": "x", "code": "cure", "words": r"(\w+)*cure", "reads": "claims"}
    html = admin.post(address, form).content.decode()
    assert "is not understood" in html
    rule.refresh_from_db()
    assert rule.words != form["words"]


class TestDismissing:
    """A reason is asked for and kept; the sentence decides how long it holds."""

    def address(self, page) -> str:
        (finding,) = found(page.get_latest_revision_as_object())
        return finding.address

    @pytest.fixture
    def page(self):
        page = factories.article(lead=CLAIM)
        page.save_revision()
        return page

    def test_the_panel_offers_it(self, admin, page) -> None:
        html = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert self.address(page) in html

    def test_a_reason_is_needed_then_the_finding_is_gone(self, admin, page) -> None:
        address = self.address(page)
        assert CLAIM in admin.get(address).content.decode()
        assert admin.post(address, {"reason": " "}).status_code == 200
        assert not Dismissal.objects.exists()
        assert admin.post(address, {"reason": "A trial showed it."}).status_code == 302
        kept = Dismissal.objects.get()
        assert (kept.reason, kept.code, kept.sentence) == ("A trial showed it.", "cure", CLAIM)
        assert kept.user is not None
        assert found(ArticlePage.objects.get(pk=page.pk)) == []
        assert admin.get(address).status_code == 404

    def test_a_sentence_that_is_changed_is_looked_at_again(self, admin, page) -> None:
        admin.post(self.address(page), {"reason": "A trial showed it."})
        page = ArticlePage.objects.get(pk=page.pk)
        page.lead = "We cure all back pain."
        assert len(found(page)) == 1

    def test_who_may_not_edit_the_page_may_not_dismiss(self, client, page) -> None:
        client.force_login(factories.user())
        assert client.post(self.address(page), {"reason": "x"}).status_code == 302
        assert not Dismissal.objects.exists()

    def test_the_list_shows_reasons_and_adds_none(self, admin, page) -> None:
        admin.post(self.address(page), {"reason": "A trial showed it."})
        name = "wagtailsnippets_citewell_wording_dismissal"
        assert "A trial showed it." in admin.get(reverse(f"{name}:list")).content.decode()
        assert admin.get(reverse(f"{name}:add")).status_code == 302


def test_a_report_costs_the_same_with_one_page_and_with_thirty(admin) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            html = admin.get(reverse("findings_report_results")).content.decode()
        assert "promises a cure" in html
        return len(captured)

    factories.article(lead=CLAIM).save_revision()
    queries()
    few = queries()
    for _number in range(29):
        factories.article(lead=CLAIM).save_revision()
    assert queries() == few
