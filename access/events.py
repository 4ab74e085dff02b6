"""Security events in Wagtail's log, beside what was done to pages: who signed in, and how."""

from typing import Any

from allauth.mfa import signals as mfa
from axes.signals import user_locked_out
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from access.lock_out import forget_old

ACTIONS = {
    "access.signed_in": (_("Sign in"), _("Signed in")),
    "access.locked_out": (_("Lock out"), _("Locked out after wrong passwords")),
    "access.password_changed": (_("Change password"), _("Password changed")),
    "access.second_factor_added": (_("Add second factor"), _("Second factor added")),
    "access.second_factor_removed": (_("Remove second factor"), _("Second factor removed")),
    "access.second_factor_reset": (_("Renew recovery codes"), _("Recovery codes renewed")),
    "access.second_factor_failed": (_("Fail second factor"), _("Second factor was wrong")),
}


def note_sign_in(user: Any, **_signal: Any) -> None:
    """Somebody signed in."""
    log(instance=user, action="access.signed_in", user=user)
    forget_old()


def note_lock_out(username: str = "", **_signal: Any) -> None:
    """A user name was locked; one that nobody has leaves no entry."""
    user = get_user_model().objects.filter(username=username).first()
    if user is not None:
        log(instance=user, action="access.locked_out")


def note_password(instance: Any, created: bool, **_signal: Any) -> None:
    """A password was set anew; Django keeps it on the instance until it is saved."""
    if not created and getattr(instance, "_password", None) is not None:
        log(instance=instance, action="access.password_changed")


def noting(action: str) -> Any:
    """A receiver of allauth's signals that notes ``action``."""

    def note(user: Any, authenticator: Any = None, **_signal: Any) -> None:
        kind = getattr(authenticator, "type", "")
        user = get_user_model().objects.get(pk=user.pk)  # a request's is a stand-in, not logged
        log(instance=user, action=action, user=user, data={"kind": str(kind)})

    return note


def connect() -> None:
    """Listen to what happens."""
    user_logged_in.connect(note_sign_in, dispatch_uid="access.signed_in")
    user_login_failed.connect(forget_old, dispatch_uid="access.forget_old")
    user_locked_out.connect(note_lock_out, dispatch_uid="access.locked_out")
    post_save.connect(note_password, sender=get_user_model(), dispatch_uid="access.password")
    for signal, action in (
        (mfa.authenticator_added, "access.second_factor_added"),
        (mfa.authenticator_removed, "access.second_factor_removed"),
        (mfa.authenticator_reset, "access.second_factor_reset"),
        (mfa.authentication_failed, "access.second_factor_failed"),
    ):
        signal.connect(noting(action), weak=False, dispatch_uid=action)
