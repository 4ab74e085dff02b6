"""Pasting a list right into the references of a page: the window of the page editor."""

import uuid
from typing import Any

from django.db import IntegrityError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View
from wagtail.admin.modal_workflow import render_modal_workflow

from citewell.references.blocks import ReferenceBlock
from citewell.references.deciding import may_add, write_down
from citewell.references.marking import MARKS
from citewell.references.paste_forms import PasteForm
from citewell.references.pasted import PastedList
from citewell.references.putting_in import lines_of, put_in

MOST = 300  # entries of a page at once; the editor's form grows with each


class PasteIntoPageView(View):
    """Paste, see what was read, take it: each step one answer to the window."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_add(request.user):
            return self.refuse(_("You may not add sources: ask somebody who keeps the library."))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> JsonResponse:
        return self.ask(PasteForm())

    def post(self, request: HttpRequest) -> JsonResponse:
        if "key" in request.POST:
            return self.take()
        form = PasteForm(request.POST)
        if form.is_valid() and len(form.contents.readings) > MOST:
            form.add_error(
                "text",
                _("A page takes up to %(most)d at once; paste a longer list into the library.")
                % {"most": MOST},
            )
        if not form.is_valid():
            return self.ask(form)
        return self.check(
            PastedList.keep(form.contents.readings, form.contents.problems, request.user)
        )

    def answer(self, step: str, **context: Any) -> JsonResponse:
        """The HTML of a step of the window."""
        context |= {
            "title": _("Paste a list"),
            "url": reverse("paste_references_into_page"),
            "marks": MARKS,
        }
        template = "citewell/references/paste_into_page.html"
        answer: JsonResponse = render_modal_workflow(
            self.request, template, None, context, json_data={"step": step}
        )
        return answer

    def refuse(self, sentence: str) -> JsonResponse:
        return self.answer("refused", refusal=sentence)

    def ask(self, form: PasteForm) -> JsonResponse:
        return self.answer("paste", form=form)

    def check(self, pasted: PastedList) -> JsonResponse:
        lines = lines_of(list(pasted.references.order_by("place")))
        return self.answer("check", pasted=pasted, lines=lines)

    @cached_property
    def pasted(self) -> PastedList | None:
        """The list that is being taken; its editor's own."""
        try:
            key = uuid.UUID(self.request.POST["key"])
        except ValueError:
            return None
        return PastedList.objects.filter(user=self.request.user.pk, key=key).first()

    def take(self) -> JsonResponse:
        """Put what is ticked into the library; the entries for the page, in their order."""
        if self.pasted is None:
            return self.refuse(_("This list is not kept any more: paste it again."))
        write_down(self.pasted, self.request.POST, MOST)
        try:
            put_in(self.pasted)
        except IntegrityError:
            return self.refuse(
                _("Somebody added one of these works just now. Nothing was saved: paste again.")
            )
        references = self.pasted.references.select_related("source").order_by("place")
        block = ReferenceBlock()
        entries = [
            {
                "id": str(uuid.uuid4()),
                "value": block.get_form_state({"source": one.source, "line": one.raw}),
            }
            for one in references
        ]
        message = ngettext(
            "%(n)d reference was put into the list.",
            "%(n)d references were put into the list.",
            len(entries),
        ) % {"n": len(entries)}
        return JsonResponse({"step": "taken", "entries": entries, "message": message})
