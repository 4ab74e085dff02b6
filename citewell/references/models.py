"""The library of sources."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.search import index


class Source(index.Indexed, models.Model):
    """One work that pages stand on, as CSL-JSON 1.0.2, and the text it came from.

    ``title`` is kept beside ``csl`` for lists and search; ``save`` takes it from there.
    """

    csl = models.JSONField(_("CSL-JSON"), default=dict, blank=True)
    raw = models.TextField(
        _("as pasted"), blank=True, help_text=_("The text it came from, kept for ever.")
    )
    title = models.CharField(_("title"), max_length=500, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    panels = [FieldPanel("raw"), FieldPanel("csl")]

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("raw"),
    ]

    api_fields = [APIField("csl"), APIField("raw")]

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.title or self.raw[:200]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = str(self.csl.get("title") or self.raw)[:500]
        super().save(*args, **kwargs)
