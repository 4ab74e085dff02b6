"""The questions a reviewer answers before signing; each site's administrators edit them.

What they ask follows the subjects of the NHS "Standard for creating health content": need,
users' part, evidence, plain and inclusive language, accessibility, review. The words are
ours, and answering them certifies nothing.
"""

from importlib.resources import files
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


def default_questions() -> str:
    """The questions of a site that has not written its own, one a line."""
    return (files("citewell.review") / "data" / "checklist.txt").read_text(encoding="utf-8")


@register_setting(icon="list-ul")
class Checklist(BaseSiteSetting):
    """A site's questions, in the order they are asked.

    A sign-off keeps each question as it was asked, so later edits change no answer.
    """

    spoils_pages = True

    questions = models.TextField(
        _("questions"),
        default=default_questions,
        help_text=_(
            "One question a line, to be answered with yes, no or does not apply. Sign-offs made "
            "so far keep the questions they answered."
        ),
    )

    panels = [FieldPanel("questions")]

    class Meta:
        verbose_name = _("checklist of reviewers")

    def clean(self) -> None:
        super().clean()
        if not self.as_list():
            raise ValidationError({"questions": _("Write at least one question.")})

    def as_list(self) -> list[str]:
        """The questions, each once."""
        lines = [" ".join(line.split()) for line in self.questions.splitlines()]
        return list(dict.fromkeys(line for line in lines if line))

    @classmethod
    def questions_for(cls, obj: Any) -> list[str]:
        """The questions of the site an object belongs to."""
        site = obj.get_site() if hasattr(obj, "get_site") else None
        own = cls.objects.filter(site=site).first() if site else None
        return (own or cls()).as_list()
