"""Two sources side by side, field by field; a person chooses what is kept."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from citewell.references.merging import CannotMerge, merge
from citewell.references.parts import PARTS, parts_of
from citewell.references.source import Source

OWN: dict[str, Any] = {"study_type": _("Study type"), "note": _("Note")}


class MergeForm(forms.Form):
    """For each field in which the two differ, whose value is kept."""

    def __init__(self, *args: Any, source: Source, into: Source, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source, self.into = source, into
        left, right = _values(into), _values(source)
        for name, label in [*PARTS.items(), *OWN.items()]:
            if left[name] == right[name]:
                continue
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=[("into", left[name] or "—"), ("source", right[name] or "—")],
                initial="into" if left[name] and left[name] != "unknown" else "source",
                widget=forms.RadioSelect,
            )

    def chosen(self) -> dict[str, Any]:
        """The attributes of the source that stands, as chosen."""
        csl = dict(self.into.csl)
        for name in PARTS:
            if self.cleaned_data.get(name) == "source":
                csl.pop(name, None)
                if self.source.csl.get(name):
                    csl[name] = self.source.csl[name]
        found: dict[str, Any] = {"csl": csl}
        if self.cleaned_data.get("note") == "source":
            found["note"] = self.source.note
        if self.cleaned_data.get("study_type") == "source":
            found["study_type"] = self.source.study_type
            found["study_type_origin"] = self.source.study_type_origin
        return found


def _values(source: Source) -> dict[str, str]:
    values = parts_of(source.csl)
    return {**values, "study_type": str(source.get_study_type_display()), "note": source.note}


class MergeView(WagtailAdminTemplateMixin, FormView):
    """Compare, choose, merge; the other way round is one link away."""

    template_name = "citewell/references/merge.html"
    page_title = _("Merge two sources")
    header_icon = "openquote"
    form_class = MergeForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not policy_registry.get_by_type(Source).user_has_permission(request.user, "change"):
            raise PermissionDenied
        self.source = get_object_or_404(Source, pk=kwargs["source"])
        self.into = get_object_or_404(Source, pk=kwargs["into"])
        if self.source.merged_into_id or self.into.merged_into_id or self.source == self.into:
            messages.error(request, _now("One of the two was merged already."))
            return redirect(self.list_url)
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[assignment]
        return response

    @property
    def list_url(self) -> str:
        """Back to the library."""
        return reverse("wagtailsnippets_citewell_references_source:list")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": self.list_url, "label": _("Sources")},
            {"url": "", "label": self.page_title},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "source": self.source, "into": self.into}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        other_way = reverse("merge_sources", args=[self.into.pk, self.source.pk])
        return super().get_context_data(
            source=self.source, into=self.into, other_way=other_way, **kwargs
        )

    def form_valid(self, form: MergeForm) -> HttpResponse:
        try:
            into = merge(self.source, self.into, self.request.user, form.chosen())
        except (CannotMerge, ValidationError) as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, _now("Merged into “%(title)s”.") % {"title": into})
        return redirect(reverse("wagtailsnippets_citewell_references_source:edit", args=[into.pk]))
