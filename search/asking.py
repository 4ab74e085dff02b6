"""Asking the site's own search as `evaluate_search`, the bench and the judgement list do."""

from collections.abc import Callable, Sequence

from django.apps import apps
from wagtail.models import Page, Site

from search import indexing

Find = Callable[[str], Sequence[str]]


def targets() -> dict[int, str]:
    """What a judgement file calls each page: its `external_id`, else its slug."""
    named: dict[int, str] = dict(Page.objects.values_list("pk", "slug"))
    for model in apps.get_models():
        if issubclass(model, Page) and any(f.name == "external_id" for f in model._meta.fields):
            with_id = model._default_manager.exclude(external_id="")
            named.update(with_id.values_list("pk", "external_id"))
    return named


def searching(site: Site) -> Find:
    """The pages a query finds on the search page, by their judged names, best first."""
    store, named, language = indexing.store(), targets(), _language(site)
    return lambda text: [
        named.get(one.page_id, "") for one in store.query(text, site.pk, language).found
    ]


def suggesting(site: Site) -> Find:
    """The pages suggested for what has been typed so far, by their judged names."""
    store, named, language = indexing.store(), targets(), _language(site)
    return lambda text: [
        named.get(one.page_id, "") for one in store.suggest(text, site.pk, language)
    ]


def _language(site: Site) -> str:
    code: str = site.root_page.locale.language_code
    return code
