"""Pages to search in: a site with a few conditions and an article."""

from dataclasses import dataclass

import pytest
from wagtail.models import Locale, Page, Site

from blog.models import ArticleIndexPage, ArticlePage
from conditions.models import ConditionIndexPage, ConditionName, ConditionPage


@dataclass
class Clinic:
    """A small site and its sections."""

    site: Site
    conditions: ConditionIndexPage
    articles: ArticleIndexPage

    def condition(self, title: str, summary: str = "", names: tuple[str, ...] = (), **more):
        """Publish a condition page."""
        page = ConditionPage(title=title, summary=summary or f"About {title}.", **more)
        page.names = [ConditionName(name=name) for name in names]
        self.conditions.add_child(instance=page)
        return page


@pytest.fixture
def clinic(db) -> Clinic:
    """An empty site with an index of conditions and one of articles."""
    locale = (
        Locale.get_default()
        if Locale.objects.exists()
        else Locale.objects.create(language_code="en-gb")
    )
    root = Page.get_first_root_node()
    home = root.add_child(instance=Page(title="Clinic", slug="clinic", locale=locale))
    Site.objects.all().delete()
    site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    conditions = home.add_child(
        instance=ConditionIndexPage(title="Conditions A to Z", slug="conditions", locale=locale)
    )
    articles = home.add_child(
        instance=ArticleIndexPage(title="Articles", slug="articles", locale=locale)
    )
    return Clinic(site, conditions, articles)


@pytest.fixture
def stocked(clinic: Clinic) -> Clinic:
    """The site with conditions patients look for."""
    clinic.condition(
        "Sciatica",
        "Pain that runs from the lower back down the leg, from an irritated nerve.",
        ("slipped disc leg pain", "lumbar radiculopathy"),
    )
    clinic.condition(
        "Benign paroxysmal positional vertigo",
        "Short spells of dizziness when the head turns, such as turning over in bed.",
        ("BPPV",),
    )
    clinic.condition("Migraine", "A throbbing headache, often on one side, with sickness.")
    clinic.condition("Chest infection", "An infection of the lungs or airways with a cough.")
    clinic.articles.add_child(
        instance=ArticlePage(title="Do I need a scan for back pain?", lead="Mostly not.")
    )
    return clinic
