"""Images with the facts a publisher must keep: credit, licence, source.

The description is a proposal only; each use of an image has its own alternative text
or is marked decorative (Wagtail's ``ImageBlock``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError


@contextmanager
def spared() -> Iterator[None]:
    """A size of a picture that cannot be kept costs a page that picture, not the page.

    Wagtail shows a broken picture where the original is gone; a full disk, or a folder that
    may not be written to, is the same to a reader.
    """
    try:
        with transaction.atomic():
            yield
    except (OSError, OperationalError) as error:
        raise SourceImageIOError(str(error)) from error


class CustomImage(AbstractImage):
    """An uploaded picture, who made it and under which licence it may be shown."""

    spoils_pages = True

    credit = models.CharField(_("credit"), max_length=255, blank=True)
    licence = models.CharField(
        _("licence"), max_length=255, blank=True, help_text=_("For example CC BY 4.0.")
    )
    source = models.URLField(_("source"), blank=True, help_text=_("Where it was taken from."))

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "licence",
        "source",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def create_rendition(self, filter: Any) -> Any:
        with spared():
            return super().create_rendition(filter)

    def create_renditions(self, *filters: Any) -> Any:
        if not filters:  # Wagtail asks for none where all are there
            return {}
        with spared():
            return super().create_renditions(*filters)


class CustomRendition(AbstractRendition):
    """An image made smaller for one use."""

    spoils_pages = True
    spoils_pages_when_added = False  # made when a page first shows it

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
