"""Documents: files under the same rule as pages, with an owner and a day of review."""

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document


class CustomDocument(AbstractDocument):
    """An uploaded file for download: who keeps it, when it is looked at again, what came after."""

    spoils_pages = True

    class CouldBePage(models.TextChoices):
        UNANSWERED = "", _("not answered yet")
        YES = "yes", _("yes: it should become one")
        FORM = "form", _("no: it is filled in and handed back")
        OTHERS = "others", _("no: others publish it and it must stay as it is")
        PAPER = "paper", _("no: it is made for paper alone")

    owner: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who keeps it up to date."),
    )
    review_due = models.DateField(
        _("next review due"), null=True, blank=True, help_text=_("A page links to it until then.")
    )
    replaced_by: Any = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The document to link to instead."),
    )
    could_be_page = models.CharField(
        _("can this be a page?"),
        max_length=10,
        choices=CouldBePage.choices,
        default=CouldBePage.UNANSWERED,
        blank=True,
        help_text=_(
            "A page is read on a phone, found by search, signed and kept up to date, and prints as "
            "a leaflet; a file mostly is not."
        ),
    )

    admin_form_fields: ClassVar[tuple[str, ...]] = (
        *Document.admin_form_fields,
        "could_be_page",
        "owner",
        "review_due",
        "replaced_by",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        super().clean()
        seen, after = {self.pk}, self.replaced_by
        while after is not None:
            if after.pk in seen:
                message = _("One of these documents would replace itself.")
                raise ValidationError({"replaced_by": message})
            seen.add(after.pk)
            after = after.replaced_by

    def is_overdue(self, today: datetime.date | None = None) -> bool:
        """Whether the day of its review has passed."""
        return bool(self.review_due and self.review_due < (today or timezone.localdate()))


def stale_documents(today: datetime.date | None = None) -> Q:
    """Documents that no page should link to as they are: overdue, or replaced."""
    return Q(review_due__lt=today or timezone.localdate()) | Q(replaced_by__isnull=False)
