"""The side panel of the page editor that lists the findings."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel

from citewell.findings.models import FindingsPolicy
from citewell.findings.registry import REGISTRY, findings_of


class FindingsSidePanel(BaseSidePanel):
    """Every finding of the page as it was last saved, each leading to its place.

    Wagtail renders side panels anew after each autosave, so the list follows the typing.
    """

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button, with the number of findings."""

        aria_label = _("Toggle findings")
        icon_name = "warning"

        def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["count"] = len(self.panel.findings)
            return context

    name = "findings"
    title = _("Findings")
    template_name = "citewell/findings/panel.html"
    order = 150

    @property
    def media(self) -> forms.Media:
        """Follows links to their block and keeps the number up to date; works without."""
        return forms.Media(js=[versioned_static("citewell/findings/panel.js")])

    @cached_property
    def findings(self) -> list[Any]:
        """The findings, each with whether it blocks publishing."""
        codes = FindingsPolicy.codes_for(self.object) if self.object.pk else frozenset()
        return [(finding, finding.code in codes) for finding in findings_of(self.object)]

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        context["findings"] = self.findings
        context["facts"] = REGISTRY.facts_of(self.object)
        return context
