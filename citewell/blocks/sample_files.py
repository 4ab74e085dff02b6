"""The drawing and the document that samples show.

They are no rows of the database: a preview needs nothing uploaded and writes nothing.
"""

from dataclasses import dataclass
from typing import Any

from django.templatetags.static import static
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

WIDTH, HEIGHT = 640, 400


@dataclass(frozen=True)
class SampleRendition:
    """Stands where a rendition of an uploaded image would."""

    alt: str = ""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def url(self) -> str:
        """Where the drawing lies among the static files."""
        return static("citewell/blocks/sample.svg")

    full_url = url


def sample_image() -> AbstractImage:
    """Our drawing, as an image that was never saved."""
    image: Any = get_image_model()(
        title="Resting position", width=WIDTH, height=HEIGHT, collection=None
    )
    image.credit = "Citewell"
    image.get_rendition = lambda _filter: SampleRendition()
    return image


@dataclass
class SampleDocument:
    """Stands where an uploaded document would."""

    title: str = "Exercises for the lower back"
    url: str = "#"
    file_extension: str = "pdf"
    file_size: int = 204_800
    is_open: bool = True
    pk: None = None


def sample_document() -> Any:
    """A document that was never uploaded."""
    return SampleDocument()
