"""Whether a page, its versions, search, references and sign-off state say the same."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page, PageLogEntry, ReferenceIndex

from citewell.review.verification import check_object
from search.documents import documents
from search.indexing import read
from search.models import SearchDocument
from search.store.analysis import digest


def disagreements(page: Any) -> Iterator[str]:
    """Everything about a specific page that does not fit the rest, in sentences."""
    latest = page.latest_revision
    if latest is None:
        yield "it has no version"
        return
    if page.draft_title != latest.as_object().title:
        yield "the draft's title is not that of the latest version"
    if page.live:
        if page.live_revision is None or page.live_revision.as_object().title != page.title:
            yield "what is live is not the version that is named as live"
        if page.has_unpublished_changes != (page.live_revision_id != latest.pk):
            yield "it says wrongly whether there is a draft"
        published = PageLogEntry.objects.filter(page=page, revision=page.live_revision)
        if not published.filter(action__startswith="wagtail.publish").exists():
            yield "the log does not tell of the publishing"
    if not Page.objects.filter(pk=page.pk).search(page.title, fields=["title"]).count():
        yield "Wagtail's index does not find it by its title"
    held = dict(SearchDocument.objects.filter(page_id=page.pk).values_list("page_id", "digest"))
    if held != {document.page_id: digest(document) for document in documents(read([page.pk]))}:
        yield "the search index holds another text"
    indexed = ReferenceIndex.objects.filter(
        base_content_type__app_label="wagtailcore", object_id=str(page.pk)
    )
    extracted = ReferenceIndex._extract_references_from_object(page)
    if {(row.to_content_type_id, row.to_object_id, row.content_path) for row in indexed} != {
        (kind, key, path) for kind, key, _model_path, path in extracted
    }:
        yield "the index of references is another one"
    yield from check_object(page)


def tree_faults() -> list[str]:
    """What is wrong with the tree of pages as a whole."""
    names = ("bad characters", "bad path", "orphans", "wrong depth", "wrong number of children")
    return [
        f"{name}: {keys}" for name, keys in zip(names, Page.find_problems(), strict=True) if keys
    ]
