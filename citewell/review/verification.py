"""Walks every chain and every live page and says what does not agree; memory stays flat."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from citewell.review import anchor, triggers
from citewell.review.chain import START, Fault, broken, commitment
from citewell.review.content import content_hash, subject_of
from citewell.review.coverage import coverage
from citewell.review.ledger import anchor_path
from citewell.review.model_chain import entries_of
from citewell.review.model_policy import values_of
from citewell.review.models import (
    ChainHead,
    ReviewState,
    SignedContent,
    SignerIdentity,
    SignOff,
    SignOffPolicy,
)
from citewell.review.state import state_of

CHUNK = 500


@dataclass
class Report:
    """What was walked, and all that is wrong; whole where ``faults`` is empty.

    Attributes:
        entries: how many entries of chains were checked.
        subjects: how many live pages and snippets were compared.
        faults: where something is wrong, and what, in sentences.
    """

    entries: int = 0
    subjects: int = 0
    faults: list[str] = field(default_factory=list)


def verify() -> Report:
    """Check everything that was signed; see the module."""
    report = Report()
    for table, name in triggers.missing(connection):
        report.faults.append(f"The trigger {name} on {table} is not there.")
    report.faults.extend(fault_line(fault) for fault in check_chains(report))
    report.faults.extend(check_contents())
    report.faults.extend(check_signers())
    report.faults.extend(check_policies())
    report.faults.extend(check_live(report))
    return report


def fault_line(fault: Fault) -> str:
    """A fault with its place."""
    return f"Site {fault.site}, entry {fault.number}: {fault.message}"


def check_chains(report: Report) -> Iterator[Fault]:
    """Every site's chain from its start to its end, and its end against what remembers it."""
    ends: dict[int, anchor.Head] = {}

    def links(rows: Iterator[SignOff]) -> Iterator[Any]:
        for row in rows:
            report.entries += 1
            ends[row.site_id] = anchor.Head(row.number, row.hash)
            yield row.as_link()

    rows = SignOff.objects.order_by("site", "number").iterator(chunk_size=CHUNK)
    for _site, group in groupby(rows, key=lambda row: row.site_id):
        yield from broken(links(group))
    yield from check_ends(ends)


def check_ends(ends: dict[int, anchor.Head]) -> Iterator[Fault]:
    """The end of each chain against the database's own note and the anchor outside it."""
    nothing = anchor.Head(0, START)
    for head in ChainHead.objects.all():
        end = ends.get(head.site_id, nothing)
        if (head.number, head.hash) != (end.number, end.hash):
            yield Fault(head.site_id, end.number, f"The chain should end with entry {head.number}.")
    noted = set(ChainHead.objects.values_list("site", flat=True))
    for site in ends.keys() - noted:
        yield Fault(site, ends[site].number, "The note of where this chain ends is gone.")
    path = anchor_path()
    if path is None:
        return
    try:
        known = anchor.read(path)
    except ValueError as error:
        yield Fault(0, 0, str(error))
        return
    for site, anchored in known.items():
        if not SignOff.objects.filter(
            site=site, number=anchored.number, hash=anchored.hash
        ).exists():
            yield Fault(
                site,
                ends.get(site, nothing).number,
                f"The anchor outside the database remembers entry {anchored.number}, which is "
                "gone or another one. After restoring a backup, append a restored entry.",
            )
    for site in ends.keys() - known.keys():
        yield Fault(site, ends[site].number, "The anchor outside the database knows no such chain.")


def check_contents() -> Iterator[str]:
    """Each signed content against its hash, and each hash for its content."""
    for row in SignedContent.objects.iterator(chunk_size=CHUNK):
        try:
            is_same = hashlib.sha256(row.content).hexdigest() == row.hash
        except zlib.error:
            is_same = False
        if not is_same:
            yield f"Signed content {row.hash[:12]}…: it was altered."
    kept = SignedContent.objects.filter(pk=OuterRef("content_hash"))
    signed = SignOff.objects.filter(kind__in=[SignOff.Kind.SIGNED, SignOff.Kind.MINOR])
    for entry in signed.filter(~Exists(kept)).iterator(chunk_size=CHUNK):
        yield f"Site {entry.site_id}, entry {entry.number}: what was signed is gone."


def check_signers() -> Iterator[str]:
    """Each signer against their commitment; who is erased, against the entry that says so."""
    erased = {
        key
        for row in SignOff.objects.filter(kind=SignOff.Kind.ERASED).iterator(chunk_size=CHUNK)
        for key in row.details.get("commitments", [])
    }
    for identity in SignerIdentity.objects.iterator(chunk_size=CHUNK):
        if identity.is_erased:
            if identity.pk not in erased:
                yield f"Signer {identity.pk[:12]}…: erased, but no entry says so."
        elif commitment(identity.as_signer(), identity.salt) != identity.pk:
            yield f"Signer {identity.pk[:12]}…: the name or registration was altered."
    kept = SignerIdentity.objects.filter(pk=OuterRef("identity"))
    for row in (
        SignOff.objects.filter(identity__isnull=False)
        .filter(~Exists(kept))
        .iterator(chunk_size=CHUNK)
    ):
        yield f"Site {row.site_id}, entry {row.number}: the signer is gone without an erasure."


def check_policies() -> Iterator[str]:
    """What each section asks for, against the newest entry that set it."""
    holding = {row.section_id: row for row in SignOffPolicy.objects.select_related("section")}
    said: dict[int, SignOff] = {}
    entries = SignOff.objects.filter(kind=SignOff.Kind.POLICY).order_by("pk")
    for entry in entries.iterator(chunk_size=CHUNK):
        said[int(entry.subject_id)] = entry
    for key, policy in holding.items():
        newest = said.get(key)
        if newest is None:
            yield f"The policy of “{policy.section}”: no entry of the chain sets it."
        elif newest.details.get("after") != values_of(policy):
            number = newest.number
            yield f"The policy of “{policy.section}”: it is not what entry {number} set."
    gone = said.keys() - holding.keys()
    for page in Page.objects.filter(pk__in=gone).order_by("pk"):
        number = said[page.pk].number
        yield f"The policy of “{page}”, which entry {number} set, is gone."


SHOWN_COPIES: dict[type[Any], Callable[[Any], bool]] = {}
"""Models that show readers a copy of what was signed, whatever their draft says, as the
glossary does; each with whether an object's copy is what the chain has. Rooms add theirs."""


def signed_models() -> list[type[Any]]:
    """Every model whose objects are signed."""
    return [model for model in apps.get_models() if hasattr(model, "clinical_fields")]


def check_live(report: Report) -> Iterator[str]:
    """Each live page and snippet: what it claims, against what the chain says of its content."""
    for model in signed_models():
        is_right = SHOWN_COPIES.get(model)
        objects = model._default_manager.filter(**({} if is_right else {"live": True}))
        for obj in objects.order_by("pk").iterator(chunk_size=CHUNK):
            report.subjects += 1
            if is_right is None:
                yield from check_object(obj)
            elif not is_right(obj):
                yield f"{place_of(obj)}: readers see what was not signed."


def place_of(obj: Any) -> str:
    """What an object is called in a report."""
    return f"{obj._meta.verbose_name.capitalize()} {obj.pk} “{obj}”"


def check_object(obj: Any) -> Iterator[str]:
    """What is wrong with one live object."""
    rows = {row.pk: row for row in SignOff.objects.about(subject_of(obj))}
    found = coverage(entries_of(rows.values()))
    declared = getattr(obj, "risk_level", SignOff.Risk.ROUTINE)
    now = content_hash(obj)
    place = place_of(obj)
    requires = getattr(obj, "requires_sign_off", None)
    if callable(requires) and requires() and not found.is_enough(now, declared):
        yield f"{place}: it is live and its content is not what was signed."
        return
    if not isinstance(obj, Page):
        return
    state = ReviewState.objects.filter(page=obj.pk).first()
    derived = state_of(now, declared, found, rows)
    if state is None:
        if rows:
            yield f"{place}: its review state is gone."
        return
    if state.state != derived["state"] and state.state == ReviewState.State.REVIEWED:
        yield f"{place}: it is shown as reviewed and its content is not what was signed."
    # Without need to read more than the newest sign-off, reading on is only slower.
    elif any(
        getattr(state, name) != value
        for name, value in derived.items()
        if not (name == "tells_more" and state.tells_more)
    ):
        yield f"{place}: its review state is not what the chain says."
