"""A reviewer, and a page that they signed."""

from typing import Any

import pytest
from django.utils import timezone

from citewell.review.content import content_hash
from citewell.review.models import Registration, SignOff
from citewell.review.signing import sign
from tests import factories


def make_reviewer(**fields: Any) -> Any:
    """Somebody who may sign, their registration checked today."""
    user = factories.superuser(**fields)
    Registration.objects.create(
        user=user,
        body="Example Council",
        number="12345",
        link="https://register.example/12345",
        checked_on=timezone.localdate(),
    )
    return user


def sign_page(page: Any, user: Any, **fields: Any) -> SignOff:
    """Sign what the page says now."""
    draft = page.get_latest_revision_as_object()
    values = {"statement": "I read it.", "checklist": [], "risk": "routine", **fields}
    values.setdefault("expected_hash", content_hash(draft))
    return sign(page, user, **values)


@pytest.fixture
def reviewer(db: None) -> Any:
    """Somebody who may sign."""
    return make_reviewer()
