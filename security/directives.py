"""The two content security policies as data; pure, so that the settings can name them.

Public pages run no inline script and no inline style at all. The admin runs no inline
script either: Wagtail's own six places are replaced (see ``security.scripts``). A nonce
stands in the admin's policy only where an extension's template asks for
``request.csp_nonce``. Wagtail's rich text editor and date picker set style attributes,
so styles alone may be inline there.
"""

from typing import Any

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

PUBLIC: dict[str, Any] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "media-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "frame-src": [NONE],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}

ADMIN: dict[str, Any] = {
    **PUBLIC,
    "script-src": [SELF, NONCE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],  # the preview stands in a frame beside the form
}

DOCUMENT = "sandbox; default-src 'none'"
"""An uploaded file that a browser opens after all runs nothing and sends nothing."""
