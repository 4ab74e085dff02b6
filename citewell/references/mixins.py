"""A page's references: one reference list at its end."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from citewell.references.blocks import ReferenceListBlock


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
