"""The demo's reviewers sign its clinical pages, by the code that everybody signs by."""

from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page, Site

from citewell.people.models import Person
from citewell.review import ledger
from citewell.review.clinical import ClinicalPage
from citewell.review.content import content_hash
from citewell.review.model_checklist import Checklist
from citewell.review.models import Registration, SignOff, SignOffPolicy
from citewell.review.policy import change_policy
from citewell.review.restoring import restored
from citewell.review.sign_form import NOT_APPLICABLE
from citewell.review.signing import sign
from demo.people import PEOPLE
from demo.users import user_called

STATEMENT = "I have read this version in full. This is a demonstration, and I am invented."
REMARK = "Nobody was asked: the reviewers of the demonstration are invented."
HIGH_RISK = frozenset({"can-pain-tablets-cause-headache"})
"""Slugs of pages whose subject is a medicine; two people sign them."""


def require_sign_off(home: Page) -> None:
    """Let nothing clinical be live unsigned below the home page."""
    change_policy(
        home,
        SignOffPolicy.Mode.REQUIRED,
        user_called("admin"),
        reason="The demonstration shows what a clinic with reviewers does.",
    )


def exempt(section: Page) -> None:
    """Let nobody sign in a section of generated pages."""
    change_policy(
        section,
        SignOffPolicy.Mode.OFF,
        administrator(),
        reason="Its pages are generated for load tests and say nothing about any illness.",
    )


def administrator() -> Any:
    """The demo's administrator, else another: somebody may have removed the former."""
    users = get_user_model()._default_manager.filter(is_superuser=True, is_active=True)
    return user_called("admin") or users.first()


def start_chain_anew() -> None:
    """Say so in the chain where the anchor remembers a demo whose database is gone."""
    site = Site.objects.get(is_default_site=True)
    try:
        ledger.refuse_lost(site.pk)
    except ledger.ChainBroken:
        restored(site.pk, reason="The demonstration was loaded into an empty database.")


def register_reviewers() -> None:
    """Note the invented registrations as looked up today, so that reviewers may sign."""
    for record in PEOPLE:
        if record.user and record.is_clinician:
            Registration.objects.get_or_create(
                user=user_called(record.user),
                defaults={
                    "body": record.registration_body,
                    "number": record.registration_number,
                    "link": f"https://register.example/{record.registration_number}",
                    "checked_by": administrator(),
                    "checked_on": timezone.localdate(),
                },
            )


def name_reviewers(page: Any) -> None:
    """Put in who answers for a page and who reviews it: clinicians who did not write it."""
    if not issubclass(type(page), ClinicalPage):
        return
    page.risk_level = SignOff.Risk.HIGH if page.slug in HIGH_RISK else SignOff.Risk.ROUTINE
    wrote = {row.person_id for row in page.authors.all()} if hasattr(page, "authors") else set()
    clinicians = [
        person
        for person in Person.objects.filter(
            name__in=[record.name for record in PEOPLE], user__registration__isnull=False
        ).order_by("pk")
        if person.pk not in wrote
    ]
    needed = clinicians[: 2 if page.risk_level == SignOff.Risk.HIGH else 1]
    row = page._meta.get_field("clinical_reviewers").related_model
    page.clinical_reviewers = [row(person=person) for person in needed]
    page.content_owner = Person.objects.get(name="Owen Tully")


def sign_by_reviewers(page: Any) -> None:
    """Have everybody who is named as reviewer sign the page's latest version."""
    if not issubclass(type(page), ClinicalPage):
        return
    draft: Any = page.get_latest_revision_as_object()
    for row in draft.clinical_reviewers.all():
        sign(
            page,
            row.person.user,
            statement=STATEMENT,
            checklist=[
                {"question": question, "answer": NOT_APPLICABLE, "remark": REMARK}
                for question in Checklist.questions_for(page)
            ],
            risk=draft.risk_level,
            expected_hash=content_hash(draft),
        )
