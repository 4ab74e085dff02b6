"""The two forms of the import: what to read, and what to correct before the draft."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from blog.models import ArticleIndexPage
from importing.articles import LONGEST_TITLE
from importing.corrections import HeadingCorrection, corrected, headings_of
from importing.document import Document, Heading, Refused
from importing.readers import EXTENSIONS, MOST_BYTES, TOO_LARGE, read_article
from importing.stream import DEEPEST_HEADING

# A book's worth; Django itself takes 2.5 MB beside the files.
MOST_PASTED = 600_000
MOST_HEADINGS = 1_000
FORMATS = [("txt", _("Plain text")), ("md", _("Markdown")), ("html", _("HTML"))]


class SourceForm(forms.Form):
    """A file or a pasted text; `document` is what was understood of a valid one."""

    document: Document

    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,  # the readers say what is wrong with it
        help_text=_("Plain text, Markdown, HTML or Word (.docx), up to 20 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{each}" for each in EXTENSIONS)}),
    )
    text = forms.CharField(
        label=_("Or paste the article"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    format = forms.ChoiceField(label=_("The pasted text is"), choices=FORMATS, initial="txt")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file, text = data.get("file"), data.get("text") or ""
        if self.errors:
            return data
        if bool(file) == bool(text.strip()):
            both = _("Choose a file or paste a text, not both.")
            raise forms.ValidationError(both if file else _("Choose a file or paste a text."))
        try:
            self.document = _read_file(file) if file else _read_text(text, data["format"])
        except Refused as refused:
            self.add_error("file" if file else "text", str(refused))
        return data


def _read_file(file: UploadedFile) -> Document:
    if (file.size or 0) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    return _checkable(read_article(file.read(), file.name or ""))


def _read_text(text: str, extension: str) -> Document:
    if len(text) > MOST_PASTED:
        raise Refused("The text is too long to paste; save it as a file and upload that.")
    return _checkable(read_article(text.encode("utf-8", "replace"), f"pasted.{extension}"))


def _checkable(document: Document) -> Document:
    if len(headings_of(document)) > MOST_HEADINGS:
        raise Refused("The text has more headings than an article can have.")
    return document


class HeadingForm(forms.Form):
    """One heading: its words and what it is."""

    NOT_A_HEADING = 0
    LEVELS = [
        (2, _("Heading 2")),
        (3, _("Heading 3")),
        (4, _("Heading 4")),
        (NOT_A_HEADING, _("Not a heading")),
    ]

    text = forms.CharField(label=_("Words"))
    level = forms.TypedChoiceField(label=_("What it is"), coerce=int, choices=LEVELS)

    def __init__(self, heading: Heading, number: int, data: Any = None) -> None:
        level = max(2, min(heading.level, DEEPEST_HEADING))
        initial = {"text": heading.text, "level": level}
        super().__init__(data, prefix=f"heading-{number}", initial=initial)

    @property
    def correction(self) -> HeadingCorrection:
        return HeadingCorrection(self.cleaned_data["text"], self.cleaned_data["level"])


class DraftForm(forms.Form):
    """Title, lead, place and headings of an article that was understood."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    lead = forms.CharField(
        label=_("Lead"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    parent: Any = forms.ModelChoiceField(
        label=_("Put it under"), queryset=ArticleIndexPage.objects.none(), empty_label=None
    )

    def __init__(
        self,
        document: Document,
        parents: QuerySet[ArticleIndexPage],
        data: Any = None,
        parent: Any = None,
    ) -> None:
        initial = {"title": document.title, "lead": document.lead, "parent": parent}
        super().__init__(data, initial=initial)
        self.document = document
        self.fields["parent"].queryset = parents  # type: ignore[attr-defined]
        self.headings = [
            HeadingForm(heading, number, data)
            for number, heading in enumerate(headings_of(document))
        ]

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(form.is_valid() for form in self.headings)])

    def blocks(self) -> Iterator[tuple[Any, HeadingForm | None]]:
        """Each block of the article, with its form where it is a heading."""
        forms_left = iter(self.headings)
        for block in self.document.blocks:
            yield block, next(forms_left) if isinstance(block, Heading) else None

    def corrected(self) -> Document:
        """The document as the editor wants it."""
        return corrected(
            self.document,
            self.cleaned_data["title"],
            self.cleaned_data["lead"],
            [form.correction for form in self.headings],
        )
