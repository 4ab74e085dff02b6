"""What the loaded records mean for the sources of the library, and for pages that cite them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from citewell.pages.signals import pages_written
from citewell.references.notices import status_of
from citewell.references.notices.belonging import missing, records_of
from citewell.references.source import Source
from citewell.references.usage_model import SourceUsage
from citewell.references.watching.model import NoticeRecord, SourceStatusChange

_AT_ONCE = 400


def judge_all() -> list[SourceStatusChange]:
    """Judge every source that stands, anew; what became different."""
    changes = []
    for part in _parts(Source.objects.standing().order_by("pk").defer("csl", "raw")):
        changes += judge(part)
    return changes


def judge(sources: Sequence[Source]) -> list[SourceStatusChange]:
    """Give each of these sources the notices that records hold on it; what became different.

    The sources given are brought up to date too. Live pages that cite a source which became
    different are announced by ``pages_written``, in the same transaction. Costs two queries
    for 400 sources of which nothing is known.
    """
    sources = [source for source in sources if source.merged_into_id is None]
    with transaction.atomic():
        found = _records(sources)
        changes, changed = [], []
        for source in sources:
            records = records_of(source.doi, source.pmid, found) if found else []
            status = status_of(record.on(source) for record in records)
            notices = [notice.as_json() for notice in status.notices]
            if notices != source.notices or status.is_retracted != source.is_retracted:
                changes.append(
                    SourceStatusChange(
                        source=source,
                        was_retracted=source.is_retracted,
                        is_retracted=status.is_retracted,
                        notices=notices,
                    )
                )
                source.notices, source.is_retracted = notices, status.is_retracted
                changed.append(source)
        if changed:
            Source.objects.bulk_update(changed, ["notices", "is_retracted"], batch_size=100)
            SourceStatusChange.objects.bulk_create(changes, batch_size=500)
            announce(changed)
    return changes


def announce(sources: Iterable[Source]) -> None:
    """Tell the rooms that the live pages which cite these sources show something else now."""
    usages = SourceUsage.objects.filter(source__in=list(sources), version=SourceUsage.Version.LIVE)
    if page_ids := list(usages.values_list("page", flat=True).distinct().order_by("page")):
        pages_written.send(sender=Page, page_ids=page_ids)


def _records(sources: Sequence[Source]) -> list[NoticeRecord]:
    """The records that name one of these sources, and those that name it by a second number."""
    dois = {source.doi for source in sources if source.doi}
    pmids = {source.pmid for source in sources if source.pmid}
    found = _naming(dois, pmids)
    if not found:
        return []
    more_dois: set[str] = set()
    more_pmids: set[str] = set()
    for source in sources:
        own = records_of(source.doi, source.pmid, found)
        further = missing(source.doi, source.pmid, own)
        more_dois |= further[0] - dois
        more_pmids |= further[1] - pmids
    known = {record.pk for record in found}
    return found + [each for each in _naming(more_dois, more_pmids) if each.pk not in known]


def _naming(dois: set[str], pmids: set[str]) -> list[NoticeRecord]:
    if not dois and not pmids:
        return []
    names = Q(doi__in=dois) if dois else Q()
    names |= Q(pmid__in=pmids) if pmids else Q()
    return list(NoticeRecord.objects.filter(names).defer("earlier", "title", "reason", "journal"))


def _parts(sources: Any) -> Iterator[list[Source]]:
    """The sources in parts, in order of key, however many there are."""
    last = 0
    while part := list(sources.filter(pk__gt=last)[:_AT_ONCE]):
        yield part
        last = part[-1].pk
