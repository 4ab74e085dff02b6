"""The reference list in the page editor: Wagtail's list with “Paste a list” below it."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.blocks.list_block import ListBlockAdapter


class ReferenceListAdapter(ListBlockAdapter):
    """Hands the script the address of the window, and what it says."""

    js_constructor = "citewell.references.ReferenceList"

    def js_args(self, block: Any) -> list[Any]:
        name, child, state, meta = super().js_args(block)
        meta["paste"] = {
            "url": reverse("paste_references_into_page"),
            "label": _("Paste a list"),
            "failed": _("That did not work; nothing was changed. Try again."),
        }
        return [name, child, state, meta]

    @cached_property
    def media(self) -> forms.Media:
        media: forms.Media = super().media
        return media + forms.Media(
            js=[versioned_static("citewell/references/paste-list.js")],
            css={"all": [versioned_static("citewell/references/paste.css")]},
        )
