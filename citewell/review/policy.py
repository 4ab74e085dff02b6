"""Changing what a section asks for: by administrators, with a reason, written into the chain."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, get_page_models

from citewell.review import ledger
from citewell.review.clinical import ClinicalPage
from citewell.review.model_policy import values_of
from citewell.review.model_state import ReviewState
from citewell.review.models import SignOff, SignOffPolicy
from citewell.review.signing import role_of, signer_of

CHANGE = "citewell_review.change_signoffpolicy"


class CannotChange(Exception):
    """Why a policy was not changed, as a sentence for the person who tried."""


def change_policy(
    section: Page, mode: str, user: Any, *, reason: str, review_interval: int | None = None
) -> list[Page]:
    """Set what a page and all below it ask for before they go live.

    Args:
        section: the page; a site's home page for the whole site.
        mode: one of :class:`SignOffPolicy.Mode`.
        user: the administrator.
        reason: why, kept in the chain.
        review_interval: months until the next review of pages that say nothing else.

    Returns:
        The live pages that the new policy leaves unsigned; they stay live until somebody
        writes them again or takes them down.

    Raises:
        CannotChange: with the reason as a sentence.
        ledger.ChainBroken: the chain has lost its end.
    """
    if not user.is_active or not user.has_perm(CHANGE):
        raise CannotChange(_("Only administrators change what is to be signed."))
    if not reason.strip():
        raise CannotChange(_("Write why the policy is changed."))
    if mode not in SignOffPolicy.Mode.values:
        raise CannotChange(_("There is no such policy."))
    with transaction.atomic():
        site = ledger.site_of(section)
        ledger.lock(site)
        before = SignOffPolicy.objects.filter(section=section).first()
        after = SignOffPolicy(section_id=section.pk, mode=mode, review_interval=review_interval)
        ledger.append(
            SignOff.Kind.POLICY,
            site=site,
            subject=section,
            user=user,
            signer=signer_of(user),
            role=role_of(user),
            details={
                "before": values_of(before),
                "after": values_of(after),
                "reason": reason.strip(),
            },
        )
        after.pk = before.pk if before else None
        after.save()
    return unsigned_pages(section) if mode in SignOffPolicy.STRICT else []


def unsigned_pages(section: Page) -> list[Page]:
    """The live clinical pages in a section, in every language, that no valid sign-off covers."""
    found: list[Page] = []
    places = Page.objects.filter(translation_key=section.translation_key)
    for model in get_page_models():
        if not issubclass(model, ClinicalPage):
            continue
        for place in places:
            below = model._default_manager.descendant_of(place, inclusive=True).live()
            found += below.exclude(review_state__state=ReviewState.State.REVIEWED).order_by("path")
    return found
