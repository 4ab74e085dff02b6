"""Authors and clinicians: credentials, registration, interests, profile pages."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.search import index

from citewell.blocks.vocabulary import ContentBlock
from citewell.pages.models import BasePage
from citewell.pages.visibility import public_pages
from citewell.people.bylines import Byline, contributions

__all__ = ["Byline", "PeopleIndexPage", "Person", "PersonPage"]


class Person(index.Indexed, models.Model):
    """Somebody who writes for the site or treats its patients."""

    spoils_pages = True

    profile_url = ""
    """Address of the profile a reader may open, where a page that names them filled it in."""

    name = models.CharField(_("name"), max_length=150)
    credentials = models.CharField(
        _("credentials"), max_length=255, blank=True, help_text=_("Letters after the name.")
    )
    role = models.CharField(
        _("role"), max_length=255, blank=True, help_text=_("Such as Physiotherapist.")
    )
    is_clinician = models.BooleanField(_("treats patients"), default=False)
    registration_body = models.CharField(_("registered with"), max_length=150, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=50, blank=True)
    registration_link = models.URLField(
        _("public register entry"), blank=True, help_text=_("Where anybody can check it.")
    )
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    interests = models.TextField(
        _("statement of interests"),
        blank=True,
        help_text=_("Payments, shares, posts: what a reader should know. Write None where none."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("signs in as"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("credentials"),
        FieldPanel("role"),
        FieldPanel("photo"),
        MultiFieldPanel(
            [
                FieldPanel("is_clinician"),
                FieldPanel("registration_body"),
                FieldPanel("registration_number"),
                FieldPanel("registration_link"),
            ],
            heading=_("Registration"),
        ),
        FieldPanel("interests"),
        FieldPanel("user"),
    ]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
    ]

    api_fields = [
        APIField("name"),
        APIField("credentials"),
        APIField("role"),
        APIField("photo"),
        APIField("registration_body"),
        APIField("registration_number"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return f"{self.name}, {self.credentials}" if self.credentials else self.name


class PeopleIndexPage(BasePage):
    """The list of the people behind the site.

    Its template finds ``profiles``: person pages in the editor's order, with ``person``.
    """

    subpage_types = ["citewell_people.PersonPage"]
    max_count_per_parent = 1

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    api_fields = [*BasePage.api_fields, APIField("introduction")]

    class Meta:
        verbose_name = _("people index page")

    def default_summary(self) -> str:
        return self.introduction[:300]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["profiles"] = (
            public_pages(PersonPage.objects.child_of(self), request)
            .defer_streamfields()
            .select_related("person__photo")
            .prefetch_related("person__photo__renditions")
            .order_by("path")
        )
        return context


class PersonPage(BasePage):
    """A person's profile: who they are, what they do, what a reader should know.

    Its template finds, beside the fields, ``contributions``: a ``heading`` ("Articles")
    and the public ``pages`` that name the person so.
    """

    parent_page_types = ["citewell_people.PeopleIndexPage"]
    subpage_types: list[str] = []

    joined_when_served = [*BasePage.joined_when_served, "person__photo"]
    joined_when_listed = ["person"]

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="profile_pages"
    )
    biography = StreamField(ContentBlock(), verbose_name=_("biography"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("person"),
        FieldPanel("biography"),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("biography"),
        index.RelatedFields("person", [index.SearchField("name"), index.SearchField("role")]),
    ]

    api_fields = [*BasePage.api_fields, APIField("person"), APIField("biography")]

    class Meta:
        verbose_name = _("person page")

    def default_summary(self) -> str:
        return self.person.role

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["contributions"] = contributions(self.person, self.locale_id, request)
        return context

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        person = {
            "@type": "Person",
            "name": self.person.name,
            "url": self.get_full_url(request),
        }
        if self.person.role:
            person["jobTitle"] = self.person.role
        if self.person.credentials:
            person["honorificSuffix"] = self.person.credentials
        return [*super().json_ld(request), person]
