"""A source: one work that pages stand on."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.api import APIField
from wagtail.search import index

from citewell.references.csl import validate
from citewell.references.notices import Notice, PublicationStatus, status_of
from citewell.references.source_form import SourceForm
from citewell.references.storable import storable_faults
from citewell.references.study_types import Confidence, StudyType, StudyTypeOrigin
from citewell.references.works import (
    COLUMNS,
    NAMES_ONE_WORK,
    Work,
    identifier_faults,
    text_key,
    work_of,
)


def identifier(name: str) -> models.CharField:
    """A column for an identifier, normalised; ``save`` fills it from the CSL-JSON."""
    return models.CharField(name, max_length=250, blank=True, editable=False, db_index=True)


class SourceQuerySet(models.QuerySet["Source"]):
    """The library's sources."""

    def standing(self) -> "SourceQuerySet":
        """Those not merged into another."""
        return self.filter(merged_into=None)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete them; one that is cited or merged keeps all, and the error says why."""
        try:
            return super().delete()
        except models.ProtectedError as error:
            raise models.ProtectedError(
                why_kept(error.protected_objects), error.protected_objects
            ) from None


class Source(index.Indexed, models.Model):
    """One work that pages stand on, as CSL-JSON 1.0.2, and the text it came from.

    What is looked up, listed and compared is kept in columns that ``save`` takes from
    ``csl`` and ``raw``. A source merged into another stays as a tombstone: ``merged_into`` leads
    whoever asks for it to the one that stands.
    """

    spoils_pages = True

    csl = models.JSONField(_("CSL-JSON"), default=dict, blank=True)
    raw = models.TextField(
        _("as pasted"), blank=True, help_text=_("The text it came from, kept for ever.")
    )
    title = models.CharField(_("title"), max_length=500, blank=True, editable=False)
    authors = models.TextField(_("authors"), blank=True, editable=False)
    year = models.IntegerField(_("year"), null=True, editable=False)
    kind = models.CharField(_("type of work"), max_length=40, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=35, blank=True, editable=False)
    doi = identifier("DOI")
    pmid = identifier("PMID")
    pmcid = identifier("PMCID")
    isbn = identifier("ISBN")
    issn = identifier("ISSN")
    arxiv = identifier("arXiv")
    nct = identifier("NCT")
    title_start = models.CharField(max_length=80, blank=True, editable=False, db_index=True)
    author_key = models.CharField(max_length=80, blank=True, editable=False)
    place_key = models.CharField(max_length=40, blank=True, editable=False, db_index=True)
    text_key = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    study_type = models.CharField(
        _("study type"), max_length=20, choices=StudyType, default=StudyType.UNKNOWN, db_index=True
    )
    study_type_origin = models.CharField(
        _("study type according to"),
        max_length=10,
        choices=StudyTypeOrigin,
        blank=True,
        editable=False,
    )
    confidence = models.CharField(
        _("how it was read"), max_length=10, choices=Confidence, blank=True, db_index=True
    )
    notices = models.JSONField(
        _("notices"), default=list, blank=True, editable=False, help_text="Filled by judging."
    )
    is_retracted = models.BooleanField(_("retracted"), default=False, editable=False, db_index=True)
    note = models.TextField(
        _("note"), blank=True, help_text=_("For editors; never shown to readers.")
    )
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("superseded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The newer edition, guideline or review that takes its place."),
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="tombstones",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = SourceQuerySet.as_manager()

    base_form_class = SourceForm
    panels = [
        HelpPanel(template="citewell/references/status_panel.html"),
        FieldPanel("raw"),
        FieldPanel("csl"),
        FieldPanel("study_type"),
        FieldPanel("confidence"),
        FieldPanel("superseded_by"),
        FieldPanel("note"),
    ]

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.SearchField("raw"),
        index.AutocompleteField("raw"),
        *(index.AutocompleteField(column) for column in COLUMNS.values()),
        index.FilterField("merged_into_id"),
    ]

    api_fields = [APIField("csl"), APIField("raw")]

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [models.Index(fields=["author_key", "year"], name="source_author_year")]
        constraints = [
            *(
                models.UniqueConstraint(
                    fields=[COLUMNS[name]],
                    condition=Q(merged_into=None) & ~Q(**{COLUMNS[name]: ""}),
                    name=f"one_source_for_each_{COLUMNS[name]}",
                )
                for name in NAMES_ONE_WORK
            ),
            models.UniqueConstraint(
                fields=["isbn"],
                condition=Q(merged_into=None, kind="book") & ~Q(isbn=""),
                name="one_book_for_each_isbn",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.raw[:200]

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        derived = self.derive()
        if update_fields is not None:
            fills = {"csl", "raw"} & {*update_fields}
            update_fields = {*update_fields, *(derived if fills else ())}
        super().save(*args, update_fields=update_fields, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete it; one that is cited or merged stays, and the error says why."""
        try:
            return super().delete(*args, **kwargs)
        except models.ProtectedError as error:
            raise models.ProtectedError(
                why_kept(error.protected_objects), error.protected_objects
            ) from None

    def derive(self) -> list[str]:
        """Fill the columns from ``csl`` and ``raw``; their names."""
        work = self.work
        columns = {
            "title": (work.title or self.raw)[:500],
            "authors": work.authors,
            "year": work.year,
            "kind": work.kind,
            "language": work.language,
            "title_start": work.start,
            "author_key": work.author,
            "place_key": work.place,
            "text_key": text_key(self.raw),
            **{column: work.identifiers.get(name, "") for name, column in COLUMNS.items()},
        }
        for column, value in columns.items():
            setattr(self, column, value)
        return list(columns)

    def clean(self) -> None:
        """Refuse a source of nothing, CSL-JSON no style could read, and a second of one work."""
        super().clean()
        if not self.csl and not self.raw.strip():
            raise ValidationError({"raw": _("Paste the reference, or give it as CSL-JSON.")})
        if not isinstance(self.csl, dict):
            raise ValidationError({"csl": _("CSL-JSON of one source is an object: {…}.")})
        if self.csl and (faults := [*storable_faults(self.csl), *validate(self.csl)]):
            raise ValidationError({"csl": faults})
        if faults := identifier_faults(self.csl):
            raise ValidationError({"csl": faults})
        if doubles := self.taken():
            raise ValidationError({"csl": doubles})

    def taken(self) -> list[str]:
        """In plain words, the identifiers that belong to another source of the library."""
        work, found = self.work, []
        names = [*NAMES_ONE_WORK, *(["ISBN"] if work.kind == "book" else [])]
        for name in names:
            if not (value := work.identifiers.get(name)) or self.merged_into_id:
                continue
            others = Source.objects.standing().filter(**{COLUMNS[name]: value})
            others = others.filter(kind="book") if name == "ISBN" else others
            if other := others.exclude(pk=self.pk).first():
                found.append(
                    _now("The library has a source with this %(name)s already: “%(title)s”.")
                    % {"name": name, "title": other}
                )
        return found

    def kept_by(self) -> list[Any]:
        """What keeps it from being deleted: usages, and a source that was merged into it."""
        return [*self.usages.all()[:1000], *self.tombstones.all()[:1]]

    @property
    def publication_status(self) -> PublicationStatus:
        """What retractions, concerns and corrections of it are known; costs no query."""
        return status_of(Notice.from_json(notice) for notice in self.notices)

    @property
    def work(self) -> Work:
        """The source as it is compared with others."""
        return work_of(self.csl if isinstance(self.csl, dict) else {})

    @property
    def standing(self) -> "Source":
        """This source, or the one it was merged into in the end."""
        source, seen = self, {self.pk}
        while source.merged_into and source.merged_into_id not in seen:
            source = source.merged_into
            seen.add(source.pk)
        return source


def why_kept(protected: Iterable[Any]) -> str:
    """The sentence for who wants to delete what pages or old versions name."""
    pages = {one.page_id for one in protected if not isinstance(one, Source)}
    if not pages:
        return _now("Other sources were merged into it: old versions of pages may still name them.")
    return ngettext(
        "It is cited on a page and cannot be deleted. Take it out there first.",
        "It is cited on %(pages)s pages and cannot be deleted. Take it out there first.",
        len(pages),
    ) % {"pages": len(pages)}


@receiver(pre_delete, sender=Source, dispatch_uid="citewell_references_keep_tombstones")
def keep_tombstones(sender: type, instance: Source, **kwargs: Any) -> None:
    """Old versions of pages may still name what was merged."""
    if instance.merged_into_id:
        message = _now("A merged source is kept: old versions of pages may still name it.")
        raise models.ProtectedError(message, {instance})
