"""What Retraction Watch knows, as last loaded, and how the status of sources changed."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from citewell.references.notices import Nature, Notice
from citewell.references.notices.belonging import is_doubtful
from citewell.references.source import Source


class NoticeRecord(models.Model):
    """A record of the Retraction Watch file: a notice, and the work it is about.

    A record that the file corrects keeps in ``earlier`` what it said before; one that is no
    longer in the file stays.
    """

    spoils_pages = False

    class Natures(models.TextChoices):
        RETRACTION = Nature.RETRACTION.value, _("retraction")
        CONCERN = Nature.CONCERN.value, _("expression of concern")
        CORRECTION = Nature.CORRECTION.value, _("correction")
        REINSTATEMENT = Nature.REINSTATEMENT.value, _("reinstatement")
        OTHER = Nature.OTHER.value, _("other notice")

    key = models.CharField(_("record"), max_length=40, unique=True)
    nature = models.CharField(_("nature"), max_length=15, choices=Natures)
    nature_word = models.CharField(max_length=100, help_text="As the file has it.")
    date = models.DateField(_("date"), null=True)
    doi = models.CharField(_("DOI of the work"), max_length=250, blank=True, db_index=True)
    pmid = models.CharField(_("PMID of the work"), max_length=8, blank=True, db_index=True)
    notice_doi = models.CharField(_("DOI of the notice"), max_length=250, blank=True)
    notice_pmid = models.CharField(_("PMID of the notice"), max_length=8, blank=True)
    title = models.TextField(_("title"), blank=True)
    journal = models.TextField(_("journal"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    earlier = models.JSONField(default=list, help_text="What it said before, oldest first.")
    loaded_at = models.DateTimeField(_("first loaded"), default=timezone.now)

    class Meta:
        verbose_name = _("notice of Retraction Watch")
        verbose_name_plural = _("notices of Retraction Watch")

    def __str__(self) -> str:
        return f"{self.get_nature_display()} {self.key}: {self.title[:100]}"

    def on(self, source: Source) -> Notice:
        """The notice as it stands on a source."""
        return Notice(
            Nature(self.nature),
            self.date,
            self.notice_doi,
            self.notice_pmid,
            self.key,
            is_doubtful(self, source.doi),
        )


class SourceStatusChange(models.Model):
    """The day a source's notices became others, as this site learned of it; never changed."""

    spoils_pages = False

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="status_changes")
    at = models.DateTimeField(default=timezone.now)
    was_retracted = models.BooleanField()
    is_retracted = models.BooleanField()
    notices = models.JSONField(default=list, help_text="All notices from then on.")
    told_at = models.DateTimeField(null=True, help_text="When the owners of pages were told.")

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(
                fields=["at"], condition=models.Q(told_at=None), name="status_change_untold"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {'retracted' if self.is_retracted else 'not retracted'} ({self.at})"
