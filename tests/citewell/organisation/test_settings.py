"""What editors may enter, and what machines are told of it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from citewell.organisation.furniture import Furniture
from citewell.organisation.identity import telephone_address
from citewell.organisation.models import AlertBanner, MainLink, OpeningHours, Organisation
from citewell.organisation.navigation import is_safe_address
from citewell.organisation.structured_data import medical_clinic
from tests import factories


@pytest.mark.parametrize(
    ("number", "address"),
    [("999", "tel:999"), ("+44 (0)20 7946 0000", "tel:+4402079460000"), ("116 123", "tel:116123"),
     ("", ""), ("ask us", ""), ("(020) 1", "tel:0201"), ("٩٩٩", "")],
)  # fmt: skip
def test_a_number_becomes_an_address_to_call(number: str, address: str) -> None:
    assert telephone_address(number) == address


@pytest.mark.parametrize(
    ("address", "safe"),
    [("/about/", True), ("https://x.example", True), ("tel:999", True), ("mailto:a@b.c", True),
     ("javascript:alert(1)", False), ("//evil.example", False), ("/\\evil.example", False),
     ("data:text/html,x", False), ("about/", False)],
)  # fmt: skip
def test_a_link_leads_to_a_safe_place_or_is_refused(address: str, safe: bool) -> None:
    assert is_safe_address(address) is safe
    link = MainLink(url=address, text="Link")
    if safe:
        link.clean()
    else:
        with pytest.raises(ValidationError):
            link.clean()


def test_a_link_has_either_a_page_or_an_address_with_a_text() -> None:
    for link in (MainLink(text="x"), MainLink(page_id=1, url="/x/"), MainLink(url="/x/")):
        with pytest.raises(ValidationError):
            link.clean()
    MainLink(page_id=1).clean()


def test_a_day_closes_after_it_opens() -> None:
    nine, five = datetime.time(9), datetime.time(17)
    OpeningHours(day=0, opens=nine, closes=five).clean()
    with pytest.raises(ValidationError):
        OpeningHours(day=0, opens=five, closes=nine).clean()


def test_a_banner_ends_after_it_starts() -> None:
    now = timezone.now()
    with pytest.raises(ValidationError):
        AlertBanner(text="x", starts_at=now, ends_at=now).clean()


@pytest.mark.django_db
def test_the_clinic_tells_machines_only_what_is_entered() -> None:
    site = Site.objects.get()
    organisation = Organisation.objects.create(site=site, name="Clinic")
    assert set(medical_clinic(Furniture(site))) == {"@type", "@id", "name", "url"}
    organisation.address_street, organisation.phone = "1 Road", "020"
    organisation.opening_hours = [OpeningHours(day=0, opens="09:00", closes="17:00")]
    organisation.save()
    clinic = medical_clinic(Furniture(site))
    assert clinic["address"] == {"@type": "PostalAddress", "streetAddress": "1 Road"}
    assert clinic["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": "Monday",
            "opens": "09:00",
            "closes": "17:00",
        }
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("model", ["organisation", "navigation", "emergencynumbers"])
def test_each_setting_opens_in_the_admin_for_each_site(client: Client, model: str) -> None:
    client.force_login(factories.superuser())
    for site in (Site.objects.get(), factories.second_site()):
        address = f"/admin/settings/citewell_organisation/{model}/{site.pk}/"
        assert client.get(address).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("model", ["alertbanner", "emergencywording"])
def test_banners_and_wordings_open_in_the_admin(client: Client, model: str) -> None:
    client.force_login(factories.superuser())
    AlertBanner.objects.create(site=Site.objects.get(), text="Closed")
    address = f"/admin/snippets/citewell_organisation/{model}/"
    assert client.get(address).status_code == 200
    assert client.get(f"{address}add/", follow=True).status_code == 200
