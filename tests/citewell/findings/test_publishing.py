"""A finding the policy does not let pass keeps a page from going live, on every road."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Site, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import querydict_from_html

from blog.models import ArticlePage
from citewell.findings.models import FindingsPolicy
from citewell.findings.publishing import blocking_findings
from tests import factories

pytestmark = pytest.mark.django_db

WRONG = [("heading", {"text": "Too deep", "level": "4"})]
REASON = "The heading “Too deep” skips a level."


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


@pytest.fixture(autouse=True)
def policy():
    """Headings out of order block publishing."""
    factories.home()
    site = Site.objects.get(is_default_site=True)
    return FindingsPolicy.objects.create(site=site, blocking_codes=["heading-order"])


def form_data(admin, url, headings, **changes):
    """What the browser would send from the form at ``url``, with these headings as body."""
    data = querydict_from_html(admin.get(url).content.decode(), form_id="page-edit-form")
    data["references-count"] = "0"
    data["body-count"] = str(len(headings))
    for number, (text, level) in enumerate(headings):
        prefix = f"body-{number}"
        fields = {
            "deleted": "", "order": str(number), "type": "heading", "id": "",
            "value-text": text, "value-level": level, "value-anchor": "",
        }  # fmt: skip
        for name, value in fields.items():
            data[f"{prefix}-{name}"] = value
    for name, value in changes.items():
        data[name] = value
    return data


def edit_url(page):
    """The address of a page's form."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def create_url():
    """The address of the form for a new article."""
    return reverse(
        "wagtailadmin_pages:add", args=["blog", "articlepage", factories.article_index().pk]
    )


def test_publishing_from_the_form_is_refused_and_the_draft_is_saved(admin):
    page = factories.article(title="Before")
    data = form_data(admin, edit_url(page), [("Too deep", "4")], title="After")
    data["action-publish"] = "action-publish"
    response = admin.post(edit_url(page), data, follow=True)
    assert response.redirect_chain[-1][0] == edit_url(page)
    assert REASON in response.content.decode()
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.title == "Before"
    draft = page.get_latest_revision_as_object()
    assert draft.title == "After"
    assert draft.body[0].value["text"] == "Too deep"


def test_publishing_from_the_form_passes_without_a_finding(admin):
    page = factories.article(title="Before", live=False)
    data = form_data(admin, edit_url(page), [("Causes", "2")], title="After")
    data["action-publish"] = "action-publish"
    admin.post(edit_url(page), data)
    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.title, page.live) == ("After", True)


def test_a_finding_never_stops_a_draft_or_an_autosave(admin):
    page = factories.article()
    data = form_data(admin, edit_url(page), [("Too deep", "4")])
    response = admin.post(edit_url(page), data, headers={"accept": "application/json"})
    assert response.json()["success"] is True
    assert REASON in response.json()["html"]


@pytest.mark.parametrize(("level", "is_live"), [("4", False), ("2", True)])
def test_a_new_page_goes_live_only_without_a_finding(admin, level, is_live):
    data = form_data(admin, create_url(), [("Heading", level)], title="New", slug="new")
    data["action-publish"] = "action-publish"
    seen = []
    receiver = lambda instance, **kwargs: seen.append(instance.live)  # noqa: E731
    from django.db.models.signals import post_save

    post_save.connect(receiver, sender=ArticlePage)
    try:
        admin.post(create_url(), data)
    finally:
        post_save.disconnect(receiver, sender=ArticlePage)
    page = ArticlePage.objects.get(slug="new")
    assert page.live is is_live
    assert page.get_latest_revision_as_object().body[0].value["text"] == "Heading"
    if not is_live:
        assert not any(seen), "the page was live for a moment"


def test_a_date_does_not_pass_by_the_policy(admin):
    page = factories.article(live=False)
    tomorrow = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = form_data(admin, edit_url(page), [("Too deep", "4")], go_live_at=tomorrow)
    data["action-publish"] = "action-publish"
    admin.post(edit_url(page), data)
    assert not Page.objects.get(pk=page.pk).approved_schedule


def bulk_publish(admin, *pages, include_descendants=False):
    """Publish pages from the list of pages."""
    query = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    data = {"include_descendants": "on"} if include_descendants else {}
    return admin.post(f"{url}?next=/admin/&{query}", data)


def test_many_at_once_publishes_the_sound_ones_and_names_the_others(admin):
    sound = factories.article(live=False)
    wrong = factories.article(title="Wrong one", live=False, body=WRONG)
    wrong.save_revision()
    response = bulk_publish(admin, sound, wrong)
    assert Page.objects.get(pk=sound.pk).live
    assert not Page.objects.get(pk=wrong.pk).live
    text = str([str(message) for message in response.wsgi_request._messages])
    assert "Wrong one" in text


def test_many_at_once_with_none_sound_publishes_none(admin):
    wrong = factories.article(live=False, body=WRONG)
    assert bulk_publish(admin, wrong).status_code == 302
    assert not Page.objects.get(pk=wrong.pk).live


def test_many_at_once_looks_at_the_pages_beneath_too(admin):
    parent = factories.plain_page(live=False)
    child = factories.plain_page(parent, live=False, body=WRONG)
    bulk_publish(admin, parent, include_descendants=True)
    assert not Page.objects.get(pk=child.pk).live
    bulk_publish(admin, parent)
    assert Page.objects.get(pk=parent.pk).live


@pytest.fixture
def in_workflow():
    """Makes a draft that waits for its last approval."""

    def make(**fields):
        page = factories.article(live=False, **fields)
        page.save_revision()
        workflow = Workflow.objects.create(name="Check", active=True)
        task = GroupApprovalTask.objects.create(name="Look", active=True)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})
        workflow.start(page, factories.superuser())
        return page

    return make


@pytest.mark.parametrize(("level", "is_live"), [("4", False), ("2", True)])
def test_an_approval_in_the_form_publishes_only_without_a_finding(
    admin, in_workflow, level, is_live
):
    page = in_workflow()
    data = form_data(admin, edit_url(page), [("Heading", level)], title="Typed")
    data["action-workflow-action"] = "true"
    data["workflow-action-name"] = "approve"
    admin.post(edit_url(page), data)
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.live is is_live
    assert page.get_latest_revision_as_object().title == "Typed"
    assert bool(page.current_workflow_state) is not is_live


@pytest.mark.parametrize("is_sound", [True, False])
def test_an_approval_from_the_dashboard_publishes_only_without_a_finding(
    admin, in_workflow, is_sound
):
    page = in_workflow(body=[] if is_sound else WRONG)
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    admin.post(url, {"comment": ""})
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.live is is_sound
    assert bool(page.current_workflow_state) is not is_sound


def test_the_policy_is_that_of_the_pages_site(policy):
    site = factories.second_site()
    here = factories.plain_page(body=WRONG)
    there = factories.plain_page(site.root_page, body=WRONG)
    assert blocking_findings(here)
    assert not blocking_findings(there)


def test_the_policy_offers_every_check(admin, policy):
    url = reverse(
        "wagtailsettings:edit", args=["citewell_findings", "findingspolicy", policy.site_id]
    )
    html = admin.get(url).content.decode()
    assert "Headings out of order" in html
    admin.post(url, {"blocking_codes": ["caption", "link-text"]})
    policy.refresh_from_db()
    assert policy.blocking_codes == ["caption", "link-text"]
    admin.post(url, {})
    policy.refresh_from_db()
    assert policy.blocking_codes == []
