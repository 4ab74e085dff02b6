"""Figures: images with a caption."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from citewell.blocks.image import image_sample
from citewell.blocks.images import PictureBlock
from citewell.blocks.rich_text import LineBlock
from citewell.blocks.struct import ContentStructBlock


def figure_sample() -> dict[str, Any]:
    """The image of the image block, with a caption."""
    return {"image": image_sample(), "caption": "<p>A resting position many find easy.</p>"}


class FigureBlock(ContentStructBlock):
    """A picture that the text speaks about."""

    image = PictureBlock(label=_("Image"))
    caption = LineBlock(required=False, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Figure")
        group = _("Media")
        description = _("A picture with a caption; its credit is shown beneath.")
        label_format = "{caption}"
        template = "citewell/blocks/figure.html"
        preview_value = staticmethod(figure_sample)
