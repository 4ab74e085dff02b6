"""Glossary terms: what a word means, signed by a clinician before readers see it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import RevisionMixin, TranslatableMixin

from citewell.wording.marking import Term
from citewell.wording.phrases import lines_of


class GlossaryTerm(RevisionMixin, TranslatableMixin, models.Model):
    """A term, its other forms and its definition in one language.

    Readers see what was signed last, until somebody signs again or withdraws: ``shown`` is
    derived from the chain by :func:`citewell.wording.glossary.refresh_term` alone.
    """

    spoils_pages = True
    clinical_fields: ClassVar[list[str]] = ["term", "forms", "definition"]

    term = models.CharField(_("term"), max_length=100, validators=[MinLengthValidator(2)])
    forms = models.TextField(
        _("other forms"),
        blank=True,
        max_length=1000,
        help_text=_("Plurals, spellings, abbreviations that mean the same; one a line."),
    )
    definition = models.CharField(
        _("definition"), max_length=400, help_text=_("One or two sentences in plain words.")
    )
    shown = models.JSONField(default=dict, editable=False)

    panels = [FieldPanel("term"), FieldPanel("forms"), FieldPanel("definition")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["term"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")

    def __str__(self) -> str:
        return self.term

    def clean(self) -> None:
        super().clean()
        if short := [form for form in lines_of(self.forms) if len(form) < 2]:
            raise ValidationError({"forms": _("“%(form)s” is too short.") % {"form": short[0]}})

    def shown_term(self) -> Term | None:
        """The term as readers see it; None where nobody signed it."""
        if not self.shown:
            return None
        forms = (self.shown["term"], *lines_of(self.shown["forms"]))
        return Term(self.pk, tuple(dict.fromkeys(forms)), self.shown["definition"])

    def state(self) -> Any:
        """For the list: signed as it stands, signed as it stood, or not at all."""
        if not self.shown:
            return _("not signed: readers do not see it")
        own = {name: getattr(self, name) for name in self.clinical_fields}
        signed = {name: self.shown[name] for name in self.clinical_fields}
        return _("signed") if own == signed else _("changed: readers see what was signed")
