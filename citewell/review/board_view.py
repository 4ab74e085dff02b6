"""The review board: what waits, in heaps, with filters, order, CSV and reviewers at once."""

from typing import Any

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import LocaleFilter, WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.coreutils import get_content_languages
from wagtail.models import Page
from wagtail.permissions import policy_registry

from citewell.people.models import Person
from citewell.review import board
from citewell.review.covering import SIGN
from citewell.review.models import ReviewState, SignOff


class BoardFilterSet(WagtailFilterSet):
    """By heap, title, type, risk, reviewer, and whether it is live."""

    heap = django_filters.ChoiceFilter(label=_("Waits"), method="of_heap", empty_label=_("All"))
    title = django_filters.CharFilter(label=_("Title"), lookup_expr="icontains")
    type = django_filters.ChoiceFilter(label=_("Type"), method="of_type", empty_label=_("All"))
    risk = django_filters.ChoiceFilter(
        label=_("Risk"), field_name="review_state__risk", choices=SignOff.Risk.choices
    )
    reviewer = django_filters.ModelChoiceFilter(
        label=_("Reviewer"),
        method="of_reviewer",
        queryset=lambda request: Person.objects.filter(user__isnull=False),
    )

    class Meta:
        model = Page
        fields = ["heap", "title", "type", "risk", "reviewer", "live"]

    def __init__(self, *args: Any, heaps: list[board.Heap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heaps = {heap.code: heap for heap in heaps}
        self.form.fields["heap"].choices = [
            ("", _("All")),
            *((heap.code, heap.label) for heap in heaps),
        ]
        self.form.fields["type"].choices = [
            ("", _("All")),
            *((m._meta.label_lower, m._meta.verbose_name) for m in board.clinical_models()),
        ]

    def _add_locale_filter(self) -> None:
        # Wagtail's own asks the database which languages have pages.
        languages = get_content_languages()
        if len(languages) > 1:
            self.filters["locale"] = LocaleFilter(
                label=_("Language"),
                choices=list(languages.items()),
                empty_label=None,
                null_label=_("All"),
                null_value=None,
                widget=forms.RadioSelect,
            )

    def of_heap(self, pages: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        """The pages of one heap."""
        return pages.filter(self.heaps[value].pages)

    def of_type(self, pages: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        """The pages of one type."""
        app_label, model = value.split(".")
        return pages.filter(content_type=ContentType.objects.get_by_natural_key(app_label, model))

    def of_reviewer(self, pages: QuerySet[Page], name: str, value: Person) -> QuerySet[Page]:
        """The pages that name somebody."""
        return pages.filter(board.naming(value.pk))


def state_of(page: Page) -> Any:
    """The state as the board says it."""
    state = getattr(page, "review_state", None)
    return state.get_state_display() if state else ReviewState.State.NEVER.label


def day(name: str) -> Any:
    """Reads a date of the state; empty where there is none."""

    def of(page: Page) -> Any:
        value = getattr(getattr(page, "review_state", None), name, None)
        return value.isoformat() if value else ""

    return of


def risk_of(page: Page) -> Any:
    """The risk as signed or declared."""
    state = getattr(page, "review_state", None)
    return state.get_risk_display() if state else ""


def reviewers_of(page: Page) -> str:
    """Who is named."""
    return ", ".join(page.board_reviewers)


def reasons_of(page: Page) -> str:
    """What rooms say."""
    return "; ".join(str(reason) for reason in page.board_reasons)


class BoardView(ReportView):
    """All clinical pages that the user may edit, the longest overdue first."""

    page_title = _("Review board")
    header_icon = "check"
    any_permission_required = ["change"]
    template_name = "citewell/review/board.html"
    results_template_name = "citewell/review/board_results.html"
    index_url_name = "review_board"
    index_results_url_name = "review_board_results"
    filterset_class = BoardFilterSet
    default_ordering = "due"
    model = Page
    verbose_name = _("page")
    verbose_name_plural = _("pages")
    list_export = ["title", "state", "reviewed_on", "due", "risk", "reviewers", "reasons", "live"]
    export_headings = {
        "title": _("Title"),
        "state": _("State"),
        "reviewed_on": _("Reviewed on"),
        "due": _("Next review due"),
        "risk": _("Risk"),
        "reviewers": _("Reviewers"),
        "reasons": _("Reasons"),
        "live": _("Live"),
    }
    columns = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="page"),
        TitleColumn(
            "title",
            label=_("Title"),
            sort_key="title",
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
            get_title_id=lambda page: f"page_{page.pk}_title",
        ),
        Column("state", label=_("State"), accessor=state_of, sort_key="state"),
        Column("reviewed_on", label=_("Reviewed on"), accessor=day("reviewed_on"), sort_key="on"),
        Column("due", label=_("Next review due"), accessor=day("next_review_due"), sort_key="due"),
        Column("risk", label=_("Risk"), accessor=risk_of, sort_key="risk"),
        Column("reviewers", label=_("Reviewers"), accessor=reviewers_of),
        Column("reasons", label=_("Reasons"), accessor=reasons_of),
    ]
    ORDERS = {
        "title": "title",
        "state": "review_state__state",
        "on": "review_state__reviewed_on",
        "due": "review_state__next_review_due",
        "risk": "review_state__risk",
    }

    def user_has_any_permission(self, permissions: Any) -> bool:
        return may_see_board(self.request.user)

    @cached_property
    def heaps(self) -> list[board.Heap]:
        """What pages can wait for."""
        return board.heaps(self.request.user)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "heaps": self.heaps}

    def get_base_queryset(self) -> QuerySet[Page]:
        return board.clinical_pages(self.request.user)

    def order_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        field = F(self.ORDERS[self.ordering.lstrip("-")])
        is_down = self.ordering.startswith("-")
        order = field.desc(nulls_last=True) if is_down else field.asc(nulls_last=True)
        return queryset.order_by(order, "pk")

    def get_filtered_queryset(self) -> QuerySet[Page]:
        # ReportView filters what get_queryset filtered already.
        pages: QuerySet[Page] = self.get_queryset()
        return pages

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many pages wait for what, and how many the filters leave; one query."""
        shown = self.object_list if self.is_filtering else None
        return board.counted(board.clinical_pages(self.request.user), self.heaps, shown)

    def get_paginator(self, *args: Any, **kwargs: Any) -> Any:
        paginator = super().get_paginator(*args, **kwargs)
        if not self.is_export:
            paginator.count = self.counts.get("shown", self.counts["all"])
        return paginator

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        paginator, page, _pages, has_other = super().paginate_queryset(queryset, page_size)
        page.object_list = decorated(page.object_list)
        return paginator, page, page.object_list, has_other

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        return exported(decorated(object_list)) if self.is_export else object_list

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        if self.is_export:
            return context
        chosen = self.request.GET.get("heap", "")
        return {
            **context,
            "heaps": [(heap, self.counts[heap.code], heap.code == chosen) for heap in self.heaps],
            "all_pages": self.counts["all"],
            "model_opts": Page._meta,
        }


def decorated(pages: Any) -> list[Page]:
    """The pages that are shown, with reviewers and reasons."""
    pages = list(pages)
    board.add_known(pages)
    return pages


def exported(pages: list[Page]) -> list[Page]:
    """The same, with the columns of a file as attributes."""
    for page in pages:
        page.state, page.risk = state_of(page), risk_of(page)
        page.reviewed_on, page.due = day("reviewed_on")(page), day("next_review_due")(page)
        page.reviewers, page.reasons = reviewers_of(page), reasons_of(page)
    return pages


def may_see_board(user: Any) -> bool:
    """Whether the board is for a user: they sign, or they may edit some page."""
    policy = policy_registry.get_by_type(Page)
    return bool(user.has_perm(SIGN) or policy.user_has_any_permission(user, ["change"]))
