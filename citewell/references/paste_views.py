"""Pasting references in the admin: read, look, correct, put into the library.

Everything works without script: each step is a form, and every button of the list of what
was read keeps the ticks of its page.
"""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from citewell.references.deciding import may_add, write_down
from citewell.references.marking import MARKS
from citewell.references.paste_forms import PartsForm, PasteForm
from citewell.references.pasted import PastedList, PastedReference
from citewell.references.putting_in import Decision, Line, Outcome, lines_of, put_in
from citewell.references.study_types import Confidence

A_PAGE = 50


class PastingView(WagtailAdminTemplateMixin):
    """What all steps share: who may come, and the way here."""

    page_title = _("Paste references")
    header_icon = "openquote"
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_add(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        library = reverse("wagtailsnippets_citewell_references_source:list")
        steps = [
            {"url": library, "label": _("Sources")},
            {"url": reverse("paste_references"), "label": self.page_title},
        ]
        if subtitle := self.get_page_subtitle():
            steps.append({"url": "", "label": subtitle})
        return [*self.breadcrumbs_items, *steps]


class PasteView(PastingView, FormView):
    """A file or a pasted text is read; nothing is in the library yet."""

    form_class = PasteForm
    template_name = "citewell/references/paste.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        PastedList.forget_old()
        waiting = PastedReference.objects.filter(
            list__user=self.request.user.pk, outcome=Outcome.WAITS
        )
        lists = waiting.values("list", "list__created_at").annotate(number=Count("pk"))
        return super().get_context_data(
            unfinished=lists.order_by("-list__created_at")[:10],
            action_url=reverse("paste_references"),
            submit_button_label=_("Read the references"),
            submit_button_active_label=_("Reading…"),
            **kwargs,
        )

    def form_valid(self, form: Any) -> HttpResponse:
        contents = form.contents
        pasted = PastedList.keep(contents.readings, contents.problems, self.request.user)
        return redirect("pasted_references", pasted.key)


class PastedView(PastingView):
    """A step with a list that was pasted: its editor's own."""

    pasted: PastedList
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        own = PastedList.objects.filter(user=request.user.pk, key=kwargs["key"]).first()
        if own is None:
            messages.warning(request, _("This list is not kept any more: paste it again."))
            return redirect("paste_references")
        self.pasted = own
        return super().dispatch(request, *args, **kwargs)

    def waiting(self) -> QuerySet[PastedReference]:
        """What is neither in the library nor was found there."""
        return self.pasted.references.filter(outcome=Outcome.WAITS)

    def list_url(self, **query: Any) -> str:
        """The list of what was read."""
        asked = QueryDict(mutable=True)
        asked.update({name: str(value) for name, value in query.items() if value})
        url = reverse("pasted_references", args=[self.pasted.key])
        return f"{url}?{asked.urlencode()}" if asked else url


class ReviewView(PastedView, TemplateView):
    """Each reference as it was read, with its colour, and what the library has like it."""

    template_name = "citewell/references/pasted.html"
    page_subtitle = _("What was read")

    @cached_property
    def shown(self) -> str:
        """The colour the list is narrowed to, empty for all."""
        show = self.request.GET.get("show", "")
        return show if show in Confidence.values else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = self.waiting()
        counts = dict(waiting.values_list("confidence").annotate(Count("pk")).order_by())
        narrowed = waiting.filter(confidence=self.shown) if self.shown else waiting
        page = Paginator(narrowed.order_by("place"), A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            lines=lines_of(list(page.object_list)),
            page=page,
            total=sum(counts.values()),
            done=self.pasted.references.count() - sum(counts.values()),
            colours=[(*choice, counts.get(choice[0], 0)) for choice in Confidence.choices],
            shown=self.shown,
            marks=MARKS,
            pasted=self.pasted,
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        write_down(self.pasted, request.POST, A_PAGE)
        what, _colon, which = request.POST.get("go", "").partition(":")
        if what == "save":
            return self.save()
        if what == "correct" and which.isdecimal() and len(which) < 9:
            return redirect("correct_pasted_reference", self.pasted.key, int(which))
        if what == "discard":
            self.pasted.delete()
            messages.success(request, _("The pasted list was discarded."))
            return redirect("paste_references")
        if what == "show":
            return HttpResponseRedirect(self.list_url(show=which))
        return HttpResponseRedirect(self.list_url(show=self.shown, p=which))

    def save(self) -> HttpResponse:
        """Put in what is ticked; should somebody have added one meanwhile, look again."""
        try:
            put_in(self.pasted)
        except IntegrityError:
            messages.error(
                self.request,
                _("Somebody added one of these works just now. Nothing was saved: look again."),
            )
            return HttpResponseRedirect(self.list_url())
        return redirect("pasted_references_result", self.pasted.key)


class CorrectView(PastedView, FormView):
    """One reference by its parts."""

    template_name = "citewell/references/correct.html"
    page_subtitle = _("Correct a reference")

    @cached_property
    def line(self) -> Line:
        reference = self.waiting().filter(place=self.kwargs["place"]).first()
        if reference is None:
            raise Http404
        return lines_of([reference])[0]

    def get_form(self, form_class: Any = None) -> PartsForm:
        data = self.request.POST if self.request.method == "POST" else None
        return PartsForm(self.line.reference.csl, data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            line=self.line,
            marks=MARKS,
            action_url=self.request.path,
            submit_button_label=_("Keep the correction"),
            submit_button_active_label=_("Keeping…"),
            back=self.list_url(p=self.page_of(self.line.reference.place)),
            **kwargs,
        )

    def page_of(self, place: int) -> int:
        """The page of the list on which a place stands."""
        return int(self.waiting().filter(place__lt=place).count()) // A_PAGE + 1

    def form_valid(self, form: forms.Form) -> HttpResponse:
        reference = self.line.reference
        reference.csl = form.csl  # type: ignore[attr-defined]
        reference.confidence = Confidence.CHECKED
        reference.rest = ""
        if reference.decision == Decision.LEAVE:
            reference.decision = Decision.NONE
        reference.save()
        messages.success(self.request, _("The correction is kept."))
        if "next" in self.request.POST:
            doubt = self.waiting().filter(confidence__in=[Confidence.AMBER, Confidence.RED])
            if following := doubt.filter(place__gt=reference.place).order_by("place").first():
                return redirect("correct_pasted_reference", self.pasted.key, following.place)
        url = self.list_url(p=self.page_of(reference.place))
        return HttpResponseRedirect(f"{url}#reference-{reference.place}")


class ResultView(PastedView, TemplateView):
    """How many came in, how many were there already, how many wait."""

    template_name = "citewell/references/pasted_result.html"
    page_subtitle = _("What became of it")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = dict(
            self.pasted.references.values_list("outcome").annotate(Count("pk")).order_by()
        )
        library = reverse("wagtailsnippets_citewell_references_source:list")
        return super().get_context_data(
            new=counts.get(Outcome.NEW, 0),
            known=counts.get(Outcome.KNOWN, 0),
            waiting=counts.get(Outcome.WAITS, 0),
            new_url=f"{library}?pasted={self.pasted.key}.new",
            known_url=f"{library}?pasted={self.pasted.key}.known",
            list_url=self.list_url(),
            **kwargs,
        )
