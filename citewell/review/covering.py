"""Whether content is signed, asked of the database: the chain's entries about one subject."""

from typing import Any

from citewell.review.content import content_hash, subject_of
from citewell.review.coverage import Coverage, coverage
from citewell.review.model_chain import SignOff, entries_of

SIGN = "citewell_review.sign_clinical_content"
MINOR = "citewell_review.make_minor_change"


def coverage_of(subject: tuple[str, str]) -> Coverage:
    """What the chain says of one subject; one query."""
    return coverage(entries_of(SignOff.objects.about(subject)))


def covering(obj: Any) -> list[SignOff]:
    """The valid sign-offs that cover exactly the content an object has in memory."""
    keys = coverage_of(subject_of(obj)).of(content_hash(obj))
    rows = SignOff.objects.select_related("identity").in_bulk(keys)
    return [rows[key] for key in keys]


def is_covered(obj: Any) -> bool:
    """Whether valid sign-offs cover exactly this content; two people's where risk is high."""
    declared = getattr(obj, "risk_level", SignOff.Risk.ROUTINE)
    return coverage_of(subject_of(obj)).is_enough(content_hash(obj), declared)
