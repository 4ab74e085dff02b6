"""Refusing to publish a page whose findings the site's policy does not let pass.

Roads that are covered: publishing from the edit and the create form, also with a date
(and again when the time has come, as the policy may be another one by then); publishing
many pages at once, with their descendants; the approval that ends a workflow, from the
edit form and from the dashboard. In each the draft is saved first and nothing typed is
lost.

Findings do not hold code that calls ``publish()`` itself (importers, commands, the demo)
nor copies of live pages, as they pass by Wagtail's hooks and views. What may under no
circumstances be live is a guard's matter, see :mod:`citewell.findings.gate`: it is asked
here as well, and again by the wall.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Task

from citewell.findings.gate import reasons_against
from citewell.findings.models import FindingsPolicy
from citewell.findings.registry import Finding, findings_of


def blocking_findings(page: Page) -> list[Finding]:
    """The findings that keep a specific page, as it stands, from being published."""
    codes = FindingsPolicy.codes_for(page)
    return [finding for finding in findings_of(page) if finding.code in codes]


def refuse(request: HttpRequest, page: Page, reasons: list[str]) -> None:
    """Tell the editor why the page was not published and that nothing is lost."""
    messages.error(
        request,
        format_html(
            "{} <ul>{}</ul>",
            _("“%(title)s” is saved as a draft and was not published:")
            % {"title": page.get_admin_display_title()},
            format_html_join("", "<li>{}</li>", ((reason,) for reason in reasons)),
        ),
    )


def refuse_copy(request: HttpRequest, page: Page, reasons: list[str]) -> None:
    """Tell the editor why nothing was copied; a copy that is a draft would be."""
    messages.error(
        request,
        format_html(
            "{} <ul>{}</ul>",
            _("“%(title)s” was not copied, as its copy would be live. Copy it as a draft.")
            % {"title": page.get_admin_display_title()},
            format_html_join("", "<li>{}</li>", ((reason,) for reason in reasons)),
        ),
    )


def publishable(request: HttpRequest, page: Page) -> bool:
    """Whether a page may be published as it stands; where not, the editor is told why."""
    findings = [str(finding.message) for finding in blocking_findings(page)]
    reasons = list(dict.fromkeys([*findings, *reasons_against(page)]))
    if reasons:
        refuse(request, page, reasons)
    return not reasons


def latest_version(page: Page) -> Any:
    """The page as publishing would make it live."""
    return page.get_latest_revision_as_object()


def will_finish_workflow(page: Page) -> bool:
    """Whether the approval of the page's current task publishes it."""
    state = page.current_workflow_state
    if not state or not state.current_task_state:
        return False
    return not (
        Task.objects.filter(workflow_tasks__workflow=state.workflow_id, active=True)
        .exclude(task_states__in=state.successful_task_states)
        .exclude(pk=state.current_task_state.task_id)
        .exists()
    )
