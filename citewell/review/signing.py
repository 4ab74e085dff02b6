"""Signing, withdrawing and minor changes: the rules, and the entry each makes."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, Revision

from citewell.people.bylines import Byline
from citewell.review import ledger
from citewell.review.canonical import content_hash as hash_of
from citewell.review.chain import Signer
from citewell.review.content import clinical_content, content_hash, subject_of
from citewell.review.covering import MINOR, SIGN, coverage_of, is_covered
from citewell.review.minor import refusals
from citewell.review.models import Registration, SignOff
from citewell.review.state import INTERVAL_MONTHS, refresh
from citewell.review.translations import record_check
from citewell.review.words import known_words


class CannotSign(Exception):
    """Why something was not signed, as a sentence for the person who tried."""

    @property
    def reason(self) -> str:
        """The sentence."""
        return str(self.args[0])


def sign(
    obj: Any,
    user: Any,
    *,
    statement: str,
    checklist: list[dict[str, Any]],
    risk: str,
    expected_hash: str,
    expected_original: str | None = None,
    interval_months: int | None = None,
    request: Any = None,
) -> SignOff:
    """Sign the latest draft of a page or snippet, as it was read.

    Args:
        obj: the page or snippet; what is signed is its latest revision.
        user: who signs.
        statement: what they declare, in their words.
        checklist: each question with its answer: ``{"question": …, "answer": …}``.
        risk: the level they confirm, of :class:`SignOff.Risk`.
        expected_hash: the hash of what they read.
        expected_original: of a translation, the hash of the original that they read beside it;
            None where they are not asked.
        interval_months: months until the next review; never more than the page's own.
        request: the request they signed by, where there is one; a token's is refused.

    Raises:
        CannotSign: with the reason as a sentence.
        ledger.ChainBroken: the chain has lost its end.
    """
    refuse_person(user, request)
    with transaction.atomic():
        site, draft = locked_draft(obj)
        content = clinical_content(draft)
        if hash_of(content) != expected_hash:
            raise CannotSign(
                _("The content was changed after you read it. Read what is new, then sign.")
            )
        months = interval(obj, interval_months)
        if risk not in SignOff.Risk.values:
            raise CannotSign(_("Say whether the page is of routine or of high risk."))
        if not statement.strip():
            raise CannotSign(_("Write what you declare."))
        is_own = is_own_text(draft, user)
        if is_own and not may_sign_own_text(obj):
            raise CannotSign(_("You wrote or changed this text. Somebody else has to sign it."))
        against = record_check(obj, user)
        if expected_original is not None and against != expected_original:
            raise CannotSign(
                _("The original was changed after you read it. Read what is new there, then sign.")
            )
        row = ledger.append(
            SignOff.Kind.SIGNED,
            site=site,
            subject=obj,
            content=content,
            user=user,
            signer=signer_of(user),
            role=role_of(user),
            revision_id=obj.latest_revision_id,
            statement=statement.strip(),
            answers=checklist,
            risk=risk,
            interval_months=months,
            details={
                **({"own_text": True} if is_own else {}),
                **({"original": against} if against else {}),
            },
        )
        refresh_page(obj)
    return row


def withdraw(sign_off: SignOff, user: Any, *, reason: str) -> SignOff:
    """Withdraw a sign-off: it covers nothing from now on, and stays in the chain.

    Raises:
        CannotSign: it is no valid sign-off, no reason, or not theirs to withdraw.
    """
    if not user.is_active or not user.has_perm(SIGN):
        raise CannotSign(_("You may not withdraw a sign-off."))
    if sign_off.kind != SignOff.Kind.SIGNED or not reason.strip():
        raise CannotSign(_("Name a sign-off, and why it is withdrawn."))
    subject = (sign_off.subject_type, sign_off.subject_id)
    with transaction.atomic():
        ledger.lock(sign_off.site_id)
        if sign_off.pk not in coverage_of(subject).signers:
            raise CannotSign(_("It was withdrawn already."))
        row = ledger.append(
            SignOff.Kind.WITHDRAWN,
            site=sign_off.site_id,
            user=user,
            signer=signer_of(user),
            role=role_of(user),
            subject_type=subject[0],
            subject_id=subject[1],
            content_hash=sign_off.content_hash,
            details={"sign_off": sign_off.pk, "reason": reason.strip()},
        )
        page = Page.objects.filter(pk=subject[1]).specific().first() if subject[1] else None
        if page is not None and page._meta.label_lower == subject[0]:
            refresh_page(page)
    return row


def minor_change(obj: Any, user: Any, reason: str) -> SignOff:
    """Let the latest draft keep the sign-off of the live version, where it only mends a slip.

    What may be mended: see :mod:`citewell.review.minor`. The review date does not move.

    Raises:
        CannotSign: with the first thing that a reviewer has to see.
    """
    if not user.is_active or not user.has_perm(MINOR):
        raise CannotSign(_("You may not make minor changes."))
    if not reason.strip():
        raise CannotSign(_("Write what was mended and why."))
    with transaction.atomic():
        site, draft = locked_draft(obj)
        before, content = signed_before(obj), clinical_content(draft)
        if found := refusals(before, content, known_words()):
            raise CannotSign(found[0])
        row = ledger.append(
            SignOff.Kind.MINOR,
            site=site,
            subject=obj,
            content=content,
            user=user,
            signer=signer_of(user),
            role=role_of(user),
            revision_id=obj.latest_revision_id,
            details={"before": hash_of(before), "reason": reason.strip()},
        )
        refresh_page(obj)
    return row


def locked_draft(obj: Any) -> tuple[int, Any]:
    """An object's latest draft and its site, whose chain nobody else appends to meanwhile."""
    site = ledger.site_of(obj)
    ledger.lock(site)
    obj.refresh_from_db(fields=["latest_revision"])
    return site, obj.get_latest_revision_as_object()


def signed_before(obj: Any) -> bytes:
    """The live content, which valid sign-offs have to cover."""
    live = type(obj)._base_manager.get(pk=obj.pk)
    if not live.live or not is_covered(live):
        raise CannotSign(_("The live version is not signed: a reviewer has to see this one."))
    return clinical_content(live)


def is_signed_revision(revision: Revision | None) -> bool:
    """Whether a sign-off names a revision, which must then not be overwritten."""
    return bool(revision and SignOff.objects.filter(revision=revision.pk).exists())


def refuse_person(user: Any, request: Any) -> None:
    """Refuse who may not sign at all."""
    if getattr(request, "auth", None) is not None:
        raise CannotSign(_("A program cannot sign: only a person who signed in can."))
    if not user.is_active or not user.has_perm(SIGN):
        raise CannotSign(_("You may not sign clinical content."))
    registration = Registration.objects.filter(user=user).first()
    if registration is None:
        raise CannotSign(_("Your registration has not been checked yet. Ask an administrator."))
    if not registration.is_fresh():
        raise CannotSign(
            _("Your registration was last checked more than 12 months ago. Ask an administrator.")
        )


def interval(obj: Any, months: int | None) -> int:
    """The months until the next review: the page's own, or fewer."""
    months_between = getattr(obj, "months_between_reviews", None)
    own = int(months_between()) if callable(months_between) else INTERVAL_MONTHS
    if months is None:
        return own
    if not 1 <= months <= own:
        raise CannotSign(
            _("The next review is due after 1 to %(months)d months.") % {"months": own}
        )
    return months


def may_sign_own_text(obj: Any) -> bool:
    """Whether the policy lets a clinician sign what they wrote; asked of the object itself."""
    allowed = getattr(obj, "may_sign_own_text", None)
    return bool(allowed()) if callable(allowed) else False


def is_self_checked(obj: Any, draft: Any, user: Any) -> bool:
    """Whether somebody signs what they wrote, because the section's policy lets them."""
    return may_sign_own_text(obj) and is_own_text(draft, user)


def is_own_text(draft: Any, user: Any) -> bool:
    """Whether a user is in the byline, or edited since another text was last signed."""
    named = [
        row
        for relation in draft._meta.related_objects
        if issubclass(relation.related_model, Byline) and relation.related_model.contribution
        for row in getattr(draft, relation.get_accessor_name()).all()
    ]
    if any(row.person.user_id == user.pk for row in named):
        return True
    now = content_hash(draft)
    signed = SignOff.objects.about(subject_of(draft)).filter(kind=SignOff.Kind.SIGNED)
    valid = coverage_of(subject_of(draft)).signers
    since = [row for row in signed if row.pk in valid and row.content_hash != now]
    return has_edited(draft, user, since[-1] if since else None)


def has_edited(obj: Any, user: Any, since: SignOff | None) -> bool:
    """Whether a user made a version after a sign-off, by the revisions or by the edit log.

    By revision and by time: a clock that was set back hides nothing from the former.
    """
    revisions = Revision.objects.for_instance(obj).filter(user=user)
    logged = (
        PageLogEntry.objects.filter(page=obj.pk, user=user, content_changed=True)
        if isinstance(obj, Page)
        else PageLogEntry.objects.none()
    )
    if since is not None:
        if since.revision_id:  # where there was none, every revision is a later one
            revisions = revisions.filter(pk__gt=since.revision_id)
        logged = logged.filter(timestamp__gt=since.time)
    return revisions.exists() or logged.exists()


def signer_of(user: Any) -> Signer:
    """A user as they stand now."""
    person = user.people.first()
    registration = Registration.objects.filter(user=user).first()
    return Signer(
        name=person.name if person else user.get_full_name() or user.get_username(),
        credentials=person.credentials if person else "",
        registration_body=registration.body if registration else "",
        registration_number=registration.number if registration else "",
        registration_link=registration.link if registration else "",
        registration_checked_on=registration.checked_on.isoformat() if registration else "",
    )


def role_of(user: Any) -> str:
    """What a user is at the clinic, as their profile says."""
    person = user.people.first()
    return person.role if person else ""


def refresh_page(obj: Any) -> None:
    """Derive the state anew, of a page as it is stored and of its aliases."""
    if isinstance(obj, Page):
        refresh(type(obj)._base_manager.get(pk=obj.pk))
        for alias in type(obj)._base_manager.filter(alias_of=obj.pk):
            refresh(alias)
