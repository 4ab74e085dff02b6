"""Topics, body areas and symptoms: short lists that pages are about.

Snippets with a name in each language; pages point at them, they know no page.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import TranslatableMixin
from wagtail.search import index


class Term(TranslatableMixin, index.Indexed, models.Model):
    """What topics, body areas and symptoms share: a name, an address, a sentence."""

    spoils_pages = True

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(
        _("slug"), max_length=100, allow_unicode=True, help_text=_("Its part of the address.")
    )
    description = models.CharField(
        _("description"), max_length=300, blank=True, help_text=_("One plain sentence.")
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    api_fields = [APIField("name"), APIField("slug"), APIField("description"), APIField("locale")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        same = type(self).objects.filter(slug=self.slug, locale=self.locale_id)
        if self.locale_id and same.exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("Another entry of this language has this slug.")})


class Topic(Term):
    """A subject that articles are grouped by, such as "Exercise"."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class BodyArea(Term):
    """A part of the body in everyday words, such as "Lower back"."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("body area")
        verbose_name_plural = _("body areas")


class Symptom(Term):
    """What a patient feels or sees, in everyday words, such as "Dizziness"."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("symptom")
        verbose_name_plural = _("symptoms")
