"""Sections of a page that name no source."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.prepare import texts_in
from citewell.blocks.walking import streams_of
from citewell.findings.registry import Finding, Level, register
from citewell.references.citing.marks import marks_in
from citewell.references.citing.page import citing_of

FEW_WORDS = 40
"""A section of fewer words says too little to need a source."""


@dataclass
class Section:
    """What stands between two headings of the first level, or in an aspect of its own."""

    name: str
    place: str
    texts: list[str] = field(default_factory=list)

    @property
    def is_uncited(self) -> bool:
        """Whether it says something and names no source."""
        words = sum(len(strip_tags(text).split()) for text in self.texts)
        return words >= FEW_WORDS and not any(list(marks_in(text)) for text in self.texts)


def sections_in(field: str, stream: blocks.StreamValue) -> Iterator[Section]:
    """The sections of a stream; a stream inside it is a section by itself."""
    section = Section("", field)
    for child in stream:
        place = f"{field}.{child.id or ''}"
        if isinstance(child.value, blocks.StreamValue):
            texts = [text.source for text in texts_in(child.value)]
            yield Section(str(child.block.label), place, texts)
            continue
        if child.block_type == "heading" and str(child.value.get("level")) == "2":
            yield section
            section = Section(str(child.value.get("text") or ""), place)
        elif section.place == field:
            section.place = place
        section.texts += [text.source for text in texts_in(child.value)]
    yield section


@register("section-uncited", _("Sections without any source"))
def section_uncited(page: Any) -> Iterator[Finding]:
    """A section of forty words and more without a citation, on a page that has some."""
    if not hasattr(page, "source_list"):
        return
    has_marks = bool(citing_of(page).cited)
    found = [
        section
        for name, stream in streams_of(page)
        for section in sections_in(name, stream)
        if section.is_uncited
    ]
    if found and not has_marks:
        yield Finding(
            str(_("No sentence of this page names its source.")),
            str(_("Cite with the button of the text editor, or type [@.")),
            level=Level.NOTICE,
        )
    for section in found if has_marks else ():
        stream_field, _dot, block_id = section.place.partition(".")
        named = _("The section “%(name)s” names no source.") % {"name": section.name}
        message = str(named) if section.name else str(_("The first section names no source."))
        yield Finding(message, "", stream_field, block_id, Level.NOTICE)
