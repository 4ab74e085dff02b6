"""Small makers of what tests need; each builds the parents it stands on.

A keyword of the model goes through as it is: ``condition(title="Sciatica")``. Pages are
live; ``live=False`` makes a draft. Counting names keep titles and slugs apart.
"""

from collections.abc import Callable
from itertools import count
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.utils import timezone
from django.utils.text import slugify
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, Site

from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage
from citewell.people.models import PeopleIndexPage, Person, PersonPage
from citewell.topics.models import BodyArea, Symptom, Topic
from conditions.models import ConditionIndexPage, ConditionName, ConditionPage
from home.models import HomePage, PlainPage, ServiceIndexPage, ServicePage

_number = count(1)


def add_page(model: type[Page], parent: Page, **fields: Any) -> Any:
    """A page of ``model`` under ``parent``, with a title and slug of its own if none is given."""
    fields.setdefault("title", f"{model._meta.verbose_name} {next(_number)}".capitalize())
    fields.setdefault("slug", slugify(fields["title"], allow_unicode=True))
    if fields.get("live", True):
        fields.setdefault("first_published_at", timezone.now())
        fields.setdefault("last_published_at", fields["first_published_at"])
    parent.refresh_from_db()  # treebeard counts the children on the parent's row
    return parent.add_child(instance=model(locale=fields.pop("locale", parent.locale), **fields))


def first(model: type[Page], parent: Page, **fields: Any) -> Any:
    """The first page of ``model`` below ``parent``, made where there is none."""
    return model.objects.child_of(parent).first() or add_page(model, parent, **fields)


def default_site() -> Site:
    """The default site, made anew where a test with transactions emptied the database."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None:
        return site
    code = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    locale, _ = Locale.objects.get_or_create(language_code=code)
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    welcome = root.add_child(instance=Page(title="Welcome", slug="home", locale=locale))
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def home(**fields: Any) -> HomePage:
    """The home page of the default site, made once in place of Wagtail's welcome page."""
    site = default_site()
    page = site.root_page.specific
    if not isinstance(page, HomePage):
        root = Page.objects.get(depth=1)
        fields = {"title": "Home", "slug": "home-page", "heading": "What is wrong?", **fields}
        page = root.add_child(instance=HomePage(locale=Locale.get_default(), **fields))
        site.root_page = page
        site.save()
        page = HomePage.objects.get(pk=page.pk)  # it remembers to belong to no site
    return page


def second_site(**fields: Any) -> Site:
    """Another site with its own home page, at ``second.example``."""
    root = Page.objects.get(depth=1)
    number = next(_number)
    page = root.add_child(
        instance=HomePage(
            title=f"Second home {number}",
            slug=f"second-{number}",
            heading="Second",
            locale=Locale.get_default(),
        )
    )
    fields = {"hostname": "second.example", "port": 80, "site_name": "Second", **fields}
    return Site.objects.create(root_page=page, **fields)


def locale(language_code: str = "pl") -> Locale:
    """A further language."""
    return Locale.objects.get_or_create(language_code=language_code)[0]


def condition_index(parent: Page | None = None, **fields: Any) -> ConditionIndexPage:
    """The conditions' index below the home page."""
    return first(
        ConditionIndexPage, parent or home(), title="Conditions", slug="conditions", **fields
    )


def condition(
    parent: Page | None = None, *, names: list[str | tuple[str, str]] | None = None, **fields: Any
) -> ConditionPage:
    """A condition; ``names`` are other names, each a text (lay) or a text and its kind."""
    page = add_page(
        ConditionPage, parent or condition_index(), **{"summary": "What it is.", **fields}
    )
    for order, name in enumerate(names or []):
        text, kind = (name, "lay") if isinstance(name, str) else name
        ConditionName.objects.create(page=page, name=text, kind=kind, sort_order=order)
    return page


def article_index(parent: Page | None = None, **fields: Any) -> ArticleIndexPage:
    """The articles' index below the home page."""
    return first(ArticleIndexPage, parent or home(), title="Articles", slug="articles", **fields)


def article(
    parent: Page | None = None,
    *,
    authors: list[Person] | None = None,
    topics: list[Topic] | None = None,
    conditions: list[ConditionPage] | None = None,
    **fields: Any,
) -> ArticlePage:
    """An article with its authors, topics and the conditions it is about."""
    page = add_page(ArticlePage, parent or article_index(), **{"lead": "The lead.", **fields})
    for order, author in enumerate(authors or []):
        ArticleAuthor.objects.create(page=page, person=author, sort_order=order)
    if topics or conditions:
        page.topics = topics or []
        page.conditions = conditions or []
        page.save()
    return page


def person(**fields: Any) -> Person:
    """Somebody who writes for the site."""
    return Person.objects.create(**{"name": f"Person {next(_number)}", **fields})


def person_page(parent: Page | None = None, **fields: Any) -> PersonPage:
    """A person's profile below the people's index."""
    index = parent or people_index()
    fields["person"] = fields.get("person") or person()
    return add_page(PersonPage, index, **{"title": fields["person"].name, **fields})


def plain_page(parent: Page | None = None, **fields: Any) -> PlainPage:
    """A page of text."""
    return add_page(PlainPage, parent or home(), **fields)


def service(parent: Page | None = None, **fields: Any) -> ServicePage:
    """A service below the services' index."""
    index = parent or service_index()
    return add_page(ServicePage, index, **{"summary": "What it is.", **fields})


def _term(model: type[Any], name: str, fields: dict[str, Any]) -> Any:
    name = name or f"{model._meta.verbose_name} {next(_number)}".capitalize()
    values = {"slug": slugify(name, allow_unicode=True), **fields}
    values.setdefault("locale", Locale.get_default())
    return model.objects.create(name=name, **values)


def topic(name: str = "", **fields: Any) -> Topic:
    """A topic of articles."""
    return _term(Topic, name, fields)


def body_area(name: str = "", **fields: Any) -> BodyArea:
    """A part of the body."""
    return _term(BodyArea, name, fields)


def symptom(name: str = "", **fields: Any) -> Symptom:
    """What a patient feels."""
    return _term(Symptom, name, fields)


def image(**fields: Any) -> Any:
    """An uploaded picture, drawn here."""
    fields.setdefault("title", f"Image {next(_number)}")
    file: ImageFile = fields.pop("file", None) or get_test_image_file()
    return get_image_model().objects.create(file=file, **fields)


def user(username: str = "", **fields: Any) -> Any:
    """Somebody who signs in with the password "secret"."""
    return get_user_model().objects.create_user(
        username or f"user-{next(_number)}", password="secret", **fields
    )


def superuser(username: str = "", **fields: Any) -> Any:
    """A user who may do everything."""
    return user(username, is_staff=True, is_superuser=True, **fields)


def people_index() -> PeopleIndexPage:
    """The people's index below the home page."""
    return first(PeopleIndexPage, home(), title="People", slug="people")


def service_index() -> ServiceIndexPage:
    """The services' index below the home page."""
    return first(ServiceIndexPage, home(), title="Services", slug="services")


PAGES: dict[type[Page], Callable[[], Any]] = {
    ArticleIndexPage: article_index,
    ArticlePage: article,
    ConditionIndexPage: condition_index,
    ConditionPage: condition,
    HomePage: home,
    PeopleIndexPage: people_index,
    PersonPage: person_page,
    PlainPage: plain_page,
    ServiceIndexPage: service_index,
    ServicePage: service,
}
"""A maker for each page type; a test fails while one is missing."""
