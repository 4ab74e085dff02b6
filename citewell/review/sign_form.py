"""The form by which a reviewer signs: checklist, risk, interval, statement, who they are."""

import base64
import binascii
import zlib
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from citewell.review.confirmation import confirmation
from citewell.review.models import SignOff

LARGEST = 5_000_000
"""Bytes of canonical content that a form may carry."""
YES, NO, NOT_APPLICABLE = "yes", "no", "not applicable"
ANSWERS = [(YES, _("Yes")), (NO, _("No")), (NOT_APPLICABLE, _("Does not apply"))]
STATEMENT = _(
    "I have read this version in full. To my knowledge it is correct, current and safe for its "
    "readers."
)


def packed(content: bytes) -> str:
    """Content as a hidden field carries it; it names itself by its hash."""
    return base64.b64encode(zlib.compress(content, 9)).decode()


def unpacked(value: str) -> bytes:
    """The content again.

    Raises:
        ValueError: it is none, or too long.
    """
    try:
        engine = zlib.decompressobj()
        content = engine.decompress(base64.b64decode(value, validate=True), LARGEST)
    except (binascii.Error, zlib.error) as error:
        raise ValueError("no content") from error
    if engine.unconsumed_tail or not content:
        raise ValueError("too long or empty")
    return content


class SignForm(forms.Form):
    """One question after the other; what was read travels with it."""

    was_read = forms.CharField(widget=forms.HiddenInput)
    original_read = forms.CharField(widget=forms.HiddenInput, required=False)
    risk = forms.ChoiceField(
        label=_("Risk of this page"),
        choices=[
            (SignOff.Risk.ROUTINE, _("Routine")),
            (
                SignOff.Risk.HIGH,
                _("High: its subject is a medicine, children, pregnancy or an emergency"),
            ),
        ],
        widget=forms.RadioSelect,
        help_text=_(
            "A page of high risk needs the signatures of two people; so does taking it back to "
            "routine."
        ),
    )
    interval_months = forms.IntegerField(label=_("Months until the next review"), min_value=1)
    statement = forms.CharField(
        label=_("Statement"), widget=forms.Textarea(attrs={"rows": 3}), initial=STATEMENT
    )

    def __init__(
        self, *args: Any, request: HttpRequest, questions: Sequence[str], months: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.request, self.questions = request, list(questions)
        for number, question in enumerate(self.questions, 1):
            self.fields[f"answer_{number}"] = forms.ChoiceField(
                label=question,
                choices=ANSWERS,
                widget=forms.RadioSelect(attrs={"class": "review-answers"}),
            )
            self.fields[f"remark_{number}"] = forms.CharField(
                label=_("Remark on question %(number)d") % {"number": number}, required=False
            )
        months_field: Any = self.fields["interval_months"]
        months_field.initial = months
        months_field.max_value = months
        months_field.widget.attrs |= {"max": months}
        months_field.help_text = _("%(months)d at most; you may choose fewer.") % {"months": months}
        self.fields["confirmed"] = confirmation().field()
        self.order_fields(
            [
                "was_read",
                *(name for name in self.fields if name.startswith(("answer", "remark"))),
                "risk",
                "interval_months",
                "statement",
                "confirmed",
            ]
        )

    def clean_was_read(self) -> bytes:
        """The canonical content that the reviewer had before them."""
        try:
            return unpacked(self.cleaned_data["was_read"])
        except ValueError as error:
            raise ValidationError(
                _("What you read did not come along. Read it again, then sign.")
            ) from error

    def clean(self) -> dict[str, Any]:
        for number, _question in enumerate(self.questions, 1):
            answer = self.cleaned_data.get(f"answer_{number}")
            if answer == NO and not self.cleaned_data.get(f"remark_{number}", "").strip():
                self.add_error(f"remark_{number}", _("Say why the answer is no."))
        if not self.errors and not confirmation().is_confirmed(
            self.request, self.cleaned_data["confirmed"]
        ):
            self.add_error("confirmed", confirmation().refused)
        return self.cleaned_data

    def checklist(self) -> list[dict[str, Any]]:
        """The questions as they were asked, each with its answer and remark."""
        return [
            {
                "question": question,
                "answer": self.cleaned_data[f"answer_{number}"],
                "remark": self.cleaned_data[f"remark_{number}"].strip(),
            }
            for number, question in enumerate(self.questions, 1)
        ]


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))
