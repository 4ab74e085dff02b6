"""Images in streams: alternative text per use, renditions without a query each."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_rendition_or_not_found

from citewell.blocks.bulk import BulkChooser
from citewell.blocks.closed_collections import in_closed_collection

IMAGE_SPEC = "max-1200x1200|format-webp"
CARD_SPEC = "fill-640x400|format-webp"


def load_images(keys: Iterable[int]) -> dict[int, AbstractImage]:
    """Images by key, with what renditions they have; one query where each has any, else two."""
    keys = set(keys)
    if not keys:
        return {}
    model = get_image_model()
    images: dict[int, AbstractImage] = {}
    renditions = model.get_rendition_model().objects.select_related("image")
    for rendition in renditions.filter(image_id__in=keys):
        image = images.setdefault(rendition.image_id, rendition.image)
        rendition.image = image
        vars(image).setdefault("prefetched_renditions", []).append(rendition)
    if new := keys - images.keys():
        images.update(model.objects.in_bulk(new))
        for image in images.values():
            vars(image).setdefault("prefetched_renditions", [])
    return images


def image_for_api(
    image: AbstractImage | None, alt: str, spec: str, context: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Address, size and alternative text of an image; None for no image or a closed one."""
    request = (context or {}).get("request")
    if image is None or in_closed_collection(image, request):
        return None
    rendition = get_rendition_or_not_found(image, spec)
    return {
        "url": request.build_absolute_uri(rendition.url) if request else rendition.full_url,
        "width": rendition.width,
        "height": rendition.height,
        "alt": alt,
        "credit": getattr(image, "credit", ""),
    }


class ImageKeyBlock(BulkChooser, ImageChooserBlock):
    """The image itself, with its renditions."""

    @classmethod
    def load(cls, keys: set[int]) -> dict[int, AbstractImage]:
        return load_images(keys)


class PictureBlock(ImageBlock):
    """Wagtail's image block, whose missing alternative text is a finding, not an error.

    An error would stop every autosave until the text is typed.
    """

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        image = ImageKeyBlock(required=required)
        image.set_name("image")
        self.child_blocks["image"] = image

    def _struct_value_to_image(self, struct_value: Mapping[str, Any]) -> AbstractImage | None:
        # A copy for each use: scripts give the same image to several blocks.
        image = copy.copy(struct_value.get("image"))
        found: AbstractImage | None = super()._struct_value_to_image(
            {**struct_value, "image": image}
        )
        return found

    def clean(self, value: AbstractImage | None) -> AbstractImage | None:
        try:
            self.child_blocks["image"].clean(value)
        except ValidationError as error:
            raise StructBlockValidationError(block_errors={"image": error}) from error
        return value

    def get_searchable_content(self, value: AbstractImage | None) -> list[str]:
        alt = value and value.contextual_alt_text
        return [alt] if alt and self.search_index else []

    def get_api_representation(
        self, value: AbstractImage | None, context: dict[str, Any] | None = None
    ) -> dict[str, Any] | None:
        alt = (value.contextual_alt_text or "") if value else ""
        return image_for_api(value, alt, IMAGE_SPEC, context)
