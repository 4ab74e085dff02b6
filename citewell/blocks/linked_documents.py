"""Documents that pages link to: findings beside the page, rows on the review board."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, IntegerField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from citewell.blocks.walking import Place, places
from citewell.documents.models import CustomDocument, stale_documents
from citewell.findings.board import Fact, facts, register_board_rows
from citewell.findings.registry import REGISTRY, Finding, register

NUMBER = re.compile(r"\d{1,18}")


def linked(page: Page) -> Iterator[tuple[Place, int]]:
    """Each document a page links to, by its key, and where."""
    for place in places(page):
        if isinstance(place.value, CustomDocument):
            yield place, place.value.pk
        elif isinstance(place.value, RichText):
            for tag in FIND_A_TAG.findall(place.value.source):
                attrs = extract_attrs(tag)
                if attrs.get("linktype") == "document" and NUMBER.fullmatch(attrs.get("id", "")):
                    yield place, int(attrs["id"])


@REGISTRY.before_many
def load_stale_documents(pages: list[Any]) -> None:
    """Give each page the stale documents of the site; one query for all."""
    stale = stale_documents_by_key()
    for page in pages:
        page.stale_documents = stale


def stale_documents_by_key() -> dict[int, CustomDocument]:
    """Documents that are overdue or replaced."""
    rows = get_document_model().objects.filter(stale_documents()).select_related("replaced_by")
    return {row.pk: row for row in rows}


@register("document", gettext_lazy("Links to documents that are overdue or replaced"))
def stale_links(page: Page) -> Iterator[Finding]:
    """A page links to documents that are looked after, and to their newest."""
    stale: Any = getattr(page, "stale_documents", None)
    for place, key in linked(page):
        if stale is None:
            stale = stale_documents_by_key()
        if document := stale.get(key):
            yield Finding(
                why_stale(document),
                _("Link to the newest, or have it reviewed. Could it be a page?"),
                place.field,
                place.block_id,
            )


def why_stale(document: CustomDocument) -> str:
    """What is wrong with linking to a document."""
    new = document.replaced_by.title if document.replaced_by else None
    return stale_for(document.title, new, document.review_due)


def stale_for(title: str, new: str | None, day: Any) -> str:
    """The same of a title, its newer document's title if any, and the day it was due."""
    if new is not None:
        return _("The document “%(title)s” was replaced by “%(new)s”.") % {
            "title": title,
            "new": new,
        }
    values = {"title": title, "day": day}
    return _("The review of the document “%(title)s” was due on %(day)s.") % values


def references(keys: Collection[int] | None = None) -> Any:
    """Rows of Wagtail's index that lead from pages to stale documents."""
    model = get_document_model()
    stale = model.objects.filter(stale_documents()).order_by()
    rows = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=stale.annotate(text=Cast("pk", CharField())).values("text"),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    return rows if keys is None else rows.filter(object_id__in=[str(key) for key in keys])


def pages_with_stale() -> Any:
    """Pages that link to stale documents, as a query of keys."""
    return references().annotate(key=Cast("object_id", IntegerField())).values("key")


def stale_on(keys: Collection[int]) -> Any:
    """The stale documents that these pages lead to."""
    row = get_document_model().objects.filter(pk=Cast(OuterRef("to_object_id"), IntegerField()))
    return facts(
        references(keys),
        Cast("object_id", IntegerField()),
        title=Subquery(row.values("title")),
        new=Subquery(row.values("replaced_by__title")),
        day=Subquery(row.values("review_due")),
    )


def say(known: Sequence[Fact]) -> str:
    """What is wrong with each document."""
    said = [stale_for(fact["title"], fact["new"], fact["day"]) for fact in known]
    return " ".join(sorted(set(said)))


register_board_rows(
    "documents",
    gettext_lazy("Link to stale documents"),
    pages=pages_with_stale,
    facts=stale_on,
    say=say,
)
