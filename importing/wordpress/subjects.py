"""Categories and tags of a WordPress site among our topics."""

from collections import Counter

from citewell.topics.models import Topic
from importing.readers.wordpress import Export
from importing.readers.wordpress.export import Category


class Topics:
    """Finds topics by name or slug, in one language; makes none.

    A category that is no topic gives its article the nearest one it stands below, and is
    counted in `missing`.
    """

    def __init__(self, export: Export, locale_id: int) -> None:
        self.categories = export.categories
        self.known: dict[str, Topic] = {}
        for topic in Topic.objects.filter(locale=locale_id).order_by("-pk"):
            self.known[_folded(topic.slug)] = topic
        for topic in list(self.known.values()):
            self.known[_folded(topic.name)] = topic
        self.missing: Counter[str] = Counter()

    def of(self, terms: tuple[Category, ...]) -> list[Topic]:
        """The topics of an article, each once."""
        found: dict[int, Topic] = {}
        for term in terms:
            topic = self._topic(term)
            if topic is None:
                self.missing[term.name or term.slug] += 1
                topic = self._above(term)
            if topic is not None:
                found[topic.pk] = topic
        return list(found.values())

    def _topic(self, term: Category) -> Topic | None:
        return self.known.get(_folded(term.name)) or self.known.get(_folded(term.slug))

    def _above(self, term: Category) -> Topic | None:
        seen = {term.slug}
        category = self.categories.get(term.slug)
        while category and category.parent and category.parent not in seen:
            seen.add(category.parent)
            category = self.categories.get(category.parent)
            if category and (topic := self._topic(category)):
                return topic
        return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
