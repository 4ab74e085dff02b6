"""What editors add so that a page is found: search names and best bets.

Words of patients that the page itself need not carry. They are the search's own: never
printed on a page or in a result, no part of a page's content and so of no sign-off. (A
name readers should see stands under "Also called", which is a clinical edit.)
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from search.understanding.query import name_keys


class PatientWording(models.Model):
    """Words that lead to a page: as one more name of it, or as the first result."""

    spoils_pages = True

    class Kind(models.TextChoices):
        """How the words lead to the page."""

        NAME = "name", _("Search name: one more name of the page")
        BEST = "best", _("Best bet: the page stands first for just these words")

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="patient_wordings", verbose_name=_("page")
    )
    words = models.CharField(
        _("words"),
        max_length=200,
        help_text=_("As patients say it. Readers never see these words; no names of people."),
    )
    kind = models.CharField(_("kind"), max_length=4, choices=Kind.choices, default=Kind.NAME)

    class Meta:
        verbose_name = _("search wording")
        verbose_name_plural = _("search wordings")
        ordering = ["words"]
        constraints = [
            models.UniqueConstraint(fields=["page", "words"], name="search_wording_once_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.words} → {self.page}"

    def clean(self) -> None:
        """Refuse words of which the search would keep nothing."""
        if not any(name_keys(self.words or "", "en")):
            raise ValidationError({"words": _("Please enter words that can be searched for.")})


def wordings(page: Page) -> list[tuple[str, str]]:
    """The words editors gave a page, each with its kind."""
    given: list[PatientWording] = sorted(page.patient_wordings.all(), key=lambda one: one.pk)
    return [(one.words, one.kind) for one in given]
