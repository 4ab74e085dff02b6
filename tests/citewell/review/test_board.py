"""The review board: who waits where, and what it costs."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db.models import F, Value
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from citewell.findings import board as rows
from citewell.references.models import Source
from citewell.references.usage_model import SourceUsage
from citewell.review import board
from citewell.review.models import ReviewState
from citewell.wording.models import TextTask
from feedback.models import ErrorReport
from tests import factories
from tests.citewell.review.conftest import named, person_who_signs_in, sign_page
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
MOST = 12
"""Queries of the whole screen, whoever administers the site."""


@pytest.fixture
def admin(client: Any) -> Any:
    client.force_login(factories.superuser())
    return client


def due(page: Any, days: int) -> Any:
    """Signed, and due again in so many days."""
    today = timezone.localdate()
    ReviewState.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "state": "reviewed",
            "reviewed_on": today - datetime.timedelta(days=300),
            "next_review_due": today + datetime.timedelta(days=days),
        },
    )
    return page


def counts(user: Any) -> dict[str, int]:
    found = board.counted(board.clinical_pages(user), board.heaps(user))
    return {code: number for code, number in found.items() if number}


def test_each_page_lies_on_the_heaps_it_waits_on() -> None:
    user = factories.superuser()
    due(factories.article(), -1)
    due(factories.condition(), 0)
    due(factories.article(), 45)
    due(factories.article(), 90)
    due(factories.article(live=False), -1)
    due(factories.article(), 400)
    factories.condition()
    factories.plain_page()
    changed = due(factories.article(), 300)
    ReviewState.objects.filter(page=changed.pk).update(state="changed")
    assert counts(user) == {
        "all": 8,
        "overdue": 1,
        "due-30": 1,
        "due-60": 2,
        "due-90": 3,
        "changed": 1,
        "never": 1,
    }


def test_a_heap_shows_its_pages_alone_the_longest_overdue_first(admin: Any) -> None:
    due(factories.article(title="Newer"), -1)
    due(factories.article(title="Oldest"), -40)
    due(factories.article(title="Not yet"), 300)
    html = admin.get(reverse("review_board"), {"heap": "overdue"}).content.decode()
    assert html.index("Oldest") < html.index("Newer")
    assert "Not yet" not in html
    assert 'aria-current="page">Overdue (2)' in html
    html = admin.get(reverse("review_board_results"), {"ordering": "-due"}).content.decode()
    assert html.index("Not yet") < html.index("Newer") < html.index("Oldest")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"title": "knee"}, {"Knee pain"}),
        ({"type": "conditions.conditionpage"}, {"Knee pain"}),
        ({"live": "false"}, {"Walking"}),
        ({"heap": "never"}, {"Knee pain", "Walking"}),
        ({"heap": "nonsense"}, {"Knee pain", "Walking"}),
    ],
)
def test_filters_narrow_the_board(admin: Any, query: dict[str, str], shown: set[str]) -> None:
    factories.condition(title="Knee pain")
    factories.article(title="Walking", live=False)
    html = admin.get(reverse("review_board_results"), query).content.decode()
    assert {title for title in ("Knee pain", "Walking") if title in html} == shown


def test_the_board_is_a_file_too(admin: Any) -> None:
    due(factories.article(title="Walking"), -1)
    lines = admin.get(reverse("review_board"), {"export": "csv"}).getvalue().decode().splitlines()
    assert lines[0].startswith("Title,State,Reviewed on,Next review due")
    assert lines[1].startswith("Walking,reviewed,")


def test_rooms_add_rows_with_their_reasons(admin: Any, monkeypatch: Any) -> None:
    page = factories.article(title="Walking")
    factories.article(title="Resting")
    monkeypatch.setattr(rows, "BOARD_ROWS", {})
    monkeypatch.setattr(board, "BOARD_ROWS", rows.BOARD_ROWS)
    rows.register_board_rows(
        "retracted",
        "Cites a retracted source",
        pages=lambda: [page.pk],
        facts=lambda keys: rows.facts(
            Page.objects.filter(pk=page.pk), F("pk"), title=Value("A trial")
        ),
        say=lambda known: f"“{known[0]['title']}” was retracted.",
    )
    html = admin.get(reverse("review_board"), {"heap": "retracted"}).content.decode()
    assert "Cites a retracted source (1)" in html
    assert "“A trial” was retracted." in html
    assert "Resting" not in html
    with pytest.raises(ValueError, match="retracted"):
        rows.register_board_rows("retracted", "", pages=list, facts=list, say=str)


def test_the_board_is_for_those_who_sign_or_edit(client: Any) -> None:
    client.force_login(factories.user())
    assert client.get(reverse("review_board")).status_code == 302


def test_the_admin_home_says_what_waits(admin: Any) -> None:
    due(factories.article(), -1)
    html = admin.get(reverse("wagtailadmin_home")).content.decode()
    assert "Overdue: 1" in html


def waits_for_everything(page: Any) -> None:
    """Give a page a row of every room, the reviewer included."""
    source = Source.objects.create(title=f"Trial {page.pk}", is_retracted=True)
    SourceUsage.objects.create(page=page, source=source, place="body", version="live")
    ErrorReport.objects.create(page=page, text="Wrong.")
    today = timezone.localdate()
    TextTask.objects.create(page=page, phrase="drug", title="T", due_on=today)
    named(page, person_who_signs_in())


SHELL = 4
"""Queries by which Django and Wagtail learn what anybody but an administrator may do."""


@pytest.mark.parametrize("query", ["", "?heap=overdue", "?title=a&ordering=-due", "?locale=en"])
@pytest.mark.parametrize("role", ["", "Clinical reviewer"])
def test_the_board_costs_12_queries_at_most_with_one_page_and_with_thirty(
    client: Any, role: str, query: str
) -> None:
    user = factories.user() if role else factories.superuser()
    if role:
        user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    waits_for_everything(due(factories.article(), -1))
    few = len(queries_of(client, reverse("review_board") + query))
    for days in range(29):
        waits_for_everything(due(factories.condition() if days % 2 else factories.article(), days))
    many = queries_of(client, reverse("review_board") + query)
    assert len(many) == few <= MOST + (SHELL if role else 0)


def test_a_page_of_the_board_says_how_many_its_filters_leave(admin: Any) -> None:
    for number in range(55):
        factories.article(title=f"Knee {number}" if number % 5 else f"Hip {number}")
    for query, shown in (("", 55), ("?title=knee", 44), ("?title=knee&p=2", 44), ("?p=2", 55)):
        response = admin.get(reverse("review_board") + query)
        assert response.context["paginator"].count == shown
        assert response.context["items_count"] == shown
    assert len(admin.get(reverse("review_board") + "?p=2").context["object_list"]) == 5


def waiting(user: Any) -> set[str]:
    """Titles on the heap *Waiting for me*."""
    [mine] = [heap for heap in board.heaps(user) if heap.code == "mine"]
    pages = board.clinical_pages(user).filter(mine.pages)
    return set(pages.values_list("title", flat=True))


def test_what_names_me_waits_for_me_and_nothing_else_does() -> None:
    me, other = person_who_signs_in(), person_who_signs_in()
    for person, name in ((me, "Mine"), (other, "Theirs")):
        named(factories.article(title=f"{name}, never signed"), person)
        named(due(factories.condition(title=f"{name}, due soon"), 30), person)
        named(due(factories.article(title=f"{name}, overdue"), -1), person)
        named(due(factories.article(title=f"{name}, due later"), 31), person)
    both = named(named(factories.condition(title="For both"), me), other)
    changed = named(due(factories.article(title="Mine, changed"), 300), me)
    ReviewState.objects.filter(page=changed.pk).update(state="changed")
    due(factories.article(title="Nobody's"), -1)
    assert waiting(me.user) == {
        "Mine, never signed",
        "Mine, due soon",
        "Mine, overdue",
        "Mine, changed",
        both.title,
    }
    assert waiting(other.user) == {
        "Theirs, never signed",
        "Theirs, due soon",
        "Theirs, overdue",
        both.title,
    }


def test_a_draft_i_signed_waits_for_the_others(reviewer: Any) -> None:
    second = person_who_signs_in()
    page = factories.article(title="Walking", live=False)
    named(named(page, factories.person(user=reviewer)), second)
    page.save_revision()
    assert waiting(reviewer) == waiting(second.user) == {"Walking"}
    sign_page(page, reviewer)
    assert (waiting(reviewer), waiting(second.user)) == (set(), {"Walking"})
    page.lead = "Walk more."
    page.save_revision()
    assert waiting(reviewer) == {"Walking"}


def bulk_address(pages: list[Any]) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "assign_reviewer"])
    return f"{address}?next=/admin/&" + "&".join(f"id={page.pk}" for page in pages)


def reviewers(page: Any) -> list[str]:
    """Who is named on the live page and on its latest version."""
    page = page.specific_class.objects.get(pk=page.pk)
    live = [row.person.name for row in page.clinical_reviewers.all()]
    draft = page.get_latest_revision_as_object().clinical_reviewers.all()
    assert [row.person.name for row in draft] == live
    return live


def test_the_board_names_a_reviewer_on_many_pages_at_once(admin: Any) -> None:
    first, second = person_who_signs_in(), person_who_signs_in()
    pages = [factories.article(), factories.condition(), named(factories.article(), first)]
    for page in pages:
        page.save_revision()
    untouched, plain = factories.article(), factories.plain_page()
    versions = [page.revisions.count() for page in pages]
    asked = admin.get(bulk_address([*pages, plain])).content.decode()
    assert pages[0].title in asked
    assert second.name in asked
    admin.post(bulk_address([*pages, plain]), {"person": second.pk})
    assert [reviewers(page) for page in pages] == [
        [second.name],
        [second.name],
        [first.name, second.name],
    ]
    assert not untouched.clinical_reviewers.exists()
    assert [page.revisions.count() for page in pages] == versions
    admin.post(bulk_address(pages), {"person": second.pk})
    assert [len(reviewers(page)) for page in pages] == [1, 1, 2], "nobody is named twice"


def test_assigning_asks_for_somebody_who_signs_in(admin: Any) -> None:
    page, stranger = factories.article(), factories.person()
    page.save_revision()
    for chosen in ("", stranger.pk):
        assert admin.post(bulk_address([page]), {"person": chosen}).status_code == 200
    assert reviewers(page) == []


def test_nobody_is_named_on_pages_that_one_may_not_edit(client: Any) -> None:
    person, page = person_who_signs_in(), factories.article()
    page.save_revision()
    author = factories.user()
    author.groups.add(Group.objects.get(name="Author"))
    client.force_login(author)
    client.post(bulk_address([page]), {"person": person.pk})
    assert reviewers(page) == []
