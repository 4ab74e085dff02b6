"""Alert banners: a warning on a whole site or one section, for a time."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Locale, Page, Site


class AlertBanner(models.Model):
    """A short warning above every page of a site, or of a section and what lies below it.

    Whether it shows is decided when a page is read, so it starts and ends on time
    even where no job runs.
    """

    spoils_pages = True
    spoils_pages_at = ("starts_at", "ends_at")

    class Level(models.TextChoices):
        EMERGENCY = "emergency", _("Emergency")
        WARNING = "warning", _("Warning")
        INFORMATION = "information", _("Information")

    site = models.ForeignKey(
        Site, verbose_name=_("site"), on_delete=models.CASCADE, related_name="alert_banners"
    )
    section = models.ForeignKey(
        Page,
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,  # a banner of a removed section must not fall on the whole site
        related_name="+",
        help_text=_("Empty: the whole site. Else this page and all below it, in every language."),
    )
    language = models.ForeignKey(
        Locale,
        verbose_name=_("language"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: shown to readers of every language."),
    )
    level = models.CharField(
        _("level"), max_length=20, choices=Level.choices, default=Level.INFORMATION
    )
    text = models.CharField(_("text"), max_length=300)
    page = models.ForeignKey(
        Page,
        verbose_name=_("page that says more"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    starts_at = models.DateTimeField(
        _("starts"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    ends_at = models.DateTimeField(
        _("ends"), null=True, blank=True, help_text=_("Empty: until you remove it.")
    )

    panels = [
        FieldPanel("site"),
        FieldPanel("section"),
        FieldPanel("language"),
        FieldPanel("level"),
        FieldPanel("text"),
        FieldPanel("page"),
        MultiFieldPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading=_("When")),
    ]

    class Meta:
        ordering = [
            models.Case(
                models.When(level="emergency", then=0),
                models.When(level="warning", then=1),
                default=2,
            ),
            "pk",
        ]
        verbose_name = _("alert banner")
        verbose_name_plural = _("alert banners")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Must be later than the start.")})

    def is_shown(self) -> bool:
        """Whether its time is now."""
        now = timezone.now()
        return (self.starts_at is None or self.starts_at <= now) and (
            self.ends_at is None or now < self.ends_at
        )
