"""The citation mark between database, editor and page.

Stored ``<embed embedtype="citation" id="12" locator="p. 4"/>``; in the editor an entity
``CITATION`` over one sign with ``{"id": 12, "locator": "p. 4"}``; on a page a numbered link,
which the page as a whole writes (:mod:`citewell.references.citing`). A text that is shown
without its page has no numbers: there a mark is left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import EmbedHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from citewell.references.citing.claims import ENTITY as CLAIM
from citewell.references.citing.claims import certainty_of
from citewell.references.citing.marks import ENTITY, LONGEST_LOCATOR
from citewell.references.source import Source

TYPE = "CITATION"
CLAIM_TYPE = "CLAIM"
SIGN = "※"
"""The reference mark, which stands for a citation in the editor's plain text."""


class CitationEmbedHandler(EmbedHandler):
    """A mark in a text that is shown without its page: nothing, for it has no number."""

    identifier = ENTITY

    @staticmethod
    def get_model() -> type[Source]:
        return Source

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, Any]) -> str:
        return ""

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Iterator[tuple[Any, Any, str, str]]:
        """What Wagtail's own index keeps."""
        if str(attrs.get("id", "")).isdecimal():
            yield Source, attrs["id"], "", ""


class CitationElementHandler(InlineEntityElementHandler):
    """From the database to the editor."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: dict[str, str | None]) -> dict[str, Any]:
        key = attrs.get("id") or ""
        return {
            "id": int(key) if key.isdecimal() else None,
            "locator": attrs.get("locator") or "",
        }

    def handle_endtag(self, name: str, state: Any, contentstate: Any) -> None:
        state.current_block.text += SIGN
        state.leading_whitespace = KEEP_WHITESPACE
        super().handle_endtag(name, state, contentstate)


def citation_entity(props: dict[str, Any]) -> Any:
    """From the editor to the database; an entity without a key is no citation."""
    key = str(props.get("id") or "")
    if not (key.isascii() and key.isdecimal() and len(key) <= 18):
        return None
    locator = " ".join(str(props.get("locator") or "").split())[:LONGEST_LOCATOR]
    attributes = {"embedtype": ENTITY, "id": key}
    return DOM.create_element("embed", attributes | ({"locator": locator} if locator else {}))


class ClaimElementHandler(InlineEntityElementHandler):
    """A claim from the database to the editor."""

    mutability = "MUTABLE"

    def get_attribute_data(self, attrs: dict[str, str | None]) -> dict[str, Any]:
        given = {name: value or "" for name, value in attrs.items()}
        return {"id": given.get("id", ""), "certainty": certainty_of(given)}


def claim_entity(props: dict[str, Any]) -> Any:
    """A claim from the editor to the database; without a name of its own it is plain text."""
    key = str(props.get("id") or "")
    if not re.fullmatch(r"[a-z0-9]{1,32}", key):
        return props["children"]
    certainty = certainty_of({"certainty": str(props.get("certainty") or "")})
    attributes = {"linktype": CLAIM, "id": key, "certainty": certainty}
    return DOM.create_element("a", attributes, props["children"])


CLAIM_RULE = {
    "from_database_format": {f'a[linktype="{CLAIM}"]': ClaimElementHandler(CLAIM_TYPE)},
    "to_database_format": {"entity_decorators": {CLAIM_TYPE: claim_entity}},
}
RULE = {
    "from_database_format": {f'embed[embedtype="{ENTITY}"]': CitationElementHandler(TYPE)},
    "to_database_format": {"entity_decorators": {TYPE: citation_entity}},
}


class CitationFeature(EntityFeature):
    """The button; and the plugin that opens the same window when somebody types ``[@``."""

    def construct_options(self, options: dict[str, Any]) -> None:
        super().construct_options(options)
        plugin = {"type": "citation-typing", "describeUrl": reverse_lazy("describe_citations")}
        options.setdefault("plugins", []).append(plugin)


def register(features: FeatureRegistry) -> None:
    """Make the feature known."""
    features.register_embed_type(CitationEmbedHandler)
    features.register_converter_rule("contentstate", ENTITY, RULE)
    features.register_editor_plugin(
        "draftail",
        ENTITY,
        CitationFeature(
            {
                "type": TYPE,
                "icon": "openquote",
                "description": _("Cite a source (or type [@)"),
                "attributes": ["id", "locator"],
                "allowlist": {"id": True},
                "chooserUrls": {
                    "choose": reverse_lazy(
                        "wagtailsnippetchoosers_citewell_references_source:choose"
                    ),
                    "edit": reverse_lazy("edit_citation"),
                },
            },
            js=[
                "wagtailadmin/js/chooser-modal.js",
                "citewell/references/citation-editor.js",
            ],
            css={"all": ["citewell/references/citation-editor.css"]},
        ),
    )
    features.register_converter_rule("contentstate", CLAIM, CLAIM_RULE)
    features.register_editor_plugin(
        "draftail",
        CLAIM,
        EntityFeature(
            {
                "type": CLAIM_TYPE,
                "icon": "tick",
                "description": _("Mark as a claim, and say how sure it is"),
                "attributes": ["id", "certainty"],
                "allowlist": {"id": True},
                "chooserUrls": {"edit": reverse_lazy("edit_claim")},
            },
            js=["citewell/references/claim-editor.js"],
        ),
    )
