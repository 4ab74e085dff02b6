"""Every passage of every page, draft and snippet as a row of its own, to be searched."""

from django.db import models
from wagtail.models import Locale, Page


class IndexedPassage(models.Model):
    """A passage and where it stands; made by :mod:`citewell.wording.indexing` alone.

    ``folded`` is the text in small letters with straight apostrophes, hyphens and single blanks.
    """

    spoils_pages = False

    class Version(models.TextChoices):
        LIVE = "live"
        DRAFT = "draft"
        SNIPPET = "snippet"

    model = models.CharField(max_length=100)
    key = models.CharField(max_length=40)
    """The primary key of the page or snippet."""
    page = models.ForeignKey(Page, null=True, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, null=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=255)
    version = models.CharField(max_length=10, choices=Version.choices)
    field = models.CharField(max_length=100)
    block_id = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    folded = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["model", "key"], name="citewell_wording_passage_of")]

    def __str__(self) -> str:
        return f"{self.model} {self.key}: {self.text[:60]}"


class StalePassages(models.Model):
    """A page whose passages are to be read anew before the next search; cheap to note."""

    spoils_pages = False

    page_id = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.page_id)


class IndexedUpTo(models.Model):
    """One row once the index was built; until then searching builds it."""

    spoils_pages = False

    built_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.built_at)
