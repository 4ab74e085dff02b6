"""Judging, correcting, answering and closing a report; erasing what was closed."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from feedback.models import ErrorReport

DAYS = 30
"""Days a closed report's answer can still be read."""


class CannotClose(Exception):
    """Why a report stays open, as a sentence."""


def close(report: ErrorReport, user: Any) -> None:
    """Close a report: the reader's words are erased at once.

    Raises:
        CannotClose: it is not judged, corrected or answered yet.
    """
    if not report.verdict:
        raise CannotClose(_("Judge the report first: is the reader right?"))
    if report.verdict == ErrorReport.Verdict.RIGHT and not report.is_corrected:
        raise CannotClose(_("The page is to be corrected first."))
    if not report.answer.strip():
        raise CannotClose(_("Write an answer first; the sender reads it by their code."))
    report.text = ""
    report.closed_on = timezone.localdate()
    report.handled_by_id = user.pk
    report.save()


def erase_closed(days: int = DAYS) -> int:
    """Delete the rows that were closed longer ago; how many."""
    limit = timezone.localdate() - datetime.timedelta(days=days)
    number, _models = ErrorReport.objects.filter(closed_on__lt=limit).delete()
    return number
