"""The room's panels on the admin's first screen."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from citewell.pages.admin_home import DueForReviewPanel, MyDraftsPanel


@hooks.register("construct_homepage_panels")
def add_page_lists(request: HttpRequest, panels: list[Component]) -> None:
    """My drafts and pages due for review."""
    panels.extend([MyDraftsPanel(), DueForReviewPanel()])
