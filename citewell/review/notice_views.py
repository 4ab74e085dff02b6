"""Writing interim notes and corrections in the admin."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy

from citewell.review.content import subject_of
from citewell.review.models import SignOff
from citewell.review.notices import WRITE, end_note, give_notice
from citewell.review.sign_views import ReasonView
from citewell.review.standing import standing_notes


class NoteView(ReasonView):
    """Put an interim clinical note above the text."""

    permission = WRITE
    header_icon = "warning"
    page_title = gettext_lazy("Interim clinical note")
    template_name = "citewell/review/note.html"
    explanation = gettext_lazy(
        "Stands above the text at once, with the date and your name, until somebody ends it. The "
        "text, its sign-off and its review date stay as they are."
    )
    done = gettext_lazy("The note stands on the page.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = SignOff.objects.about(subject_of(self.page)).select_related("identity")
        return {**super().get_context_data(**kwargs), "note": standing_notes(rows)[0]}

    def act(self, reason: str) -> None:
        give_notice(self.page, self.request.user, reason)


class EndNoteView(ReasonView):
    """Take the note off the page."""

    permission = WRITE
    header_icon = "undo"
    page_title = gettext_lazy("End the interim note")
    explanation = gettext_lazy("The note leaves the page and stays in the record.")
    done = gettext_lazy("The note has ended.")

    def act(self, reason: str) -> None:
        note = get_object_or_404(SignOff, pk=self.kwargs["note"])
        end_note(self.page, self.request.user, note, reason)


class CorrectionView(ReasonView):
    """Say on the page what was wrong and is mended."""

    permission = WRITE
    header_icon = "edit"
    page_title = gettext_lazy("Correction notice")
    explanation = gettext_lazy(
        "Tells readers what was wrong on this page and is corrected, dated and by name."
    )
    done = gettext_lazy("The correction notice stands on the page.")

    def act(self, reason: str) -> None:
        give_notice(self.page, self.request.user, reason, SignOff.Kind.CORRECTION)
