"""The forms of pasting: what to read, and the parts of one reference to correct."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from citewell.references.csl import NAME_VARIABLES, validate
from citewell.references.files import MOST_BYTES, Refused
from citewell.references.formats import Contents, read
from citewell.references.identifiers import NORMALISERS
from citewell.references.kinds_of_work import kinds
from citewell.references.parts import PARTS, parts_of, with_parts
from citewell.references.reading import read_article
from citewell.references.storable import storable_faults

MOST = 2_000  # references at once
MOST_PASTED = 1_000_000  # characters; 2,000 references have half as many
ENDINGS = (".ris", ".bib", ".nbib", ".xml", ".json", ".docx", ".txt")
_FILE_LIKE = re.compile(r"\s*(?:\[\s*\{|\{\s*\"|<\?xml|<xml|<records)")


def read_pasted(text: str) -> Contents:
    """What a pasted text holds: a list, or the content of a reference manager's file.

    Raises:
        Refused: it is the content of a file that is broken.
    """
    if _FILE_LIKE.match(text):
        return read("pasted", text.encode("utf-8", "replace"))
    readings, left_out = read_article(text)
    problem = _now("%(n)d lines around the list were left out.") % {"n": left_out}
    return Contents(readings, [problem] if left_out else [])


class PastedTextField(forms.CharField):
    """Text as it was pasted; NUL, which no database stores, is gone without a refusal."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\x00", "")


class PasteForm(forms.Form):
    """A file or a pasted text; `contents` is what was read of a valid one."""

    contents: Contents

    text = PastedTextField(
        label=_("References"),
        required=False,
        strip=False,
        help_text=_(
            "A list in any style, BibTeX, RIS, PubMed records, DOIs or PMIDs; up to 2,000 at once."
        ),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        allow_empty_file=True,  # the readers say what is wrong with it
        help_text=_("RIS, BibTeX, NBIB, EndNote XML, CSL-JSON, Word (.docx) or plain text."),
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file, text = data.get("file"), data.get("text") or ""
        if self.errors:
            return data
        if bool(file) == bool(text.strip()):
            both = _("Paste a text or choose a file, not both.")
            raise ValidationError(both if file else _("Paste a text or choose a file."))
        try:
            self.contents = _checked(_read_file(file) if file else _read_text(text))
        except Refused as refused:
            self.add_error("file" if file else "text", str(refused))
        return data


def _read_text(text: str) -> Contents:
    if len(text) > MOST_PASTED:
        raise Refused(_now("That is too much to paste at once: paste up to 2,000 references."))
    return read_pasted(text)


def _read_file(file: UploadedFile) -> Contents:
    if (file.size or 0) > MOST_BYTES:
        raise Refused(_now("The file is larger than %(n)d MB.") % {"n": MOST_BYTES // 1_000_000})
    return read(file.name or "", file.read())


def _checked(contents: Contents) -> Contents:
    if not contents.readings:
        raise Refused(_now("No reference was found in it."))
    if (number := len(contents.readings)) > MOST:
        raise Refused(
            _now("These are %(n)d references: take up to %(most)d at once.")
            % {"n": number, "most": MOST}
        )
    return contents


class PartsForm(forms.Form):
    """A reference by its parts; `csl` is the item a valid form makes."""

    csl: dict[str, Any]

    def __init__(self, csl: dict[str, Any], data: Any = None) -> None:
        self.before = csl
        super().__init__(data, initial=parts_of(csl))
        for name, label in PARTS.items():
            self.fields[name] = _field(name, label)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in NORMALISERS:
            text = data.get(name, "")
            wrong = [one for one in text.split(";") if one.strip() and not NORMALISERS[name](one)]
            if wrong:
                self.add_error(
                    name,
                    _now("“%(text)s” is not a valid %(name)s: look at it again.")
                    % {"text": wrong[0].strip()[:80], "name": name},
                )
        if self.errors:
            return data
        self.csl = with_parts(self.before, data)
        for fault in [*storable_faults(self.csl), *(validate(self.csl) if self.csl else [])]:
            self.add_error(None, fault)
        return data


def _field(name: str, label: str) -> forms.Field:
    if name == "type":
        choices = [("", "—"), *kinds()]
        return forms.ChoiceField(choices=choices, label=label, required=False)
    long = name in NAME_VARIABLES or name == "title"
    widget = forms.Textarea(attrs={"rows": 3 if long else 1}) if long else forms.TextInput()
    return forms.CharField(label=label, required=False, widget=widget)
