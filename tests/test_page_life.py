"""Copying, moving, scheduling, drafts, previews, locks, workflows, comments, translation."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page, Workflow

from blog.models import RelatedReading
from conditions.models import ConditionCode, RelatedCondition
from tests import factories

pytestmark = pytest.mark.django_db
TYPES = list(factories.PAGES)
REFERENCES = [
    {
        "type": "reference_list",
        "value": [{"type": "item", "value": {"source": None, "line": "Smith 2020. A title."}}],
    }
]


def full_condition() -> Any:
    page = factories.condition(title="Sciatica", names=["Leg pain"], references=REFERENCES)
    ConditionCode.objects.create(page=page, system="icd-11", code="ME84")
    RelatedCondition.objects.create(page=page, condition=factories.condition())
    page.body_areas, page.symptoms = [factories.body_area()], [factories.symptom()]
    page.save()
    return page


def full_article() -> Any:
    page = factories.article(
        authors=[factories.person()],
        topics=[factories.topic()],
        conditions=[factories.condition()],
        references=REFERENCES,
    )
    RelatedReading.objects.create(page=page, target=factories.plain_page())
    return page


def parts(page: Any) -> list[Any]:
    """What hangs on a page, in a form that can be compared."""
    page = page.specific_class.objects.get(pk=page.pk)
    rows = {
        "ConditionPage": lambda: [
            [str(name) for name in page.names.all()],
            [str(code) for code in page.codes.all()],
            [row.condition_id for row in page.related.all()],
            [area.pk for area in page.body_areas.all()],
            [symptom.pk for symptom in page.symptoms.all()],
        ],
        "ArticlePage": lambda: [
            [row.person_id for row in page.authors.all()],
            [row.target_id for row in page.related.all()],
            [topic.pk for topic in page.topics.all()],
            [condition.pk for condition in page.conditions.all()],
        ],
    }[type(page).__name__]()
    lines = [item["line"] for block in page.references for item in block.value]
    assert all(rows), rows
    assert lines
    return [*rows, lines]


@pytest.mark.parametrize("make", [full_condition, full_article])
class TestCopies:
    """What hangs on a page comes along."""

    def test_a_copy_keeps_all_of_it(self, make: Any) -> None:
        page = make()
        copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"})
        assert parts(copy) == parts(page)

    def test_a_translation_starts_with_all_of_it(self, make: Any) -> None:
        page = make()
        copy = page.copy_for_translation(factories.locale("pl"), copy_parents=True)
        assert parts(copy) == parts(page)
        assert not copy.live

    def test_an_alias_follows_its_page(self, make: Any) -> None:
        page = make()
        alias = page.create_alias(parent=page.get_parent(), update_slug="alias")
        assert parts(alias) == parts(page)
        page.title = "New title"
        page.save_revision().publish()
        alias.refresh_from_db()
        assert alias.title == "New title"
        assert parts(alias) == parts(page)

    def test_publishing_a_draft_keeps_all_of_it(self, make: Any) -> None:
        page = make()
        before = parts(page)
        page.save_revision().publish()
        assert parts(page) == before


@pytest.mark.parametrize("model", TYPES)
class TestEveryType:
    """Every page type, as an editor meets it."""

    def test_its_edit_view_opens(self, client: Client, model: type[Page]) -> None:
        page = factories.PAGES[model]()
        client.force_login(factories.superuser())
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200

    def test_its_draft_is_previewed_and_not_seen(self, client: Client, model: type[Page]) -> None:
        page = factories.PAGES[model]()
        page.title = "Only a draft"
        page.save_revision()
        assert b"Only a draft" not in client.get(page.get_url()).content
        response = page.get_latest_revision_as_object().make_preview_request()
        assert response.status_code == 200

    def test_it_can_be_locked_commented_and_sent_through_a_workflow(
        self, client: Client, model: type[Page]
    ) -> None:
        page = factories.PAGES[model]()
        editor = factories.superuser()
        client.force_login(editor)
        Comment.objects.create(page=page, user=editor, text="Why?", contentpath="title")
        page.locked, page.locked_by, page.locked_at = True, editor, timezone.now()
        page.save()
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert client.get(edit).status_code == 200
        page.locked, page.locked_by, page.locked_at = False, None, None
        page.save()
        page.save_revision()
        workflow = Workflow.objects.get()
        state = workflow.start(page, editor)
        assert state.status == "in_progress"
        assert client.get(edit).status_code == 200
        state.current_task_state.approve(user=editor)
        page.refresh_from_db()
        assert page.live

    def test_it_can_be_copied_with_what_is_below(self, model: type[Page]) -> None:
        page = factories.PAGES[model]()
        copy = page.copy(recursive=True, update_attrs={"slug": "copied"})
        assert copy.title == page.title


class TestTime:
    """Pages that come and go by the clock are in lists only while they may be read."""

    def test_a_scheduled_article_is_listed_only_once_it_is_live(self, client: Client) -> None:
        page = factories.article(title="Later", live=False)
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        page.refresh_from_db()
        assert not page.live
        for address in ("/articles/", "/feeds/articles.atom"):
            assert b"Later" not in client.get(address).content
        assert client.get(page.get_url()).status_code == 404

    def test_an_expired_condition_is_in_no_list_though_no_job_ran(self, client: Client) -> None:
        condition = factories.condition(title="Gone", names=["Gone too"])
        article = factories.article(conditions=[condition])
        condition.expire_at = timezone.now() - timedelta(seconds=1)
        condition.save()
        assert client.get("/conditions/gone/").status_code == 404
        for address in ("/conditions/", article.get_url()):
            assert b"Gone" not in client.get(address).content

    def test_a_moved_page_has_its_new_address(self, client: Client) -> None:
        section = factories.plain_page(title="Section")
        page = factories.plain_page(title="Moved")
        page.move(section, pos="last-child")
        assert client.get("/section/moved/").status_code == 200


def test_pages_stand_only_where_the_rules_allow() -> None:
    from blog.models import ArticlePage
    from conditions.models import ConditionIndexPage, ConditionPage
    from home.models import HomePage, PlainPage

    home, index = factories.home(), factories.condition_index()
    assert ConditionPage.can_create_at(index)
    assert not ArticlePage.can_create_at(index)
    assert not ConditionPage.can_create_at(home)
    assert ConditionIndexPage.can_create_at(home)
    assert not HomePage.can_create_at(home)
    assert not PlainPage.can_create_at(factories.article())
