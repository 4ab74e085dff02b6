"""Static files as they are served: hashed, compressed, and our style sheets without comments.

The sheets are written to be read; what explains them need not travel to each phone.
"""

from typing import Any

from django.core.files.base import ContentFile
from rcssmin import cssmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "css/"
"""The folder of the site's own sheets; those of other apps stay as their makers shipped them."""


class SmallSheetsStorage(CompressedManifestStaticFilesStorage):
    """Takes comments and white space out of the site's sheets as they are gathered."""

    def _save(self, name: str, content: Any) -> str:
        if name.startswith(OURS) and name.endswith(".css"):
            # Whoever hashed it has read to the end; chunks begin anew.
            sheet = b"".join(content.chunks()).decode()
            content = ContentFile(cssmin(sheet).encode())
        return str(super()._save(name, content))
