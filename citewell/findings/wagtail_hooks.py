"""Where the findings enter the admin: editor, publishing, report."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from citewell.findings.gate import reasons_against
from citewell.findings.publishing import latest_version, publishable, refuse_copy
from citewell.findings.report import FindingsReportView
from citewell.findings.views import FindingsPageViewSet
from citewell.findings.wall import copy_below


@hooks.register("register_admin_viewset", order=10)
def register_page_viewset() -> PageViewSet:
    """Ours comes after Wagtail's own for all pages and takes its place."""
    return FindingsPageViewSet()


@hooks.register("before_publish_page")
def refuse_to_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved by now; go back to it where the policy blocks it."""
    if publishable(request, page):
        return None
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def refuse_to_publish_many(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Leave out the pages the policy blocks, themselves or by a descendant; publish the rest."""
    if action_type != "publish" or action.models[0] is not Page:
        return None
    with_descendants = action.cleaned_form.cleaned_data.get("include_descendants")
    for page in list(objects):
        drafts = page.get_descendants().not_live() if with_descendants else []
        passed = [publishable(request, latest_version(each)) for each in [page, *drafts]]
        if not all(passed):
            objects.remove(page)
    return None if objects else redirect(action.next_url)


@hooks.register("before_copy_page")
def refuse_to_copy_live(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask for every copy or alias that would be live, before any of them is made."""
    if request.method != "POST":
        return None
    parent = Page.objects.filter(pk=request.POST.get("new_parent_page")).first()
    alias = bool(request.POST.get("alias"))
    if parent is None or not (alias or request.POST.get("publish_copies")):
        return None
    pages = page.get_descendants(inclusive=True) if request.POST.get("copy_subpages") else [page]
    for each in pages:
        if not each.live:
            continue
        copy = copy_below(parent, each, alias=alias)
        if reasons := reasons_against(copy):
            refuse_copy(request, each, reasons)
            return redirect(request.get_full_path())
    return None


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern]:
    """The report and its results, which filters load alone."""
    return [
        path("reports/findings/", FindingsReportView.as_view(), name="findings_report"),
        path(
            "reports/findings/results/",
            FindingsReportView.as_view(results_only=True),
            name="findings_report_results",
        ),
    ]


class FindingsReportMenuItem(MenuItem):
    """Shown to whoever may open the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_any_permission(request.user, ["add", "change", "publish"]))


@hooks.register("register_reports_menu_item")
def register_report_menu_item() -> MenuItem:
    """The report's place in the menu."""
    return FindingsReportMenuItem(
        _("Findings"), reverse("findings_report"), icon_name="warning", order=1050
    )
