"""Static files as they are served: hashed, compressed, and our style sheets without comments.

The sheets are written to be read; what explains them need not travel to each phone.
"""

import re
from typing import Any

from django.core.files.base import ContentFile
from tinycss2 import parse_component_value_list, serialize
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "css/"
"""The folder of the site's own sheets; those of other apps stay as their makers shipped them."""


def small(sheet: str) -> str:
    """A style sheet without comments, indentation and empty lines; no rule is touched."""
    plain = serialize(parse_component_value_list(sheet, skip_comments=True))
    return re.sub(r"\s*\n\s*", "\n", plain).strip()  # no string of CSS holds a bare line break


class SmallSheetsStorage(CompressedManifestStaticFilesStorage):
    """Takes comments and indentation out of the site's sheets as they are gathered."""

    def _save(self, name: str, content: Any) -> str:
        if name.startswith(OURS) and name.endswith(".css"):
            # Whoever hashed it has read to the end; chunks begin anew.
            sheet = b"".join(content.chunks()).decode()
            content = ContentFile(small(sheet).encode())
        return str(super()._save(name, content))
