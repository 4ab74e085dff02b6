"""What a site asks of its words: for which reading age, and its own hard words."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting

from citewell.wording.plain_words import plain_words, read_table

TARGET = 11
"""Years, where a site says nothing else."""


class WordingTarget(BaseSiteSetting):
    """A hint for editors, never a gate."""

    spoils_pages = False

    reading_age = models.PositiveSmallIntegerField(
        _("reading age"),
        default=TARGET,
        validators=[MinValueValidator(7), MaxValueValidator(18)],
        help_text=_("Years. Health information for everybody aims at 9 to 11."),
    )
    own_words = models.TextField(
        _("own hard words"),
        blank=True,
        max_length=20_000,
        help_text=_("One a line, with the plain word: “commence = begin”."),
    )

    panels = [FieldPanel("reading_age"), FieldPanel("own_words")]

    class Meta:
        verbose_name = _("plain words")

    def clean(self) -> None:
        super().clean()
        lines = [line for line in self.own_words.splitlines() if line.partition("#")[0].strip()]
        for line in lines:
            if not read_table([line]):
                message = _("“%(line)s” is not understood. Write “commence = begin”.")
                raise ValidationError({"own_words": message % {"line": line[:60]}})

    def table(self) -> dict[str, Any]:
        """The shipped words and the site's own, which win."""
        return {**plain_words(), **read_table(self.own_words.splitlines())}
