"""The people who can sign in to the demo: one of each group, and three reviewers.

Two sign a page of high risk, and nobody signs what they wrote.
"""

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

USERS = {
    "admin": ("Administrator", "Ada", "Marsh"),
    "author": ("Author", "Owen", "Tully"),
    "editor": ("Editor", "Edith", "Lane"),
    "reviewer": ("Clinical reviewer", "Ruth", "Calder"),
    "second-reviewer": ("Clinical reviewer", "Samir", "Okoye"),
    "third-reviewer": ("Clinical reviewer", "Mei", "Hollis"),
    "publisher": ("Publisher", "Percy", "Holt"),
}


def make_users(password: str) -> str:
    """Make the users that are missing; the password they got, empty where none was made.

    Args:
        password: theirs; where empty, a random one is made for all of them.
    """
    model = get_user_model()
    given = password or secrets.token_urlsafe(12)
    made = False
    for username, (group, first_name, last_name) in USERS.items():
        if model._default_manager.filter(username=username).exists():
            continue
        user = model._default_manager.create_user(
            username=username,
            email=f"{username}@clinic.example",
            password=given,
            first_name=first_name,
            last_name=last_name,
        )
        user.groups.add(Group.objects.get(name=group))
        if username == "admin":
            user.is_staff = user.is_superuser = True
            user.save()
        made = True
    return given if made else ""


def user_called(username: str) -> Any:
    """The user of that name, or None."""
    return get_user_model()._default_manager.filter(username=username).first()
