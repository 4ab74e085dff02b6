"""A judged query: words and the page they must find. Never shown to readers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from search.understanding.query import name_keys


class JudgedQuery(models.Model):
    """Words, the page they must find among the first five, and where it stood last."""

    spoils_pages = False

    words = models.CharField(
        _("words"), max_length=200, help_text=_("As patients say it; no names of people.")
    )
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="judged_queries", verbose_name=_("page")
    )
    place = models.PositiveSmallIntegerField(
        _("place now"), null=True, editable=False, help_text=_("Empty: not found.")
    )
    best = models.PositiveSmallIntegerField(_("best place"), null=True, editable=False)

    class Meta:
        verbose_name = _("judged query")
        verbose_name_plural = _("judged queries")
        ordering = ["words"]
        constraints = [
            models.UniqueConstraint(fields=["page", "words"], name="search_judged_once_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.words} → {self.page}"

    def clean(self) -> None:
        """Refuse words of which the search would keep nothing."""
        if not any(name_keys(self.words or "", "en")):
            raise ValidationError({"words": _("Please enter words that can be searched for.")})

    @property
    def fell(self) -> bool:
        """Whether its page once stood among the first and no longer does, or stands lower."""
        return self.best is not None and (self.place is None or self.place > self.best)

    def verdict(self) -> str:
        """In a word."""
        if self.fell:
            return gettext("Fell: look at it")
        return gettext("Found") if self.place else gettext("Not found yet")

    verdict.short_description = _("verdict")  # type: ignore[attr-defined]

    @classmethod
    def fallen(cls) -> models.QuerySet["JudgedQuery"]:
        """The queries whose page fell."""
        lower = models.Q(place__isnull=True) | models.Q(place__gt=models.F("best"))
        return cls.objects.filter(lower, best__isnull=False)
