"""Every model says whether public pages show its rows; forgetting is seen, and safe."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from citewell.pagecache import checks, declaring
from citewell.pagecache.declaring import declaration_of
from tests.test_house import own_models

HOW_TO = (
    "{names}: write spoils_pages = True into the class where public pages show its rows (and "
    "spoils_pages_at = (…) with the DateTimeFields that change pages when they pass), or "
    "spoils_pages = False where only editors see them; see citewell/pagecache/declaring.py."
)


@pytest.fixture
def silent() -> Iterator[Any]:
    """A model that says nothing; forgotten again afterwards."""

    class SilentThing(models.Model):
        class Meta:
            app_label = "home"

        def __str__(self) -> str:
            return "silent"

    apps.clear_cache()
    yield SilentThing
    del apps.all_models["home"]["silentthing"]
    apps.clear_cache()


def test_every_model_says_whether_pages_show_it() -> None:
    silent = [model._meta.label for model in declaring.undeclared()]
    assert not silent, HOW_TO.format(names=", ".join(silent))


def test_a_model_that_says_nothing_is_named_and_spoils_pages(silent: Any) -> None:
    assert declaring.undeclared() == [silent]
    (warning,) = checks.check_declarations()
    assert warning.id == "citewell_pagecache.W001"
    assert "SilentThing" in warning.msg
    assert declaring.by_table()["home_silentthing"].spoils


def times_that_editors_set(model: type[models.Model]) -> set[str]:
    """DateTimeFields that are no mere stamps of when a row was written."""
    return {
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.DateTimeField) and field.editable
    }


STAMPS = {
    "citewell_images.CustomImage": {"created_at"},
    "citewell_documents.CustomDocument": {"created_at"},
    "citewell_review.SignOff": {"time"},
}
"""Editable for Django, yet only said of the past."""


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_a_time_on_a_page_says_that_pages_change_when_it_passes(model: Any) -> None:
    declared = declaration_of(model)
    assert declared is not None, HOW_TO.format(names=model._meta.label)
    if declared.spoils:
        times = times_that_editors_set(model) - STAMPS.get(model._meta.label, set())
        assert times == set(declared.moments), (
            f"{model._meta.label}: name {times} in spoils_pages_at if pages change when that "
            "moment passes, or make it editable=False; a mere stamp goes into STAMPS here."
        )


def test_a_banner_that_forgot_its_times_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    banner = apps.get_model("citewell_organisation", "AlertBanner")
    monkeypatch.setattr(banner, "spoils_pages_at", ())
    with pytest.raises(AssertionError, match="spoils_pages_at"):
        test_a_time_on_a_page_says_that_pages_change_when_it_passes(banner)


def test_the_rows_of_a_many_to_many_field_belong_to_the_model_that_has_it() -> None:
    known = declaring.by_table()
    assert known["blog_articlepage_topics"].spoils
    assert not known["citewell_users_user_groups"].spoils


def test_a_site_can_speak_for_models_of_other_packages(settings: Any, silent: Any) -> None:
    settings.CITEWELL_SPOILS_PAGES = {"home.SilentThing": False}
    assert declaration_of(silent) == declaring.UNSEEN
