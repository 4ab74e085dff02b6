"""Rules on advertising words as editors keep them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from citewell.wording.advertising import Rule
from citewell.wording.phrases import faults, lines_of

PHRASES = ("words", "unless", "together")


class AdvertisingRule(models.Model):
    """One rule of one country; it takes the place of the rule for everywhere with its code."""

    class Reads(models.TextChoices):
        CLAIMS = "claims", _("what the page claims, not what it denies, quotes or asks")
        MENTIONS = "mentions", _("any mention that is not quoted")
        TESTIMONIES = "testimonies", _("what somebody is quoted with")

    spoils_pages = False

    code = models.SlugField(_("code"), max_length=60)
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, such as GB."))],
        help_text=_("Two letters, such as GB. Empty: everywhere."),
    )
    is_active = models.BooleanField(_("in use"), default=True)
    title = models.CharField(
        _("what is wrong"), max_length=150, help_text=_("Goes on a sentence: “promises a cure”.")
    )
    words = models.TextField(
        _("words"),
        help_text=_(
            "One phrase a line. * for any ending (cure*), … for up to six words between, (a|b) for "
            "one of several."
        ),
    )
    unless = models.TextField(
        _("unless"), blank=True, help_text=_("Phrases that make it fine in the same sentence.")
    )
    together = models.TextField(
        _("only together with"),
        blank=True,
        help_text=_("Phrases of which one stands in the sentence or in the page's title."),
    )
    reads = models.CharField(
        _("looks at"), max_length=20, choices=Reads.choices, default=Reads.CLAIMS
    )
    selling = models.BooleanField(_("only on pages that sell a service"), default=False)
    why = models.TextField(_("why"), blank=True)
    better = models.TextField(_("better words"), blank=True)
    source = models.URLField(_("where the rule is written"), max_length=500, blank=True)

    panels = [
        FieldPanel("title"),
        MultiFieldPanel(
            [FieldPanel("code"), FieldPanel("country"), FieldPanel("is_active")],
            heading=_("Where it holds"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("words"),
                FieldPanel("unless"),
                FieldPanel("together"),
                FieldPanel("reads"),
                FieldPanel("selling"),
            ],
            heading=_("What it finds"),
        ),
        MultiFieldPanel(
            [FieldPanel("why"), FieldPanel("better"), FieldPanel("source")],
            heading=_("What editors are told"),
        ),
    ]

    class Meta:
        ordering = ["code", "country"]
        verbose_name = _("advertising rule")
        verbose_name_plural = _("advertising rules")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "country"], name="citewell_wording_one_rule_a_country"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.country})" if self.country else self.title

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, Any] = {}
        for name in PHRASES:
            if found := faults(lines_of(getattr(self, name))):
                wrong[name] = found
        if wrong:
            raise ValidationError(wrong)

    def rule(self) -> Rule:
        """The rule as the engine reads it."""
        return Rule(
            code=self.code,
            title=self.title,
            words=tuple(lines_of(self.words)),
            unless=tuple(lines_of(self.unless)),
            together=tuple(lines_of(self.together)),
            why=self.why,
            better=self.better,
            source=self.source,
            reads=self.reads,
            selling=self.selling,
        )
