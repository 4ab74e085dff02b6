"""What not everybody may read never shows: not as result, count, facet, suggestion or snippet."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site

from citewell.topics.models import BodyArea
from conditions.models import ConditionIndexPage, ConditionPage
from search import indexing
from search.guidance import PatientWording
from search.store.database import DatabaseStore
from tests.search.conftest import Clinic

pytestmark = pytest.mark.django_db

SECRET = "zaglimp"


def hidden(parent: Page, **more) -> ConditionPage:
    """A page that says the secret in its title, summary and body area."""
    page = ConditionPage(
        title=f"Zaglimp ataxia {parent.pk}", summary=f"Ataxia of {SECRET}.", slug="hidden", **more
    )
    page.body_areas = [BodyArea.objects.get_or_create(name="Zaglimp area", slug="zaglimp-area")[0]]
    parent.add_child(instance=page)
    PatientWording.objects.create(page=page, words="zaglimp toe", kind="best")
    return page


def draft(clinic: Clinic) -> None:
    hidden(clinic.conditions, live=False)


def draft_over_live(clinic: Clinic) -> None:
    page = clinic.condition("Ataxia of old")
    page.title, page.summary = "Zaglimp ataxia", SECRET
    page.save_revision()


def withdrawn(clinic: Clinic) -> None:
    hidden(clinic.conditions).unpublish()


def withdrawn_unheard(clinic: Clinic) -> None:
    Page.objects.filter(pk=hidden(clinic.conditions).pk).update(live=False)


def expired(clinic: Clinic) -> None:
    page = hidden(clinic.conditions)
    past = timezone.now() - datetime.timedelta(minutes=1)
    Page.objects.filter(pk=page.pk).update(expire_at=past)


def restricted(clinic: Clinic) -> None:
    PageViewRestriction.objects.create(page=hidden(clinic.conditions), restriction_type="login")


def below_restricted(clinic: Clinic) -> None:
    section = clinic.conditions.add_child(
        instance=ConditionIndexPage(title="Members", slug="members")
    )
    PageViewRestriction.objects.create(page=section, restriction_type="password", password="x")
    hidden(section)


def restricted_unheard(clinic: Clinic) -> None:
    page = hidden(clinic.conditions)
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type="login")]
    )


def moved_below_restricted(clinic: Clinic) -> None:
    page = hidden(clinic.conditions)
    PageViewRestriction.objects.create(page=clinic.articles, restriction_type="login")
    page.move(clinic.articles, pos="last-child")


def deleted(clinic: Clinic) -> None:
    hidden(clinic.conditions).delete()


def of_another_site(clinic: Clinic) -> None:
    home = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.test", root_page=home)
    hidden(home)


def of_no_site(clinic: Clinic) -> None:
    hidden(Page.get_first_root_node().add_child(instance=Page(title="Lost", slug="lost")))


def of_another_language(clinic: Clinic) -> None:
    french = Locale.objects.get_or_create(language_code="fr")[0]
    hidden(clinic.site.root_page.copy_for_translation(french), locale=french)


KINDS = [
    *(draft, draft_over_live, withdrawn, withdrawn_unheard, expired, restricted),
    *(below_restricted, restricted_unheard, moved_below_restricted, deleted),
    *(of_another_site, of_no_site, of_another_language),
]


@pytest.mark.parametrize("rebuilt", [False, True])
@pytest.mark.parametrize("hide", KINDS, ids=lambda hide: hide.__name__)
def test_what_is_hidden_shows_nowhere(
    client: Client, clinic: Clinic, hide: Callable[[Clinic], None], rebuilt: bool
):
    clinic.condition("Open ataxia", "An ataxia that everybody may read about.")
    hide(clinic)
    if rebuilt:
        indexing.rebuild()
    for text in ("ataxia", SECRET, "zaglimp toe", "zaglimp ataxia", "zaglmip"):
        for method in (client.get, client.post):
            response = method("/search/", {"q": text})
            search = response.context["search"]
            shown = [one.found.title for one in search.results]
            assert all("Zaglimp" not in title for title in shown)
            assert search.count == len(shown)
            assert all("Zaglimp" not in str(c.name) for f in search.facets for c in f.choices)
            said = response.content.decode().replace(text, "").lower()
            assert SECRET not in said, text
    for typed in ("zagl", "atax", "zaglimp t"):
        answer = client.get("/search/suggest/", {"q": typed}).content.decode()
        assert SECRET not in answer.lower()


def test_the_same_page_open_to_all_shows_everywhere(client: Client, clinic: Clinic):
    """The secret would be found if nothing hid it: the tests above can fail."""
    head = BodyArea.objects.create(name="Head", slug="head")
    clinic.condition("Open ataxia", body_areas=[head])
    page = hidden(clinic.conditions)
    search = client.get("/search/", {"q": "ataxia"}).context["search"]
    assert page.title in [one.found.title for one in search.results]
    assert "Zaglimp area" in [str(c.name) for f in search.facets for c in f.choices]
    assert SECRET in client.get("/search/suggest/", {"q": "zagl"}).content.decode().lower()
    assert isinstance(indexing.store(), DatabaseStore)
