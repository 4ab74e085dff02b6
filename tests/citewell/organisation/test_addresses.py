"""The only site follows BASE_URL; a decision of an administrator is left alone."""

import pytest
from django.core.management import call_command
from wagtail.models import Site

from citewell.organisation.addresses import follow_base_url
from tests import factories

pytestmark = pytest.mark.django_db


def follow(settings: object, address: str) -> tuple[str, int]:
    settings.WAGTAILADMIN_BASE_URL = address  # type: ignore[attr-defined]
    follow_base_url()
    site = Site.objects.get(is_default_site=True)
    return site.hostname, site.port


def place(hostname: str, port: int) -> None:
    site = Site.objects.get()
    site.hostname, site.port = hostname, port
    site.save()


def test_a_new_sites_address_is_that_of_the_settings(settings: object) -> None:
    place("localhost", 80)
    assert follow(settings, "https://clinic.example") == ("clinic.example", 443)
    assert follow(settings, "http://localhost:9000") == ("localhost", 9000)
    assert follow(settings, "http://clinic.example") == ("clinic.example", 80)


def test_an_address_an_administrator_gave_is_left_alone(settings: object) -> None:
    place("www.clinic.example", 443)
    assert follow(settings, "https://clinic.example") == ("www.clinic.example", 443)


def test_where_there_are_two_sites_none_is_touched(settings: object) -> None:
    place("localhost", 80)
    factories.second_site()
    assert follow(settings, "https://clinic.example") == ("localhost", 80)


def test_migrating_makes_the_site_follow(settings: object) -> None:
    place("localhost", 80)
    settings.WAGTAILADMIN_BASE_URL = "https://clinic.example"  # type: ignore[attr-defined]
    call_command("migrate", verbosity=0, interactive=False)
    assert Site.objects.get().hostname == "clinic.example"
