"""Review tasks: look at a page or snippet because of a phrase in it, by a day, by somebody."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class TextTask(models.Model):
    """One place to look at; open until somebody says it is done."""

    spoils_pages = False

    phrase = models.CharField(_("phrase"), max_length=200)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    model = models.CharField(max_length=100)
    key = models.CharField(max_length=40)
    title = models.CharField(_("title"), max_length=255)
    note = models.TextField(_("what is to be done"), blank=True, max_length=1000)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField(_("due on"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["done_on", "due_on", "pk"]
        verbose_name = _("review task")
        verbose_name_plural = _("review tasks")

    def __str__(self) -> str:
        return f"{self.title}: {self.phrase}"

    def is_overdue(self) -> bool:
        """Whether its day has passed and nobody did it."""
        return self.done_on is None and self.due_on < timezone.localdate()

    def state(self) -> Any:
        """For lists."""
        if self.done_on:
            return _("done on %(day)s") % {"day": self.done_on}
        return _("overdue") if self.is_overdue() else _("open")
