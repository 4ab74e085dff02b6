"""What a health site must have set before the public reaches it: ``check --deploy``.

Django's own deploy checks look at cookies, HSTS and the like; these at what makes the
difference between a demonstration and a clinic's site. Numbers below 100 are Django's.
"""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

SHORTEST_KEY = 50
LOCAL = {"localhost", "127.0.0.1", "[::1]"}
KEEPS_MAIL = ("console", "dummy", "locmem", "filebased")


@register(Tags.security, deploy=True)
def check_deployment(app_configs: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """All checks of a deployment; each has its hint."""
    found: list[CheckMessage] = []
    if settings.DEBUG:
        found.append(
            Error(
                "Debug is on: error pages show the code and the settings to everybody.",
                hint="Set DEBUG=0, or leave it out.",
                id="security.E101",
            )
        )
    if len(settings.SECRET_KEY) < SHORTEST_KEY or len(set(settings.SECRET_KEY)) < 5:
        found.append(
            Error(
                "The secret key is short or uniform: sessions and reset links can be forged.",
                hint="Leave SECRET_KEY out, and a good one is made and kept in DATA_DIR; or set "
                "50 random characters.",
                id="security.E102",
            )
        )
    if not settings.HTTPS:
        found.append(
            Warning(
                "The site's address is not https: what patients read and what staff sign in "
                "with can be read on the way.",
                hint="Set BASE_URL=https://… and put a proxy with a certificate in front; name "
                "its address in TRUSTED_PROXIES.",
                id="security.W103",
            )
        )
    if "*" in settings.ALLOWED_HOSTS or set(settings.ALLOWED_HOSTS) <= LOCAL:
        found.append(
            Warning(
                "The site answers to every host name, or to none but this machine's.",
                hint="Set BASE_URL to the public address and further names in ALLOWED_HOSTS; "
                "never *: links in mails are made from the name that was asked for.",
                id="security.W104",
            )
        )
    if any(word in settings.EMAIL_BACKEND for word in KEEPS_MAIL):
        found.append(
            Warning(
                "E-mails are not sent: nobody can set a new password or hear of reviews due.",
                hint="Set CITEWELL_EMAIL_URL=smtps://user:password@host:port.",
                id="security.W105",
            )
        )
    if not settings.CITEWELL_TWO_FACTOR_GROUPS:
        found.append(
            Warning(
                "No group needs a second factor: who guesses a password changes what is read.",
                hint="Set CITEWELL_TWO_FACTOR_GROUPS=* for all who use the admin, or name groups "
                "such as Administrator,Publisher.",
                id="security.W106",
            )
        )
    if not settings.CITEWELL_SECURITY_CONTACT:
        found.append(
            Warning(
                "Who finds a weakness is not told whom to tell.",
                hint="Set CITEWELL_SECURITY_CONTACT to an e-mail or https address; it stands in "
                "/.well-known/security.txt.",
                id="security.W107",
            )
        )
    return found
