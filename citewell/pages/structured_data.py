"""JSON-LD: what a page tells machines about itself, as schema.org terms."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

# What could end the script element or start markup, as JSON escapes.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


class StructuredDataMixin:
    """Pages extend :meth:`json_ld`; the base template prints :meth:`json_ld_script`."""

    def json_ld(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Objects for ``@graph``. Call ``super()`` and add the page's own."""
        return []

    def json_ld_script(self, request: HttpRequest) -> SafeString:
        """The whole graph as text that is safe inside a script element; may be empty."""
        graph = self.json_ld(request)
        if not graph:
            return mark_safe("")
        whole = {"@context": "https://schema.org", "@graph": graph}
        text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        return mark_safe(text.translate(ESCAPES))  # noqa: S308
