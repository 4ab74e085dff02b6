"""The user model; its own from the first migration, so that it can grow later."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who signs in; authorship and credentials live in ``people``."""

    spoils_pages = False

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"
