"""The words editors see: met by many visitors within one day and answered with nothing."""

import uuid
from urllib.parse import urlencode

from django.db import models
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _


class UnansweredWords(models.Model):
    """Words that at least `K` different visitors met on one day, and of whom nobody found.

    The number is random and no time is kept, so rows tell neither order nor moment; `until`, the
    day they are deleted, is the same for a whole week.
    """

    spoils_pages = False

    class Kind(models.TextChoices):
        """What became of the words."""

        NOTHING = "nothing", _("Nothing was found")
        UNCHOSEN = "unchosen", _("Something was found, nobody chose it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    words = models.CharField(_("words"), max_length=200)
    language = models.CharField(_("language"), max_length=10)
    kind = models.CharField(_("what became of them"), max_length=8, choices=Kind.choices)
    until = models.DateField(_("kept until"), db_index=True)

    class Meta:
        verbose_name = _("unanswered words")
        verbose_name_plural = _("unanswered words")
        ordering = ["words"]
        constraints = [
            models.UniqueConstraint(fields=["words", "language"], name="search_unanswered_once")
        ]

    def __str__(self) -> str:
        return self.words

    def answer(self) -> SafeString:
        """Links that make a search name or a best bet of the words, a page still to be chosen."""
        add = reverse("wagtailsnippets_search_patientwording:add")
        kinds = (("name", _("Make a search name")), ("best", _("Make a best bet")))
        return format_html_join(
            " · ",
            '<a href="{}?{}">{}</a>',
            ((add, urlencode({"words": self.words, "kind": kind}), label) for kind, label in kinds),
        )

    answer.short_description = _("answer them")  # type: ignore[attr-defined]
