"""What the room keeps: articles that wait for their editor, and what came from WordPress."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page, Revision

from citewell.people.models import Person
from importing.document import Document
from importing.keeping import from_json, to_json

KEPT_FOR = datetime.timedelta(hours=24)


class PendingArticle(models.Model):
    """An article that was understood and is not a draft yet; one editor's, for a day.

    It holds the document tree, never the file. The row goes when the draft is made, when the
    editor discards it, or with the first visit to the import after its day.
    """

    spoils_pages = False

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    tree = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return str(self.key)

    @classmethod
    def keep(cls, document: Document, user: Any) -> "PendingArticle":
        """Keep a document for its editor."""
        return cls.objects.create(user=user, tree=to_json(document))

    @classmethod
    def forget_old(cls) -> None:
        """Remove what nobody came back for."""
        cls.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()

    @property
    def document(self) -> Document:
        return from_json(self.tree)


class WordPressPost(models.Model):
    """A post or page of a WordPress site that came in: it is never made a second time.

    `page` is empty once the draft was deleted here, and the post stays away. `fingerprint`
    tells whether the post has changed, `revision` whether an editor has worked on the draft.
    `addresses` are the old paths that lead to the page from the day it is live.
    """

    spoils_pages = False

    site = models.CharField(max_length=255)
    key = models.CharField(max_length=64)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    fingerprint = models.CharField(max_length=64)
    addresses = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "key"], name="one_row_a_post")]

    def __str__(self) -> str:
        return f"{self.site} {self.key}"

    def is_untouched(self, page: Page) -> bool:
        """Whether the draft stands as it was imported."""
        untouched = self.revision_id is not None and page.latest_revision_id == self.revision_id
        return untouched and not (page.live or page.locked or page.workflow_in_progress)


class WordPressAuthor(models.Model):
    """Who an author of a WordPress site is among our people; never a user."""

    spoils_pages = False

    site = models.CharField(max_length=255)
    login = models.CharField(max_length=255)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "login"], name="one_row_an_author")]

    def __str__(self) -> str:
        return f"{self.site} {self.login}"
