"""Asking for a new password: counted, and the same answer in the same time for every address."""

import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from wagtail.admin.views.account import PasswordResetView

from security.addresses import client_address
from security.throttle import may_try

RESETS, RESET_SECONDS = 5, 3600
TRIES, TRY_SECONDS = 10, 900


def in_background(work: Callable[[], Any]) -> None:
    """Do the work after the answer; its time tells nobody whether the account exists."""

    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    threading.Thread(target=run, daemon=False).start()


class ResetPassword(PasswordResetView):
    """Five an hour for an address and for an e-mail address; more are silently not sent."""

    def form_valid(self, form: Any) -> HttpResponse:
        email = form.cleaned_data["email"].casefold()
        address = client_address(self.request)
        allowed = may_try("reset for", email, most=RESETS, seconds=RESET_SECONDS)
        allowed &= may_try("reset from", address, most=RESETS, seconds=RESET_SECONDS)
        if allowed:
            options = {
                "use_https": settings.HTTPS,
                "token_generator": self.token_generator,
                "from_email": self.from_email,
                "email_template_name": self.email_template_name,
                "subject_template_name": self.subject_template_name,
                # Never from the Host header, which whoever asks can choose.
                "domain_override": settings.WAGTAILADMIN_BASE_URL.split("://")[1],
                "request": self.request,
            }
            in_background(lambda: form.save(**options))
        return HttpResponseRedirect(str(self.success_url))


def counted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that takes the shared password of a page or a collection, ten tries in 15 minutes."""

    def try_password(request: HttpRequest, *arguments: Any, **keywords: Any) -> HttpResponse:
        if request.method == "POST":
            whose = f"{sorted(keywords.items())} {client_address(request)}"
            if not may_try("shared password", whose, most=TRIES, seconds=TRY_SECONDS):
                page = render(
                    request, "access/locked_out.html", {"minutes": TRY_SECONDS // 60}, status=429
                )
                page.headers["Retry-After"] = str(TRY_SECONDS)
                return page
        return view(request, *arguments, **keywords)

    return try_password
