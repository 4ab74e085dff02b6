"""The home page, plain pages and services."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from citewell.blocks.vocabulary import ContentBlock
from citewell.organisation.furniture import furniture
from citewell.organisation.structured_data import medical_clinic
from citewell.pages.children import fetch_children
from citewell.pages.models import BasePage
from citewell.pages.visibility import public_pages
from citewell.people.bylines import BYLINE_FIELDS, Byline, add_profiles
from home.shared_drafts import SharedDraft
from home.withdrawal import Withdrawal

__all__ = [
    "HomePage",
    "PlainPage",
    "ServiceIndexPage",
    "ServicePage",
    "ServiceProvider",
    "SharedDraft",
    "Withdrawal",
]


class HomePage(BasePage):
    """The first page: the patient's search box, then sections from blocks."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.PlainPage",
        "home.ServiceIndexPage",
        "conditions.ConditionIndexPage",
        "blog.ArticleIndexPage",
        "citewell_people.PeopleIndexPage",
    ]

    heading = models.CharField(
        _("heading"), max_length=150, help_text=_("Above the search box: a question or a promise.")
    )
    introduction = models.TextField(_("introduction"), max_length=300, blank=True)
    sections = StreamField(ContentBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("heading"),
        FieldPanel("introduction"),
        FieldPanel("sections"),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("heading"),
        index.SearchField("introduction"),
        index.SearchField("sections"),
    ]

    api_fields = [
        *BasePage.api_fields,
        APIField("heading"),
        APIField("introduction"),
        APIField("sections"),
    ]

    class Meta:
        verbose_name = _("home page")

    def default_summary(self) -> str:
        return self.introduction

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        found = furniture(request)
        clinic = [medical_clinic(found)] if found else []
        return [*super().json_ld(request), *clinic]


class PlainPage(BasePage):
    """A page of text: about the clinic, privacy, how we write.

    Its template finds ``subpages``: the public pages below it, in the editor's order.
    """

    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage"]

    lead = models.TextField(_("lead"), max_length=500, blank=True)
    body = StreamField(ContentBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("body")]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]

    api_fields = [*BasePage.api_fields, APIField("lead"), APIField("body")]

    class Meta:
        verbose_name = _("plain page")

    def default_summary(self) -> str:
        return self.lead[:300]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        below = PlainPage.objects.child_of(self).defer_streamfields().order_by("path")
        context["subpages"] = public_pages(below, request)
        return context


class ServiceIndexPage(BasePage):
    """What the clinic offers.

    Its template finds ``services``: service pages in the editor's order.
    """

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ServicePage"]

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    api_fields = [*BasePage.api_fields, APIField("introduction")]

    class Meta:
        verbose_name = _("service index page")

    def default_summary(self) -> str:
        return self.introduction[:300]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        services = ServicePage.objects.child_of(self).defer_streamfields()
        context["services"] = (
            public_pages(services, request)
            .select_related("listing_image")
            .prefetch_related("listing_image__renditions")
            .order_by("path")
        )
        return context


class ServicePage(BasePage):
    """A service: what it is, who gives it, what to expect, price, booking.

    Its template finds, beside the fields, ``providers``: rows with ``person``,
    whose ``profile_url`` is filled.
    """

    parent_page_types = ["home.ServiceIndexPage"]
    subpage_types: list[str] = []

    summary = models.TextField(_("what it is"), max_length=500)
    what_to_expect = StreamField(ContentBlock(), verbose_name=_("what to expect"), blank=True)
    price = models.CharField(_("price"), max_length=150, blank=True)
    booking_link = models.URLField(
        _("booking link"), blank=True, help_text=_("Empty: the clinic's own.")
    )
    selling = models.BooleanField(
        _("sells something"),
        default=True,
        help_text=_("The wording checks are stricter on pages that sell a service."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("what_to_expect"),
        InlinePanel("providers", heading=_("Who gives it"), label=_("person")),
        MultiFieldPanel(
            [FieldPanel("price"), FieldPanel("booking_link"), FieldPanel("selling")],
            heading=_("Price and booking"),
        ),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("what_to_expect"),
    ]

    api_fields = [
        *BasePage.api_fields,
        APIField("summary"),
        APIField("what_to_expect"),
        APIField("providers"),
        APIField("price"),
        APIField("selling"),
    ]

    class Meta:
        verbose_name = _("service page")

    def default_summary(self) -> str:
        return self.summary[:300]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        fetch_children(self, {"providers": BYLINE_FIELDS})
        context["providers"] = add_profiles(self.providers.all(), self.locale_id, request)
        return context

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        service = {
            "@type": "MedicalTherapy" if not self.selling else "Service",
            "name": self.title,
            "description": self.summary,
            "url": self.get_full_url(request),
        }
        return [*super().json_ld(request), service]


class ServiceProvider(Byline):
    """One person who gives a service, in order."""

    contribution = _("Services")

    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="providers")
