"""Search names and best bets: words of editors that lead to pages and are never shown."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from search.guidance import PatientWording

pytestmark = pytest.mark.django_db

NAME, BEST = PatientWording.Kind.NAME, PatientWording.Kind.BEST


def titles(client: Client, text: str) -> list[str]:
    found = client.get("/search/", {"q": text}).context["search"]
    return [one.found.title for one in found.results]


def suggested(client: Client, text: str) -> list[dict[str, str]]:
    return client.get("/search/suggest/", {"q": text}).json()["suggestions"]


def test_a_search_name_finds_its_page_at_once_and_is_shown_nowhere(client: Client, stocked):
    page = stocked.condition("Gout")
    assert "Gout" not in titles(client, "zappy kingtoe")
    wording = PatientWording.objects.create(page=page, words="zappy kingtoe", kind=NAME)
    response = client.get("/search/", {"q": "kingtoe zappy"})
    assert next(one.found.title for one in response.context["search"].results) == "Gout"
    assert "Also called" not in response.content.decode()
    assert "kingtoe" not in client.get(page.url).content.decode()
    (one,) = suggested(client, "zapp")
    assert (one["title"], one["also_called"]) == ("Gout", "")
    wording.delete()
    assert "Gout" not in titles(client, "zappy kingtoe")
    assert suggested(client, "zapp") == []


def test_a_search_name_is_no_part_of_the_page_and_makes_no_revision(stocked):
    page = stocked.condition("Gout")
    before = (page.revisions.count(), page.serializable_data())
    PatientWording.objects.create(page=page, words="sore big toe", kind=NAME)
    assert (page.revisions.count(), page.serializable_data()) == before


def test_a_best_bet_stands_first_for_its_words_alone(client: Client, stocked):
    page = stocked.condition("Heart attack")
    assert titles(client, "migraine")[0] == "Migraine"
    PatientWording.objects.create(page=page, words="migraine", kind=BEST)
    assert titles(client, "migraine")[:2] == ["Heart attack", "Migraine"]
    assert titles(client, "migraine headache")[0] == "Migraine"


def test_an_unpublished_page_is_not_led_to(client: Client, stocked):
    page = stocked.condition("Gout")
    PatientWording.objects.create(page=page, words="zappy kingtoe", kind=BEST)
    page.unpublish()
    assert titles(client, "zappy kingtoe") == []


@pytest.mark.parametrize("words", ["?", " ", "…"])
def test_words_that_cannot_be_searched_are_refused(stocked, words: str):
    wording = PatientWording(page=stocked.condition("Gout"), words=words)
    with pytest.raises(ValidationError):
        wording.full_clean()


def test_editors_manage_the_words_in_the_admin(admin_client: Client, stocked):
    page = stocked.condition("Gout")
    added = admin_client.post(
        "/admin/snippets/search/patientwording/add/",
        {"words": "sore big toe", "page": page.pk, "kind": NAME},
    )
    assert added.status_code == 302
    assert PatientWording.objects.get().page_id == page.pk
    listed = admin_client.get("/admin/snippets/search/patientwording/")
    assert "sore big toe" in listed.content.decode()
