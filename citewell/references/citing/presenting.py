"""The list at the end of a page, and the line that sums it up."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.template.loader import render_to_string
from django.utils.html import conditional_escape as escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from citewell.references.citing.author_date import letter, names_of
from citewell.references.citing.page import Citing, of_readers
from citewell.references.citing.status import Status
from citewell.references.showing import show
from citewell.references.source import Source
from citewell.references.study_types import PLAIN_WORDS, StudyType
from citewell.references.style_setting import ReferenceStyle


@dataclass(frozen=True)
class Entry:
    """One entry of the list.

    Attributes:
        anchor: where marks lead to; empty of what no mark can lead to.
        shown: the reference in the site's style, or the line as it was pasted.
        name: author and year, where marks name them and the reference alone would not tell
            two works apart.
        study: what kind of study it is, in plain words; empty where nobody said.
        back: for each place that cites it a letter and the place's number.
    """

    shown: SafeString | str
    anchor: str = ""
    name: str = ""
    study: str = ""
    known: Sequence[Status] = ()
    back: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True)
class Glance:
    """The sources at a glance: of how many the kind is known, and what kinds."""

    sources: int
    newest: int | None
    known: int
    reviews: int
    trials: int
    guidelines: int


@dataclass(frozen=True)
class SourceList:
    """A page's list: what its text cites, then further reading.

    A page whose text cites nothing has one list as the editor ordered it, in ``cited``, and
    ``has_marks`` is false.
    """

    cited: list[Entry]
    further: list[Entry]
    has_marks: bool
    by_number: bool
    glance: Glance

    def __bool__(self) -> bool:
        return bool(self.cited or self.further)

    @cached_property
    def html(self) -> SafeString:
        """The whole list, made once: a list is shared by all who show the page."""
        return render_to_string("citewell/references/source_list.html", {"list": self})

    def __str__(self) -> SafeString:
        return self.html

    __html__ = __str__

    @property
    def cited_items(self) -> SafeString:
        """The entries of ``cited`` as list items."""
        return items(self.cited)

    @property
    def further_items(self) -> SafeString:
        """The same of ``further``."""
        return items(self.further)


def items(entries: Sequence[Entry]) -> SafeString:
    """Entries as list items; not by a template, which took a third of a long page's time."""
    kind, cited_at = escape(_("Kind of study:")), escape(_("Cited at"))
    out = []
    for entry in entries:
        anchor = f' id="{entry.anchor}"' if entry.anchor else ""
        name = f"[{escape(entry.name)}] " if entry.name else ""
        out.append(f"  <li{anchor}><span>{name}{escape(entry.shown)}</span>")
        for one in entry.known:
            words = escape(one.words)
            linked = f'<a href="{escape(one.url)}">{words}</a>' if one.url else words
            out.append(f'<strong class="source-warning">{linked}</strong>')
        if entry.study:
            out.append(f'<span class="study">{kind} {escape(entry.study)}</span>')
        if entry.back:
            links = " ".join(
                f'<a href="#cite-{place}" role="doc-backlink">{mark}</a>'
                for mark, place in entry.back
            )
            out.append(f'<span class="cited-at">{cited_at} {links}</span>')
        out.append("</li>\n")
    return mark_safe("".join(out))  # noqa: S308 (each part is escaped)


def is_by_number(style: ReferenceStyle) -> bool:
    """Whether a style's marks are numbers; APA names author and year."""
    return style.style != ReferenceStyle.Style.APA


def source_list(citing: Citing, style: ReferenceStyle) -> SourceList:
    """The list of a page in a style."""
    by_number = is_by_number(style) or not citing.cited
    citing = citing if by_number else citing.as_names()
    names = {} if by_number else names_of((one.pk, one.csl, one.raw) for one in citing.cited)
    cited = citing.cited if by_number else sorted(citing.cited, key=_by_name)
    numbers = citing.numbering.numbers
    return SourceList(
        cited=[
            _entry(citing, one, show(one, style), f"reference-{numbers[one.pk]}", names)
            for one in cited
        ]
        or list(_numbered(citing, style)),
        further=list(_further(citing, style)) if citing.cited else [],
        has_marks=bool(citing.cited),
        by_number=by_number,
        glance=glance(citing.sources),
    )


def _by_name(source: Source) -> tuple[str, int, str]:
    return source.author_key or source.title_start, source.year or 0, source.title_start


def _entry(
    citing: Citing,
    source: Source | None,
    shown: SafeString | str,
    anchor: str = "",
    names: Mapping[int, str] | None = None,
) -> Entry:
    if source is None:
        return Entry(shown, anchor)
    places = citing.numbering.places.get(source.pk, [])
    name = (names or {}).get(source.pk, "")
    return Entry(
        shown=shown,
        anchor=anchor,
        name=name if name[-2:-1].isdigit() else "",
        study=study_words(source),
        known=of_readers(citing.known.get(source.pk, ())),
        back=[(letter(at), place) for at, place in enumerate(places)],
    )


def _further(citing: Citing, style: ReferenceStyle) -> Iterator[Entry]:
    for one in citing.further:
        yield _entry(citing, one.source, show(one.source, style) if one.source else one.line)


def _numbered(citing: Citing, style: ReferenceStyle) -> Iterator[Entry]:
    """The editor's list of a page without marks: its numbers are those that its text names."""
    for number, entry in enumerate(_further(citing, style), 1):
        yield replace(entry, anchor=f"reference-{number}")


def study_words(source: Source) -> str:
    """What kind of study it is, in plain words, where a person or PubMed said so."""
    if not source.study_type_origin:
        return ""
    return str(PLAIN_WORDS.get(StudyType(source.study_type), ""))


def glance(sources: Sequence[Source]) -> Glance:
    """How many sources, how new, and of what kind as far as that is known."""
    kinds = Counter(
        source.study_type
        for source in sources
        if source.study_type_origin and source.study_type != StudyType.UNKNOWN
    )
    return Glance(
        sources=len(sources),
        newest=max((source.year for source in sources if source.year), default=None),
        known=kinds.total(),
        reviews=kinds[StudyType.SYSTEMATIC_REVIEW],
        trials=kinds[StudyType.RANDOMISED_TRIAL],
        guidelines=kinds[StudyType.GUIDELINE],
    )
