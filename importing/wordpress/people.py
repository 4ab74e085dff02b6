"""Authors of a WordPress site among our people: the same name is the same person."""

from citewell.people.models import Person
from importing.models import WordPressAuthor
from importing.readers.wordpress import Export

LONGEST_NAME = 150
LONGEST_LOGIN = 255


class Authors:
    """Finds the person behind a login, once for each; makes one where there is none.

    Who was found before is remembered, so a person renamed here stays the same. `made` and
    `matched` are the names that came up in this run.
    """

    def __init__(self, export: Export, site: str) -> None:
        self.names = export.authors
        self.site = site
        rows = WordPressAuthor.objects.filter(site=site).select_related("person")
        self.people = {row.login: row.person for row in rows}
        self.made: dict[str, None] = {}
        self.matched: dict[str, None] = {}
        self._fresh: set[int] = set()

    def person(self, login: str) -> Person | None:
        """The person; None for a post without an author."""
        login = login[:LONGEST_LOGIN]
        if not login:
            return None
        if found := self.people.get(login):
            return found
        name = _without_address(self.names.get(login) or login)[:LONGEST_NAME]
        person = Person.objects.filter(name__iexact=name).order_by("pk").first()
        if person is None:
            person = Person.objects.create(name=name)
            self._fresh.add(person.pk)
        WordPressAuthor.objects.create(site=self.site, login=login, person=person)
        return person

    def remember(self, login: str, person: Person | None) -> None:
        """Keep a person for the next posts, once its post is written."""
        if person is not None:
            self.people[login[:LONGEST_LOGIN]] = person
            kind = self.made if person.pk in self._fresh else self.matched
            kind.setdefault(person.name)


def _without_address(name: str) -> str:
    """A name that is an e-mail address must not come to stand on a page."""
    return name.split("@", 1)[0] or "Author" if "@" in name else name
