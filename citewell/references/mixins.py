"""A page's references: one reference list at its end."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from citewell.references.blocks import ReferenceListBlock
from citewell.references.citing.page import cited_sources
from citewell.references.source import Source
from citewell.references.structured_data import citations


def _without_script() -> SafeString:
    return format_html(
        '<noscript>{} <a href="{}">{}</a></noscript>',
        _now("The editor of the list needs script. Without it, put a list into the library:"),
        reverse("paste_references"),
        _now("Paste references"),
    )


class ReferencesMixin(models.Model):
    """Adds ``references``: a stream with at most one reference list."""

    references = StreamField(
        [("reference_list", ReferenceListBlock())],
        verbose_name=_("references"),
        blank=True,
        max_num=1,
    )

    references_panels = [FieldPanel("references", help_text=lazy(_without_script, SafeString)())]
    references_search_fields = [index.SearchField("references", boost=0.2)]
    references_api_fields = [APIField("references")]

    class Meta:
        abstract = True

    def cited_sources(self) -> list[Source]:
        """Every source of the page once: by first appearance in the text, then further reading."""
        return cited_sources(self)

    def citations(self) -> list[dict[str, Any] | str]:
        """The references as schema.org ``citation``, for the page's JSON-LD."""
        return citations(self.references)
