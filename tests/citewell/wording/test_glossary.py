"""Terms readers see: only what is signed, as it was signed, at no query."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from citewell.findings.registry import REGISTRY, findings_of
from citewell.organisation.models import Organisation
from citewell.review.content import content_hash
from citewell.review.models import Registration
from citewell.review.signing import CannotSign, sign, withdraw
from citewell.review.verification import verify
from citewell.wording.models import GlossaryTerm, WordingTarget
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    user = factories.superuser()
    Registration.objects.create(
        user=user, body="Example Council", number="1", link="https://register.example/1",
        checked_on=timezone.localdate(),
    )  # fmt: skip
    return user


@pytest.fixture
def term():
    home = factories.home()
    Organisation.for_site(home.get_site()).save()
    term = GlossaryTerm.objects.create(
        term="disc", forms="discs\nslipped disc", definition="A cushion between two bones.",
        locale=home.locale,
    )  # fmt: skip
    term.save_revision()
    return term


def signed(term, reviewer):
    draft = term.get_latest_revision_as_object()
    row = sign(
        term, reviewer, statement="Right.", checklist=[], risk="routine",
        expected_hash=content_hash(draft),
    )  # fmt: skip
    term.refresh_from_db()
    return row


def article():
    return factories.article(
        body=[
            ("heading", {"text": "Discs", "level": "2"}),
            ("rich_text", "<p>Discs and discs.</p>"),
        ]
    )


def html_of(client, page) -> str:
    return client.get(page.get_url()).content.decode()


def test_readers_see_a_term_once_it_is_signed(client, term, reviewer) -> None:
    page = article()
    assert "popovertarget" not in html_of(client, page)
    signed(term, reviewer)
    html = html_of(client, page)
    assert html.count("popovertarget") == 1
    assert "popover data-not-in-copies>A cushion between two bones.</span>" in html


def test_a_condition_has_one_definition_over_all_its_aspects(client, term, reviewer) -> None:
    signed(term, reviewer)
    body = [("rich_text", "<p>A disc.</p>")]
    page = factories.condition(aspects=[("causes", body), ("symptoms", body)])
    assert html_of(client, page).count("popovertarget") == 1


def test_a_change_is_shown_after_it_is_signed_too(client, term, reviewer) -> None:
    signed(term, reviewer)
    page = article()
    term.definition = "Something else."
    term.save()
    term.save_revision()
    assert "A cushion" in html_of(client, page)
    assert str(term.state()) == "changed: readers see what was signed"
    signed(term, reviewer)
    assert "Something else." in html_of(client, page)


def test_a_definition_put_in_by_sql_is_found(client, term, reviewer) -> None:
    signed(term, reviewer)
    assert not [fault for fault in verify().faults if "disc" in fault]
    GlossaryTerm.objects.filter(pk=term.pk).update(shown={**term.shown, "definition": "Cured."})
    assert [fault for fault in verify().faults if fault.endswith("what was not signed.")]


def test_a_withdrawn_term_is_gone(client, term, reviewer) -> None:
    withdraw(signed(term, reviewer), reviewer, reason="Wrong.")
    assert "popovertarget" not in html_of(client, article())


def test_a_deleted_term_is_gone(client, term, reviewer) -> None:
    signed(term, reviewer)
    page = article()
    assert "popovertarget" in html_of(client, page)
    GlossaryTerm.objects.get(pk=term.pk).delete()
    assert "popovertarget" not in html_of(client, page)


def test_who_wrote_a_term_does_not_sign_it(term, reviewer) -> None:
    term.save_revision(user=reviewer)
    with pytest.raises(CannotSign, match="Somebody else"):
        signed(term, reviewer)


def test_a_page_asks_not_one_query_more_with_terms(client, term, reviewer) -> None:
    page = article()

    def queries() -> int:
        html_of(client, page)
        with CaptureQueriesContext(connection) as captured:
            html_of(client, page)
        return len(captured)

    before = queries()
    signed(term, reviewer)
    assert queries() == before


def test_the_reviewer_signs_in_the_admin(client, term, reviewer) -> None:
    client.force_login(reviewer)
    listed = client.get(reverse("wagtailsnippets_citewell_wording_glossaryterm:list"))
    address = reverse("wording_sign_term", args=[term.pk])
    assert address in listed.content.decode()
    form = client.get(address).context["form"]
    given = {
        "was_read": form["was_read"].value(), "risk": "routine", "interval_months": "12",
        "statement": "I read it.", "confirmed": "wrong",
    }  # fmt: skip
    assert "Nothing was signed" in client.post(address, given).content.decode()
    assert client.post(address, {**given, "confirmed": "secret"}).status_code == 302
    term.refresh_from_db()
    assert term.shown["term"] == "disc"
    assert str(term.state()) == "signed"


def test_the_form_is_for_those_who_may_sign(client, term) -> None:
    client.force_login(factories.user())
    assert client.get(reverse("wording_sign_term", args=[term.pk])).status_code == 302


class TestPlainWordsBesideThePage:
    """Hints in the findings panel: one score, sentences, hard words; English alone."""

    TEXT = "Sciatica is pain along the nerve. It was seen in many studies. Analgesia helps. " * 12

    def test_the_panel_shows_one_reading_age_and_the_hints(self, client) -> None:
        client.force_login(factories.superuser())
        page = factories.article(body=[("rich_text", f"<p>{self.TEXT}</p>")])
        html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert html.count("data-fact>Reading age: about") == 1
        assert "citewell/wording/editor.css" in html
        found = {finding.code: finding.message for finding in findings_of(page)}
        assert "was seen" in found["passive-voice"]
        assert "pain relief" in found["jargon"]
        assert not {"passive-voice", "jargon", "long-sentences"} & dict(REGISTRY.labels()).keys()

    def test_the_target_is_the_sites(self) -> None:
        page = factories.article(body=[("rich_text", f"<p>{self.TEXT}</p>")])
        assert any("11" in fact for fact in REGISTRY.facts_of(page))
        target = WordingTarget.for_site(page.get_site())
        target.reading_age, target.own_words = 7, "nerve = cord"
        target.save()
        page = type(page).objects.get(pk=page.pk)
        assert any(
            "target of 7" in fact or "target is 7" in fact for fact in REGISTRY.facts_of(page)
        )
        assert any("cord" in finding.message for finding in findings_of(page))

    def test_an_explained_term_is_no_hard_word(self, term, reviewer) -> None:
        GlossaryTerm.objects.filter(pk=term.pk).update(
            shown={"term": "analgesia", "forms": "", "definition": "Pain relief."}
        )
        page = factories.article(lead="Analgesia helps.")
        assert "jargon" not in {finding.code for finding in findings_of(page)}

    def test_other_languages_have_none(self) -> None:
        page = factories.article(body=[("rich_text", f"<p>{self.TEXT}</p>")])
        page.locale = factories.locale("pl")
        assert REGISTRY.facts_of(page) == []
        assert {finding.code for finding in findings_of(page)} <= {"section-uncited"}
