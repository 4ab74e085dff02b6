"""*Where do we say this?* in the admin, and the tasks that come of it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page
from wagtail.permissions import policy_registry

from citewell.wording.finding_text import by_subject, find_text
from citewell.wording.models import TextTask
from citewell.wording.querying import CannotSearch, understand
from citewell.wording.tasks import finish, make_tasks, visible_to


def may_search(user: Any) -> bool:
    """Whether a user may edit some page."""
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(user, ["add", "change"]))


class TaskForm(forms.Form):
    """Who looks at the chosen places, by when."""

    owner: Any = forms.ModelChoiceField(label=gettext_lazy("Owner"), queryset=None)
    due_on = forms.DateField(label=gettext_lazy("Due on"), widget=AdminDateInput)
    note = forms.CharField(
        label=gettext_lazy("What is to be done"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may = Q(is_superuser=True) | Q(groups__permissions__codename="access_admin")
        owner: Any = self.fields["owner"]
        owner.queryset = get_user_model().objects.filter(may, is_active=True).distinct()


class TextView(WagtailAdminTemplateMixin, TemplateView):
    """The question, what was found, and the form that makes tasks of it."""

    page_title = gettext_lazy("Where do we say this?")
    header_icon = "search"
    template_name = "citewell/wording/find_text.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not may_search(request.user):
            raise PermissionDenied

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        context = {
            **super().get_context_data(**kwargs),
            "phrase": asked.get("q", ""),
            "forms": "forms" in asked,
            "near": "near" in asked,
            "form": kwargs.get("form") or TaskForm(),
        }
        if "q" not in asked:
            return context
        try:
            wanted = understand(asked["q"], forms="forms" in asked, near="near" in asked)
        except CannotSearch as refusal:
            return {**context, "refusal": str(refusal)}
        answer = find_text(wanted, within=visible_to(self.request.user))
        return {
            **context,
            "wanted": wanted,
            "answer": answer,
            "groups": list(by_subject(answer.found)),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make tasks of the places that are ticked."""
        form = TaskForm(request.POST)
        subjects = request.POST.getlist("subject")
        if not subjects:
            form.add_error(None, _("Tick at least one page."))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        made = make_tasks(
            request.GET.get("q", "").strip()[:200],
            subjects,
            owner=form.cleaned_data["owner"],
            due_on=form.cleaned_data["due_on"],
            note=form.cleaned_data["note"],
            by=request.user,
            within=visible_to(request.user),
        )
        said = ngettext("%(count)d task is made.", "%(count)d tasks are made.", made)
        messages.success(request, said % {"count": made})
        return redirect("wording_tasks")


class TasksView(WagtailAdminTemplateMixin, TemplateView):
    """The tasks: mine first, the open ones, what is done."""

    page_title = gettext_lazy("Review tasks")
    header_icon = "check"
    template_name = "citewell/wording/tasks.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not may_search(request.user):
            raise PermissionDenied

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tasks = TextTask.objects.select_related("owner", "page")
        open_tasks = list(tasks.filter(done_on=None)[:500])
        mine = self.request.user.pk
        return {
            **super().get_context_data(**kwargs),
            "groups": [
                (_("Mine"), [task for task in open_tasks if task.owner_id == mine]),
                (_("Of others"), [task for task in open_tasks if task.owner_id != mine]),
                (_("Done"), list(tasks.filter(done_on__isnull=False).order_by("-done_on")[:100])),
            ],
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say that a task is done."""
        task = get_object_or_404(TextTask, pk=request.POST.get("task") or 0)
        finish(task, request.user)
        messages.success(request, _("“%(title)s” is done.") % {"title": task.title})
        return redirect(reverse("wording_tasks"))
