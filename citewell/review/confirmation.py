"""Is it still you? What a person shows once more in the moment they sign.

Django's own ``authenticate`` is asked, so a lock-out that is installed (django-axes, say)
counts these attempts too. A site with a second factor names its own class in
``CITEWELL_REVIEW_CONFIRMATION``; it has the shape of :class:`PasswordAgain`.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class PasswordAgain:
    """The password of the account that is signed in."""

    unavailable = _(
        "You sign in without a password here, so it cannot be asked again. Ask an administrator "
        "for a password, or for another way to confirm who you are."
    )
    refused = _("This is not your password. Nothing was signed.")

    def is_available(self, user: Any) -> bool:
        """Whether this user can confirm in this way."""
        return bool(user.has_usable_password())

    def field(self) -> forms.Field:
        """The field that stands at the end of the form."""
        return forms.CharField(
            label=_("Your password, once more"),
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        )

    def is_confirmed(self, request: HttpRequest, value: str) -> bool:
        """Whether what was typed shows that it is the user of the request."""
        user = request.user
        found = authenticate(request, username=user.get_username(), password=value)
        return found is not None and found.pk == user.pk


def confirmation() -> Any:
    """How this site asks."""
    path = getattr(settings, "CITEWELL_REVIEW_CONFIRMATION", "")
    return import_string(path)() if path else PasswordAgain()
