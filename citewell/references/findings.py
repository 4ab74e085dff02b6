"""What the references room looks for before a page goes live."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from citewell.findings.registry import Finding, register


@register("reference-missing", gettext_lazy("References that are empty"))
def reference_missing(page: Page) -> Iterator[Finding]:
    """A reference whose source was deleted from the library, with no pasted line."""
    for child in getattr(page, "references", None) or ():
        for item in child.value.bound_blocks:
            if not item.value.get("source") and not (item.value.get("line") or "").strip():
                yield Finding(
                    _("A reference is empty."),
                    _("Its source was deleted, or nothing was pasted."),
                    field="references",
                    block_id=".".join(part for part in (child.id, item.id) if part),
                )
