"""Links that are watched, where they stand, and what each check found."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from citewell.references.links.outcomes import archived
from citewell.references.source import Source


class Link(models.Model):
    """An outside address that a source or a page leads to."""

    spoils_pages = False

    class State(models.TextChoices):
        NEW = "new", _("not checked yet")
        ALIVE = "alive", _("alive")
        FAILED = "failed", _("failed lately")
        DEAD = "dead", _("dead")
        UNCLEAR = "unclear", _("could not be checked")

    url = models.TextField(_("address"))
    key = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the address.")
    host = models.CharField(_("host"), max_length=255, db_index=True)
    doi = models.CharField(_("DOI"), max_length=250, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.NEW, db_index=True
    )
    status = models.PositiveSmallIntegerField(_("last answer"), null=True)
    problem = models.CharField(_("problem"), max_length=30, blank=True)
    checked_at = models.DateTimeField(_("last checked"), null=True, db_index=True)
    alive_at = models.DateTimeField(_("last alive"), null=True)

    class Meta:
        ordering = ["host", "pk"]
        verbose_name = _("outside link")
        verbose_name_plural = _("outside links")

    def __str__(self) -> str:
        return self.url

    @property
    def archived_url(self) -> str:
        """Where an archive would have a copy of it as it was when it was last alive."""
        return archived(self.url, self.alive_at.date() if self.alive_at else None)


class LinkCheck(models.Model):
    """What one check of a link found; kept for good."""

    spoils_pages = False

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="checks")
    at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=10)
    status = models.PositiveSmallIntegerField(null=True)
    problem = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.link}: {self.outcome} ({self.at})"


class LinkUse(models.Model):
    """A source or a live page that leads to a link; the page's place as its editor names it."""

    spoils_pages = False

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="uses")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(Page, null=True, on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=255, blank=True)

    def __str__(self) -> str:
        return f"{self.link} in {self.source or self.page}"
