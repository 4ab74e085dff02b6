"""Two sources that are one work become one; the other stays as a tombstone."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from citewell.references.source import Source
from citewell.references.usage_model import SourceUsage


class CannotMerge(ValueError):
    """Why two sources cannot be merged, in a sentence for a person."""


@transaction.atomic
def merge(
    source: Source, into: Source, user: Any, chosen: Mapping[str, Any] | None = None
) -> Source:
    """Merge ``source`` into ``into``; the source that stands for both from now on.

    Old revisions and whatever was printed keep naming the first: its row stays, with its
    pasted text, and leads on. ``chosen`` are attributes of the standing one that a person
    picked from both sides (``csl``, ``study_type``, …).

    Raises:
        CannotMerge: they are one already, or what was chosen is no source.
    """
    ids = [source.pk, into.pk]
    rows = {row.pk: row for row in Source.objects.select_for_update().filter(pk__in=ids)}
    if len(rows) < 2:
        raise CannotMerge(_("A source cannot be merged into itself."))
    source, into = rows[source.pk], rows[into.pk].standing
    if source.merged_into_id:
        raise CannotMerge(_("“%(source)s” was merged already.") % {"source": source})
    if into.pk == source.pk:
        raise CannotMerge(_("These two were merged already, the other way round."))
    source.merged_into = into
    source.save(update_fields=["merged_into", "updated_at"])
    Source.objects.filter(merged_into=source).update(merged_into=into)
    for name, value in (chosen or {}).items():
        setattr(into, name, value)
    if doubles := into.taken():
        raise CannotMerge(" ".join(doubles))
    into.save()
    _hand_over_usages(source, into)
    data = {"source": source.pk, "into": into.pk, "title": str(source)[:200]}
    log(source, "citewell_references.merge", user=user, data={**data, "title": str(into)[:200]})
    log(into, "citewell_references.merged_from", user=user, data=data, content_changed=bool(chosen))
    return into


def _hand_over_usages(source: Source, into: Source) -> None:
    """A place that names both keeps one entry."""
    moved = [
        SourceUsage(page_id=page, version=version, place=place, source=into)
        for page, version, place in source.usages.values_list("page", "version", "place")
    ]
    source.usages.all().delete()
    SourceUsage.objects.bulk_create(moved, ignore_conflicts=True)
