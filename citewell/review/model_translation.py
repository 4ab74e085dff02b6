"""Which content of its original a translation was last checked against."""

import zlib

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class TranslationCheck(models.Model):
    """A translation, as it was signed against its original; made by :mod:`.translations`."""

    spoils_pages = True

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="translation_check"
    )
    original = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    original_hash = models.CharField(max_length=64)
    """The hash of the original's content it was checked against, as in the chain."""
    packed = models.BinaryField()
    """That content, compressed: an original need not be signed itself."""
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_on = models.DateField(_("checked on"))
    changes = models.PositiveIntegerField(_("changes of the original since"), default=0)

    class Meta:
        verbose_name = _("check of a translation")
        verbose_name_plural = _("checks of translations")
        indexes = [models.Index(fields=["changes"], name="translation_changes")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.changes}"

    @property
    def original_content(self) -> bytes:
        """The canonical bytes of the original as it was then."""
        return zlib.decompress(bytes(self.packed))
