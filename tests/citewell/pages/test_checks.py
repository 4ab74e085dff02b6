"""The checks of page types: quiet on ours, and each seen to catch a wrong one."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models.pages import PAGE_MODEL_CLASSES

from citewell.blocks.checks import check_vocabulary
from citewell.blocks.vocabulary import ContentBlock
from citewell.pages import checks
from citewell.pages.models import BasePage


class SiteBody(ContentBlock):
    """A body with a block that says nothing of itself."""

    bare = blocks.CharBlock()


@pytest.fixture
def wrong() -> Iterator[Any]:
    """A page type with every mistake; forgotten again afterwards."""

    class WrongPage(BasePage):
        """A page type with every mistake."""

        code = models.CharField(max_length=10, unique=True)
        lead = models.TextField(blank=True)
        body = StreamField(SiteBody(), blank=True)
        groups = ParentalManyToManyField("auth.Group")

        search_fields: list[Any] = []
        api_fields: list[Any] = []

        class Meta:
            app_label = "home"

    yield WrongPage
    PAGE_MODEL_CLASSES.remove(WrongPage)
    for name in ("wrongpage", "wrongpage_groups"):
        del apps.all_models["home"][name]
    apps.clear_cache()
    for relation in ("auth", "Group"), ("wagtailcore", "Page"):
        apps.get_model(*relation)._meta._expire_cache()


def test_our_page_types_are_right() -> None:
    assert checks.check_page_types() == []


@pytest.mark.parametrize(
    ("rule", "code", "words"),
    [
        (checks.without_template, "pages.E001", "home/wrong_page.html"),
        (checks.without_base_fields, "pages.E002", "*BasePage.search_fields"),
        (checks.unsearched, "pages.E003", 'index.SearchField("lead")'),
        (checks.unread, "pages.E004", 'APIField("body")'),
        (checks.unique, "pages.E005", "unique=True"),
        (checks.untranslated, "pages.E006", "TranslatableMixin"),
    ],
)
def test_a_mistake_is_caught_with_what_to_write(
    wrong: Any, rule: Any, code: str, words: str
) -> None:
    found = list(rule(wrong))
    assert {fault.id for fault in found} == {code}
    assert words in found[0].hint


def test_all_of_them_are_looked_for(wrong: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "get_page_models", lambda: [wrong])
    found = {fault.id for fault in checks.check_page_types()}
    assert found == {f"pages.E00{number}" for number in range(1, 7)}


def test_a_bare_block_in_a_page_types_own_body_is_caught(
    wrong: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citewell.blocks.checks.get_page_models", lambda: [wrong])
    found = check_vocabulary()
    assert {fault.id for fault in found} == {"blocks.E001"}
    assert all("“bare”" in fault.msg for fault in found)
    assert {"icon", "label", "description", "preview_value"} & {
        fault.msg.split()[-1].strip(".") for fault in found
    }
