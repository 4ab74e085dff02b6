"""The sign-off as a step of Wagtail's workflows."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from citewell.review.covering import SIGN, is_covered


class ClinicalSignOffTask(Task):
    """Waits until what would go live is signed, word for word.

    It looks at content, not at revisions: a workflow publishes the latest version, and each
    autosave makes one. Signing in *Read and sign* finishes the step by itself; a version that
    nobody signed stays with the reviewers whatever button is pressed. *Return to the author*
    takes a comment.
    """

    spoils_pages = False

    class Meta:
        verbose_name = _("clinical sign-off")
        verbose_name_plural = _("clinical sign-offs")

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Approve what is signed, return what is not; an approval of anything else does nothing."""
        page = task_state.workflow_state.content_object
        if action_name != "approve" or is_signed(page):
            super().on_action(task_state, user, action_name, **kwargs)

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return bool(user.has_perm(SIGN))

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not user.has_perm(SIGN)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return bool(user.has_perm(SIGN))

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Returning always; going on once enough people signed."""
        if not user.has_perm(SIGN):
            return []
        back = ("reject", _("Return to the author"), True)
        go_on = ("approve", _("Signed: go on"), False)
        return [back, go_on] if is_signed(obj) else [back]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        if not user.has_perm(SIGN):
            return TaskState.objects.none()
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)

    @classmethod
    def get_description(cls) -> Any:
        return _("Reviewers read and sign the version that would go live")


def is_signed(page: Any) -> bool:
    """Whether enough people signed exactly the latest version."""
    return is_covered(page.get_latest_revision_as_object())
