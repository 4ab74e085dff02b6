"""Every address of the admin, asked by somebody of every kind."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from access.roles import ROLES
from tests import factories
from tests.security.addresses import Address, every_address

pytestmark = pytest.mark.django_db
# What everybody may see: the way in.
OPEN = {
    "account_login",
    "account_logout",
    "mfa_authenticate",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_sprite",
}


def admin_addresses() -> list[Address]:
    """All of them; those without a name are Wagtail's refusals."""
    return [address for address in every_address() if address.is_admin]


def keyed(address: Address, values: dict[str, object]) -> dict[str, object]:
    """The keys for an address; one model is keyed by UUID, where Wagtail's chooser needs one."""
    if "unansweredwords" in address.form:
        return {**values, "pk": "00000000-0000-4000-8000-000000000000"}
    return values


def asked(client: Client, values: dict[str, object]) -> dict[str, int]:
    """The status of each address, by its form."""
    client.raise_request_exception = False
    return {
        address.form: client.get(address.filled(keyed(address, values))).status_code
        for address in admin_addresses()
        if address.name not in OPEN and not address.name.endswith(":None")
    }


@pytest.fixture
def values() -> dict[str, object]:
    """Keys that exist, by the names that addresses use."""
    page = factories.plain_page(title="Canary", live=False)
    return dict.fromkeys(("page_id", "pk", "_0"), page.pk)


def test_strangers_and_readers_see_no_address_of_the_admin(values) -> None:
    reader = Client()
    reader.force_login(factories.user(), "django.contrib.auth.backends.ModelBackend")
    for client in (Client(), reader):
        seen = {form: status for form, status in asked(client, values).items() if status < 300}
        assert {form for form in seen if "second-factor" not in form} == set()


@pytest.mark.parametrize("role", [role.name for role in ROLES])
def test_no_address_of_the_admin_fails_for_anybody(values, role: str) -> None:
    user = factories.user()
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    statuses = asked(client, values)
    assert {form for form, status in statuses.items() if status >= 500} == set()
    # Users, groups and sites are the administrators' alone.
    guarded = ("admin/users/", "admin/groups/", "admin/sites/")
    for form in guarded:
        assert (statuses[form] == 200) is (role == "Administrator"), form
