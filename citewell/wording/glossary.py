"""The signed terms of a language for readers and checks, and deriving them from the chain."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest

from citewell.organisation.furniture import furniture
from citewell.organisation.signals import renew_stamps
from citewell.review.canonical import read
from citewell.review.content import subject_of
from citewell.review.covering import coverage_of
from citewell.review.models import SignedContent, SignOff
from citewell.review.verification import SHOWN_COPIES
from citewell.wording.marking import Glossary
from citewell.wording.models import GlossaryTerm

_kept: dict[int, tuple[Any, Glossary]] = {}
"""By locale: the organisation's stamp with which the terms were read, and the terms.

Whatever changes a term renews the stamps, which every page asks for anyway; so no process
shows an old definition and no page asks one query more.
"""


def glossary_for(request: HttpRequest, locale_id: int) -> Glossary:
    """The signed terms of a language."""
    found = furniture(request)
    stamp = found.rows.stamp if found else None
    if stamp is None:
        return read_glossary(locale_id)
    kept = _kept.get(locale_id)
    if kept is None or kept[0] != stamp:
        kept = _kept[locale_id] = (stamp, read_glossary(locale_id))
    return kept[1]


def read_glossary(locale_id: int) -> Glossary:
    """The same from the database; one query."""
    rows = GlossaryTerm.objects.filter(locale=locale_id).exclude(shown={})
    return Glossary([term for row in rows if (term := row.shown_term())])


def signed_content(term: GlossaryTerm) -> dict[str, str]:
    """What the newest valid sign-off covers; empty where there is none."""
    key = coverage_of(subject_of(term)).last
    if key is None:
        return {}
    row = SignOff.objects.get(pk=key)
    content = dict(read(SignedContent.objects.get(pk=row.content_hash).content).content)
    return {name: "".join(map(str, content.get(name, []))) for name in term.clinical_fields}


def shows_what_was_signed(term: GlossaryTerm) -> bool:
    """Whether readers see what the chain has."""
    return bool(term.shown == signed_content(term))


def refresh_term(term: GlossaryTerm) -> None:
    """Show readers what was signed last."""
    shown = signed_content(term)
    if shown != term.shown:
        GlossaryTerm.objects.filter(pk=term.pk).update(shown=shown)
        term.shown = shown
    renew_stamps()


def _after_entry(sender: type, instance: SignOff, **kwargs: Any) -> None:
    if instance.subject_type != GlossaryTerm._meta.label_lower:
        return
    term = GlossaryTerm.objects.filter(pk=instance.subject_id).first()
    if term is not None:
        refresh_term(term)


def _after_change(sender: type, **kwargs: Any) -> None:
    renew_stamps()


def connect() -> None:
    """Follow the chain and the terms; let ``verify_signoffs`` look at them."""
    SHOWN_COPIES[GlossaryTerm] = shows_what_was_signed
    post_save.connect(_after_entry, sender=SignOff, dispatch_uid="wording_sign_off")
    for signal in (post_save, post_delete):
        signal.connect(_after_change, sender=GlossaryTerm, dispatch_uid="wording_term")
