"""What a signature does to the workflow a page is in."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from citewell.findings.publishing import latest_version, publishable, will_finish_workflow
from citewell.review.models import ClinicalSignOffTask


def finish_step(page: Any, request: HttpRequest) -> bool:
    """End the step that waits for the signature, unless a finding keeps the page a draft."""
    state = page.current_workflow_task_state
    task = page.current_workflow_task
    if state is None or not isinstance(task, ClinicalSignOffTask):
        return False
    if will_finish_workflow(page) and not publishable(request, latest_version(page)):
        return False
    task.on_action(state, request.user, "approve", comment=_("Signed."))
    state.refresh_from_db()
    return bool(state.status == state.STATUS_APPROVED)
