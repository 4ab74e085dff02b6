"""Wagtail's page editor with the findings beside the form and the policy before publishing."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from citewell.findings.panel import FindingsSidePanel
from citewell.findings.publishing import latest_version, publishable, will_finish_workflow


class FindingsPanelMixin:
    """Adds the side panel."""

    def get_side_panels(self) -> MediaContainer:
        panels: Any = super().get_side_panels()  # type: ignore[misc]
        panels.append(FindingsSidePanel(self.page, self.request))  # type: ignore[attr-defined]
        return panels


class FindingsEditView(FindingsPanelMixin, EditView):
    """Publishing itself is refused by the hook, once the draft is saved."""

    def perform_workflow_action(self) -> HttpResponse:
        """Save first; approve only if what is saved may be published."""
        if self.workflow_action != "approve" or not will_finish_workflow(self.page):
            return super().perform_workflow_action()
        response: HttpResponse = self.save_action()
        if not publishable(self.request, self.page):
            return response
        self.page.current_workflow_task.on_action(
            self.page.current_workflow_task_state,
            self.request.user,
            self.workflow_action,
            **json.loads(self.request.POST.get("workflow-action-extra-data") or "{}"),
        )
        return self.redirect_away()


class FindingsCreateView(FindingsPanelMixin, CreateView):
    """A new page is no live page until the policy let it pass."""

    def publish_action(self) -> HttpResponse:
        # Wagtail stores a new page as live before it asks whether it may be published.
        self.form.instance.live = False
        return super().publish_action()


class FindingsWorkflowActionView(WorkflowActionView):
    """The same for an approval from the dashboard."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = latest_version(self.object)
        is_last = self.action_name == "approve" and will_finish_workflow(self.object)
        if not is_last or publishable(request, page):
            return super().post(request, *args, **kwargs)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            data = {"step": "success", "redirect": self.redirect_url}
            response: JsonResponse = self.render_modal_json(request, data)
            return response
        return redirect(self.redirect_url)


class FindingsPageViewSet(PageViewSet):
    """The viewset of all pages; a viewset for one page type inherits it to keep the findings."""

    add_view_class = FindingsCreateView
    edit_view_class = FindingsEditView
    workflow_action_view_class = FindingsWorkflowActionView
