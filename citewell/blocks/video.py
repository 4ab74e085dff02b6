"""Videos: nothing is loaded from another host until the reader asks for it."""

from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from citewell.blocks.addresses import AddressBlock, shown_address
from citewell.blocks.image import image_sample
from citewell.blocks.images import PictureBlock
from citewell.blocks.rich_text import ProseBlock
from citewell.blocks.struct import ContentStructBlock


def video_sample() -> dict[str, Any]:
    """A short film with poster and transcript."""
    return {
        "title": "Three gentle movements for a sore back",
        "url": "https://video.example/three-movements",
        "poster": image_sample(),
        "transcript": "<p>Lie on your back and bend both knees. Let them sink to one side.</p>",
    }


class VideoBlock(ContentStructBlock):
    """A link to a film, its poster from our own images, and what is said in it."""

    title = blocks.CharBlock(label=_("Title"), max_length=150)
    url = AddressBlock(label=_("Address of the video"))
    poster = PictureBlock(required=False, label=_("Picture"))
    transcript = ProseBlock(
        required=False,
        label=_("Transcript"),
        help_text=_("What is said and shown, for those who cannot hear or see it."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        group = _("Media")
        description = _("A link to a video with its transcript; loads nothing until asked.")
        label_format = "{title}"
        template = "citewell/blocks/video.html"
        preview_value = staticmethod(video_sample)

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["address"] = shown_address(value.get("url") or "")
        context["host"] = host_of(context["address"])
        return context


def host_of(address: str) -> str:
    """The host a link leads to, empty for this site's own."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
