"""The import in the admin: read a file or text, look at what was understood, make the draft."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from blog.models import ArticleIndexPage, ArticlePage
from importing.articles import foresee, import_article, understood
from importing.document import Document
from importing.forms import DraftForm, SourceForm
from importing.models import PendingArticle
from importing.outline import block_html


def parents_for(user: Any) -> QuerySet[ArticleIndexPage]:
    """The article indexes a user may add articles to."""
    allowed = policy_registry.get_by_type(ArticlePage).instances_user_has_permission_for(
        user, "add"
    )
    indexes = ArticleIndexPage.objects.filter(pk__in=allowed.values("pk"))
    return indexes.order_by("-live", "path")


class ImportView(WagtailAdminTemplateMixin, FormView):
    """What both steps share: who may come, the way here, the index that was asked for."""

    page_title = _("Import an article")
    header_icon = "upload"

    @cached_property
    def parents(self) -> QuerySet[ArticleIndexPage]:
        return parents_for(self.request.user)

    @property
    def asked(self) -> str:
        """The key of the index that was asked for, empty for none."""
        asked = self.request.GET.get("parent", "")
        return asked if asked.isascii() and asked.isdecimal() else ""

    @property
    def query(self) -> str:
        """The address's query for the next step."""
        return f"?parent={self.asked}" if self.asked else ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        PendingArticle.forget_old()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        policy = policy_registry.get_by_type(ArticlePage)
        if not policy.user_has_permission(request.user, "add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        start = {"url": reverse("importing_start"), "label": self.page_title}
        return [*self.breadcrumbs_items, start]


@method_decorator(transaction.non_atomic_requests, name="dispatch")  # it reads for seconds
class StartView(ImportView):
    """A file or a pasted text is read; nothing is written but the tree, for a day."""

    form_class = SourceForm
    template_name = "importing/start.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["action_url"] = f"{reverse('importing_start')}{self.query}"
        context["submit_button_label"] = _("Read the article")
        context["submit_button_active_label"] = _("Reading…")
        context["has_parent"] = self.parents.exists()
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        if not self.parents.exists():
            form.add_error(None, _("There is no article index you may add to."))
            return self.form_invalid(form)
        pending = PendingArticle.keep(form.document, self.request.user)
        return redirect(f"{reverse('importing_check', args=[pending.key])}{self.query}")


class CheckView(ImportView):
    """What was understood; corrected, it becomes a draft and is kept here no longer."""

    template_name = "importing/check.html"
    page_subtitle = _("What was understood")
    pending: PendingArticle

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        own = PendingArticle.objects.filter(user=request.user.pk, key=kwargs["key"])
        pending = own.first()
        if pending is None:
            messages.warning(
                request, _("This import is finished, or a day has passed: start a new one.")
            )
            return redirect("importing_start")
        self.pending = pending
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def document(self) -> Document:
        return self.pending.document

    def get_form(self, form_class: Any = None) -> DraftForm:
        asked = self.asked if len(self.asked) < 19 else ""  # databases keep no longer numbers
        parent = self.parents.filter(pk=asked).first() if asked else None
        data = self.request.POST if self.request.method == "POST" else None
        return DraftForm(self.document, self.parents, data, parent or self.parents.first())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_subtitle}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        outcome = foresee(self.document, self.request.user)
        context["document"] = self.document
        context["counts"] = understood(self.document)
        context["blocks"] = [
            # Safe: made from the tree's runs, see `outline`.
            {"form": form, "html": "" if form else mark_safe(block_html(block))}  # noqa: S308
            for block, form in context["form"].blocks()
        ]
        context["footnotes"] = [
            {"mark": note.mark, "text": "".join(run.text for run in note.content)}
            for note in self.document.footnotes
        ]
        context["dropped"] = outcome.dropped
        context["warnings"] = outcome.warnings
        context["action_url"] = self.request.get_full_path()
        context["submit_button_label"] = _("Make the draft")
        context["submit_button_active_label"] = _("Making the draft…")
        context["has_unsaved_changes"] = False
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "discard" in request.POST:
            self.pending.delete()
            messages.success(request, _("The import was discarded; nothing was kept."))
            return redirect("importing_start")
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            gone, _rows = PendingArticle.objects.filter(pk=self.pending.pk).delete()
            if not gone:  # made by a second click meanwhile
                return redirect("importing_start")
            imported = import_article(
                form.corrected(), form.cleaned_data["parent"], self.request.user
            )
        messages.success(
            self.request,
            gettext("“%(title)s” is a draft now: read it through, then publish it.")
            % {"title": imported.page.title},
        )
        return redirect("wagtailadmin_pages:edit", imported.page.pk)
