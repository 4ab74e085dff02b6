"""The policy of a site: which findings block publishing."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from citewell.findings.registry import REGISTRY

DEFAULT_CODES = ("alternative-text",)


def default_codes() -> list[str]:
    """What blocks publishing where nobody chose: what Wagtail itself would refuse."""
    return list(DEFAULT_CODES)


class FindingsPolicyForm(WagtailAdminModelForm):
    """Offers every registered check."""

    blocking_codes = forms.MultipleChoiceField(
        choices=REGISTRY.labels,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Block publishing"),
        help_text=_("A page with such a finding stays a draft until it is mended."),
    )


@register_setting(icon="warning")
class FindingsPolicy(BaseSiteSetting):
    """The codes of findings that keep a page of the site from being published."""

    spoils_pages = False

    blocking_codes = models.JSONField(_("block publishing"), default=default_codes, blank=True)

    base_form_class = FindingsPolicyForm
    panels = [FieldPanel("blocking_codes")]

    class Meta:
        verbose_name = _("findings policy")

    @classmethod
    def codes_for(cls, page: Any) -> frozenset[str]:
        """The blocking codes of the site a page belongs to; the default where it has none."""
        site = page.get_site()
        policy = cls.objects.filter(site=site).first() if site else None
        return frozenset(policy.blocking_codes if policy else DEFAULT_CODES) - REGISTRY.hints
