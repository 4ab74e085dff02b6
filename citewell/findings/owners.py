"""Who is told of what happens to a page: rooms above name whoever answers for it.

register_owner(lambda page: page.content_owner.user if … else None)
"""

from collections.abc import Callable
from typing import Any

Owner = Callable[[Any], Any]
"""Takes a specific page; gives the user who answers for it, or None."""

OWNERS: list[Owner] = []


def register_owner(owner: Owner) -> Owner:
    """Decorator: the function is asked who answers for a page."""
    if owner not in OWNERS:
        OWNERS.append(owner)
    return owner


def owner_of(page: Any) -> Any:
    """The active user with a mail address who answers for a specific page.

    Else whoever made the page; None where nobody can be told.
    """
    for user in (*(owner(page) for owner in OWNERS), page.owner):
        if user is not None and user.is_active and user.email:
            return user
    return None
