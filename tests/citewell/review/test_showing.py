"""What readers are told of a page's review."""

import datetime
import json
import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from citewell.review.erasure import erase_signer
from citewell.review.models import ReviewState, SignOff
from citewell.review.notices import end_note, give_notice
from citewell.review.signing import CannotSign, withdraw
from citewell.review.verification import verify
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
MAKERS = [factories.article, factories.condition]


def text_of(client: Any, page: Any) -> str:
    html = client.get(page.get_url()).content.decode()
    return " ".join(re.sub(r"<script.*?</script>|<[^>]+>", "", html, flags=re.S).split())


def reviewed_by(name: str = "Dr Ada Okafor", credentials: str = "MRCGP") -> Any:
    user = make_reviewer()
    factories.person(name=name, credentials=credentials, user=user)
    return user


def republish(page: Any, text: str) -> None:
    field = "lead" if hasattr(page, "lead") else "summary"
    setattr(page, field, text)
    page.save_revision(user=factories.user()).publish()


@pytest.mark.parametrize("make", MAKERS)
def test_the_three_states_are_told_apart(client: Any, make: Any) -> None:
    page = make()
    assert "Not clinically reviewed" in text_of(client, page)
    sign_page(page, reviewed_by())
    today = timezone.localdate()
    shown = text_of(client, page)
    assert f"Reviewed by Dr Ada Okafor MRCGP, {today:%-d %B %Y} · next review due" in shown
    republish(page, "Something else.")
    shown = text_of(client, page)
    assert "changed since, being checked" in shown
    assert "next review due" not in shown


def test_a_withdrawn_signature_is_no_review(client: Any) -> None:
    page = factories.article()
    user = reviewed_by()
    withdraw(sign_page(page, user), user, reason="A trial was retracted.")
    shown = text_of(client, page)
    assert "Not clinically reviewed" in shown
    assert "Okafor" not in shown


def test_both_signers_of_a_page_of_high_risk_are_named(client: Any) -> None:
    page = factories.condition()
    for name in ("Dr Ada Okafor", "Dr Ben Marsh"):
        sign_page(page, reviewed_by(name), risk="high")
    assert "Reviewed by Dr Ada Okafor MRCGP, Dr Ben Marsh MRCGP" in text_of(client, page)


def test_an_erased_signer_is_named_nowhere(client: Any) -> None:
    page = factories.article()
    user = reviewed_by()
    sign_page(page, user)
    erase_signer(user.pk, reason="Asked for.")
    html = client.get(page.get_url()).content.decode()
    assert "Reviewed by signer erased" in text_of(client, page)
    assert "Okafor" not in html


@pytest.mark.parametrize(("days", "told"), [(29, False), (31, True)])
def test_readers_are_told_of_an_overdue_review_after_a_grace_time(
    client: Any, days: int, told: bool
) -> None:
    page = factories.article()
    sign_page(page, reviewed_by())
    due = timezone.localdate() - datetime.timedelta(days=days)
    ReviewState.objects.update(next_review_due=due)
    assert ("next review overdue since" in text_of(client, page)) is told


@pytest.mark.parametrize("make", MAKERS)
def test_machines_read_the_reviewers_and_the_day(client: Any, make: Any) -> None:
    page = make()
    sign_page(page, reviewed_by())

    def found() -> str:
        html = client.get(page.get_url()).content.decode()
        [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
        return json.dumps([node for node in json.loads(script)["@graph"] if "lastReviewed" in node])

    [node] = json.loads(found())
    assert node["lastReviewed"] == timezone.localdate().isoformat()
    assert node["reviewedBy"] == [
        {"@type": "Person", "name": "Dr Ada Okafor", "honorificSuffix": "MRCGP"}
    ]
    republish(page, "Something else.")
    assert found() == "[]"


def test_a_note_and_a_correction_stand_on_the_page_at_once(client: Any) -> None:
    page = factories.condition()
    user = reviewed_by()
    client.force_login(user)
    note = reverse("review_note", args=[page.pk])
    assert (
        "Write what readers"
        not in client.post(note, {"reason": "Stop exercise 3."}).content.decode()
    )
    client.post(reverse("review_correction", args=[page.pk]), {"reason": "It said <b>20</b>."})
    shown = text_of(client, page)
    assert (
        f"Interim note, {timezone.localdate():%-d %B %Y}: Stop exercise 3. Dr Ada Okafor" in shown
    )
    assert "It said &lt;b&gt;20&lt;/b&gt;." in shown
    assert "Not clinically reviewed" in shown
    assert "Stop exercise 3." in client.get(note).content.decode()
    row = SignOff.objects.get(kind=SignOff.Kind.NOTE)
    client.post(reverse("review_end_note", args=[page.pk, row.pk]), {"reason": "Mended."})
    assert "Stop exercise 3." not in text_of(client, page)
    assert not [fault for fault in verify().faults if "anchor" not in fault]


def test_a_note_moves_no_review_date_and_is_for_those_on_duty(client: Any) -> None:
    page = factories.article()
    user = reviewed_by()
    sign_page(page, user)
    before = ReviewState.objects.get()
    give_notice(page, user, "Stop exercise 3.")
    after = ReviewState.objects.get()
    assert (after.state, after.reviewed_on) == (before.state, before.reviewed_on)
    with pytest.raises(CannotSign, match="may not write"):
        give_notice(page, factories.user(), "Anything.")
    with pytest.raises(CannotSign, match="at most 1000"):
        give_notice(page, user, "x" * 1001)
    with pytest.raises(CannotSign, match="no note of this page"):
        end_note(factories.article(), user, SignOff.objects.get(kind="note"), "Why.")


def test_the_history_shows_what_changed_between_public_versions(client: Any) -> None:
    page = factories.article(lead="Walk for 10 minutes.")
    page.save_revision(user=factories.user()).publish()
    user = reviewed_by()
    sign_page(page, user)
    page.lead = "Never public: 30 minutes."
    page.save_revision(user=factories.user())
    sign_page(page, user)
    page.lead = "Walk for 20 minutes."
    revision = page.save_revision(user=factories.user())
    sign_page(page, user)
    revision.publish()
    html = client.get(reverse("review_history", args=[page.pk])).content.decode()
    assert "removed: </span>10" in html
    assert "added: </span>20" in html
    assert "Never public" not in html
    assert "Registration shown by the clinic: Example Council 12345, checked on" in html


def test_what_readers_may_not_open_has_no_history(client: Any) -> None:
    draft = factories.article(live=False)
    for page in (draft, factories.plain_page()):
        assert client.get(reverse("review_history", args=[page.pk])).status_code == 404
    assert client.get(reverse("review_history", args=[99_999])).status_code == 404


@pytest.mark.parametrize("make", MAKERS)
def test_a_review_costs_nothing_with_one_signer_and_one_query_with_two_however_often_they_signed(
    client: Any, make: Any
) -> None:
    page = make()
    page.save()
    before = len(queries_of(client, page.get_url()))
    user = reviewed_by()
    sign_page(page, user)
    assert len(queries_of(client, page.get_url())) == before
    for _number in range(29):
        sign_page(page, user)
    assert len(queries_of(client, page.get_url())) == before
    sign_page(page, reviewed_by())
    assert len(queries_of(client, page.get_url())) == before + 1
