"""The kinds of study a source may be, where that is known from, and an editor's suggestion."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _


class StudyType(models.TextChoices):
    """The strongest kinds of evidence first; *unknown* until PubMed or a person says so."""

    UNKNOWN = "unknown", _("unknown")
    GUIDELINE = "guideline", _("guideline")
    SYSTEMATIC_REVIEW = "systematic-review", _("systematic review")
    RANDOMISED_TRIAL = "randomised-trial", _("randomised trial")
    COHORT = "cohort", _("cohort study")
    CASE_CONTROL = "case-control", _("case-control study")
    CASE_SERIES = "case-series", _("case series or report")
    NARRATIVE_REVIEW = "narrative-review", _("narrative review")
    BASIC_SCIENCE = "basic-science", _("basic science")
    OPINION = "opinion", _("opinion")
    BOOK = "book", _("book")
    WEB_PAGE = "web-page", _("web page")


#: What kind of study it is, for a reader who knows no such words.
PLAIN_WORDS = {
    StudyType.GUIDELINE: _("advice that experts agreed on after weighing the studies"),
    StudyType.SYSTEMATIC_REVIEW: _("a summary of many trials or other studies"),
    StudyType.RANDOMISED_TRIAL: _("a trial in which chance decided who got which treatment"),
    StudyType.COHORT: _("people followed over time"),
    StudyType.CASE_CONTROL: _("people with an illness compared with people without it"),
    StudyType.CASE_SERIES: _("one patient's story, or a few patients'"),
    StudyType.NARRATIVE_REVIEW: _("an overview that an expert chose the studies for"),
    StudyType.BASIC_SCIENCE: _("work in a laboratory, not with patients"),
    StudyType.OPINION: _("an expert's opinion"),
    StudyType.BOOK: _("a book"),
    StudyType.WEB_PAGE: _("a web page"),
}


class StudyTypeOrigin(models.TextChoices):
    """Who said what kind of study it is."""

    PERSON = "person", _("a person")
    PUBMED = "pubmed", _("PubMed")


class Confidence(models.TextChoices):
    """How well the pasted text was understood."""

    GREEN = "green", _("read with confidence")
    AMBER = "amber", _("worth a look")
    RED = "red", _("not understood")
    CHECKED = "checked", _("checked by a person")


_GUESSES = (
    (r"\b(?:erratum|commentary|editorial|letter to the editor|viewpoint)\b", StudyType.OPINION),
    (r"\b(?:systematic|cochrane|scoping) review|meta-?\s?analys[ie]s", StudyType.SYSTEMATIC_REVIEW),
    (r"\bguidelines?\b|\brecommendations\b", StudyType.GUIDELINE),
    (r"\brandomi[sz]ed\b|\bRCT\b", StudyType.RANDOMISED_TRIAL),
    (r"\bcase-control\b", StudyType.CASE_CONTROL),
    (r"\bcohort\b|\bprospective study\b|\blongitudinal\b", StudyType.COHORT),
    (r"\bcase (?:report|series|study)\b", StudyType.CASE_SERIES),
    (r"\banimal model\b|\bin vitro\b|\bin (?:rats|mice|rabbits)\b", StudyType.BASIC_SCIENCE),
    (r"\bnarrative review\b|\bliterature review\b", StudyType.NARRATIVE_REVIEW),
)


def suggest_study_type(title: str, kind: str) -> StudyType | None:
    """What the title and the CSL type hint at: for editors' eyes only, never stored."""
    for pattern, study_type in _GUESSES:
        if re.search(pattern, title[:1000], re.IGNORECASE):
            return study_type
    return {"book": StudyType.BOOK, "webpage": StudyType.WEB_PAGE}.get(kind)
