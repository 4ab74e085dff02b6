"""How models are laid out; each rule is proved on one wrong example."""

import ast
import inspect
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from wagtail.models import Page

from citewell.pages.models import BasePage
from tests import factories

PROJECT = Path(__file__).resolve().parents[1]
LAYERS = [
    {"operations", "access", "api", "demo"},
    {"home", "search", "importing", "leaflets", "feedback", "syndication"},
    {"blog"},
    {"conditions"},
    {"citewell_wording"},
    {"citewell_review"},
    {"citewell_people"},
    {"citewell_blocks"},
    {"citewell_references"},
    {"citewell_pages"},
    {"citewell_organisation", "citewell_topics"},
    {"citewell_images", "citewell_documents"},
    {"citewell_users", "citewell_findings", "citewell_pagecache"},
]
"""Rooms from the top down; those of one line do not know each other."""
LEVEL = {label: level for level, labels in enumerate(LAYERS) for label in labels}
SECTIONS = ["rules", "fields", "panels", "search", "api", "Meta", "clean", "methods"]
RULES = {"parent_page_types", "subpage_types", "max_count", "max_count_per_parent"}


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in LEVEL]


def own_pages() -> list[type[Page]]:
    return [model for model in own_models() if issubclass(model, Page)]


def section(statement: ast.stmt) -> str | None:
    """The section a statement of a page's class body belongs to; None where it is free."""
    if isinstance(statement, ast.ClassDef):
        return "Meta" if statement.name == "Meta" else None
    if isinstance(statement, ast.FunctionDef):
        return "clean" if statement.name == "clean" else "methods"
    if not isinstance(statement, ast.Assign):
        return None
    name = statement.targets[0].id  # type: ignore[attr-defined]
    if name in RULES:
        return "rules"
    for part, ending in (("panels", "_panels"), ("search", "search_fields"), ("api", "api_fields")):
        if name.endswith(ending):
            return part
    is_field = isinstance(statement.value, ast.Call)
    return "fields" if is_field else None


def out_of_order(source: str) -> list[str]:
    """Sections of a class that come after one they should precede."""
    body = ast.parse(dedent(source)).body[0].body  # type: ignore[attr-defined]
    found = [part for part in map(section, body) if part]
    ranks = [SECTIONS.index(part) for part in found]
    return [
        part
        for part, rank, before in zip(found[1:], ranks[1:], ranks, strict=False)
        if rank < before
    ]


def upward_keys(model: type[models.Model]) -> list[str]:
    """Foreign keys of a model that lead to a room above its own or beside it."""
    level = LEVEL[model._meta.app_label]
    keys = [field for field in model._meta.get_fields() if field.concrete and field.is_relation]
    found = []
    for field in keys:
        target: Any = field.related_model
        label = target._meta.app_label if target else ""
        same = label == model._meta.app_label
        if label in LEVEL and not same and LEVEL[label] <= level:
            found.append(f"{model.__name__}.{field.name} → {label}")
    return found


def unique_parts(model: type[models.Model]) -> list[str]:
    """What a page type forbids to stand twice; aliases and translations break on it."""
    own = [field.name for field in model._meta.local_fields if field.unique]
    constraints = [
        str(constraint.name)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    together = [", ".join(names) for names in model._meta.unique_together]
    return [name for name in own if not name.endswith("_ptr")] + constraints + together


def abstract_bases(text: str) -> list[str]:
    """Names of abstract classes of ours in the ``bases`` of a migration."""
    abstract = {"BasePage", "Byline", "Term", "NavigationLink"}
    named = re.findall(r"bases=\(([^)]*)\)", text)
    return [name for bases in named for name in abstract if re.search(rf"\.{name}\b", bases)]


@pytest.mark.parametrize("page", own_pages())
class TestPageTypes:
    """What every page type of ours keeps to."""

    def test_it_has_a_docstring_of_its_own(self, page: type[Page]) -> None:
        assert "__doc__" in vars(page)
        assert page.__doc__
        assert not page.__doc__.startswith(f"{page.__name__}(")  # Django's own filling

    def test_its_sections_stand_in_order(self, page: type[Page]) -> None:
        assert out_of_order(inspect.getsource(page)) == []

    def test_it_says_what_may_stand_below_it_and_somebody_says_where_it_may_stand(
        self, page: type[Page]
    ) -> None:
        assert "subpage_types" in vars(page)
        named = {name for other in own_pages() for name in vars(other).get("subpage_types") or []}
        assert "parent_page_types" in vars(page) or page._meta.label in named

    def test_it_extends_the_bases_search_and_api(self, page: type[Page]) -> None:
        assert issubclass(page, BasePage)
        assert all(field in page.search_fields for field in BasePage.search_fields)
        assert all(field in page.api_fields for field in BasePage.api_fields)

    def test_nothing_of_it_must_be_unique(self, page: type[Page]) -> None:
        assert unique_parts(page) == []

    def test_tests_can_make_it(self, page: type[Page]) -> None:
        assert page in factories.PAGES


@pytest.mark.parametrize("model", own_models())
def test_foreign_keys_lead_down_the_layers(model: type[models.Model]) -> None:
    assert upward_keys(model) == []


def test_every_room_with_models_has_its_layer() -> None:
    rooms = {
        config.label
        for config in apps.get_app_configs()
        if (PROJECT / config.name.split(".")[0]).is_dir() and list(config.get_models())
    }
    assert rooms <= set(LEVEL)


def test_no_migration_names_an_abstract_class() -> None:
    for path in PROJECT.glob("[a-z]*/**/migrations/*.py"):
        assert abstract_bases(path.read_text()) == [], path


class TestTheRulesThemselves:
    """Each rule catches a wrong example."""

    def test_a_field_after_the_panels_is_out_of_order(self) -> None:
        wrong = """
        class WrongPage(BasePage):
            content_panels = []
            lead = models.TextField()
        """
        assert out_of_order(wrong) == ["fields"]

    def test_a_method_before_meta_is_out_of_order(self) -> None:
        wrong = """
        class WrongPage(BasePage):
            lead = models.TextField()

            def shown(self):
                pass

            class Meta:
                pass
        """
        assert out_of_order(wrong) == ["Meta"]

    def test_a_key_that_leads_up_is_found(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from blog.models import ArticlePage

        assert upward_keys(ArticlePage) == []
        monkeypatch.setitem(LEVEL, "blog", LEVEL["citewell_topics"])
        assert any("conditions" in key for key in upward_keys(ArticlePage))

    def test_a_unique_field_is_found(self) -> None:
        from citewell.users.models import User

        assert "username" in unique_parts(User)

    def test_an_abstract_base_in_a_migration_is_found(self) -> None:
        assert abstract_bases("bases=(citewell.pages.models.BasePage, models.Model)") == [
            "BasePage"
        ]
        assert abstract_bases("bases=('wagtailcore.page', models.Model)") == []
