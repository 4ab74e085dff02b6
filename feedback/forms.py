"""The reader's form; a machine fills in the field that people do not see."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from feedback.models import LONGEST, UsefulCount

REASONS = [choice for choice in UsefulCount.Answer.choices if choice[0] not in ("yes", "no")]


class ReportForm(forms.Form):
    """What is wrong, in the reader's words."""

    text = forms.CharField(
        label=_("What is wrong, and where on the page?"),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        error_messages={"required": _("Write what is wrong.")},
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1"}))

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].strip()
        if len(text) > LONGEST:
            raise ValidationError(
                _("Please write at most %(most)d characters; these are %(count)d.")
                % {"most": LONGEST, "count": len(text)}
            )
        return text

    def is_of_a_machine(self) -> bool:
        """Whether the hidden field was filled in."""
        return bool(self.data.get("website"))


class ReasonForm(forms.Form):
    """Why a page was not useful: one of a list, no words of one's own."""

    answer: Any = forms.ChoiceField(label=_("Why not?"), choices=REASONS, widget=forms.RadioSelect)
