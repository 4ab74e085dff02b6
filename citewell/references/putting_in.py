"""What the library has of a pasted list, and putting in what was ticked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from citewell.references.library import Found, add_readings, look_up
from citewell.references.marking import Piece, pieces
from citewell.references.parts import PARTS, parts_of
from citewell.references.pasted import PastedList, PastedReference
from citewell.references.study_types import Confidence

Decision, Outcome = PastedReference.Decision, PastedReference.Outcome


@dataclass(frozen=True)
class Line:
    """A pasted reference, and what the library has like it."""

    reference: PastedReference
    found: Found | None

    @property
    def is_had(self) -> bool:
        """Whether it is in the library: there is nothing to save."""
        return bool(self.found and self.found.is_had)

    @property
    def is_near(self) -> bool:
        """Whether something like it is there, and a person has to decide."""
        return bool(self.found and not self.found.is_had)

    @property
    def is_ticked(self) -> bool:
        """Whether it goes in: as a person said, else what was understood and is like nothing."""
        if self.reference.decision or self.is_near:
            return self.reference.decision == Decision.SAVE
        return self.reference.confidence != Confidence.RED

    @property
    def pieces(self) -> list[Piece]:
        """The pasted text, cut into its parts."""
        return pieces(self.reference.raw, self.reference.spans)

    @property
    def shows_parts(self) -> bool:
        """Whether the parts stand below the text: where they are not marked in it."""
        return self.reference.is_checked or not self.reference.spans

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Each part that is there, with its name."""
        parts = parts_of(self.reference.csl)
        return [(PARTS[name].split(",")[0], text) for name, text in parts.items() if text]


def lines_of(references: Sequence[PastedReference]) -> list[Line]:
    """The references, each with what the library has like it: two queries for a hundred."""
    found = look_up([reference.reading for reference in references])
    return [Line(*pair) for pair in zip(references, found, strict=True)]


@transaction.atomic
def put_in(pasted: PastedList) -> None:
    """Put what is ticked into the library, all of it or nothing, and note what became of it.

    What the library has already is noted too. What was not ticked or decided waits on.
    """
    waiting = pasted.references.select_for_update().filter(outcome=Outcome.WAITS)
    lines = lines_of(list(waiting.order_by("place")))
    there, to_add = [], []
    for line in lines:
        if line.found and (line.is_had or line.reference.decision == Decision.SAME):
            line.reference.source = line.found.source
            line.reference.outcome = Outcome.KNOWN
            there.append(line.reference)
        elif line.is_ticked:
            to_add.append(line.reference)
    add_all(to_add, pasted)
    PastedReference.objects.bulk_update([*there, *to_add], ["source", "outcome"], batch_size=500)


def add_all(references: list[PastedReference], pasted: PastedList) -> None:
    """Put these in; each is given its source and its outcome, and is not saved."""
    added = add_readings(
        [reference.reading for reference in references],
        pasted.user,
        checked=[at for at, reference in enumerate(references) if reference.is_checked],
    )
    new = {source.pk for source in added.new}
    for reference, source in zip(references, added.each, strict=True):
        reference.source = source
        # A second line of one work finds the source that the first one made.
        reference.outcome = Outcome.NEW if source.pk in new else Outcome.KNOWN
        new.discard(source.pk)
