"""Every page of the demo, in the order they are made; shared by tests, screenshots, benches."""

from dataclasses import dataclass

from demo.articles import ARTICLES
from demo.conditions import CONDITIONS
from demo.content import Record, Section
from demo.people import PEOPLE
from demo.plain import PLAIN
from demo.services import SERVICES

SECTIONS = (
    Section(
        "conditions",
        "Conditions",
        "What each condition is, when to get help, and what is known about treatments: "
        "what they may do for you and what they may do to you.",
    ),
    Section(
        "articles",
        "Articles",
        "Questions patients ask us, answered with what evidence shows and what it does not.",
    ),
    Section(
        "services",
        "Services",
        "What we offer, who gives it, what to expect and what it costs.",
    ),
    Section(
        "people",
        "Our people",
        "The people of this demonstration are invented, and so are their registrations.",
    ),
)


@dataclass(frozen=True)
class DemoPage:
    """A page of the demo: its slug, its parent's slug, and what it says."""

    slug: str
    parent: str
    record: Record

    @property
    def path(self) -> str:
        """Its address on the site."""
        return f"/{self.slug}/" if self.parent == "home" else f"/{self.parent}/{self.slug}/"


PAGES = (
    *(DemoPage(record.slug, "home", record) for record in SECTIONS),
    *(DemoPage(record.slug, "home", record) for record in PLAIN),
    *(DemoPage(record.slug, "conditions", record) for record in CONDITIONS),
    *(DemoPage(record.slug, "people", record) for record in PEOPLE),
    *(DemoPage(record.slug, "services", record) for record in SERVICES),
    *(DemoPage(record.slug, "articles", record) for record in ARTICLES),
)
