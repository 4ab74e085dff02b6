"""The demo's library: the works its pages cite, read as an editor's pasted lines are."""

from collections.abc import Mapping

from citewell.references.library import add_readings
from citewell.references.reading import read_references
from citewell.references.study_types import StudyType, StudyTypeOrigin
from demo.sources import (
    COCHRANE_BACK,
    COCHRANE_CARPAL,
    COCHRANE_EPLEY,
    COCHRANE_KNEE,
    COCHRANE_PARACETAMOL,
    ELBOW_TRIAL,
    HEEL_REVIEW,
    NECK_TREATMENTS,
    NICE_BACK,
    SHOULDER_TRIAL,
    WORN_NECKS,
)

WORKS: Mapping[str, tuple[str, StudyType]] = {
    "nice-back": (NICE_BACK, StudyType.GUIDELINE),
    "cochrane-back": (COCHRANE_BACK, StudyType.SYSTEMATIC_REVIEW),
    "cochrane-carpal": (COCHRANE_CARPAL, StudyType.SYSTEMATIC_REVIEW),
    "cochrane-epley": (COCHRANE_EPLEY, StudyType.SYSTEMATIC_REVIEW),
    "cochrane-knee": (COCHRANE_KNEE, StudyType.SYSTEMATIC_REVIEW),
    "cochrane-paracetamol": (COCHRANE_PARACETAMOL, StudyType.SYSTEMATIC_REVIEW),
    "elbow-trial": (ELBOW_TRIAL, StudyType.RANDOMISED_TRIAL),
    "heel-review": (HEEL_REVIEW, StudyType.SYSTEMATIC_REVIEW),
    "neck-treatments": (NECK_TREATMENTS, StudyType.SYSTEMATIC_REVIEW),
    "frozen-shoulder-trial": (SHOULDER_TRIAL, StudyType.RANDOMISED_TRIAL),
    "worn-necks": (WORN_NECKS, StudyType.UNKNOWN),
}
"""By the name that texts cite it by (``[@nice-back]``): a work, and what kind of study it is."""


def make_sources() -> dict[str, int]:
    """Put what is missing into the library; by name the keys of all works."""
    readings = [reading for line, _kind in WORKS.values() for reading in read_references(line)]
    added = add_readings(readings)
    for source, (_line, kind) in zip(added.each, WORKS.values(), strict=True):
        if source in added.new and kind != StudyType.UNKNOWN:
            source.study_type, source.study_type_origin = kind, StudyTypeOrigin.PERSON
            source.save(update_fields=["study_type", "study_type_origin", "updated_at"])
    return {name: source.pk for name, source in zip(WORKS, added.each, strict=True)}
