"""Which version of a page a printed code stands for; kept for good, as paper is."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from leaflets.codes import LENGTH, new_code, printed


class Leaflet(models.Model):
    """One version of a page that was made ready for paper."""

    spoils_pages = False

    code = models.CharField(max_length=LENGTH, unique=True, default=new_code)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(_("title"), max_length=255)
    site_id = models.BigIntegerField(null=True)
    path = models.CharField(max_length=500, blank=True)
    """Where the page stood on its site, to find why it was withdrawn."""
    revision = models.BigIntegerField(default=0)
    """The version; 0 for a page that was never published from one."""
    content_hash = models.CharField(max_length=64, blank=True)
    """Of the clinical content, empty for pages that have none."""
    made_on = models.DateField(_("made on"), default=timezone.localdate)
    base_url = models.CharField(max_length=300)
    """The address that is printed on it and in its QR code."""

    class Meta:
        verbose_name = _("leaflet")
        verbose_name_plural = _("leaflets")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "revision", "base_url"], name="leaflets_one_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.printed_code}: {self.title}"

    @property
    def printed_code(self) -> str:
        """The code as it is printed."""
        return printed(self.code)

    @property
    def check_url(self) -> str:
        """The address that is printed."""
        return f"{self.base_url}/check/{self.code}/"

    @property
    def shown_address(self) -> str:
        """The same for people, without the scheme."""
        return f"{self.base_url.split('//')[-1]}/check/{self.printed_code}/"
