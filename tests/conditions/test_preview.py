"""A condition's preview before it was ever saved."""

from typing import Any

from conditions.models import ConditionPage


def test_a_page_that_was_never_saved_has_no_articles_and_no_failure(rf: Any) -> None:
    assert ConditionPage(title="New")._articles(rf.get("/")) == []
