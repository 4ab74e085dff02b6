"""The room's panel on the admin's first screen; pages whose end has passed are gone."""

from typing import Any

from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from citewell.pages.admin_home import MyDraftsPanel
from citewell.pages.visibility import is_expired


@hooks.register("construct_homepage_panels")
def add_my_drafts(request: HttpRequest, panels: list[Component]) -> None:
    """My drafts."""
    panels.append(MyDraftsPanel())


@hooks.register("before_serve_page")
def refuse_expired(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Answer as for a page that does not exist, also where no job took it down yet."""
    if is_expired(page):
        raise Http404
