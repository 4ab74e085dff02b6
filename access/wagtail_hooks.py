"""What the access room adds to the admin: its events in the log, the way to a second factor."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from access.events import ACTIONS


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name the security events."""
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_settings_menu_item")
def second_factor_item() -> MenuItem:
    """Where everybody finds their own second factor."""
    return MenuItem(
        _("My second factor"), reverse("mfa_index"), icon_name="lock", order=10_000,
        name="second-factor",
    )  # fmt: skip
