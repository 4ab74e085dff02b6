"""The library of sources in the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.telepath import register
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from citewell.references import rich_text
from citewell.references.block_adapter import ReferenceListAdapter
from citewell.references.blocks import ReferenceListBlock
from citewell.references.bulk_actions import (
    DeleteUnused,
    MergeSources,
    SetStudyType,
    leave_out_kept,
)
from citewell.references.chooser_form import PasteOneForm
from citewell.references.citing_views import DescribeCitationsView, EditCitationView, EditClaimView
from citewell.references.claim_register import ClaimRegisterView
from citewell.references.converting_views import ConvertNumbersView
from citewell.references.library_views import (
    IdentifiersColumn,
    SourceChooseResultsView,
    SourceChooseView,
    SourceDeleteView,
    SourceIndexView,
    SourceUsageView,
)
from citewell.references.links.report import LinksReportView
from citewell.references.merge_view import MergeView
from citewell.references.paste_into_page import PasteIntoPageView
from citewell.references.paste_views import CorrectView, PasteView, ResultView, ReviewView
from citewell.references.source import Source


class SourceChooserViewSet(SnippetChooserViewSet):
    """The chooser; its second tab reads a pasted reference."""

    choose_view_class = SourceChooseView
    choose_results_view_class = SourceChooseResultsView
    creation_form_class = PasteOneForm
    creation_tab_label = _("Paste a reference")
    create_action_label = _("Add to the library")


class SourceViewSet(SnippetViewSet):
    """The list, form and chooser of sources."""

    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    menu_order = 200
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("authors", label=_("Authors")),
        Column("year", label=_("Year"), sort_key="year"),
        IdentifiersColumn("identifiers", label=_("Identifiers")),
        Column("pages", label=_("Cited on pages"), sort_key="pages"),
    ]
    ordering = ["title", "pk"]
    index_view_class = SourceIndexView
    usage_view_class = SourceUsageView
    delete_view_class = SourceDeleteView
    delete_template_name = "citewell/references/source_delete.html"
    chooser_viewset_class = SourceChooserViewSet
    chooser_per_page = 25


register_snippet(SourceViewSet)
register(ReferenceListAdapter(), ReferenceListBlock)

for action in (SetStudyType, MergeSources, DeleteUnused):
    hooks.register("register_bulk_action", action)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Merging two sources; the steps of pasting a list."""
    return [
        path(
            "references/merge/<int:source>/<int:into>/", MergeView.as_view(), name="merge_sources"
        ),
        path(
            "references/numbers/<int:page>/",
            ConvertNumbersView.as_view(),
            name="convert_numbers",
        ),
        path("references/claim/", EditClaimView.as_view(), name="edit_claim"),
        path("reports/claims/", ClaimRegisterView.as_view(), name="claim_register"),
        path(
            "reports/claims/results/",
            ClaimRegisterView.as_view(results_only=True),
            name="claim_register_results",
        ),
        path("references/citation/", EditCitationView.as_view(), name="edit_citation"),
        path("references/citations/", DescribeCitationsView.as_view(), name="describe_citations"),
        path(
            "references/paste/into-page/",
            PasteIntoPageView.as_view(),
            name="paste_references_into_page",
        ),
        path("references/paste/", PasteView.as_view(), name="paste_references"),
        path("references/paste/<uuid:key>/", ReviewView.as_view(), name="pasted_references"),
        path(
            "references/paste/<uuid:key>/<int:place>/",
            CorrectView.as_view(),
            name="correct_pasted_reference",
        ),
        path(
            "references/paste/<uuid:key>/result/",
            ResultView.as_view(),
            name="pasted_references_result",
        ),
    ]


@hooks.register("register_rich_text_features")
def register_citation(features: FeatureRegistry) -> None:
    """The citation mark."""
    rich_text.register(features)


@hooks.register("register_page_header_buttons")
def convert_numbers_button(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """In the editor of a page with a list: its plain numbers become citations."""
    has_list = view_name == "edit" and getattr(page, "references", None)
    if has_list and page.permissions_for_user(user).can_edit():
        url = reverse("convert_numbers", args=[page.pk])
        yield Button(_("Numbers to citations"), url, icon_name="openquote", priority=65)


class ClaimRegisterMenuItem(MenuItem):
    """Shown to whoever may edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_any_permission(request.user, ["add", "change", "publish"]))


@hooks.register("register_reports_menu_item")
def register_claims_menu_item() -> MenuItem:
    """The register's place in the menu."""
    return ClaimRegisterMenuItem(
        _("Claims"), reverse("claim_register"), icon_name="tick", order=1060
    )


@hooks.register("before_bulk_action")
def keep_what_is_cited(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Wagtail's own bulk deletion leaves out what pages cite, and says so."""
    if action_type != "delete" or action.model is not Source:
        return None
    return leave_out_kept(request, objects, action.next_url)


@hooks.register("register_admin_urls")
def register_links_report_urls() -> list[URLPattern]:
    """The report of outside links and its results, which filters load alone."""
    view = LinksReportView
    return [
        path("reports/links/", view.as_view(), name="links_report"),
        path(
            "reports/links/results/", view.as_view(results_only=True), name="links_report_results"
        ),
    ]


class LinksReportMenuItem(MenuItem):
    """Shown to whoever may open the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Source)
        return bool(policy.user_has_any_permission(request.user, ["add", "change", "delete"]))


@hooks.register("register_reports_menu_item")
def register_links_report_menu_item() -> MenuItem:
    """The report's place in the menu."""
    return LinksReportMenuItem(
        _("Outside links"), reverse("links_report"), icon_name="link-external", order=1060
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Merging, in the history of both sources."""
    actions.register_action(
        "citewell_references.merge", _("Merge"), _("Merged into another source")
    )
    actions.register_action(
        "citewell_references.merged_from", _("Merged"), _("Another source was merged into this one")
    )
