"""The demo's clinical pages are live because its reviewers signed them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, Site

from blog.models import ArticlePage
from citewell.findings.gate import NotPublishable
from citewell.review import ledger
from citewell.review.anchor import Head, advance
from citewell.review.clinical import ClinicalPage
from citewell.review.models import ChainHead, SignOff, SignOffPolicy
from conditions.models import ConditionPage
from demo.build import load_demo
from demo.sign_off import HIGH_RISK, start_chain_anew

pytestmark = pytest.mark.django_db


def clinical_pages() -> list[ClinicalPage]:
    return [page for page in Page.objects.live().specific() if isinstance(page, ClinicalPage)]


def test_every_clinical_page_is_signed_by_somebody_who_did_not_write_it(demo) -> None:
    pages = clinical_pages()
    assert len(pages) > 25
    for page in pages:
        review = page.shown_review
        assert review.state == "reviewed", page.slug
        wrote = {row.person.name for row in page.authors.all()} if hasattr(page, "authors") else {}
        names = {signer.name for signer in review.signers}
        assert names, page.slug
        assert not names & set(wrote), page.slug
        assert not review.is_self_checked


def test_a_page_about_a_medicine_is_signed_by_two(demo) -> None:
    for page in ArticlePage.objects.filter(slug__in=HIGH_RISK):
        assert page.review.risk == SignOff.Risk.HIGH
        assert len(page.shown_review.signers) == 2


def test_what_was_signed_verifies(demo) -> None:
    end = ChainHead.objects.get()
    ledger.remember(end.site_id, Head(end.number, end.hash))  # the fixture never commits
    output = StringIO()
    call_command("verify_signoffs", stdout=output)
    assert "0 faults" in output.getvalue()


def test_a_changed_dose_does_not_go_live(demo) -> None:
    page = ConditionPage.objects.get(slug="sciatica")
    page.summary += " Take 5 tablets."
    with pytest.raises(NotPublishable):
        page.save_revision().publish()
    assert "5 tablets" not in Client().get("/conditions/sciatica/").content.decode()


def test_generated_pages_need_no_signature(demo) -> None:
    load_demo(generated=3)
    pages = ConditionPage.objects.filter(slug__startswith="generated-")
    assert {SignOffPolicy.mode_of(page) for page in pages} == {SignOffPolicy.Mode.OFF}
    assert pages.live().count() == 3


def test_a_demo_in_an_emptied_database_says_so_in_its_chain(
    demo, anchor_of_its_own: Path, django_capture_on_commit_callbacks
) -> None:
    site = Site.objects.get(is_default_site=True).pk
    advance(anchor_of_its_own, site, Head(4_000, "f" * 64))
    with pytest.raises(ledger.ChainBroken):
        ledger.refuse_lost(site)
    with django_capture_on_commit_callbacks(execute=True):
        start_chain_anew()
    newest = SignOff.objects.order_by("number").last()
    assert newest.kind == SignOff.Kind.RESTORED
    assert newest.details["lost_to"] == 4_000
    ledger.refuse_lost(site)
