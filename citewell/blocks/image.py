"""An image in the text."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from citewell.blocks.images import PictureBlock
from citewell.blocks.sample_files import sample_image


def image_sample() -> dict[str, Any]:
    """Our drawing and what it shows."""
    return {
        "image": sample_image(),
        "decorative": False,
        "alt_text": "A person lying on the back with both knees bent",
    }


class ImageInTextBlock(PictureBlock):
    """An image without caption; with one it is a figure."""

    class Meta:
        icon = "image"
        label = _("Image")
        group = _("Media")
        description = _("A picture, described for those who cannot see it.")
        template = "citewell/blocks/image.html"
        preview_value = staticmethod(image_sample)
