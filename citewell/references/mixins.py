"""A page's references: one reference list at its end."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property, lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Site
from wagtail.search import index

from citewell.references.blocks import ReferenceListBlock
from citewell.references.citing.page import Citing, citing_of
from citewell.references.citing.presenting import SourceList, is_by_number, source_list
from citewell.references.citing.writing import Marked
from citewell.references.serializing import SourcesField
from citewell.references.showing import style_of
from citewell.references.source import Source
from citewell.references.structured_data import citations
from citewell.references.style_setting import ReferenceStyle


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
    references_api_fields = [
        APIField("references"),
        APIField("sources", serializer=SourcesField()),
    ]

    class Meta:
        abstract = True

    _shown_to: HttpRequest | None = None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._shown_to = request
        return super().get_context(request, *args, **kwargs)  # type: ignore[misc]

    @classmethod
    def when_served(cls, site: Site) -> QuerySet[Any]:
        """With the style of the site, so that showing a list asks for nothing more."""
        pages: QuerySet[Any] = super().when_served(site)  # type: ignore[misc]
        style = ReferenceStyle.objects.filter(site=site).values(
            found=JSONObject(style="style", page_range="page_range")
        )
        return pages.annotate(style_of_site=Subquery(style, output_field=models.JSONField()))

    @cached_property
    def reference_style(self) -> ReferenceStyle:
        """The style of the site it is shown on, else of its own; asked for where it cites."""
        if "style_of_site" in self.__dict__:
            return ReferenceStyle(**(self.__dict__["style_of_site"] or {}))
        return style_of({"request": self._shown_to, "page": self})

    @property
    def citing(self) -> Citing:
        """What the page, as it stands in memory, cites and lists."""
        return citing_of(self)

    @property
    def source_list(self) -> SourceList | None:
        """The list at the end of the page, made of its citations; None where there is none."""
        if not (citing := self.citing):
            return None
        style = self.reference_style if citing.sources else ReferenceStyle()
        name = ("list", style.style, style.page_range, get_language())
        return citing.once(name, lambda: source_list(citing, style))

    def cited_sources(self) -> list[Source]:
        """Every source of the page once: by first appearance in the text, then further reading."""
        return self.citing.sources

    def with_marks(self, texts: Sequence[str]) -> list[Marked]:
        """The page's rich texts, in reading order, with marks as the site's style has them."""
        citing = self.citing
        if citing.cited and not is_by_number(self.reference_style):
            citing = citing.once("names", citing.as_names)
        return citing.write(texts)

    def authors_to_cite(self) -> list[str]:
        """Names of those who wrote the page; a page type that has authors gives them."""
        return []

    def citations(self) -> list[dict[str, Any] | str]:
        """The references as schema.org ``citation``, for the page's JSON-LD."""
        return citations(self.citing)
