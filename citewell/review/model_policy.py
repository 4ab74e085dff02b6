"""What a section asks for before its clinical pages go live."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class SignOffPolicy(models.Model):
    """The policy of one page and all below it, in every language; the nearest holds.

    A site's policy is that of its home page. Made and changed by
    :func:`citewell.review.policy.change_policy` alone, which writes it into the chain.
    Where there is none at all, editors are warned and nothing is kept back.
    """

    spoils_pages = True

    class Mode(models.TextChoices):
        REQUIRED = "required", _("required: nothing is live that is not signed")
        SELF_CHECKED = "self-checked", _("self-checked: clinicians sign their own pages")
        WARN = "warn", _("warn: editors are told")
        OFF = "off", _("off: nobody signs here")

    STRICT: ClassVar[frozenset[str]] = frozenset({Mode.REQUIRED, Mode.SELF_CHECKED})
    """Modes that keep unsigned content from being live."""
    DEFAULT: ClassVar[str] = Mode.WARN

    section = models.OneToOneField(
        Page, verbose_name=_("section"), on_delete=models.CASCADE, related_name="+"
    )
    mode = models.CharField(_("sign-off"), max_length=20, choices=Mode.choices)
    review_interval = models.PositiveSmallIntegerField(
        _("months until the next review"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Of pages that say nothing else. Empty: 24."),
    )

    class Meta:
        verbose_name = _("sign-off policy")
        verbose_name_plural = _("sign-off policies")

    def __str__(self) -> str:
        return f"{self.section}: {self.get_mode_display()}"

    @classmethod
    def of(cls, page: Any) -> "SignOffPolicy | None":
        """The policy that holds where a page stands by its ``path``; one query.

        A section's translations have the policy of the section.
        """
        steps = range(Page.steplen, len(page.path) + 1, Page.steplen)
        paths = [page.path[:end] for end in steps]
        way = Page.objects.filter(path__in=paths).order_by()
        found = cls.objects.filter(section__translation_key__in=way.values("translation_key"))
        is_own = Case(When(section__path__in=paths, then=1), default=0)
        return found.order_by("-section__depth", is_own.desc()).first()

    @classmethod
    def mode_of(cls, page: Any) -> str:
        """The mode that holds where a page stands."""
        policy = cls.of(page)
        return policy.mode if policy else cls.DEFAULT


def values_of(policy: SignOffPolicy | None) -> dict[str, Any] | None:
    """A policy as the chain has it; None where there was none."""
    if policy is None:
        return None
    return {"mode": policy.mode, "review_interval": policy.review_interval}
