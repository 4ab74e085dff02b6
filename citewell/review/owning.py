"""Who is told of what happens to a clinical page: its content owner."""

from typing import Any

from citewell.findings.owners import register_owner


@register_owner
def content_owner(page: Any) -> Any:
    """The user of a clinical page's content owner; None where there is none."""
    person = getattr(page, "content_owner", None)
    return person.user if person else None
