"""Naming a reviewer on many pages at once."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.models import get_serializable_data_for_fields
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from citewell.people.models import Person
from citewell.review.board import clinical_models


def assign(pages: Iterable[Page], person: Person, user: Any = None) -> int:
    """Name a person as reviewer of pages, live version and latest draft; returns how many.

    Who reviews is no clinical content: no version is made, no signature touched.
    """
    count = 0
    with transaction.atomic():
        for page in pages:
            row = add_row(page, person)
            if row is None:
                continue
            add_to_draft(page, row)
            log(instance=page, action="wagtail.edit", user=user, content_changed=False)
            count += 1
    return count


def add_row(page: Page, person: Person) -> Any:
    """The new row of the stored page; None where the person is named already."""
    model = page.specific_class._meta.get_field("clinical_reviewers").related_model
    rows = model.objects.filter(page=page.pk)
    if rows.filter(person=person).exists():
        return None
    return model.objects.create(page_id=page.pk, person=person, sort_order=rows.count())


def add_to_draft(page: Page, row: Any) -> None:
    """The same row in the latest version, so that publishing it keeps the reviewer."""
    revision = Revision.objects.filter(pk=page.latest_revision_id).first()
    if revision is None:
        return
    named = revision.content.setdefault("clinical_reviewers", [])
    if row.person_id not in [each["person"] for each in named]:
        named.append(get_serializable_data_for_fields(row))
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


class AssignForm(forms.Form):
    """Whom to name."""

    person = forms.ModelChoiceField(
        label=_("Reviewer"),
        queryset=Person.objects.filter(user__is_active=True),
        help_text=_("People who sign in."),
    )


class AssignReviewer(PageBulkAction):
    """*Assign a reviewer*, on the board and among pages."""

    display_name = _("Assign a reviewer")
    aria_label = _("Assign a reviewer to the selected pages")
    action_type = "assign_reviewer"
    template_name = "citewell/review/assign.html"
    action_priority = 60
    form_class = AssignForm

    @classproperty
    def models(cls) -> list[type[Page]]:
        return [Page]

    @classmethod
    def get_queryset(cls, model: type[Page], object_ids: Any) -> list[Page]:
        types = ContentType.objects.get_for_models(*clinical_models()).values()
        pages = Page.objects.filter(pk__in=object_ids, content_type__in=[t.pk for t in types])
        return list(pages.filter(alias_of=None))

    def check_perm(self, page: Page) -> bool:
        return bool(page.permissions_for_user(self.request.user).can_edit())

    def get_execution_context(self) -> dict[str, Any]:
        return {
            **super().get_execution_context(),
            "person": self.cleaned_form.cleaned_data["person"],
        }

    @classmethod
    def execute_action(
        cls, objects: list[Page], user: Any = None, person: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        return assign(objects, person, user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)d page names a new reviewer.",
            "%(count)d pages name a new reviewer.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
