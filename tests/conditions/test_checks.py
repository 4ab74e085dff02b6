"""Identifiers that stand twice are reported, those that may are not."""

import pytest

from conditions.checks import external_ids_stand_once
from tests import factories

pytestmark = pytest.mark.django_db


def ids() -> list[str]:
    return [message.id or "" for message in external_ids_stand_once(databases=["default"])]


def test_an_identifier_on_two_pages_of_a_site_and_language_is_reported() -> None:
    factories.condition(external_id="a-1")
    factories.condition(external_id="a-1")
    assert ids() == ["conditions.W001"]
    assert external_ids_stand_once(databases=["default"])[0].hint


def test_pages_without_an_identifier_are_fine() -> None:
    factories.condition()
    factories.condition()
    assert ids() == []


def test_other_languages_sites_and_aliases_may_share_it() -> None:
    page = factories.condition(external_id="a-1")
    other = factories.condition_index(factories.second_site().root_page)
    factories.condition(other, external_id="a-1")
    page.copy_for_translation(factories.locale("pl"), copy_parents=True)
    page.create_alias(parent=page.get_parent(), update_slug="alias")
    assert ids() == []


def test_without_a_database_to_ask_nothing_is_asked() -> None:
    factories.condition(external_id="a-1")
    factories.condition(external_id="a-1")
    assert external_ids_stand_once(databases=None) == []
