"""The pictures a file carried: which can be read, and into which collection they go."""

import hashlib
import io
from typing import Any

from django.core.files.images import ImageFile
from django.utils.text import slugify
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from importing.document import Document, Image

_FORMATS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
NO_PERMISSION = "You may not add images, so those in the file were left out."


def readable(document: Document, warnings: list[str]) -> dict[Image, str]:
    """The pictures whose bytes are one, each with its extension; the others are warned of."""
    found: dict[Image, str] = {}
    teasers = (teaser.image for teaser in document.teasers)
    for image in (*(b for b in document.blocks if isinstance(b, Image)), *filter(None, teasers)):
        if not image.data or image in found:
            continue
        try:
            with Picture.open(io.BytesIO(image.data)) as picture:
                picture.verify()
                found[image] = _FORMATS[picture.format or ""]
        except Exception:
            warnings.append(f"An image could not be read: {image.alt or image.src}.")
    return found


def taken(
    document: Document, user: Any, warnings: list[str]
) -> tuple[dict[Image, str], Collection | None]:
    """The pictures a draft by this user takes along, and where to; none without permission."""
    found = readable(document, warnings)
    collection = collection_for(user) if found else None
    if found and collection is None:
        warnings.append(NO_PERMISSION)
        found = {}
    return found, collection


def collection_for(user: Any) -> Collection | None:
    """The first collection the user may add images to; a command has no user and takes the root."""
    if user is None:
        return Collection.get_first_root_node()
    policy = policy_registry.get_by_type(get_image_model())
    return policy.collections_user_has_permission_for(user, "add").order_by("path").first()


def store(
    pictures: dict[Image, str], name: str, collection: Collection | None, user: Any
) -> dict[Image, int]:
    """Write the pictures to the library; the key of each. `name` is for those without words.

    A file the collection already holds is taken from there.
    """
    model = get_image_model()
    hashes = {image: _file_hash(image) for image in pictures}
    same = model.objects.filter(file_hash__in=set(hashes.values()), collection=collection)
    known = dict(same.order_by("-pk").values_list("file_hash", "pk")) if pictures else {}
    stored: dict[Image, int] = {}
    for image, extension in pictures.items():
        found = hashes[image]
        if found not in known:
            title = image.alt[:200] or f"{name[:200]} ({len(stored) + 1})"
            filename = f"{slugify(title)[:60] or 'image'}.{extension}"
            row = model(
                title=title,
                file=ImageFile(io.BytesIO(image.data), name=filename),
                file_size=len(image.data),
                file_hash=found,
                collection=collection,
                uploaded_by_user=user,
            )
            row.save()
            known[found] = row.pk
        stored[image] = known[found]
    return stored


def _file_hash(image: Image) -> str:
    """As Wagtail keeps it beside each file."""
    return hashlib.sha1(image.data, usedforsecurity=False).hexdigest()
