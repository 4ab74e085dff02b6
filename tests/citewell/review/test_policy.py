"""What a section asks for, who changes it, and what keeps a page from being live."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.checks import run_checks

from citewell.findings.gate import NotPublishable, reasons_against
from citewell.review.checks import check_policy
from citewell.review.models import SignOff, SignOffPolicy
from citewell.review.policy import CannotChange, change_policy, unsigned_pages
from citewell.review.verification import verify
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page

pytestmark = pytest.mark.django_db


def set_policy(section: Any, mode: str, **fields: Any) -> list[Any]:
    return change_policy(
        section, mode, factories.superuser(), reason="The board said so.", **fields
    )


def test_without_a_policy_nothing_is_kept_back() -> None:
    assert SignOffPolicy.mode_of(factories.article()) == "warn"
    assert reasons_against(factories.article()) == []


def test_the_nearest_section_says_what_holds() -> None:
    article, condition = factories.article(), factories.condition()
    set_policy(factories.home(), "required")
    set_policy(factories.article_index(), "off")
    assert SignOffPolicy.mode_of(article) == "off"
    assert SignOffPolicy.mode_of(condition) == "required"


def test_a_translation_of_a_section_has_its_policy() -> None:
    page = factories.article()
    set_policy(factories.article_index(), "required")
    translated = page.copy_for_translation(factories.locale("pl"), copy_parents=True)
    assert SignOffPolicy.mode_of(translated) == "required"
    assert reasons_against(translated) == ["No clinical reviewer has signed it."]


def test_another_site_has_a_policy_of_its_own() -> None:
    set_policy(factories.home(), "required")
    other = factories.second_site().root_page
    assert SignOffPolicy.mode_of(other) == "warn"


@pytest.mark.parametrize("role", ["Author", "Editor", "Clinical reviewer", "Publisher"])
def test_nobody_but_administrators_changes_a_policy(role: str) -> None:
    user = factories.user()
    user.groups.add(Group.objects.get(name=role))
    with pytest.raises(CannotChange, match="Only administrators"):
        change_policy(factories.home(), "off", user, reason="Because.")
    user.groups.add(Group.objects.get(name="Administrator"))
    user = type(user).objects.get(pk=user.pk)
    assert change_policy(factories.home(), "off", user, reason="Because.") == []


def test_a_change_needs_a_reason_and_stands_in_the_chain() -> None:
    with pytest.raises(CannotChange, match="Write why"):
        change_policy(factories.home(), "off", factories.superuser(), reason=" ")
    set_policy(factories.home(), "required")
    set_policy(factories.home(), "warn", review_interval=12)
    first, second = SignOff.objects.order_by("number")
    assert first.details["before"] is None
    assert second.details["before"]["mode"] == "required"
    assert second.details["after"] == {"mode": "warn", "review_interval": 12}


def faults() -> list[str]:
    """What verification finds, but for the anchor: a test's transaction is never committed."""
    return [fault for fault in verify().faults if "anchor" not in fault]


@pytest.mark.parametrize(
    ("tamper", "fault"),
    [
        (lambda rows: rows.update(mode="off"), "is not what entry 2 set"),
        (lambda rows: rows.update(review_interval=60), "is not what entry 2 set"),
        (lambda rows: rows.all().delete(), "which entry 2 set, is gone"),
        (
            lambda rows: rows.create(section=factories.article_index(), mode="off"),
            "no entry of the chain sets it",
        ),
    ],
)
def test_a_policy_that_was_loosened_past_the_chain_is_found(tamper: Any, fault: str) -> None:
    set_policy(factories.home(), "warn")
    set_policy(factories.home(), "required", review_interval=12)
    assert faults() == []
    tamper(SignOffPolicy.objects)
    [found] = faults()
    assert fault in found


def test_a_section_that_is_deleted_takes_its_policy_along() -> None:
    set_policy(factories.article_index(), "required")
    factories.article_index().delete()
    assert faults() == []


def test_tightening_names_the_live_pages_it_leaves_unsigned(reviewer: Any) -> None:
    signed, unsigned = factories.article(), factories.condition()
    factories.article(live=False)
    sign_page(signed, reviewer)
    assert set_policy(factories.home(), "required") == [unsigned]
    assert unsigned_pages(factories.article_index()) == []


def test_required_lets_pass_what_is_signed_as_it_stands(reviewer: Any) -> None:
    page = factories.article(live=False)
    set_policy(factories.home(), "required")
    with pytest.raises(NotPublishable, match="No clinical reviewer"):
        page.save_revision().publish()
    sign_page(page, reviewer)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.live
    page.lead = "Another text."
    with pytest.raises(NotPublishable, match="changed after it was signed"):
        page.save_revision().publish()


def test_high_risk_waits_for_a_second_reviewer(reviewer: Any) -> None:
    page = factories.article(live=False, risk_level="high")
    set_policy(factories.home(), "required")
    sign_page(page, reviewer, risk="high")
    with pytest.raises(NotPublishable, match="second clinical reviewer"):
        page.save_revision().publish()
    sign_page(page, make_reviewer(), risk="high")
    page.save_revision().publish()


def test_a_clinic_of_one_signs_its_own_and_the_page_knows(reviewer: Any) -> None:
    page = factories.article(authors=[factories.person(user=reviewer)], live=False)
    set_policy(factories.home(), "self-checked")
    sign_page(page, reviewer)
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    assert page.live
    assert page.review.is_self_checked
    assert page.shown_review.is_self_checked  # readers are told


def test_where_clinicians_sign_their_own_no_page_of_high_risk_is_live(reviewer: Any) -> None:
    page = factories.article(live=False)
    set_policy(factories.home(), "self-checked")
    for user in (reviewer, make_reviewer()):
        sign_page(page, user, risk="high")
    with pytest.raises(NotPublishable, match="high risk"):
        page.save_revision().publish()


def test_a_move_under_a_stricter_policy_needs_a_sign_off(reviewer: Any) -> None:
    page = factories.article()
    strict = factories.add_page(
        type(factories.article_index()), factories.home(), title="Strict", slug="strict"
    )
    set_policy(strict, "required")
    with pytest.raises(NotPublishable):
        page.move(strict, pos="last-child")
    page.refresh_from_db()
    assert not page.is_descendant_of(strict)
    sign_page(page, reviewer)
    page.move(strict, pos="last-child")


def test_a_sections_months_hold_for_pages_that_say_nothing(reviewer: Any) -> None:
    page, own = factories.article(), factories.article(review_interval=36)
    set_policy(factories.home(), "warn", review_interval=12)
    assert sign_page(page, reviewer).interval_months == 12
    assert sign_page(own, reviewer).interval_months == 36


def test_a_site_without_a_policy_is_named_once_it_has_clinical_pages() -> None:
    def warned() -> bool:
        return any(
            found.id == "citewell_review.W001" for found in check_policy(databases=["default"])
        )

    assert not warned()
    factories.article()
    assert warned()
    set_policy(factories.home(), "off")
    assert not warned()
    assert run_checks(tags=["database"], databases=[]) == []
