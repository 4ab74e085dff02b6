"""The clinic itself: home page, identity, hours, numbers, navigation, an alert."""

from datetime import time, timedelta

from django.utils import timezone
from wagtail.models import Locale, Page, Site

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
from demo.blocks import cards, heading, key_facts, text, video
from demo.fill import Made
from home.models import HomePage

NAME = "Millbrook Clinic"

SECTIONS = (
    cards(
        "Common conditions",
        "low-back-pain",
        "neck-pain",
        "bppv",
        "migraine",
        "sciatica",
        "knee-osteoarthritis",
    ),
    key_facts(
        "How to read our pages",
        "Signs that cannot wait stand first.",
        "Harms stand beside benefits.",
        "Where nobody knows, we say so.",
    ),
    cards(
        "Questions people ask",
        "is-it-safe-to-exercise-with-back-pain",
        "do-i-need-a-scan-for-back-pain",
        "why-am-i-dizzy-when-i-turn-over",
    ),
    heading("The clinic"),
    text(
        "Millbrook Clinic is invented: it shows what a site made with Citewell can be. "
        "See [[services|our services]] and [[people|our people]]."
    ),
    video(
        "A walk through the clinic (an example without a film)",
        "https://video.example/walk-through-the-clinic",
        "clinic",
        "A drawing of a low house with a tree",
        "There is no film in this demonstration. This is where its words would stand, for "
        "everybody who cannot or does not want to watch.",
    ),
)

NUMBERS = (
    ("emergency", "999", "Emergency services"),
    ("urgent", "111", "NHS 111"),
    ("crisis", "116 123", "Samaritans"),
)

WORDING = {
    "emergency": "Call {number} now",
    "urgent": "Call {label} on {number}",
    "crisis": "Call {label} on {number}, free, at any time",
}

MAIN = ("conditions", "articles", "services", "people", "about")
FOOTER = ("how-we-write", "privacy", "accessibility", "contact")


def new_home() -> Page:
    """The home page without its sections."""
    return HomePage(
        title=NAME,
        slug="millbrook",
        heading="What is bothering you?",
        introduction="Search in your own words: “dizzy when I turn over”, “pain down my leg”.",
    )


def set_up_clinic(made: Made) -> None:
    """Fill the home page and the site's settings; done once, with a new home page."""
    home = made.pages["home"]
    home.sections = made.stream(SECTIONS, "home/sections")
    site = Site.objects.get(root_page=home)
    set_up_organisation(site)
    set_up_numbers(site)
    set_up_navigation(site, made.pages)
    AlertBanner.objects.get_or_create(
        site=site,
        text="Example of an alert that has ended: closed for a day.",
        defaults={
            "starts_at": timezone.now() - timedelta(days=8),
            "ends_at": timezone.now() - timedelta(days=7),
        },
    )


def set_up_organisation(site: Site) -> None:
    """Name, address, contact and opening hours."""
    organisation = Organisation.for_site(site)
    organisation.name = NAME
    organisation.legal_name = "Millbrook Clinic (invented)"
    organisation.tagline = "Clear words about pain, balance and what helps"
    organisation.address_street = "1 Example Lane"
    organisation.address_locality = "Millbrook"
    organisation.address_postal_code = "ZZ99 1AA"
    organisation.address_country = "GB"
    organisation.phone = "01632 960 123"  # of the range kept for fiction
    organisation.email = "hello@clinic.example"
    organisation.is_demo = True
    organisation.opening_hours = [
        OpeningHours(day=day, opens=time(8, 30), closes=time(17 if day < 4 else 13))
        for day in range(5)
    ]
    organisation.save()


def set_up_numbers(site: Site) -> None:
    """Emergency numbers of the country served, and their wording."""
    numbers = EmergencyNumbers.for_site(site)
    numbers.numbers = [
        EmergencyNumber(kind=kind, number=number, label=label) for kind, number, label in NUMBERS
    ]
    numbers.save()
    locale = Locale.get_default()
    for kind, words in WORDING.items():
        EmergencyWording.objects.get_or_create(kind=kind, locale=locale, defaults={"text": words})


def set_up_navigation(site: Site, pages: dict[str, Page]) -> None:
    """Links of the header and the footer."""
    navigation = Navigation.for_site(site)
    navigation.main_links = [MainLink(page=pages[slug]) for slug in MAIN]
    navigation.footer_links = [FooterLink(page=pages[slug]) for slug in FOOTER]
    navigation.save()
