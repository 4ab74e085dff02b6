"""The form of the chooser's second tab: paste one reference, get a source."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from citewell.references.doubles import find_doubles
from citewell.references.reading import read_references
from citewell.references.source import Source


class PasteOneForm(WagtailAdminModelForm):
    """Reads what was pasted; of a work the library has, gives the source that stands there."""

    raw = forms.CharField(
        strip=False,
        label=_("Reference"),
        help_text=_("One reference, an identifier or an entry of a reference manager."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    class Meta:
        model = Source
        fields = ["raw"]

    def clean_raw(self) -> str:
        """One reference, no list."""
        text = str(self.cleaned_data["raw"]).replace("\r\n", "\n")
        readings = read_references(text)
        if not readings:
            raise ValidationError(_("There is no reference in this text."))
        if len(readings) > 1:
            raise ValidationError(
                _now("These are %(n)d references. Paste one at a time.") % {"n": len(readings)}
            )
        self.instance.csl = readings[0].csl
        self.instance.confidence = readings[0].confidence
        return readings[0].raw

    def _post_clean(self) -> None:
        """The model's own check would refuse a double; here it is what is looked for."""
        self.instance.raw = self.cleaned_data.get("raw", "")

    def save(self, commit: bool = True) -> Any:
        """The double of the library where there certainly is one."""
        for double in find_doubles([self.instance.csl])[0]:
            if double.is_certain:
                return double.source
        return super().save(commit)
