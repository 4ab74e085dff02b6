"""Every road of docs/review-roads.md, walked once allowed and once refused."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowTask
from wagtail.test.utils.form_data import querydict_from_html

from blog.models import ArticlePage
from citewell.findings import gate
from citewell.findings.gate import NotPublishable
from citewell.findings.middleware import NotPublishableMiddleware
from tests import factories

pytestmark = pytest.mark.django_db

REASON = "Nobody has signed this text."
TABLE = Path(__file__).parents[3] / "docs" / "review-roads.md"
NEW = "New lead."
OLD = "Old lead."


class Guard:
    """Refuses leads and places; a page of another kind passes."""

    def __init__(self) -> None:
        self.leads: set[str] = set()
        self.place = ""
        self.whole_pages = False

    def __call__(self, page: Any) -> Iterator[str]:
        if not isinstance(page, ArticlePage):
            return
        strict = bool(self.place) and page.path.startswith(self.place)
        new = self.whole_pages and (page.pk is None or page.slug.startswith("other"))
        if page.lead in self.leads or strict or new:
            yield REASON


@pytest.fixture
def guard(monkeypatch: pytest.MonkeyPatch) -> Guard:
    """A guard that lets everything pass until it is told otherwise."""
    guard = Guard()
    monkeypatch.setattr(gate, "GUARDS", gate.GUARDS)
    gate.GUARDS.append(guard)
    yield guard
    gate.GUARDS.remove(guard)


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(factories.superuser())
    return client


def live_with_draft() -> Any:
    """A live article, another version as its latest draft."""
    page = factories.article(lead=OLD, slug="page")
    page.save_revision().publish()
    page.lead = NEW
    page.save_revision()
    return ArticlePage.objects.get(pk=page.pk)


def lead_of(page: Any) -> str:
    return ArticlePage.objects.get(pk=page.pk).lead


def form_of(admin: Client, url: str, **changes: Any) -> Any:
    """What the browser would send from the form at ``url``."""
    data = querydict_from_html(admin.get(url).content.decode(), form_id="page-edit-form")
    data["references-count"] = data["body-count"] = "0"
    for name, value in changes.items():
        data[name] = value
    return data


def post(admin: Client, url: str, **changes: Any) -> None:
    response = admin.post(url, form_of(admin, url, **changes), follow=True)
    told_or_done(response)


def told_or_done(response: Any) -> None:
    """The page that follows is shown; a refusal is told there."""
    assert response.status_code == 200
    if REASON in response.content.decode():
        raise NotPublishable(None, [REASON])


def edit(page: Any, admin: Client) -> bool:
    post(
        admin, reverse("wagtailadmin_pages:edit", args=[page.pk]), lead=NEW,
        **{"action-publish": "1"},
    )  # fmt: skip
    return lead_of(page) == NEW


def create(page: Any, admin: Client) -> bool:
    parent = page.get_parent()
    url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", parent.pk])
    try:
        post(admin, url, title="Made", slug="made", lead=NEW, **{"action-publish": "1"})
    finally:
        made = ArticlePage.objects.get(slug="made")
        assert made.get_latest_revision_as_object().lead == NEW
    return made.live


def schedule(page: Any, admin: Client) -> bool:
    """A page that has a schedule is locked in the editor; :func:`action` walks on it."""
    later = (timezone.localtime() + timedelta(days=9)).strftime("%Y-%m-%d %H:%M")
    try:
        post(
            admin, reverse("wagtailadmin_pages:edit", args=[page.pk]), lead=NEW,
            go_live_at=later, **{"action-publish": "1"},
        )  # fmt: skip
    except NotPublishable:
        assert page.scheduled_revision is None
        raise
    return page.scheduled_revision.as_object().lead == NEW


def scheduled(page: Any, lead: str) -> Revision:
    """An approved revision of the page for tomorrow."""
    draft = page.get_latest_revision_as_object()
    draft.lead, draft.go_live_at = lead, timezone.now() + timedelta(days=1)
    revision = draft.save_revision()
    revision.publish()
    plain = page.get_latest_revision_as_object()
    plain.go_live_at = None
    plain.save_revision()
    return revision


def publish_scheduled(page: Any, admin: Client) -> bool:
    other = factories.plain_page(slug="second")  # nobody signs it
    due = timezone.now() - timedelta(minutes=1)
    for each, name, value in ((page, "lead", NEW), (other, "title", "Mended")):
        draft = each.get_latest_revision_as_object()
        setattr(draft, name, value)
        revision = draft.save_revision()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=due)
        due += timedelta(seconds=1)
    with suppress(CommandError):  # it says so where one was refused
        call_command("publish_scheduled")
    assert Page.objects.get(pk=other.pk).title == "Mended"
    if lead_of(page) != NEW:
        assert page.revisions.filter(approved_go_live_at__isnull=False).exists()
        raise NotPublishable(page, [REASON])
    return True


def workflow(page: Any, admin: Client) -> bool:
    flow = Workflow.objects.create(name="Check")
    task = GroupApprovalTask.objects.create(name="Approve")
    WorkflowTask.objects.create(workflow=flow, task=task)
    state = flow.start(page, None)
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", state.current_task_state.pk],
    )
    told_or_done(admin.post(url, {"comment": ""}, follow=True))
    return lead_of(page) == NEW


def bulk(page: Any, admin: Client) -> bool:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    back = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    told_or_done(admin.post(f"{url}?id={page.pk}&next={back}", follow=True))
    return lead_of(page) == NEW


def revision(page: Any, admin: Client) -> bool:
    page.get_latest_revision().publish()
    return lead_of(page) == NEW


def action(page: Any, admin: Client) -> bool:
    before = scheduled(page, OLD)
    draft = page.get_latest_revision_as_object()
    draft.lead = NEW
    try:
        PublishPageRevisionAction(draft.save_revision()).execute()
    except NotPublishable:
        assert Revision.objects.get(pk=before.pk).approved_go_live_at
        raise
    return lead_of(page) == NEW


def save(page: Any, admin: Client) -> bool:
    page.lead = NEW
    page.save()
    return lead_of(page) == NEW


def save_plain_row(page: Any, admin: Client) -> bool:
    ArticlePage.objects.filter(pk=page.pk).update(live=False, lead=NEW)
    row = Page.objects.get(pk=page.pk)
    row.live = True
    try:
        row.save()
    except NotPublishable:
        assert not Page.objects.get(pk=page.pk).live
        raise
    return Page.objects.get(pk=page.pk).live


def copy_form(page: Any, admin: Client) -> bool:
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    data = {
        "new_title": "Other", "new_slug": "other", "publish_copies": "on",
        "new_parent_page": page.get_parent().pk,
    }  # fmt: skip
    told_or_done(admin.post(url, data, follow=True))
    return Page.objects.get(slug="other").live


def copy(page: Any, admin: Client) -> bool:
    return page.copy(update_attrs={"slug": "other"}, copy_revisions=False).live


def alias(page: Any, admin: Client) -> bool:
    return page.create_alias(parent=page.get_parent(), update_slug="other").live


def update_aliases(page: Any, admin: Client) -> bool:
    with_alias = page.create_alias(parent=page.get_parent(), update_slug="mirror")
    page.get_latest_revision().publish()
    return lead_of(with_alias) == NEW


def translation_alias(page: Any, admin: Client) -> bool:
    polish = factories.locale("pl")
    return page.copy_for_translation(polish, copy_parents=True, alias=True).live


def convert_alias(page: Any, admin: Client) -> bool:
    made = page.create_alias(parent=page.get_parent(), update_slug="mirror")
    Page.objects.filter(pk=made.pk).update(slug="other-mirror")
    url = reverse("wagtailadmin_pages:convert_alias", args=[made.pk])
    told_or_done(admin.post(url, follow=True))
    return Page.objects.get(pk=made.pk).alias_of_id is None


def move(page: Any, admin: Client) -> bool:
    target = strict_section()
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk])
    told_or_done(admin.post(url, follow=True))
    return Page.objects.get(pk=page.pk).is_child_of(target)


def strict_section() -> Any:
    """A second section of articles, the same each time."""
    found = Page.objects.filter(slug="strict").first()
    return found or factories.add_page(
        type(factories.article_index()), factories.home(), title="Strict", slug="strict"
    )


def refuse_lead(guard: Guard, page: Any) -> None:
    guard.leads = {NEW}


def refuse_copies(guard: Guard, page: Any) -> None:
    guard.whole_pages = True


def refuse_place(guard: Guard, page: Any) -> None:
    guard.place = strict_section().path


Walk = Callable[[Any, Client], bool]
ROADS: dict[Walk, Callable[[Guard, Any], None]] = {
    edit: refuse_lead,
    create: refuse_lead,
    schedule: refuse_lead,
    publish_scheduled: refuse_lead,
    workflow: refuse_lead,
    bulk: refuse_lead,
    revision: refuse_lead,
    action: refuse_lead,
    save: refuse_lead,
    save_plain_row: refuse_lead,
    copy_form: refuse_copies,
    copy: refuse_copies,
    alias: refuse_copies,
    update_aliases: refuse_lead,
    translation_alias: refuse_copies,
    convert_alias: refuse_copies,
    move: refuse_place,
}


@pytest.mark.parametrize("walk", ROADS, ids=lambda walk: walk.__name__)
class TestRoads:
    """Each road, with a guard that lets pass and with one that does not."""

    def test_it_leads_to_a_live_page_where_the_guard_lets_pass(
        self, walk: Walk, guard: Guard, admin: Client
    ) -> None:
        assert walk(live_with_draft(), admin)

    def test_a_refusal_says_why_and_leaves_live_version_and_draft_alone(
        self, walk: Walk, guard: Guard, admin: Client
    ) -> None:
        page = live_with_draft()
        ROADS[walk](guard, page)
        place = Page.objects.get(pk=page.pk).path
        with pytest.raises(NotPublishable) as refused:
            walk(page, admin)
        assert refused.value.reasons == [REASON]
        assert not ArticlePage.objects.filter(live=True, lead=NEW).exists()
        assert not Page.objects.filter(slug="other", live=True).exists()
        assert Page.objects.get(pk=page.pk).path == place
        assert ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().lead == NEW


def named_roads(text: str) -> set[str]:
    """The roads of the table."""
    return set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


def test_every_road_of_the_table_is_walked() -> None:
    assert named_roads(TABLE.read_text()) == {walk.__name__ for walk in ROADS}


def test_a_new_road_in_the_table_would_be_missed() -> None:
    text = TABLE.read_text().replace("| `move` |", "| `teleport` | x | x |\n| `move` |")
    assert named_roads(text) - {walk.__name__ for walk in ROADS} == {"teleport"}


def test_a_save_of_columns_readers_never_see_asks_nobody(guard: Guard) -> None:
    page = live_with_draft()
    guard.leads = {OLD}
    page.locked = True
    page.save(update_fields=["locked"], clean=False)
    page.title = "Changed"
    with pytest.raises(NotPublishable):
        page.save(update_fields=["title"], clean=False)


def test_a_program_is_answered_409_with_the_reason() -> None:
    request = RequestFactory().post("/", headers={"accept": "application/json"})
    middleware = NotPublishableMiddleware(lambda request: None)
    response = middleware.process_exception(request, NotPublishable(None, [REASON]))
    assert response.status_code == 409
    assert REASON in response.content.decode()
    assert middleware.process_exception(request, ValueError()) is None


def test_without_a_guard_a_save_costs_no_query_more(monkeypatch: pytest.MonkeyPatch) -> None:
    page = live_with_draft()
    monkeypatch.setattr("citewell.findings.wall.GUARDS", [])
    with CaptureQueriesContext(connection) as without:
        page.save(update_fields=["lead"], clean=False)
    for room in ("wall", "gate"):
        monkeypatch.setattr(f"citewell.findings.{room}.GUARDS", [lambda page: []])
    with CaptureQueriesContext(connection) as with_one:
        page.save(update_fields=["lead"], clean=False)
    assert len(with_one) == len(without)
