"""Which rules hold for a page, and what of it editors dismissed; a fixed number of queries."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale, Page, Site

from citewell.organisation.models import Organisation
from citewell.wording.advertising import Rule
from citewell.wording.models import AdvertisingRule, Dismissal
from citewell.wording.shipped import shipped_rules

COUNTRY = "GB"
"""Whose rules hold where the organisation does not say where it is."""
LANGUAGE = "en"


def add_shipped_rules(model: Any) -> int:
    """Put the shipped rules that are missing into the table; how many.

    Args:
        model: the model of the rules, also as a migration knows it.
    """
    known = set(model.objects.values_list("country", "code"))
    new = [
        model(**each) for each in shipped_rules() if (each["country"], each["code"]) not in known
    ]
    model.objects.bulk_create(new)
    return len(new)


def load_rules(pages: Iterable[Any]) -> None:
    """Give each page ``wording_rules`` and ``wording_dismissed``; four queries for all.

    A page that is not in English has no rules: the shipped engine reads English alone.
    """
    pages = list(pages)
    rows = list(AdvertisingRule.objects.filter(is_active=True))
    countries = dict(Organisation.objects.values_list("site", "address_country"))
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    by_country: dict[str, list[Rule]] = {}
    dismissed: dict[int, set[str]] = {}
    keys = [page.pk for page in pages if page.pk]
    for key, what in Dismissal.objects.filter(page__in=keys).values_list("page", "key"):
        dismissed.setdefault(key, set()).add(what)
    for page in pages:
        country = country_of(page, countries)
        if country not in by_country:
            by_country[country] = rules_of(country, rows)
        page.wording_english = languages.get(page.locale_id, LANGUAGE).startswith(LANGUAGE)
        page.wording_rules = by_country[country] if page.wording_english else []
        page.wording_dismissed = dismissed.get(page.pk, set())


def country_of(page: Page, countries: dict[int, str]) -> str:
    """Two letters of the country whose rules hold for a page."""
    return countries.get(site_of(page), "").upper() or COUNTRY


def site_of(page: Page) -> int:
    """The key of the site a page belongs to, without a query; 0 where it has none."""
    for root in Site.get_site_root_paths():
        if (page.url_path or "").startswith(root.root_path):
            return int(root.site_id)
    return 0


def is_english(page: Page) -> bool:
    """Whether a page is in the language that is read."""
    locale = getattr(page, "locale", None)
    return locale is None or locale.language_code.startswith(LANGUAGE)


def rules_of(country: str, rows: Iterable[AdvertisingRule]) -> list[Rule]:
    """The rules of a country, and those for everywhere that it has no own of."""
    found: dict[str, AdvertisingRule] = {}
    for row in sorted(rows, key=lambda row: (row.country, row.pk)):
        if row.country in ("", country):
            found[row.code] = row
    return [row.rule() for row in found.values()]
