"""Every road of docs/review-roads.md, walked under real policies with real sign-offs."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from blog.models import ArticlePage
from citewell.findings.gate import NotPublishable
from citewell.review.policy import change_policy
from citewell.review.verification import verify
from tests import factories
from tests.citewell.findings import test_roads as roads
from tests.citewell.review.conftest import make_reviewer, sign_page

pytestmark = pytest.mark.django_db

NEVER = "No clinical reviewer has signed it."
CHANGED = "It was changed after it was signed: a clinical reviewer has to sign it again."
OF_THE_LIVE_TEXT = {roads.alias, roads.translation_alias, roads.move}
"""Roads on which what is live already comes to stand elsewhere: its own sign-off covers it."""
OF_A_NEW_PAGE = {roads.create, roads.copy_form, roads.copy, roads.convert_alias}
"""Roads that make a page nobody can have signed yet: live only where nobody has to sign."""


def page_with(signed: set[str]) -> Any:
    """A live article with another draft, of which reviewers signed what is asked for."""
    reviewer = make_reviewer()
    page = factories.article(lead=roads.OLD, slug="page")
    page.save_revision().publish()
    for lead in (roads.OLD, roads.NEW):
        page.lead = lead
        page.save_revision()
        if lead in signed:
            sign_page(page, reviewer)
    return ArticlePage.objects.get(pk=page.pk)


def set_policy(walk: roads.Walk, mode: str) -> None:
    """The policy of the section that the walk leads to."""
    section = roads.strict_section() if walk is roads.move else factories.article_index()
    change_policy(section, mode, factories.superuser(), reason="The board said so.")


def faults() -> list[str]:
    """What verification finds, but for the anchor: a test's transaction is never committed."""
    return [fault for fault in verify().faults if "anchor" not in fault]


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(factories.superuser())
    return client


@pytest.mark.parametrize("walk", roads.ROADS, ids=lambda walk: walk.__name__)
def test_what_reviewers_signed_goes_live(walk: roads.Walk, admin: Client) -> None:
    needed = {roads.OLD} if walk in OF_THE_LIVE_TEXT else {roads.OLD, roads.NEW}
    page = page_with(needed)
    set_policy(walk, "off" if walk in OF_A_NEW_PAGE else "required")
    assert walk(page, admin)
    assert not [fault for fault in faults() if "not what was signed" in fault]


@pytest.mark.parametrize("walk", roads.ROADS, ids=lambda walk: walk.__name__)
def test_what_nobody_signed_does_not_and_nothing_is_lost(
    walk: roads.Walk, admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = set() if walk in OF_THE_LIVE_TEXT else {roads.OLD}
    reason = NEVER if walk in OF_THE_LIVE_TEXT | OF_A_NEW_PAGE else CHANGED
    monkeypatch.setattr(roads, "REASON", reason)
    page = page_with(needed)
    set_policy(walk, "required")
    place = Page.objects.get(pk=page.pk).path
    with pytest.raises(NotPublishable) as refused:
        walk(page, admin)
    assert refused.value.reasons == [reason]
    assert not ArticlePage.objects.filter(live=True, lead=roads.NEW).exists()
    assert not Page.objects.filter(slug="other", live=True).exists()
    kept = ArticlePage.objects.get(pk=page.pk)
    assert (kept.path, kept.get_latest_revision_as_object().lead) == (place, roads.NEW)
    if needed:
        assert faults() == []
