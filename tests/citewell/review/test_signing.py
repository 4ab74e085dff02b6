"""Who may sign what, and what a signature covers."""

import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Site

from citewell.review.anchor import read
from citewell.review.content import content_hash
from citewell.review.covering import covering, is_covered
from citewell.review.erasure import erase_signer
from citewell.review.ledger import ChainBroken
from citewell.review.models import Registration, ReviewState, SignOff
from citewell.review.signing import (
    CannotSign,
    minor_change,
    withdraw,
)
from citewell.review.state import refresh
from citewell.review.triggers import lifted
from citewell.review.verification import verify
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page

pytestmark = pytest.mark.django_db


def change(page: Any, text: str, user: Any = None) -> None:
    page.lead = text
    page.save_revision(user=user)


def test_a_signature_covers_exactly_what_was_read(reviewer: Any) -> None:
    page = factories.article()
    row = sign_page(page, reviewer)
    assert covering(page) == [row]
    page.lead = "Something else."
    assert not is_covered(page)


def test_layout_and_search_texts_are_not_covered(reviewer: Any) -> None:
    page = factories.article()
    sign_page(page, reviewer)
    page.search_description = "Other words."
    page.listing_title = "Another title."
    assert is_covered(page)


def test_the_content_is_the_same_after_saving_and_in_an_alias(reviewer: Any) -> None:
    page = factories.condition(names=["Trapped nerve"])
    before = content_hash(page)
    page.save_revision().publish()
    stored = type(page).objects.get(pk=page.pk)
    assert content_hash(stored) == before
    assert content_hash(stored.get_latest_revision_as_object()) == before
    sign_page(stored, reviewer)
    alias = stored.create_alias(update_slug="alias")
    assert is_covered(alias)


def test_a_page_that_was_edited_after_it_was_read_is_not_signed(reviewer: Any) -> None:
    page = factories.article()
    read_hash = content_hash(page)
    change(page, "Changed meanwhile.")
    with pytest.raises(CannotSign, match="changed after you read it"):
        sign_page(page, reviewer, expected_hash=read_hash)
    assert not SignOff.objects.exists()


def test_nobody_signs_what_they_edited(reviewer: Any) -> None:
    page = factories.article()
    change(page, "Mine.", reviewer)
    with pytest.raises(CannotSign, match="Somebody else"):
        sign_page(page, reviewer)


def test_the_second_signature_is_not_the_authors_either(reviewer: Any) -> None:
    page = factories.article()
    author = make_reviewer()
    change(page, "The author's.", author)
    sign_page(page, reviewer, risk="high")
    with pytest.raises(CannotSign, match="Somebody else"):
        sign_page(page, author, risk="high")


def test_nobody_signs_under_their_own_name(reviewer: Any) -> None:
    page = factories.article(authors=[factories.person(user=reviewer)])
    with pytest.raises(CannotSign, match="Somebody else"):
        sign_page(page, reviewer)


def test_an_author_signs_what_others_wrote_after_the_last_signature(reviewer: Any) -> None:
    page = factories.article()
    change(page, "Mine.", reviewer)
    sign_page(page, make_reviewer())
    change(page, "Another's.", factories.user())
    assert sign_page(page, reviewer)


@pytest.mark.parametrize(("days", "allowed"), [(0, True), (360, True), (400, False), (-2, False)])
def test_a_registration_is_looked_up_every_12_months(
    reviewer: Any, days: int, allowed: bool
) -> None:
    checked = timezone.localdate() - datetime.timedelta(days=days)
    Registration.objects.update(checked_on=checked)
    page = factories.article()
    if allowed:
        assert sign_page(page, reviewer)
    else:
        with pytest.raises(CannotSign, match="12 months"):
            sign_page(page, reviewer)


def test_who_has_no_permission_or_no_registration_does_not_sign(reviewer: Any) -> None:
    page = factories.article()
    with pytest.raises(CannotSign, match="may not sign"):
        sign_page(page, factories.user())
    with pytest.raises(CannotSign, match="not been checked"):
        sign_page(page, factories.superuser())


def test_a_program_does_not_sign(reviewer: Any) -> None:
    class Request:
        auth = object()

    with pytest.raises(CannotSign, match="program"):
        sign_page(factories.article(), reviewer, request=Request())


def test_high_risk_needs_a_second_reviewer(reviewer: Any) -> None:
    page = factories.article()
    sign_page(page, reviewer, risk="high")
    assert not is_covered(page)
    sign_page(page, make_reviewer(), risk="high")
    assert is_covered(page)


def test_the_next_review_is_never_later_than_the_page_allows(reviewer: Any) -> None:
    page = factories.article()
    with pytest.raises(CannotSign, match="1 to 24 months"):
        sign_page(page, reviewer, interval_months=25)
    sign_page(page, reviewer, interval_months=6)
    state = ReviewState.objects.get(page=page.pk)
    assert state.reviewed_on == timezone.localdate()
    assert 150 < (state.next_review_due - state.reviewed_on).days < 190


def test_a_withdrawn_signature_covers_nothing_and_stays(reviewer: Any) -> None:
    page = factories.article()
    row = sign_page(page, reviewer)
    withdraw(row, reviewer, reason="A trial was retracted.")
    assert not is_covered(page)
    assert SignOff.objects.filter(pk=row.pk).exists()
    assert ReviewState.objects.get(page=page.pk).state == "never"
    with pytest.raises(CannotSign, match="already"):
        withdraw(row, reviewer, reason="Again.")


def test_the_state_follows_what_is_live(reviewer: Any) -> None:
    page = factories.article()
    assert refresh(page).state == "never"
    sign_page(page, reviewer)
    assert refresh(page).state == "reviewed"
    change(page, "Other.")
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert refresh(page).state == "changed"
    assert refresh(page).reviewed_on == timezone.localdate()


def test_a_draft_changes_nothing_of_what_readers_are_told(reviewer: Any) -> None:
    page = factories.article(lead="Walk.")
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    sign_page(page, reviewer)
    before = ReviewState.objects.values().get(page=page.pk)
    change(page, "Run.")
    assert ReviewState.objects.values().get(page=page.pk) == before
    assert before["state"] == "reviewed"


def test_an_alias_that_becomes_a_page_of_its_own_is_not_reviewed(reviewer: Any) -> None:
    page = factories.article()
    sign_page(page, reviewer)
    alias = page.create_alias(update_slug="alias")
    assert ReviewState.objects.get(page=alias.pk).state == "reviewed"
    ConvertAliasPageAction(alias).execute()
    assert ReviewState.objects.get(page=alias.pk).state == "never"


def test_a_mended_slip_keeps_the_date_and_a_dose_is_refused(reviewer: Any) -> None:
    for text in ("Walking helps.", "Walking is good."):
        sign_page(factories.article(lead=text), reviewer)
    page = factories.article(lead="Wakling for 10 minutes.")
    sign_page(page, reviewer)
    change(page, "Walking for 20 minutes.", reviewer)
    with pytest.raises(CannotSign, match="only letters"):
        minor_change(page, reviewer, "A slip.")
    change(page, "Walking for 10 minutes.", reviewer)
    row = minor_change(page, reviewer, "A slip.")
    assert row.kind == "minor"
    assert is_covered(page.get_latest_revision_as_object())


def test_an_erased_signer_is_shown_as_such_and_the_chain_verifies(reviewer: Any) -> None:
    page = factories.article()
    row = sign_page(page, reviewer)
    SignOff.objects.get().identity.as_signer()
    assert erase_signer(reviewer.pk, reason="Asked for.") == 1
    row = SignOff.objects.select_related("identity").get(pk=row.pk)
    assert str(row.identity) == "signer erased"
    assert not row.identity.name
    assert not [fault for fault in verify().faults if "anchor" not in fault]
    assert is_covered(page)


def test_a_reviewer_who_is_deleted_leaves_their_signature(reviewer: Any) -> None:
    page = factories.article()
    row = sign_page(page, reviewer)
    reviewer.delete()
    assert SignOff.objects.get(pk=row.pk).identity.name
    assert is_covered(page)


def test_a_reviewer_who_left_signs_nothing_more_and_their_signature_stays(reviewer: Any) -> None:
    page, other = factories.article(), factories.article()
    row = sign_page(page, reviewer)
    reviewer.is_active = False
    reviewer.save()
    with pytest.raises(CannotSign, match="may not sign"):
        sign_page(other, reviewer)
    with pytest.raises(CannotSign, match="may not withdraw"):
        withdraw(row, reviewer, reason="I left.")
    assert is_covered(page)
    assert not [fault for fault in verify().faults if "anchor" not in fault]


def test_a_clock_that_was_set_back_breaks_no_chain_and_hides_no_edit(
    reviewer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, author = factories.article(), make_reviewer()
    first = sign_page(page, reviewer)
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() - datetime.timedelta(days=2))
    Registration.objects.update(checked_on=timezone.localdate())
    change(page, "The author's, two days ago by the clock.", author)
    with pytest.raises(CannotSign, match="Somebody else"):
        sign_page(page, author)
    second = sign_page(page, reviewer)
    assert second.time < first.time
    assert second.number == first.number + 1
    assert not [fault for fault in verify().faults if "anchor" not in fault]
    page.get_latest_revision().publish()
    assert ReviewState.objects.get(page=page.pk).sign_off_id == second.pk


@pytest.mark.django_db(transaction=True)
def test_the_anchor_follows_the_commit_and_a_lost_end_stops_signing(
    anchor_of_its_own: Any,
) -> None:
    from django.db import connection

    from citewell.review.restoring import restored

    reviewer = make_reviewer()
    page = factories.article()
    sign_page(page, reviewer)
    last = sign_page(page, reviewer)
    site = Site.objects.get(is_default_site=True).pk
    assert read(anchor_of_its_own)[site].hash == last.hash
    assert verify().faults == []
    with lifted(connection):
        SignOff.objects.filter(pk=last.pk).delete()
        from citewell.review.models import ChainHead

        first = SignOff.objects.get()
        ChainHead.objects.update(number=first.number, hash=first.hash)
    assert any("anchor" in fault for fault in verify().faults)
    with pytest.raises(ChainBroken):
        sign_page(page, reviewer)
    restored(site, reason="The backup of Monday.")
    assert verify().faults == []
    assert sign_page(page, reviewer)
