"""The words a minor change may mend towards: those that reviewers signed on two pages or more.

A slip stands on one page; a word that stands on two was read by reviewers twice. No word
list is shipped: the site's own signed language is the one that its readers know.
"""

from collections import Counter

from django.core.cache import cache
from django.db.models import Max

from citewell.review.canonical import read
from citewell.review.minor import words_of
from citewell.review.models import SignedContent, SignOff

PAGES = 2


def known_words() -> frozenset[str]:
    """The known words in small letters; kept until something more is signed."""
    newest = SignOff.objects.aggregate(newest=Max("pk"))["newest"] or 0
    key = f"citewell-known-words-{newest}"
    found: frozenset[str] | None = cache.get(key)
    if found is None:
        found = read_known_words()
        cache.set(key, found)
    return found


def read_known_words() -> frozenset[str]:
    """The same, read from every signed content; a page counts once however often it was signed."""
    pages: Counter[str] = Counter()
    seen: dict[tuple[str, str], set[str]] = {}
    signed = SignOff.objects.filter(kind=SignOff.Kind.SIGNED)
    of_hash = {
        row["content_hash"]: (row["subject_type"], row["subject_id"])
        for row in signed.values("content_hash", "subject_type", "subject_id")
    }
    for content in SignedContent.objects.filter(pk__in=signed.values("content_hash")).iterator():
        words = words_of(read(content.content))
        before = seen.setdefault(of_hash[content.hash], set())
        pages.update(words - before)
        before |= words
    return frozenset(word for word, count in pages.items() if count >= PAGES)
