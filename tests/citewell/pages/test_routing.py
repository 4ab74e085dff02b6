"""The page of an address: the same as Wagtail finds, in two queries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction, Site

from citewell.pages.routing import find_page
from tests import factories

pytestmark = pytest.mark.django_db


def parts(address: str) -> list[str]:
    return [part for part in address.split("/") if part]


def test_a_page_three_levels_deep_is_found_in_two_queries(
    django_assert_num_queries: Callable[..., Any],
) -> None:
    page = factories.condition(title="Sciatica")
    request = RequestFactory().get("/")
    Site.find_for_request(request)
    Site.get_site_root_paths()
    find_page(RequestFactory().get("/"), [])  # fills the content types' cache
    with django_assert_num_queries(2):
        found = find_page(request, ["conditions", "sciatica"])
        assert found is not None
        assert found.page == page
        assert [step.title for step in found.page.breadcrumbs(request)] == ["Home", "Conditions"]
        assert found.page.languages(request) == []
        assert list(found.page.get_view_restrictions()) == []
        assert found.page.locale.language_code == "en-gb"


@pytest.mark.parametrize(
    "address",
    ["", "conditions", "conditions/sciatica", "conditions/a-z/s", "conditions/symptoms",
     "articles", "plain", "plain/below", "nothing", "conditions/nothing", "plain/nothing/deep",
     "conditions/sciatica/deeper", "draft", "draft/live-below", "home-page"],
)  # fmt: skip
def test_every_address_leads_where_wagtails_own_walk_leads(address: str) -> None:
    factories.condition(title="Sciatica")
    factories.article()
    plain = factories.plain_page(title="Plain")
    factories.plain_page(plain, title="Below")
    draft = factories.plain_page(title="Draft", live=False)
    factories.plain_page(draft, title="Live below")

    def walk(path: str) -> Any:
        result = Page.route_for_request(RequestFactory().get("/"), path)
        return result and (result.page, [str(arg) for arg in result.args], result.kwargs)

    def ours() -> Any:
        try:
            result = find_page(RequestFactory().get("/"), parts(address))
        except Http404:
            return None
        if result is None:  # Wagtail decides
            return walk(f"{address}/")
        return (result.page, [str(arg) for arg in result.args], result.kwargs)

    expected, found = walk(f"{address}/"), ours()
    assert (expected is None) == (found is None)
    if expected is not None:
        assert found[0] == expected[0]
        assert type(found[0]) is type(expected[0])
        assert len(found[1]) == len(expected[1])


def test_a_route_of_the_index_wins_over_a_child_with_the_same_slug(client: Client) -> None:
    page = factories.condition(title="Symptoms")
    response: Any = client.get("/conditions/symptoms/")
    assert response.context_data["view"] == "symptoms"
    assert response.context_data["page"] != page


def test_a_page_whose_end_has_passed_is_gone_though_no_job_ran(client: Client) -> None:
    page = factories.plain_page(expire_at=timezone.now() - timedelta(seconds=1))
    later = factories.plain_page(expire_at=timezone.now() + timedelta(hours=1))
    assert client.get(page.get_url()).status_code == 404
    assert client.get(later.get_url()).status_code == 200


def test_a_restricted_page_asks_to_sign_in_and_opens_for_those_who_did(client: Client) -> None:
    page = factories.plain_page()
    below = factories.plain_page(page)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(page.get_url()).status_code == 302
    assert client.get(below.get_url()).status_code == 302
    client.force_login(factories.user())
    assert client.get(below.get_url()).status_code == 200


def test_a_translation_has_its_own_address_and_names_the_others(client: Client) -> None:
    page = factories.plain_page(title="About")
    polish = page.copy_for_translation(factories.locale("pl"), copy_parents=True)
    polish.title = "O nas"
    polish.slug = "o-nas"
    polish.save_revision().publish()
    response: Any = client.get("/pl/o-nas/")
    assert response.context_data["page"] == polish
    assert [version.code for version in response.context_data["languages"]] == ["pl", "en-gb"]
    assert client.get("/pl/about/").status_code == 404
    response = client.get("/about/")
    assert [(version.code, version.url) for version in response.context_data["languages"]] == [
        ("en-gb", "/about/"),
        ("pl", "/pl/o-nas/"),
    ]
    with translation.override("pl"):
        assert type(polish).objects.get(pk=polish.pk).get_url() == "/pl/o-nas/"


def test_a_draft_or_restricted_translation_is_not_named(client: Client) -> None:
    page = factories.plain_page(title="About")
    translated = page.copy_for_translation(factories.locale("pl"), copy_parents=True)
    response: Any = client.get("/about/")
    assert response.context_data["languages"] == []
    translated.save_revision().publish()
    PageViewRestriction.objects.create(page=translated, restriction_type="login")
    response = client.get("/about/")
    assert response.context_data["languages"] == []


def test_each_site_answers_with_its_own_pages(client: Client) -> None:
    factories.plain_page(title="Only first")
    other = factories.second_site()
    page = factories.plain_page(other.root_page, title="Only second")
    host = {"host": "second.example"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.ALLOWED_HOSTS", ["*"])
        assert client.get("/only-second/", headers=host).status_code == 200
        assert client.get("/only-first/", headers=host).status_code == 404
        assert client.get("/only-second/").status_code == 404
    assert page.get_site() == other
