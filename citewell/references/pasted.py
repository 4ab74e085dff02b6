"""What somebody pasted and has not put into the library yet."""

import datetime
import uuid
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from citewell.references.reading import Reading
from citewell.references.source import Source
from citewell.references.study_types import Confidence

KEPT_FOR = datetime.timedelta(days=7)


class PastedList(models.Model):
    """A list of references one editor pasted or uploaded; theirs alone, for a week.

    What became of it stays with it, so that the library can be filtered to what came in.
    """

    spoils_pages = False

    wagtail_reference_index_ignore = True

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    problems = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return str(self.key)

    @classmethod
    @transaction.atomic
    def keep(cls, readings: Sequence[Reading], problems: Sequence[str], user: Any) -> "PastedList":
        """Keep what was read, in its order, for its editor."""
        pasted = cls.objects.create(user=user, problems=list(problems))
        PastedReference.objects.bulk_create(
            (
                PastedReference(
                    list=pasted,
                    place=place,
                    raw=reading.raw,
                    csl=reading.csl,
                    rest=reading.rest,
                    spans=reading.spans,
                    confidence=reading.confidence,
                )
                for place, reading in enumerate(readings, 1)
            ),
            batch_size=500,
        )
        return pasted

    @classmethod
    def forget_old(cls) -> None:
        """Remove what nobody came back for."""
        cls.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()


class PastedReference(models.Model):
    """One line of a pasted list: as pasted, as read or corrected, and what is to become of it.

    ``outcome`` says what became of it; then ``source`` is the one that stands for it.
    """

    spoils_pages = False

    class Decision(models.TextChoices):
        """What a person said; while nobody did, what was understood is proposed to be saved."""

        NONE = "", _("nothing said")
        SAVE = "save", _("save it")
        LEAVE = "leave", _("leave it out")
        SAME = "same", _("it is the one in the library")

    class Outcome(models.TextChoices):
        WAITS = "", _("waits")
        NEW = "new", _("came in")
        KNOWN = "known", _("was there already")

    wagtail_reference_index_ignore = True

    list = models.ForeignKey(PastedList, on_delete=models.CASCADE, related_name="references")
    place = models.PositiveIntegerField()
    raw = models.TextField()
    csl = models.JSONField(default=dict)
    rest = models.TextField(blank=True)
    spans = models.JSONField(default=dict)
    confidence = models.CharField(max_length=10, choices=Confidence)
    decision = models.CharField(max_length=5, choices=Decision, blank=True)
    outcome = models.CharField(max_length=5, choices=Outcome, blank=True)
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["list", "place"], name="one_reference_for_each_place")
        ]

    def __str__(self) -> str:
        return self.raw[:200]

    @property
    def reading(self) -> Reading:
        """As it is read now; a corrected one counts as read with confidence."""
        colour = "green" if self.is_checked else self.confidence
        return Reading(self.raw, self.csl, colour, self.rest)  # type: ignore[arg-type]

    @property
    def is_checked(self) -> bool:
        """Whether a person corrected it."""
        return self.confidence == Confidence.CHECKED
