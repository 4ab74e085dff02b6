"""What makes a page clinical: who answers for it, how risky it is, when it is due again."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import COMMENTS_RELATION_NAME
from wagtail.search import index

from citewell.findings.wall import SILENT
from citewell.people.bylines import Byline
from citewell.review.model_state import ReviewState
from citewell.review.models import SignOff, SignOffPolicy
from citewell.review.risk import is_lowered_alone
from citewell.review.serializing import ReviewField
from citewell.review.showing import ShownReview, shown_review
from citewell.review.state import INTERVAL_MONTHS, refresh_if_signed
from citewell.review.translations import follow_original

LONGEST_INTERVAL = 60
UNREAD = SILENT | {COMMENTS_RELATION_NAME}
"""What may be written without the content: saving a draft writes these of the live row."""


class ReviewerByline(Byline):
    """Somebody who is asked to review a page; whether they did stands in the chain alone."""

    class Meta(Byline.Meta):
        abstract = True


class ClinicalPage(models.Model):
    """A page whose content is signed by clinicians; it comes before ``BasePage``.

    A page type names what is signed in ``clinical_fields``, see
    :mod:`citewell.review.content`, and gives its rows of :class:`ReviewerByline` the
    related name ``clinical_reviewers``. What the chain says of the page is ``review``, which
    no form can change: a field of the page would be set back by publishing an old version.
    """

    clinical_fields: ClassVar[list[str]] = []
    joined_for_review: ClassVar[list[str]] = [
        "review_state__sign_off__identity",
        "translation_check",
    ]
    """What is fetched with the page where its review is shown, as ``select_related``."""

    content_owner = models.ForeignKey(
        "citewell_people.Person",
        verbose_name=_("content owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who keeps the page up to date and is told when its review is due."),
    )
    risk_level = models.CharField(
        _("risk"),
        max_length=10,
        choices=SignOff.Risk.choices,
        default=SignOff.Risk.ROUTINE,
        help_text=_(
            "High where the page is about a medicine, children, pregnancy or an emergency; two "
            "reviewers sign it then. It is lowered once two have signed the page as routine."
        ),
    )
    review_interval = models.PositiveSmallIntegerField(
        _("months until the next review"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_INTERVAL)],
        help_text=_("Empty: as the section says, else 24. Who signs may shorten it."),
    )

    review_panels = [
        MultiFieldPanel(
            [
                FieldPanel("content_owner"),
                InlinePanel("clinical_reviewers", label=_("clinical reviewer")),
                FieldPanel("risk_level"),
                FieldPanel("review_interval"),
            ],
            heading=_("Clinical review"),
        )
    ]

    review_search_fields = [index.FilterField("risk_level")]

    review_api_fields = [APIField("review", serializer=ReviewField())]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail's; then what the chain says of the content is derived anew."""
        super().save(*args, **kwargs)
        fields = kwargs.get("update_fields")
        if fields is None or not UNREAD.issuperset(fields):
            refresh_if_signed(self)
            follow_original(self)

    def clean(self) -> None:
        super().clean()
        if is_lowered_alone(self):
            message = _("The risk is lowered once two reviewers have signed the page as routine.")
            raise ValidationError({"risk_level": message})

    @property
    def review(self) -> ReviewState | None:
        """What the chain says of the page; None where nobody ever signed it."""
        return getattr(self, "review_state", None)

    @cached_property
    def shown_review(self) -> ShownReview:
        """What readers are told of the page's review, from the chain; at most one query."""
        return shown_review(self, self.review)

    def search_reviewed(self) -> str:
        """The day search results name, as ``2026-05-03``; only while what is live is signed."""
        review = self.review
        is_current = review is not None and review.state == ReviewState.State.REVIEWED
        return review.reviewed_on.isoformat() if is_current else ""  # type: ignore[union-attr]

    def months_between_reviews(self) -> int:
        """The page's own months, else its section's, else 24."""
        if self.review_interval:
            return self.review_interval
        policy = SignOffPolicy.of(self)
        return (policy.review_interval if policy else None) or INTERVAL_MONTHS

    def requires_sign_off(self) -> bool:
        """Whether the page may be live only with content that is signed."""
        return SignOffPolicy.mode_of(self) in SignOffPolicy.STRICT

    def may_sign_own_text(self) -> bool:
        """Whether clinicians sign here what they wrote themselves."""
        return SignOffPolicy.mode_of(self) == SignOffPolicy.Mode.SELF_CHECKED
