"""Signing in and the second factor; below the admin's path, before Wagtail's own addresses."""

from allauth.account.views import logout, reauthenticate
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from access.passwords import ResetPassword
from access.sign_in import SignIn


def nothing(request: HttpRequest) -> HttpResponse:
    """Wagtail's page that fails on purpose is not needed on a live site."""
    raise Http404


urlpatterns = [
    path("failwhale/", nothing),
    path("login/", SignIn.as_view(), name="account_login"),
    path("password_reset/", ResetPassword.as_view()),
    path("second-factor/", include("allauth.mfa.urls")),
    path("second-factor/confirm/", reauthenticate, name="account_reauthenticate"),
    path("second-factor/leave/", logout, name="account_logout"),
]
