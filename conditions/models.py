"""Condition pages and their index: the landing pages patients look for."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Locale, Orderable
from wagtail.search import index

from citewell.blocks.care_card import CareCardBlock
from citewell.pages.children import fetch_children
from citewell.pages.models import BasePage
from citewell.pages.visibility import public_pages
from citewell.references.mixins import ReferencesMixin
from citewell.review.clinical import ClinicalPage, ReviewerByline
from citewell.review.showing import review_json_ld
from conditions.aspects import AspectsBlock, in_reading_order
from conditions.index_page import ConditionIndexPage
from conditions.page_form import ConditionPageForm

__all__ = [
    "ConditionCode",
    "ConditionIndexPage",
    "ConditionName",
    "ConditionPage",
    "ConditionReviewer",
    "RelatedCondition",
]


class ConditionPage(ReferencesMixin, ClinicalPage, BasePage):
    """One condition: what it is, when to get help, and each aspect patients ask about.

    The title is the preferred name; other names are ``names``. Its template finds, beside
    the fields: ``aspects_in_order`` (a method), ``articles`` (public articles about it, the
    newest first), ``related_conditions`` (public pages the editor named).
    """

    parent_page_types = ["conditions.ConditionIndexPage"]
    subpage_types: list[str] = []

    joined_when_served = [*BasePage.joined_when_served, *ClinicalPage.joined_for_review, "image"]
    clinical_fields: ClassVar[list[str]] = [
        "title",
        "names.name",
        "summary",
        "image",
        "when_to_get_help",
        "key_facts",
        "aspects",
        "references",
    ]

    external_id = models.CharField(
        _("external identifier"),
        max_length=100,
        blank=True,
        db_index=True,
        help_text=_("Where the page was imported: its identifier there."),
    )
    summary = models.TextField(
        _("what it is"), max_length=500, help_text=_("Two sentences in plain words.")
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    when_to_get_help = StreamField(
        [("care_card", CareCardBlock())],
        verbose_name=_("when to get help"),
        blank=True,
        help_text=_("Emergency first, then urgent, then routine; each with what to do."),
    )
    key_facts = StreamField(
        [("fact", blocks.TextBlock(rows=2, label=_("Fact"), icon="tick"))],
        verbose_name=_("key facts"),
        blank=True,
    )
    aspects = StreamField(
        AspectsBlock(),
        verbose_name=_("aspects"),
        blank=True,
        help_text=_("Shown in the order patients expect, whatever their order here."),
    )
    body_areas = ParentalManyToManyField(
        "citewell_topics.BodyArea", verbose_name=_("body areas"), blank=True
    )
    symptoms = ParentalManyToManyField(
        "citewell_topics.Symptom", verbose_name=_("symptoms"), blank=True
    )

    base_form_class = ConditionPageForm

    content_panels = [
        *BasePage.content_panels,
        InlinePanel("names", heading=_("Also called"), label=_("name")),
        FieldPanel("summary"),
        FieldPanel("image"),
        FieldPanel("when_to_get_help"),
        FieldPanel("key_facts"),
        FieldPanel("aspects"),
        MultiFieldPanel(
            [FieldPanel("body_areas"), FieldPanel("symptoms")], heading=_("Where to find it")
        ),
        InlinePanel("codes", heading=_("Codes"), label=_("code")),
        InlinePanel("related", heading=_("Related conditions"), label=_("condition")),
        *ReferencesMixin.references_panels,
        *ClinicalPage.review_panels,
    ]

    search_fields = [
        *BasePage.search_fields,
        index.RelatedFields(
            "names", [index.SearchField("name", boost=5), index.AutocompleteField("name")]
        ),
        index.SearchField("summary", boost=2),
        index.SearchField("when_to_get_help"),
        index.SearchField("key_facts"),
        index.SearchField("aspects"),
        *ReferencesMixin.references_search_fields,
        *ClinicalPage.review_search_fields,
        index.FilterField("external_id"),
    ]

    api_fields = [
        *BasePage.api_fields,
        APIField("names"),
        APIField("summary"),
        APIField("image"),
        APIField("when_to_get_help"),
        APIField("key_facts"),
        APIField("aspects"),
        APIField("body_areas"),
        APIField("symptoms"),
        APIField("codes"),
        APIField("related"),
        *ReferencesMixin.references_api_fields,
        *ClinicalPage.review_api_fields,
    ]

    class Meta:
        verbose_name = _("condition page")

    def default_summary(self) -> str:
        return self.summary[:300]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        fetch_children(
            self,
            {
                "names": ["name", "kind", "locale", "locale__language_code"],
                "codes": ["system", "code"],
                "body_areas": ["name", "slug"],
                "symptoms": ["name", "slug"],
                "related": ["condition"],
            },
        )
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["articles"] = self._articles(request)
        context["related_conditions"] = self._related(request)
        return context

    def _articles(self, request: HttpRequest) -> list[Any]:
        """The first articles that name this condition, by the relation that ``blog`` makes."""
        if self.pk is None:  # a page not saved yet, in its preview
            return []
        relation = getattr(self, "articles", None)
        if relation is None:  # a site without articles
            return []
        articles = relation.filter(locale=self.locale_id).defer_streamfields()
        return list(public_pages(articles, request).order_by("-first_published_at", "-pk")[:12])

    def _related(self, request: HttpRequest) -> list["ConditionPage"]:
        order = {row.condition_id: place for place, row in enumerate(self.related.all())}
        if not order:
            return []
        pages = public_pages(
            ConditionPage.objects.filter(pk__in=order).defer_streamfields(), request
        )
        return sorted(pages, key=lambda page: order[page.pk])

    def aspects_in_order(self) -> list[blocks.StreamValue.StreamChild]:
        """The aspects as the page shows them."""
        return in_reading_order(self.aspects)

    def search_names(self) -> list[tuple[str, str]]:
        """Names patients may type beside the title, each with its kind."""
        return [(name.name, name.kind) for name in self.names.all()]

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        condition: dict[str, Any] = {
            "@type": "MedicalCondition",
            "name": self.title,
            "description": self.summary,
            "url": self.get_full_url(request),
        }
        if names := [name.name for name in self.names.all()]:
            condition["alternateName"] = names
        page: dict[str, Any] = {
            "@type": "MedicalWebPage",
            "name": self.title,
            "url": condition["url"],
            "inLanguage": self.locale.language_code,
            "about": {"@type": "MedicalCondition", "name": self.title},
        }
        if self.last_published_at:
            page["dateModified"] = self.last_published_at.isoformat()
        if sources := self.citations():
            page["citation"] = sources
        page |= review_json_ld(self.shown_review)
        return [*super().json_ld(request), page, condition]


class ConditionName(Orderable):
    """Another name of a condition, as patients or clinicians say it."""

    spoils_pages = True

    class Kind(models.TextChoices):
        LAY = "lay", _("in everyday words")
        TECHNICAL = "technical", _("technical")
        ABBREVIATION = "abbreviation", _("abbreviation")
        FORMER = "former", _("former name")

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.LAY)

    locale = models.ForeignKey(
        Locale,
        verbose_name=_("language"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only where it is not the page's own."),
    )

    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("locale")]

    api_fields = [APIField("name"), APIField("kind"), APIField("locale")]

    def __str__(self) -> str:
        return self.name


class ConditionCode(Orderable):
    """A code of a classification, typed by an editor; no lists are shipped."""

    spoils_pages = True

    class System(models.TextChoices):
        ICD_11 = "icd-11", "ICD-11"
        SNOMED_CT = "snomed-ct", "SNOMED CT"

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="codes")
    system = models.CharField(_("system"), max_length=20, choices=System.choices)
    code = models.CharField(_("code"), max_length=50)

    panels = [FieldPanel("system"), FieldPanel("code")]

    api_fields = [APIField("system"), APIField("code")]

    def __str__(self) -> str:
        return f"{self.get_system_display()} {self.code}"


class ConditionReviewer(ReviewerByline):
    """Somebody who is asked to review a condition page."""

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="clinical_reviewers")


class RelatedCondition(Orderable):
    """A condition that readers of a page may be looking for instead, or as well."""

    spoils_pages = True

    page = ParentalKey(ConditionPage, on_delete=models.CASCADE, related_name="related")
    condition = models.ForeignKey(
        ConditionPage,
        verbose_name=_("condition"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [FieldPanel("condition")]

    api_fields = [APIField("condition")]
