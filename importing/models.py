"""What the room keeps: articles that were read and wait for their editor."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from importing.document import Document
from importing.keeping import from_json, to_json

KEPT_FOR = datetime.timedelta(hours=24)


class PendingArticle(models.Model):
    """An article that was understood and is not a draft yet; one editor's, for a day.

    It holds the document tree, never the file. The row goes when the draft is made, when the
    editor discards it, or with the first visit to the import after its day.
    """

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
