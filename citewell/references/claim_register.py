"""The register of claims: what the site says, how sure it is, and what carries it."""

from typing import Any

import django_filters
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from citewell.references.citing.status import Kind, statuses
from citewell.references.claim_model import Certainty, Claim
from citewell.references.source import Source


def retracted(sources: QuerySet[Source]) -> list[int]:
    """The keys of those of these sources that were retracted."""
    known = statuses(sources)
    return [key for key in known if any(one.kind == Kind.RETRACTED for one in known[key])]


class ClaimFilterSet(WagtailFilterSet):
    """Low certainty, without source, source retracted, all sources older than some years."""

    certainty = django_filters.MultipleChoiceFilter(choices=Certainty.choices, label=_("Certainty"))
    sources = django_filters.ChoiceFilter(
        label=_("Sources"),
        choices=[("none", _("without source")), ("retracted", _("source retracted"))],
        method="by_sources",
    )
    older = django_filters.NumberFilter(
        label=_("All sources older than (years)"), min_value=0, max_value=200, method="by_age"
    )
    version = django_filters.ChoiceFilter(choices=Claim.Version.choices, label=_("Version"))

    class Meta:
        model = Claim
        fields: list[str] = []

    def by_sources(self, claims: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        if value == "none":
            return claims.filter(sources=None)
        cited = Source.objects.filter(claims__in=claims).only("notices").distinct()
        return claims.filter(pk__in=claims.filter(sources__in=retracted(cited)).values("pk"))

    def by_age(self, claims: QuerySet[Claim], name: str, value: Any) -> QuerySet[Claim]:
        limit = timezone.localdate().year - int(value)
        return claims.annotate(newest=Max("sources__year")).filter(newest__lt=limit)


def named(claim: Claim) -> str:
    """The sources in one line."""
    return "; ".join(str(source) for source in claim.sources.all()) or "–"


class ClaimRegisterView(ReportView):
    """Every claim on the pages that the user may edit; each leads to its place."""

    page_title = _("Claims")
    header_icon = "tick"
    model = Claim
    any_permission_required = ["add", "change", "publish"]
    index_url_name = "claim_register"
    index_results_url_name = "claim_register_results"
    filterset_class = ClaimFilterSet
    default_ordering = "text"
    list_export = ["text", "certainty", "page", "version", "named"]
    export_headings = {
        "text": _("Claim"),
        "certainty": _("Certainty"),
        "page": _("Page"),
        "version": _("Version"),
        "named": _("Sources"),
    }
    columns = [
        TitleColumn(
            "text",
            label=_("Claim"),
            sort_key="text",
            get_url=lambda claim: (
                reverse("wagtailadmin_pages:edit", args=[claim.page_id])
                + f"#:w:contentpath={claim.place}"
            ),
        ),
        Column("certainty", label=_("Certainty"), accessor="get_certainty_display"),
        Column(
            "page", label=_("Page"), accessor=lambda claim: claim.page.get_admin_display_title()
        ),
        Column("version", label=_("Version"), accessor="get_version_display"),
        Column("named", label=_("Sources"), accessor=named),
    ]

    @property
    def permission_policy(self) -> Any:
        """That of pages: who edits pages looks after their claims."""
        return policy_registry.get_by_type(Page)

    def get_queryset(self) -> QuerySet[Claim]:
        pages = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        self.queryset = (
            Claim.objects.filter(page__in=pages.values("pk"))
            .select_related("page")
            .prefetch_related("sources")
            .order_by("text", "pk")
        )
        claims: QuerySet[Claim] = super().get_queryset()
        return claims

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        claims = list(object_list)
        for claim in claims:
            claim.named = named(claim)
        return claims
