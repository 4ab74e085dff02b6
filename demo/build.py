"""Build the demo clinic: pages first, then what they say, so that all can link to all.

Idempotent: what stands already (by its slug) is left as editors made it.
"""

import io
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from citewell.organisation.models import Organisation
from demo.clinic import new_home, set_up_clinic
from demo.drawings import DRAWINGS, draw
from demo.fill import Made, fill_page, new_page
from demo.generated import generate_conditions
from demo.going_live import publish
from demo.library import make_sources
from demo.people import make_people
from demo.registry import PAGES, DemoPage
from demo.sheets import SHEETS
from demo.sign_off import register_reviewers, require_sign_off, start_chain_anew
from demo.streams import Keys
from demo.terms import make_terms
from demo.translate import make_translations
from demo.users import make_users
from home.models import HomePage

CREDIT, LICENCE = "Citewell", "CC0 1.0"


class NotTheDemo(Exception):
    """The site belongs to somebody: it has a home page that the demo did not make."""


@dataclass(frozen=True)
class Result:
    """What was made: pages, generated pages, and the users' password where it is new."""

    pages: int = 0
    generated: int = 0
    password: str = field(default="", repr=False)

    def counts(self) -> dict[str, int]:
        """The numbers alone, without the password."""
        return {"pages": self.pages, "generated": self.generated}


def load_demo(*, only_if_empty: bool = False, generated: int = 0, password: str = "") -> Result:
    """Build what is missing of the demo clinic.

    Args:
        only_if_empty: do nothing where the site has pages of its own.
        generated: how many generated condition pages there shall be, for load tests.
        password: of new users; empty for a random one.

    Raises:
        NotTheDemo: the site's home page is not marked as a demonstration; nothing was made.
    """
    if only_if_empty and not is_empty():
        return Result()
    refuse_a_real_site()
    if is_empty():
        start_chain_anew()
    with transaction.atomic():
        new_password = make_users(password)
        keys = Keys(drawings=make_drawings(), sheets=make_sheets(), sources=make_sources())
        made = Made(keys, people=make_people(keys.drawings["portrait"]), terms=make_terms())
        made.pages["home"], home_is_new = make_home()
        if home_is_new:
            require_sign_off(made.pages["home"])
        register_reviewers()
        missing = [page for page in PAGES if make_page(page, made)]
        keys.pages = {slug: page.pk for slug, page in made.pages.items()}
        for page in missing:
            fill_page(page.record, made.pages[page.slug], made)
            publish(made.pages[page.slug])
        if home_is_new:
            set_up_clinic(made)
            publish(made.pages["home"])
        translated = make_translations(made)
    home = made.pages["home"]
    added = generate_conditions(home, generated) if generated else 0
    return Result(len(missing) + home_is_new + translated, added, new_password)


def refuse_a_real_site() -> None:
    """Invented people must not be mixed into a site that is not marked as a demonstration."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    if isinstance(site.root_page.specific, HomePage) and not Organisation.for_site(site).is_demo:
        raise NotTheDemo(
            "This site has a home page of its own, so the demo was not loaded. "
            "Load it into an empty database."
        )


def make_home() -> tuple[Page, bool]:
    """The home page and whether it is new; a new one takes the place of Wagtail's first page."""
    site = Site.objects.get(is_default_site=True)
    if isinstance(site.root_page.specific, HomePage):
        return site.root_page.specific, False
    welcome = site.root_page
    home = welcome.get_parent().add_child(instance=new_home())
    site.root_page, site.site_name = home, home.title
    site.save()
    if welcome.slug == "home" and not welcome.get_children().exists():
        welcome.delete()
    return home, True


def make_page(page: DemoPage, made: Made) -> bool:
    """Put the page below its parent where none of its slug stands there; whether it was made."""
    parent = made.pages[page.parent]
    standing = parent.get_children().filter(slug=page.slug).first()
    if standing:
        made.pages[page.slug] = standing.specific
        return False
    draft = new_page(page.record, made)
    draft.live = False
    made.pages[page.slug] = parent.add_child(instance=draft)
    return True


def make_drawings() -> dict[str, int]:
    """Draw the images that are missing; keys by name."""
    model = get_image_model()
    keys = {}
    for name, (description, _drawing) in DRAWINGS.items():
        title = f"Drawing: {name}"
        image = model.objects.filter(title=title).first()
        if image is None:
            image = model.objects.create(
                title=title,
                description=description.rstrip("."),
                credit=CREDIT,
                licence=LICENCE,
                file=ImageFile(io.BytesIO(draw(name)), f"{name}.png"),
            )
        keys[name] = image.pk
    return keys


def make_sheets() -> dict[str, int]:
    """Make the documents that are missing; keys by name."""
    model = get_document_model()
    keys = {}
    for name, (title, filename, content) in SHEETS.items():
        document = model.objects.filter(title=title).first()
        if document is None:
            document = model.objects.create(
                title=title, file=ContentFile(content.encode(), filename)
            )
        keys[name] = document.pk
    return keys


def is_empty() -> bool:
    """Whether the site has no page but the one Wagtail's migration makes."""
    return not Page.objects.filter(depth__gt=2).exists() and Page.objects.count() <= 2
