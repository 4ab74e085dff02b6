"""What is due goes live by its time; one that fails keeps neither its schedule nor others back."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published

from blog.models import ArticlePage
from citewell.findings import due
from citewell.findings.models import FindingsPolicy
from citewell.findings.scheduled import publish_due
from tests import factories

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def schedule(page: Any, at: Any, **changes: Any) -> Revision:
    """A version of the page that goes live at a time."""
    for name, value in changes.items():
        setattr(page, name, value)
    revision = page.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=at)
    return revision


def article(**fields: Any) -> Any:
    page = factories.article(lead="Old.", **fields)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def lead(page: Any) -> str:
    return ArticlePage.objects.get(pk=page.pk).lead


def is_waiting(revision: Revision) -> bool:
    return Revision.objects.filter(pk=revision.pk, approved_go_live_at__isnull=False).exists()


@pytest.fixture
def broken() -> Iterator[Any]:
    """The first article's publishing ends with an error after it was written."""
    page = article()

    def fail(sender: Any, instance: Any, **kwargs: Any) -> None:
        if instance.pk == page.pk:
            raise OSError("no room")

    page_published.connect(fail)
    yield page
    page_published.disconnect(fail)


def test_one_that_fails_keeps_its_schedule_and_the_others_go_live(broken: Any, capsys: Any) -> None:
    first = schedule(broken, timezone.now() - 2 * HOUR, lead="New.")
    other = article()
    second = schedule(other, timezone.now() - HOUR, lead="New.")
    with pytest.raises(CommandError, match="stays as it was: OSError: no room"):
        call_command("publish_scheduled")
    assert (lead(broken), is_waiting(first)) == ("Old.", True)
    assert (lead(other), is_waiting(second)) == ("New.", False)
    assert "Published: " in capsys.readouterr().out


def test_what_is_not_due_yet_waits() -> None:
    page = article()
    revision = schedule(page, timezone.now() + HOUR, lead="New.")
    call_command("publish_scheduled")
    assert (lead(page), is_waiting(revision)) == ("Old.", True)


def test_findings_that_the_policy_does_not_let_pass_by_now_are_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from citewell.findings import registry, scheduled

    page = article()
    revision = schedule(page, timezone.now() - HOUR, lead="New.")
    finding = registry.Finding(code="test.wrong", message="A source is missing.")
    monkeypatch.setattr(scheduled, "blocking_findings", lambda page: [finding])
    assert next(iter(publish_due().failed.values())).endswith("A source is missing.")
    assert (lead(page), is_waiting(revision)) == ("Old.", True)
    assert FindingsPolicy.objects.count() == 0


def test_a_version_that_follows_one_that_expires_keeps_its_time() -> None:
    page = article(expire_at=timezone.now() - HOUR)
    later = schedule(page, timezone.now() + HOUR, lead="New.", expire_at=None)
    call_command("publish_scheduled")
    now = ArticlePage.objects.get(pk=page.pk)
    assert (now.live, now.expired) == (False, True)
    assert is_waiting(later)


def test_a_dry_run_names_what_is_due_and_changes_nothing(capsys: Any) -> None:
    page = article()
    revision = schedule(page, timezone.now() - HOUR, lead="New.")
    call_command("publish_scheduled", "--dryrun")
    assert "To be published" in capsys.readouterr().out
    assert (lead(page), is_waiting(revision)) == ("Old.", True)


class TestVisits:
    """While the job does not run, whoever comes first sees what is due."""

    @pytest.fixture(autouse=True)
    def looks(self, settings: Any) -> None:
        settings.CITEWELL_DUE_INTERVAL = 10

    def test_the_first_visit_after_its_time_sees_the_version_that_is_due(
        self, client: Client
    ) -> None:
        page = article()
        schedule(page, timezone.now() - HOUR, lead="What is new now.")
        assert "What is new now." in client.get(page.url).content.decode()

    def test_one_that_fails_is_no_error_for_visitors_and_not_tried_at_each_visit(
        self, client: Client, broken: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        revision = schedule(broken, timezone.now() - HOUR, lead="New.")
        tried = []
        stock = publish_due
        monkeypatch.setattr(due, "publish_due", lambda but: tried.append(1) or stock(but=but))
        for _ in range(3):
            assert "Old." in client.get(broken.url).content.decode()
        assert len(tried) == 1
        assert is_waiting(revision)
