"""Rich text as all blocks use it: what readers need and no more.

Rooms above add their own entities (citations, glossary terms) by name::

    from citewell.blocks.rich_text import add_feature
    add_feature("citation")  # in the AppConfig's ready()

Migrations record plain ``RichTextBlock``, so adding a feature changes none.
"""

from collections.abc import Iterator
from html import unescape
from typing import Any

from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import format_html, strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.api.rich_text import APIRichText
from wagtail.rich_text import RichText, expand_db_html
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from citewell.references.citing.writing import Marked

FEATURES = [
    "bold",
    "italic",
    "link",
    "document-link",
    "ul",
    "ol",
    "superscript",
    "subscript",
    "citation",
    "claim",
]
LINE_FEATURES = [feature for feature in FEATURES if feature not in ("ul", "ol")]


def add_feature(name: str) -> None:
    """Offer a Draftail feature in every rich text of the vocabulary."""
    for features in (FEATURES, LINE_FEATURES):
        if name not in features:
            features.append(name)


def linked_pages(html: str) -> Iterator[int]:
    """The key of each page that a rich text, as it is stored, links to."""
    for tag in FIND_A_TAG.findall(html):
        attrs = extract_attrs(tag)
        if attrs.get("linktype") == "page" and (key := page_key(attrs)):
            yield key


def page_key(attrs: dict[str, Any]) -> int | None:
    """The primary key in a link's attributes, None where it is none."""
    key = str(attrs.get("id"))
    return int(key) if key.isdecimal() else None


class Prose(RichText):
    """Rich text that may have been turned into HTML with all others of its page."""

    expanded: str | None = None
    marked: Marked | None = None
    """As stored, with the citations of its page."""

    def __html__(self) -> str:
        if self.expanded is None:
            return str(super().__html__())
        return render_to_string("wagtailcore/shared/richtext.html", {"html": self.expanded})


class ProseBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    allowed = FEATURES

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.features = self.allowed

    @cached_property
    def field(self) -> forms.Field:
        """With our editor in the place of Wagtail's; one that a site chose itself stays."""
        # Wagtail's editors need its models, which are not there yet when blocks are declared.
        from citewell.blocks.late_rich_text import started_late

        field: forms.Field = super().field
        field.widget = started_late(field.widget)
        return field

    def to_python(self, value: str) -> Prose:
        return Prose(value)

    def normalize(self, value: Any) -> Prose:
        return value if isinstance(value, Prose) else Prose(super().normalize(value).source)

    def value_from_form(self, value: str) -> Prose:
        return Prose(value)

    def get_api_representation(self, value: RichText, context: dict[str, Any] | None = None) -> str:
        """HTML with addresses; Wagtail's own form, with keys for pages, only where asked for."""
        request = (context or {}).get("request")
        is_asked = request is not None and "rich_text_format" in request.GET
        if is_asked or hasattr(settings, APIRichText.SETTING_NAME):
            return str(super().get_api_representation(value, context=context))
        expanded: str | None = getattr(value, "expanded", None)
        return expand_db_html(value.source) if expanded is None else expanded

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("wagtail.blocks.RichTextBlock", [], {})

    def get_searchable_content(self, value: RichText) -> list[str]:
        return [text for text in super().get_searchable_content(value) if text]


class LineBlock(ProseBlock):
    """One or two sentences: as prose, without lists."""

    allowed = LINE_FEATURES


class CaptionBlock(LineBlock):
    """What stands at a table or a figure and may cite; plain words are read as they stand."""

    def to_python(self, value: str) -> Prose:
        return super().to_python(_as_html(value))

    def normalize(self, value: Any) -> Prose:
        return super().normalize(_as_html(value) if isinstance(value, str) else value)


def _as_html(stored: str) -> str:
    """Words that were stored before captions could cite, as a paragraph."""
    is_plain = stored and not stored.startswith("<")
    return format_html("<p>{}</p>", stored) if is_plain else stored


def words_of(value: Any) -> str:
    """The words of a rich text, without markup and without citations."""
    return unescape(strip_tags(getattr(value, "source", ""))).strip()


class RichTextBlock(ProseBlock):
    """Running text in the body of a page."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        description = _("Paragraphs and simple lists, with links.")
        template = "citewell/blocks/rich_text.html"
        preview_value = (
            "<p>Most back pain gets better within a few weeks. Staying <b>gently active</b> "
            "helps more than lying in bed.</p>"
        )
