"""A page's references: one reference list at its end."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from citewell.references.blocks import ReferenceListBlock
from citewell.references.structured_data import citations


class ReferencesMixin(models.Model):
    """Adds ``references``: a stream with at most one reference list."""

    references = StreamField(
        [("reference_list", ReferenceListBlock())],
        verbose_name=_("references"),
        blank=True,
        max_num=1,
    )

    references_panels = [FieldPanel("references")]
    references_search_fields = [index.SearchField("references", boost=0.2)]
    references_api_fields = [APIField("references")]

    class Meta:
        abstract = True

    def citations(self) -> list[dict[str, Any] | str]:
        """The references as schema.org ``citation``, for the page's JSON-LD."""
        return citations(self.references)
