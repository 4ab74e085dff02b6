"""The pages readers send from; none sets a cookie, none is kept by caches or search engines."""

from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from citewell.pages.models import BasePage
from citewell.pages.senders import is_too_often
from citewell.pages.visibility import public_pages
from feedback import sending
from feedback.forms import REASONS, ReasonForm, ReportForm
from feedback.models import ErrorReport, UsefulCount


def page_or_404(request: HttpRequest, page_id: int) -> Any:
    """A page this visitor may open."""
    page = public_pages(Page.objects.filter(pk=page_id), request).specific().first()
    if not isinstance(page, BasePage):
        raise Http404
    return page


def answered(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page that nobody keeps."""
    response = render(request, f"feedback/{template}.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def refusal(request: HttpRequest, what: str, limit: int) -> tuple[str, int] | None:
    """Why nothing is taken from this sender now, and the status; None where it is."""
    if not sending.is_from_here(request):
        return "elsewhere", 403
    if is_too_often(request, what, limit):
        return "often", 429
    return None


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form by which a reader reports an error, and what came of sending it."""
    page = page_or_404(request, page_id)
    form = ReportForm(request.POST or None)
    context: dict[str, Any] = {"subject": page, "form": form}
    if request.method != "POST":
        return answered(request, "report", {**context, "form": ReportForm()})
    form = context["form"] = ReportForm(request.POST)
    if not form.is_valid():
        return answered(request, "report", context, 400)
    if form.is_of_a_machine():
        return answered(request, "received", {"subject": page, "code": ""})
    found = refusal(request, "report", sending.REPORTS)
    if found is None and sending.is_full():
        found = "full", 503
    if found:
        return answered(request, "report", {**context, "refused": found[0]}, found[1])
    row = ErrorReport.objects.create(
        page_id=page.pk,
        page_title=page.title,
        revision=page.live_revision_id,
        text=form.cleaned_data["text"],
    )
    return answered(request, "received", {"subject": page, "code": row.code}, 201)


@csrf_exempt
@require_POST
def useful(request: HttpRequest, page_id: int) -> HttpResponse:
    """Count one answer; who says no is asked why, from a list."""
    page = page_or_404(request, page_id)
    answer = request.POST.get("answer", "")
    context = {"subject": page, "answer": answer, "reasons": ReasonForm()}
    if answer not in UsefulCount.Answer.values:
        return answered(request, "useful", {**context, "refused": "unknown"}, 400)
    if found := refusal(request, "answer", sending.ANSWERS):
        return answered(request, "useful", {**context, "refused": found[0]}, found[1])
    count(page, answer)
    return answered(request, "useful", {**context, "is_reason": answer in dict(REASONS)})


def count(page: Any, answer: str) -> None:
    """One more of an answer for the version that is live."""
    row, _made = UsefulCount.objects.get_or_create(
        page_id=page.pk, revision=page.live_revision_id or 0, answer=answer
    )
    UsefulCount.objects.filter(pk=row.pk).update(count=F("count") + 1)


@require_http_methods(["GET", "HEAD"])
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """What became of a report, for whoever holds its code."""
    if is_too_often(request, "look", sending.LOOKS):
        return answered(request, "answer", {"refused": "often"}, 429)
    row = ErrorReport.objects.filter(code=code.lower()).first()
    return answered(request, "answer", {"report": row}, 200 if row else 404)
