"""Where the admin can be reached, and whose word about an address is believed."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import RequestFactory

from security.addresses import client_address, is_within
from tests import factories


def asked(remote: str, forwarded: str = "") -> str:
    request = RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    return client_address(request)


@pytest.fixture(autouse=True)
def proxies(settings: Any) -> None:
    settings.ENVIRONMENT = SimpleNamespace(trusted_proxies=("127.0.0.1", "10.0.0.1"))


def test_a_stranger_cannot_choose_an_address() -> None:
    assert asked("203.0.113.9", "198.51.100.1") == "203.0.113.9"


def test_a_trusted_proxy_is_believed_about_the_last_hop_alone() -> None:
    assert asked("127.0.0.1", "1.1.1.1, 198.51.100.1") == "198.51.100.1"
    assert asked("127.0.0.1", "198.51.100.1, 10.0.0.1") == "198.51.100.1"


@pytest.mark.parametrize("forwarded", ["", "nonsense", "1.1.1.1, nonsense", "\x00", "," * 5000])
def test_what_is_no_address_leaves_the_proxys(forwarded: str) -> None:
    assert asked("127.0.0.1", forwarded) == "127.0.0.1"


def test_ipv4_wrapped_in_ipv6_is_the_same_address() -> None:
    assert asked("::ffff:203.0.113.9") == "203.0.113.9"


def test_networks_hold_single_addresses_and_both_versions() -> None:
    assert is_within("10.20.3.4", ["10.20.0.0/16"])
    assert is_within("2001:db8::1", ["10.20.0.0/16", "2001:db8::/32"])
    assert not is_within("10.21.0.1", ["10.20.0.0/16"])
    assert not is_within("", ["0.0.0.0/0"])


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/pages/", "/admin/api/main/"])
def test_outside_its_network_the_admin_does_not_exist(client, settings, path) -> None:
    factories.home()
    settings.CITEWELL_ADMIN_NETWORKS = ("10.20.0.0/16",)
    assert client.get(path, REMOTE_ADDR="203.0.113.9").status_code == 404
    assert client.get("/admin/login/", REMOTE_ADDR="10.20.0.5").status_code == 200
    assert client.get("/", REMOTE_ADDR="203.0.113.9").status_code == 200


@pytest.mark.django_db
def test_on_another_host_the_admin_does_not_exist(client, settings) -> None:
    factories.home()
    settings.ALLOWED_HOSTS = ["clinic.example", "admin.clinic.example"]
    settings.CITEWELL_ADMIN_HOST = "admin.clinic.example"
    assert client.get("/admin/login/", headers={"host": "clinic.example"}).status_code == 404
    inside = client.get("/admin/login/", headers={"host": "admin.clinic.example:8443"})
    assert inside.status_code == 200
