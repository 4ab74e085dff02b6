"""Emergency and advice numbers of the country a site serves, and their wording."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Orderable, TranslatableMixin

from citewell.organisation.identity import telephone_address


class NumberKind(models.TextChoices):
    """What a number is for."""

    EMERGENCY = "emergency", _("Emergency")
    URGENT = "urgent", _("Urgent help")
    ADVICE = "advice", _("Advice")
    CRISIS = "crisis", _("Mental health crisis")


class EmergencyNumbers(BaseSiteSetting, ClusterableModel):
    """The numbers (``numbers``) of the country a site serves, whatever language is read."""

    spoils_pages = True

    panels = [InlinePanel("numbers", heading=_("Numbers"), label=_("number"))]

    class Meta:
        verbose_name = _("emergency numbers")


class EmergencyNumber(Orderable):
    """One number patients can call."""

    spoils_pages = True

    setting = ParentalKey(EmergencyNumbers, on_delete=models.CASCADE, related_name="numbers")
    kind = models.CharField(_("kind"), max_length=20, choices=NumberKind.choices)
    number = models.CharField(_("number"), max_length=30)
    label = models.CharField(
        _("who answers"), max_length=100, blank=True, help_text=_("Such as NHS 111 or Samaritans.")
    )

    panels = [FieldPanel("kind"), FieldPanel("number"), FieldPanel("label")]

    def __str__(self) -> str:
        return f"{self.label} {self.number}".strip()

    @property
    def href(self) -> str:
        """The number as a ``tel:`` address."""
        return telephone_address(self.number)


class EmergencyWording(TranslatableMixin):
    """How a kind of number is said in one language: "Call {number} now"."""

    spoils_pages = True

    kind = models.CharField(_("kind"), max_length=20, choices=NumberKind.choices)
    text = models.CharField(
        _("text"),
        max_length=200,
        help_text=_("{number} and {label} are replaced, such as: Call {number} now."),
    )

    panels = [FieldPanel("kind"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["kind", "pk"]
        verbose_name = _("emergency wording")
        verbose_name_plural = _("emergency wordings")

    def __str__(self) -> str:
        return self.text
