"""The sign-off as a step of a workflow: content decides, not revisions."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Workflow, WorkflowTask

from citewell.review.models import ClinicalSignOffTask
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page
from tests.citewell.review.test_sign_views import PASSWORD, address, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(db: None) -> Any:
    """A draft in a workflow of one step."""
    page = factories.article(live=False, lead="Walk for 10 minutes.")
    author = factories.user()
    page.save_revision(user=author)
    workflow = Workflow.objects.create(name="Clinical")
    task = ClinicalSignOffTask.objects.create(name="Sign-off")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    workflow.start(page, author)
    page.refresh_from_db()
    return page


def actions(page: Any, user: Any) -> list[str]:
    return [name for name, _label, _extra in page.current_workflow_task.get_actions(page, user)]


def approve(page: Any, user: Any) -> None:
    page.current_workflow_task.on_action(page.current_workflow_task_state, user, "approve")
    page.refresh_from_db()


def test_a_version_that_nobody_signed_stays_with_the_reviewers(submitted: Any) -> None:
    reviewer = make_reviewer()
    assert actions(submitted, reviewer) == ["reject"]
    approve(submitted, reviewer)
    assert submitted.workflow_in_progress
    assert not submitted.live


def test_signing_ends_the_step_and_what_is_live_is_what_was_signed(
    client: Any, submitted: Any
) -> None:
    reviewer = make_reviewer()
    reviewer.set_password(PASSWORD)
    reviewer.save()
    client.force_login(reviewer)
    assert client.post(address(submitted), filled(client, submitted)).status_code == 302
    submitted.refresh_from_db()
    assert not submitted.workflow_in_progress
    assert submitted.live
    assert submitted.review.state == "reviewed"


def test_saving_the_same_words_again_asks_for_no_new_signature(submitted: Any) -> None:
    reviewer = make_reviewer()
    sign_page(submitted, reviewer)
    submitted.save_revision()
    assert actions(submitted, reviewer) == ["reject", "approve"]
    approve(submitted, reviewer)
    assert submitted.live


def test_other_words_in_a_later_version_do(submitted: Any) -> None:
    reviewer = make_reviewer()
    sign_page(submitted, reviewer)
    submitted.lead = "Walk for 20 minutes."
    submitted.save_revision()
    assert actions(submitted, reviewer) == ["reject"]
    approve(submitted, reviewer)
    assert not submitted.live


def test_a_reviewer_returns_the_page_to_its_author_with_a_comment(submitted: Any) -> None:
    reviewer = make_reviewer()
    state = submitted.current_workflow_task_state
    submitted.current_workflow_task.on_action(state, reviewer, "reject", comment="Which trial?")
    state.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Which trial?")


def test_who_may_not_sign_neither_acts_nor_edits_meanwhile(submitted: Any) -> None:
    user = factories.user()
    task = submitted.current_workflow_task
    assert actions(submitted, user) == []
    assert task.locked_for_user(submitted, user)
    assert not task.get_task_states_user_can_moderate(user).exists()
    assert task.get_task_states_user_can_moderate(make_reviewer()).exists()


def test_administrators_add_the_step_in_the_admin(client: Any) -> None:
    client.force_login(factories.superuser())
    url = reverse(
        "wagtailadmin_workflows:add_task", args=["citewell_review", "clinicalsignofftask"]
    )
    client.post(url, {"name": "Clinical sign-off"})
    assert ClinicalSignOffTask.objects.get().name == "Clinical sign-off"
