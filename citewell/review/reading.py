"""What a reviewer has before them: the draft, and what is new in it since it was last signed."""

from dataclasses import dataclass
from typing import Any

from citewell.findings.registry import findings_of
from citewell.review.canonical import content_hash as hash_of
from citewell.review.canonical import read
from citewell.review.content import clinical_content, subject_of
from citewell.review.covering import coverage_of
from citewell.review.models import SignedContent, SignOff
from citewell.review.presenting import Section, shown_content, shown_differences


@dataclass(frozen=True)
class Reading:
    """A draft to be signed.

    Attributes:
        draft: the latest version, as an object.
        content: its canonical bytes.
        since: the sign-off it is compared with; None where no version was signed by enough
            people, and the whole text is shown.
        sections: the differences, or the whole text.
        findings: what the rooms found in it.
        is_covered: whether enough people signed exactly this.
    """

    draft: Any
    content: bytes
    since: SignOff | None
    sections: list[Section]
    findings: list[Any]
    is_covered: bool

    @property
    def is_changed(self) -> bool:
        """Whether there is a signed version and this one differs."""
        return any(section.is_changed for section in self.sections)


def reading_of(obj: Any) -> Reading:
    """An object's latest draft, for a reviewer."""
    draft = obj.get_latest_revision_as_object() if obj.latest_revision_id else obj
    content = clinical_content(draft)
    since = last_signed(draft)
    before = signed_content(since) if since else None
    now = read(content)
    return Reading(
        draft=draft,
        content=content,
        since=since if before else None,
        sections=shown_differences(read(before), now) if before else shown_content(now),
        findings=findings_of(draft),
        is_covered=coverage_of(subject_of(draft)).is_enough(hash_of(content), risk_of(draft)),
    )


def risk_of(draft: Any) -> str:
    """The risk that the form of a page declares."""
    return str(getattr(draft, "risk_level", SignOff.Risk.ROUTINE))


def last_signed(draft: Any) -> SignOff | None:
    """The newest valid sign-off of a version that enough people signed."""
    found = coverage_of(subject_of(draft))
    rows = SignOff.objects.select_related("identity").in_bulk(found.signers)
    enough = [row for row in rows.values() if found.is_enough(row.content_hash, risk_of(draft))]
    return max(enough, key=lambda row: row.pk, default=None)


def signed_content(sign_off: SignOff) -> bytes | None:
    """What was signed, None where it is gone."""
    kept = SignedContent.objects.filter(pk=sign_off.content_hash).first()
    return kept.content if kept else None
