"""Signing in, for the admin and for pages of a group: password first, then the second factor.

Wagtail's own views check the password, show the form and remember nobody; allauth's stages
hold the sign-in back until a second factor was given, where one is set up. Until then there
is no signed-in session.
"""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth.views import LoginView as PublicLoginView
from django.http import HttpRequest, HttpResponse
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.views.account import LoginView
from wagtail.urls import WAGTAIL_FRONTEND_LOGIN_TEMPLATE


def go_on(request: HttpRequest, user: Any, target: str) -> HttpResponse:
    """What follows a right password: the second factor where there is one, else ``target``."""
    record_authentication(request, user, method="password", reauthenticated=True)
    return perform_login(request, user, redirect_url=target)


class SignInForm(LoginForm):
    """Wagtail's, with what a password manager needs to know its fields."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"


class SignIn(LoginView):
    """The admin's."""

    def form_valid(self, form: Any) -> HttpResponse:
        remember = form.cleaned_data.get("remember")
        self.request.session.set_expiry(settings.SESSION_COOKIE_AGE if remember else 0)
        return go_on(self.request, form.get_user(), self.get_success_url())


class PublicSignIn(PublicLoginView):
    """For pages that only some may read."""

    template_name = WAGTAIL_FRONTEND_LOGIN_TEMPLATE

    def form_valid(self, form: Any) -> HttpResponse:
        return go_on(self.request, form.get_user(), self.get_success_url())
