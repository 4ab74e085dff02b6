"""Withdrawn pages: their address answers 410 and says why, and where to go now.

A public page that is taken down leaves a row by itself, which an editor completes under
*Withdrawn pages*. What never was public leaves none. A page that stands at the address
again, or a redirect, comes first.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, Site

from citewell.pages.visibility import denied_paths, is_denied, public_pages
from citewell.pages.withdrawing import register_reason


class Withdrawal(models.Model):
    """An address whose page was taken down."""

    spoils_pages = True

    site = models.ForeignKey(Site, verbose_name=_("site"), on_delete=models.CASCADE)
    path = models.CharField(
        _("address"),
        max_length=500,
        db_index=True,
        help_text=_("The part after the host name, such as /conditions/old-name/."),
    )
    reason = models.TextField(
        _("why"),
        max_length=500,
        blank=True,
        help_text=_("One or two sentences that readers see: what was wrong or out of date."),
    )
    instead = models.ForeignKey(
        Page,
        verbose_name=_("where to go now"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_on = models.DateField(_("date"), default=timezone.localdate)

    panels = [
        FieldPanel("site"),
        FieldPanel("path"),
        FieldPanel("reason"),
        FieldPanel("instead"),
        FieldPanel("withdrawn_on"),
    ]

    class Meta:
        verbose_name = _("withdrawn page")
        verbose_name_plural = _("withdrawn pages")
        ordering = ["-withdrawn_on", "path"]
        constraints = [models.UniqueConstraint(fields=["site", "path"], name="one_row_an_address")]

    def __str__(self) -> str:
        return self.path

    def clean(self) -> None:
        super().clean()
        self.path = normal_path(self.path)


def normal_path(path: str) -> str:
    """An address as rows keep it: decoded, with one slash at both ends."""
    inner = unquote(path.split("?")[0]).strip().strip("/")
    return f"/{inner}/" if inner else "/"


def note_withdrawal(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Keep the address of a page that is taken down, if everybody could read it."""
    parts = instance.get_url_parts()
    if not parts or not parts[2] or is_denied(instance, denied_paths(None)):
        return
    site_id, _root_url, path = parts
    Withdrawal.objects.get_or_create(site_id=site_id, path=normal_path(path))


def forget_withdrawal(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """A page that is live again is withdrawn no more."""
    parts = instance.get_url_parts()
    if parts and parts[2]:
        Withdrawal.objects.filter(site_id=parts[0], path=normal_path(parts[2])).delete()


@register_reason
def reason_of(site_id: int, path: str) -> str:
    """Why a page was withdrawn, for whoever holds it on paper."""
    row = Withdrawal.objects.filter(site=site_id, path=normal_path(path)).first()
    return row.reason if row else ""


class WithdrawalMiddleware:
    """Turns the answer 404 into 410 where a page was withdrawn; stands outside redirects."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        return gone(request) or response


def gone(request: HttpRequest) -> HttpResponse | None:
    """The page that says why there is nothing any more; None where nothing was withdrawn."""
    site = Site.find_for_request(request)
    if site is None or "\0" in request.path:  # PostgreSQL knows no text with that sign
        return None
    rows = Withdrawal.objects.filter(site=site, path=normal_path(request.path))
    withdrawal = rows.select_related("instead").first()
    if withdrawal is None:
        return None
    instead = None
    if withdrawal.instead_id:
        instead = public_pages(Page.objects.filter(pk=withdrawal.instead_id), request).first()
    context = {"withdrawal": withdrawal, "instead": instead}
    return render(request, "410.html", context, status=410)
