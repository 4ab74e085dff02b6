"""The form of a source in the admin."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from citewell.references.study_types import StudyType, StudyTypeOrigin, suggest_study_type


class CSLField(forms.JSONField):
    """JSON as an editor may type it; what is nested without end is refused, not crashed on."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except RecursionError:
            raise ValidationError(_("This is nested too deeply to be a source.")) from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What is refused comes back as it was typed."""
        return initial if self.disabled else InvalidJSONInput(data or "")


class SourceForm(WagtailAdminModelForm):
    """Keeps the pasted text exactly, and for ever once it is stored.

    A study type that is chosen here is a person's word; a guess is shown as a hint only.
    """

    raw = forms.CharField(
        strip=False,
        required=False,
        label=_("as pasted"),
        help_text=_("The text it came from, kept for ever."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    csl = CSLField(required=False, label=_("CSL-JSON"), widget=forms.Textarea(attrs={"rows": 14}))
    study_type = forms.ChoiceField(
        choices=StudyType.choices,
        required=False,
        label=_("study type"),
        help_text=_("Leave it unknown where nobody has looked."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raw"].disabled = bool(self.instance.pk and self.instance.raw)
        guess = suggest_study_type(self.instance.title, self.instance.kind)
        if "study_type" in self.fields and guess and self.instance.study_type == StudyType.UNKNOWN:
            self.fields["study_type"].help_text = _(
                "Its title hints at “%(guess)s”. Choose it if you have looked."
            ) % {"guess": guess.label}

    def clean_raw(self) -> str:
        """A browser sends line ends as two signs; one was pasted."""
        return str(self.cleaned_data["raw"]).replace("\r\n", "\n")

    def clean_csl(self) -> Any:
        """An emptied field means an empty item."""
        return {} if self.cleaned_data["csl"] is None else self.cleaned_data["csl"]

    def clean_study_type(self) -> str:
        """Where nothing is sent, nothing changes."""
        study_type = self.cleaned_data["study_type"] or self.instance.study_type
        if study_type != self.instance.study_type:
            known = study_type != StudyType.UNKNOWN
            self.instance.study_type_origin = StudyTypeOrigin.PERSON if known else ""
        return str(study_type)
