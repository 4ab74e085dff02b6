"""The latest versions of many pages at once, to look for findings in."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page


def latest_versions(pages: Iterable[Page]) -> dict[int, Any]:
    """By primary key the specific page as its latest draft has it; for reading only.

    ``pages`` come with ``latest_revision`` selected. Costs a query for each page type
    among those that have no revision, none for the others: unlike Wagtail's
    ``get_latest_revision_as_object`` nothing is checked against the database, so foreign
    keys may lead to what is gone; many-to-many relations are those of the stored page.
    """
    pages = list(pages)
    stored = [page.pk for page in pages if not page.latest_revision]
    versions = {page.pk: page for page in Page.objects.filter(pk__in=stored).specific()}
    versions |= {page.pk: draft_of(page) for page in pages if page.latest_revision}
    return {page.pk: versions[page.pk] for page in pages}


def draft_of(page: Page) -> Any:
    """The latest draft of one page, built from its revision alone."""
    model = page.specific_class or Page
    relations = {field.name for field in model._meta.get_fields() if field.many_to_many}
    content = {k: v for k, v in page.latest_revision.content.items() if k not in relations}
    draft = model.from_serializable_data(content, check_fks=False)
    draft.pk = draft.id = page.pk
    draft.live, draft.path, draft.depth = page.live, page.path, page.depth
    return draft
