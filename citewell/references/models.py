"""The library of sources."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.search import index

from citewell.references.csl import name_as_text, tidy, validate, year_of


class SourceForm(WagtailAdminModelForm):
    """Keeps the pasted text exactly, and for ever once it is stored."""

    raw = forms.CharField(
        strip=False,
        required=False,
        label=_("as pasted"),
        help_text=_("The text it came from, kept for ever."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raw"].disabled = bool(self.instance.pk and self.instance.raw)

    def clean_raw(self) -> str:
        """A browser sends line ends as two signs; one was pasted."""
        return str(self.cleaned_data["raw"]).replace("\r\n", "\n")


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

    base_form_class = SourceForm
    panels = [FieldPanel("raw"), FieldPanel("csl")]

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.SearchField("raw"),
        index.AutocompleteField("raw"),
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

    def clean(self) -> None:
        """Refuse a source of nothing, and CSL-JSON that no style could read."""
        super().clean()
        if not self.csl and not self.raw.strip():
            raise ValidationError({"raw": _("Paste the reference, or give it as CSL-JSON.")})
        if not isinstance(self.csl, dict):
            raise ValidationError({"csl": _("CSL-JSON of one source is an object: {…}.")})
        if self.csl and (faults := validate(self.csl)):
            raise ValidationError({"csl": faults})

    @property
    def authors(self) -> str:
        """The family names of who wrote it, or else edited it; empty where nobody is named."""
        item = tidy(self.csl)
        names = item.get("author") or item.get("editor") or []
        return ", ".join(name.get("family") or name_as_text(name) for name in names)

    @property
    def year(self) -> int | None:
        """The year it was published, None where it is not known."""
        return year_of(tidy(self.csl))
