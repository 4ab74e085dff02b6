"""Build the demo's translations: copies of the English pages, filled with their own words."""

from typing import Any

from wagtail.models import Locale, Page

from citewell.organisation.models import EmergencyWording
from demo.blocks import cards
from demo.fill import Made, fill_page
from demo.going_live import publish
from demo.translations import Translation, translations

INDEX = "conditions"


def make_translations(made: Made) -> int:
    """Make each language that has no home page yet; how many pages were made."""
    return sum(
        make_translation(translation, made)
        for translation in translations()
        if not Page.objects.filter(
            locale__language_code=translation.code,
            translation_key=made.pages["home"].translation_key,
        ).exists()
    )


def make_translation(translation: Translation, made: Made) -> int:
    """Home page, list of conditions and the conditions of one language."""
    locale, _ = Locale.objects.get_or_create(language_code=translation.code)
    for kind, words in translation.wording.items():
        EmergencyWording.objects.get_or_create(kind=kind, locale=locale, defaults={"text": words})
    home: Any = made.pages["home"].copy_for_translation(locale)
    index: Any = made.pages[INDEX].copy_for_translation(locale)
    conditions = {}
    for record in translation.conditions:
        page: Any = made.pages[record.slug].copy_for_translation(locale)
        page.title, page.summary = record.title, record.summary
        fill_page(record, page, made)
        publish(page)
        conditions[record.slug] = page
    index.title, index.introduction = translation.section
    index.slug = INDEX
    publish(index)
    for name, value in translation.home.items():
        setattr(home, name, value)
    own = Made(made.keys)
    own.keys.pages = {**made.keys.pages, **{slug: page.pk for slug, page in conditions.items()}}
    home.sections = own.stream([cards(translation.cards, *conditions)], f"{translation.code}/home")
    publish(home)
    return len(conditions) + 2
