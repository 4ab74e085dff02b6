"""What can be done with many sources at once: study type, merging, deleting what is unused."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import classproperty
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from citewell.references.source import Source, why_kept
from citewell.references.study_types import StudyType, StudyTypeOrigin


def leave_out_kept(request: HttpRequest, sources: list[Any], next_url: str) -> HttpResponse | None:
    """Take what has to stay out of a list to delete, with a sentence; back if nothing is left."""
    for source in list(sources):
        protected = source.kept_by()
        if protected or source.merged_into_id:
            sources.remove(source)
            messages.warning(request, f"“{source}”: {why_kept(protected)}")
    return None if sources else redirect(next_url)


class SourceBulkAction(SnippetBulkAction):
    """An action on sources alone; needs the permission it names."""

    template_name = "citewell/references/bulk_action.html"
    permission = "change"
    question = _("Go on with these sources?")

    @classproperty
    def models(cls) -> list[type[Source]]:
        return [Source]

    def check_perm(self, snippet: Source) -> bool:
        return bool(
            self.permission_policy.user_has_permission_for_instance(
                self.request.user, self.permission, snippet
            )
        )

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        return Source.objects.standing().values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title=self.display_name, question=self.question, **kwargs)


class StudyTypeForm(forms.Form):
    """The kind of study a person says they are."""

    study_type = forms.ChoiceField(choices=StudyType.choices, label=_("Study type"))


class SetStudyType(SourceBulkAction):
    """Says of many sources what kind of study they are."""

    display_name = _("Set study type")
    aria_label = _("Set the study type of the selected sources")
    action_type = "set_study_type"
    action_priority = 10
    form_class = StudyTypeForm
    question = _("Which kind of study are these?")

    def get_execution_context(self) -> dict[str, Any]:
        chosen = self.cleaned_form.cleaned_data["study_type"]
        return {"study_type": chosen, "user": self.request.user}

    @classmethod
    def execute_action(cls, objects: list[Source], **kwargs: Any) -> tuple[int, int]:
        origin = "" if kwargs["study_type"] == StudyType.UNKNOWN else StudyTypeOrigin.PERSON
        for source in objects:
            source.study_type, source.study_type_origin = kwargs["study_type"], origin
            source.save(update_fields=["study_type", "study_type_origin", "updated_at"])
            log(source, "wagtail.edit", user=kwargs["user"], content_changed=True)
        return len(objects), 0

    def get_success_message(self, parents: int, children: int) -> str:
        message = ngettext("%(n)d source changed.", "%(n)d sources changed.", parents)
        return message % {"n": parents}


class MergeSources(SourceBulkAction):
    """Leads two selected sources to the page where a person compares them."""

    display_name = _("Merge")
    aria_label = _("Merge two selected sources")
    action_type = "merge"
    action_priority = 20
    question = _("Compare these two, then choose what is kept.")

    def prepare_action(self, objects: list[Source], without_access: Any) -> HttpResponse:
        if len(objects) != 2:
            messages.error(self.request, _now("Choose exactly two sources to merge."))
            return redirect(self.next_url)
        first, second = sorted(objects, key=lambda source: source.pk)
        return redirect(reverse("merge_sources", args=[second.pk, first.pk]))


class DeleteUnused(SourceBulkAction):
    """Deletes those of the selected that no page cites."""

    display_name = _("Delete unused")
    aria_label = _("Delete those of the selected sources that no page cites")
    action_type = "delete_unused"
    action_priority = 30
    permission = "delete"
    classes = {"serious"}
    question = _("Delete these? Sources that a page cites, live or in a draft, are kept.")

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user, "action": self}

    @classmethod
    def execute_action(cls, objects: list[Source], **kwargs: Any) -> tuple[int, int]:
        deleted = 0
        for source in objects:
            try:
                with transaction.atomic():
                    log(source, "wagtail.delete", user=kwargs["user"], deleted=True)
                    source.delete()
                deleted += 1
            except ProtectedError as error:
                messages.warning(kwargs["action"].request, f"“{source}”: {error.args[0]}")
        return deleted, 0

    def get_success_message(self, parents: int, children: int) -> str:
        message = ngettext("%(n)d source deleted.", "%(n)d sources deleted.", parents)
        return message % {"n": parents}
