"""The register of translations: which are behind their originals, who translates, who checked."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page, get_page_models
from wagtail.permissions import policy_registry

from citewell.review.clinical import ClinicalPage


class TranslationFilterSet(WagtailFilterSet):
    """By language; behind, never checked."""

    locale = django_filters.ModelChoiceFilter(
        label=_("Language"), queryset=Locale.objects.order_by("language_code")
    )
    standing = django_filters.ChoiceFilter(
        label=_("Standing"),
        choices=[
            ("behind", _("behind its original")),
            ("unchecked", _("never checked")),
            ("current", _("up to date")),
        ],
        method="by_standing",
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def by_standing(self, pages: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        if value == "unchecked":
            return pages.filter(translation_check=None)
        if value == "behind":
            return pages.filter(translation_check__changes__gt=0)
        return pages.filter(translation_check__changes=0)


def behind(page: Any) -> str:
    """How far a translation is behind, in words or as the number of changes."""
    check = getattr(page, "translation_check", None)
    if check is None:
        return str(_("never checked"))
    return str(check.changes or _("up to date"))


def checked(page: Any) -> str:
    """Who checked a translation, and when."""
    check = getattr(page, "translation_check", None)
    if check is None:
        return "–"
    name = check.checked_by.get_full_name() or str(check.checked_by) if check.checked_by else "–"
    return f"{name}, {check.checked_on.isoformat()}"


class TranslationRegisterView(ReportView):
    """Every translation among the clinical pages that the user may edit, the furthest first."""

    page_title = _("Translations")
    header_icon = "globe"
    model = Page
    any_permission_required = ["add", "change", "publish"]
    index_url_name = "translation_register"
    index_results_url_name = "translation_register_results"
    filterset_class = TranslationFilterSet
    list_export = ["title", "language", "behind", "translator", "checked"]
    export_headings = {
        "title": _("Page"),
        "language": _("Language"),
        "behind": _("Changes of the original since"),
        "translator": _("Who translates"),
        "checked": _("Checked by"),
    }
    columns = [
        TitleColumn(
            "title",
            label=_("Page"),
            accessor="get_admin_display_title",
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column("language", label=_("Language")),
        Column("behind", label=_("Changes of the original since")),
        Column("translator", label=_("Who translates")),
        Column("checked", label=_("Checked by")),
    ]

    @property
    def permission_policy(self) -> Any:
        """That of pages: who edits pages looks after their translations."""
        return policy_registry.get_by_type(Page)

    def get_queryset(self) -> QuerySet[Page]:
        mine = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        clinical = [model for model in get_page_models() if issubclass(model, ClinicalPage)]
        default = Locale.get_default()
        originals = Page.objects.filter(locale=default).values("translation_key")
        self.queryset = (
            Page.objects.type(*clinical)
            .filter(pk__in=mine.values("pk"), translation_key__in=originals, alias_of=None)
            .exclude(locale=default)
            .select_related("locale", "translation_check__checked_by")
            .defer("translation_check__packed")
            .order_by(F("translation_check__changes").desc(nulls_first=True), "title", "pk")
        )
        pages: QuerySet[Page] = super().get_queryset()
        return pages

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        pages = list(object_list)
        owners = dict(self._owners([page.pk for page in pages]))
        for page in pages:
            page.language = page.locale.get_display_name()
            page.behind, page.checked = behind(page), checked(page)
            page.translator = owners.get(page.pk) or "–"
        return pages

    def _owners(self, keys: list[int]) -> Any:
        """The name of each page's content owner: who keeps a translation up to date."""
        for model in get_page_models():
            if issubclass(model, ClinicalPage):
                yield from model.objects.filter(pk__in=keys).values_list(
                    "pk", "content_owner__name"
                )
