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


def person_who_signs_in(email: str = "", **fields: Any) -> Any:
    """A person of the clinic with an account that may edit pages."""
    user = factories.superuser(**fields)
    user.email = email or f"{user.get_username()}@clinic.example"
    user.save()
    return factories.person(user=user)


def named(page: Any, person: Any) -> Any:
    """A page that names a person as reviewer."""
    rows = page._meta.get_field("clinical_reviewers").related_model.objects
    rows.create(page_id=page.pk, person=person, sort_order=0)
    page.refresh_from_db()
    return page
