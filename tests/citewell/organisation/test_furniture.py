"""What every page shows around its content: right at once, in two queries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction, Site

from citewell.organisation.furniture import Furniture, furniture
from citewell.organisation.models import (
    AlertBanner,
    EmergencyNumber,
    EmergencyNumbers,
    EmergencyWording,
    FooterLink,
    MainLink,
    Navigation,
    OpeningHours,
    Organisation,
)
from tests import factories

pytestmark = pytest.mark.django_db


def shown(host: str = "testserver") -> Furniture:
    request = RequestFactory().get("/", headers={"host": host})
    found = furniture(request)
    assert found is not None
    return found


def site() -> Site:
    return Site.objects.get(is_default_site=True)


def add_main_links(*links: MainLink, owner: Site | None = None) -> Navigation:
    setting = Navigation.for_site(owner or site())
    setting.main_links = list(links)
    setting.save()
    return setting


def add_numbers(*numbers: tuple[str, str], owner: Site | None = None) -> EmergencyNumbers:
    setting = EmergencyNumbers.for_site(owner or site())
    setting.numbers = [EmergencyNumber(kind=kind, number=number) for kind, number in numbers]
    setting.save()
    return setting


def fill(entries: int) -> None:
    home = factories.home()
    organisation = Organisation.for_site(site())
    organisation.opening_hours = [
        OpeningHours(day=day % 7, opens="09:00", closes="17:00") for day in range(entries)
    ]
    organisation.save()
    setting = add_main_links(*(MainLink(page=factories.plain_page(home)) for _ in range(entries)))
    setting.footer_links = [FooterLink(page=home) for _ in range(entries)]
    setting.save()
    add_numbers(*[("emergency", "999")] * entries)
    for _ in range(entries):
        AlertBanner.objects.create(site=site(), section=home, text="Closed", page=home)


def read_all(found: Furniture, page: Page) -> None:
    assert found.organisation.hours
    assert found.links(page).main
    assert found.numbers
    assert found.alerts(page)


@pytest.mark.parametrize("entries", [1, 30])
def test_a_render_costs_two_queries_whatever_the_number_of_entries(
    entries: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    fill(entries)
    page = factories.home()
    read_all(shown(), page)
    again = shown()
    with django_assert_num_queries(2):
        read_all(again, page)


def test_a_changed_row_is_seen_by_the_next_request() -> None:
    Organisation.for_site(site())
    setting = add_numbers(("emergency", "999"))
    assert [number.number for number in shown().numbers] == ["999"]
    number = setting.numbers.get()
    number.number = "112"
    number.save()
    assert [number.number for number in shown().numbers] == ["112"]
    number.delete()
    assert shown().numbers == []


def test_a_site_without_an_organisation_shows_its_own_name_and_writes_nothing() -> None:
    found = shown()
    assert found.organisation.shown_name == site().site_name
    assert not Organisation.objects.exists()


def test_a_second_site_has_its_own_name_links_and_numbers() -> None:
    other = factories.second_site()
    Organisation.objects.create(site=site(), name="First clinic")
    Organisation.objects.create(site=other, name="Second clinic")
    add_main_links(MainLink(url="/first/", text="First"))
    add_main_links(MainLink(url="/second/", text="Second"), owner=other)
    add_numbers(("emergency", "999"))
    add_numbers(("emergency", "112"), owner=other)
    AlertBanner.objects.create(site=other, text="Only there")
    found = shown("second.example")
    assert found.organisation.shown_name == "Second clinic"
    assert [link.text for link in found.links().main] == ["Second"]
    assert [number.number for number in found.numbers] == ["112"]
    assert [alert.text for alert in found.alerts()] == ["Only there"]
    assert shown().organisation.shown_name == "First clinic"
    assert shown().alerts() == []


def test_a_link_says_whether_it_leads_here_or_to_the_section() -> None:
    index = factories.condition_index()
    page = factories.condition(index)
    add_main_links(MainLink(page=factories.home()), MainLink(page=index), MainLink(page=page))
    states = [(link.is_current, link.is_section) for link in shown().links(page).main]
    assert states == [(False, False), (False, True), (True, False)]


def test_a_draft_or_expired_page_is_left_out_of_the_links() -> None:
    draft = factories.plain_page(live=False)
    past = timezone.now() - timedelta(minutes=1)
    expired = factories.plain_page(expire_at=past)
    add_main_links(MainLink(page=draft, text="Draft"), MainLink(page=expired, text="Old"))
    assert shown().links().main == []


def test_a_restricted_page_is_linked_only_under_words_the_editor_typed() -> None:
    page = factories.plain_page(title="Secret title")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    add_main_links(MainLink(page=page), MainLink(page=page, text="For members"))
    assert [link.text for link in shown().links().main] == ["For members"]


def test_a_link_leads_to_the_translation_the_reader_can_read() -> None:
    page = factories.plain_page(title="About us")
    polish = factories.locale("pl")
    translated = page.copy_for_translation(polish, copy_parents=True)
    translated.title = "O nas"
    translated.save_revision().publish()
    add_main_links(MainLink(page=page, text="About"))
    with translation.override("pl"):
        assert [link.text for link in shown().links().main] == ["O nas"]
    assert [link.text for link in shown().links().main] == ["About"]


def test_a_number_is_said_in_the_readers_language_else_in_the_default_one() -> None:
    add_numbers(("emergency", "999"), ("advice", "111"))
    english, polish = factories.locale("en-gb"), factories.locale("pl")
    EmergencyWording.objects.create(locale=english, kind="emergency", text="Call {number} now")
    EmergencyWording.objects.create(locale=english, kind="advice", text="Ring {number}")
    EmergencyWording.objects.create(locale=polish, kind="emergency", text="Zadzwoń pod {number}")
    with translation.override("pl"):
        assert [number.text for number in shown().numbers] == ["Zadzwoń pod 999", "Ring 111"]
    assert [number.href for number in shown().numbers] == ["tel:999", "tel:111"]


def test_arabic_around_a_number_does_not_turn_it() -> None:
    add_numbers(("crisis", "116 123"))
    EmergencyWording.objects.create(kind="crisis", text="{number}", locale=factories.locale("ar"))
    with translation.override("ar"):
        assert shown().numbers[0].text == "\u2066116 123\u2069"
    assert "\u2066" not in shown().numbers[0].text


def test_a_number_without_any_wording_is_still_said() -> None:
    add_numbers(("crisis", "116 123"))
    assert [number.text for number in shown().numbers] == ["Call 116 123"]


def test_a_banner_starts_and_ends_by_the_clock_alone() -> None:
    now = timezone.now()
    banner = AlertBanner.objects.create(
        site=site(), text="Flood", starts_at=now + timedelta(hours=1), ends_at=None
    )
    Organisation.for_site(site())
    found = shown()
    assert found.alerts() == []
    for row in found.rows.banners:  # time passes; no row is written, no job runs
        row.starts_at = now - timedelta(hours=1)
    assert [alert.text for alert in shown().alerts()] == ["Flood"]
    for row in found.rows.banners:
        row.ends_at = now
    assert shown().alerts() == []
    assert str(banner) == "Flood"


def test_a_banner_of_a_section_shows_on_the_section_and_below_it_only() -> None:
    index = factories.condition_index()
    page = factories.condition(index)
    AlertBanner.objects.create(site=site(), text="Section", section=index)
    assert [alert.text for alert in shown().alerts(index)] == ["Section"]
    assert [alert.text for alert in shown().alerts(page)] == ["Section"]
    assert shown().alerts(factories.home()) == []
    assert shown().alerts(None) == []


def test_a_banner_goes_with_its_section_and_never_falls_on_the_whole_site() -> None:
    page = factories.plain_page()
    AlertBanner.objects.create(site=site(), text="Section", section=page)
    page.delete()
    assert shown().alerts(factories.home()) == []


def test_the_gravest_banner_comes_first_and_a_language_keeps_it_to_its_readers() -> None:
    AlertBanner.objects.create(site=site(), text="News", level="information")
    AlertBanner.objects.create(site=site(), text="Danger", level="emergency")
    AlertBanner.objects.create(site=site(), text="Uwaga", language=factories.locale("pl"))
    assert [alert.text for alert in shown().alerts()] == ["Danger", "News"]
    with translation.override("pl"):
        assert [alert.text for alert in shown().alerts()] == ["Danger", "News", "Uwaga"]
