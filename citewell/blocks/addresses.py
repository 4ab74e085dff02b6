"""Addresses typed by editors: which are shown as links.

A half-typed address must not stop an autosave, so none is an error of the form:
what is no address is left out of the page and named by a finding.
"""

import re
from typing import Any

from wagtail import blocks

ADDRESS = re.compile(
    r"(?:https?://[^\s/]\S*|mailto:\S+@\S+|tel:[+\d][\d\s()./-]*|[/#]\S*)\Z", re.IGNORECASE
)


def shown_address(typed: str) -> str:
    """The address as a link may hold it; empty where it is none or could run a script."""
    address = typed.strip()
    if address.startswith("//") or not ADDRESS.match(address):
        return ""
    return address


class AddressBlock(blocks.CharBlock):
    """An address: of another site, a mailbox, a telephone, or a path of this site."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"search_index": False, "max_length": 2000, **kwargs})

    def get_api_representation(self, value: str, context: dict[str, Any] | None = None) -> str:
        return shown_address(value or "")

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("wagtail.blocks.CharBlock", [], {"required": False})
