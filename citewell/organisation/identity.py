"""The organisation behind a site: its name, address, contact and opening hours."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.images import get_image_model_string
from wagtail.models import Orderable


class Organisation(BaseSiteSetting, ClusterableModel):
    """Who runs a site and how patients reach them; one row per site."""

    spoils_pages = True

    select_related = ["logo"]

    name = models.CharField(_("name"), max_length=150, blank=True)
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address_street = models.CharField(_("street"), max_length=200, blank=True)
    address_locality = models.CharField(_("town"), max_length=100, blank=True)
    address_region = models.CharField(_("region"), max_length=100, blank=True)
    address_postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    address_country = models.CharField(
        _("country"), max_length=2, blank=True, help_text=_("Two letters, such as GB.")
    )
    map_link = models.URLField(
        _("map"), blank=True, help_text=_("A link to a map; no map is shown on the page.")
    )
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    booking_link = models.URLField(_("booking link"), blank=True)
    is_demo = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_("Says on every page that people and reviews are invented; not for search."),
    )
    stamp = models.UUIDField(default=uuid.uuid4, editable=False)
    """Renewed when anything of this room changes; see :mod:`.furniture`."""

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("legal_name"),
                FieldPanel("tagline"),
                FieldPanel("logo"),
                FieldPanel("is_demo"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address_street"),
                FieldPanel("address_locality"),
                FieldPanel("address_region"),
                FieldPanel("address_postal_code"),
                FieldPanel("address_country"),
                FieldPanel("map_link"),
            ],
            heading=_("Address"),
        ),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("email"), FieldPanel("booking_link")],
            heading=_("Contact"),
        ),
        InlinePanel("opening_hours", heading=_("Opening hours"), label=_("time")),
    ]

    class Meta:
        verbose_name = _("organisation")

    @property
    def shown_name(self) -> str:
        """Its name, or the site's where none is given yet."""
        return self.name or self.site.site_name

    @property
    def is_for_search_engines(self) -> bool:
        """Whether its pages may be indexed: a demonstration only where it is measured."""
        return not self.is_demo or getattr(settings, "CITEWELL_DEMO_INDEXED", False)

    @property
    def phone_href(self) -> str:
        """The phone number as a ``tel:`` address; empty without one."""
        return telephone_address(self.phone)

    @property
    def phone_in_text(self) -> str:
        """The phone number for a running text of either direction."""
        return left_to_right(self.phone)

    @cached_property
    def hours(self) -> list[OpeningHours]:
        """Opening hours by day and time; no query where the request's furniture set it."""
        return sorted(self.opening_hours.all(), key=lambda row: (row.day, row.opens))


class OpeningHours(Orderable):
    """A span of one weekday in which the organisation is open."""

    spoils_pages = True

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="opening_hours")
    day = models.PositiveSmallIntegerField(_("day"), choices=list(WEEKDAYS.items()))
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))
    note = models.CharField(_("note"), max_length=100, blank=True)

    panels = [FieldPanel("day"), FieldPanel("opens"), FieldPanel("closes"), FieldPanel("note")]

    def __str__(self) -> str:
        return f"{self.get_day_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self) -> None:
        super().clean()
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError(
                {"closes": _("Must be later than the opening time; a night is two rows.")}
            )


def telephone_address(number: str) -> str:
    """``tel:`` with the digits of ``number`` and a leading plus; empty without digits."""
    digits = "".join(sign for sign in number if sign.isdecimal() and sign.isascii())
    if not digits:
        return ""
    return f"tel:{'+' if number.lstrip(' (').startswith('+') else ''}{digits}"


def left_to_right(number: str) -> str:
    """``number`` between isolates: Arabic text around it would turn "116 123" to "123 116"."""
    return f"\N{LEFT-TO-RIGHT ISOLATE}{number}\N{POP DIRECTIONAL ISOLATE}"
