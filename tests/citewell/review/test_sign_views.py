"""Signing in the admin: what is shown, what is asked, what is refused."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from citewell.references.models import Source
from citewell.review.covering import is_covered
from citewell.review.models import Checklist, Registration, SignOff
from citewell.review.sign_form import packed, unpacked
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse"


@pytest.fixture
def signer(client: Any) -> Any:
    user = make_reviewer()
    user.set_password(PASSWORD)
    user.save()
    client.force_login(user)
    return user


def draft_of(**fields: Any) -> Any:
    page = factories.article(**fields)
    page.save_revision(user=factories.user())
    return page


def address(page: Page) -> str:
    return reverse("review_sign", args=[page.pk])


def filled(client: Any, page: Page, **changes: Any) -> dict[str, Any]:
    """The form as a reviewer sends it who answers yes to everything."""
    form = client.get(address(page)).context["form"]
    data = {name: "yes" for name in form.fields if name.startswith("answer")}
    data |= {
        "was_read": form["was_read"].value(),
        "original_read": form["original_read"].value(),
        "risk": "routine",
        "interval_months": 24,
        "statement": "I read it.",
        "confirmed": PASSWORD,
    }
    return data | changes


def test_a_reviewer_signs_what_they_read(client: Any, signer: Any) -> None:
    page = draft_of(lead="Walk every day.")
    html = client.get(address(page)).content.decode()
    assert "Walk every day." in html
    assert "none of it was signed before" in html
    response = client.post(address(page), filled(client, page, interval_months=6))
    row = SignOff.objects.get()
    assert response.headers["Location"] == reverse("review_signed", args=[page.pk, row.pk])
    assert row.interval_months == 6
    assert row.answers[0]["answer"] == "yes"
    assert row.answers[0]["question"] in Checklist().as_list()
    assert is_covered(page)


def test_the_differences_since_the_last_signature_are_marked_in_words(
    client: Any, signer: Any
) -> None:
    page = draft_of(lead="Walk for 10 minutes.")
    sign_page(page, make_reviewer())
    page.lead = "Walk for 20 minutes."
    page.save_revision(user=factories.user())
    html = " ".join(client.get(address(page)).content.decode().split())
    assert '<del><span class="w-sr-only visually-hidden">removed: </span>10' in html
    assert '<ins><span class="w-sr-only visually-hidden">added: </span>20' in html
    assert "What is new since" in html


def test_a_page_that_changed_meanwhile_is_refused_and_shows_what_changed(
    client: Any, signer: Any
) -> None:
    page = draft_of(lead="Walk for 10 minutes.")
    data = filled(client, page, statement="My own words.")
    page.lead = "Walk for 20 minutes."
    page.save_revision(user=factories.user())
    response = client.post(address(page), data)
    html = response.content.decode()
    assert not SignOff.objects.exists()
    assert "changed after you read it" in html
    assert "Changed while you read" in html
    assert "added: </span>20" in html
    assert "My own words." in html
    again = data | {"was_read": response.context["form"]["was_read"].value()}
    assert client.post(address(page), again).status_code == 302
    assert is_covered(page)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"confirmed": "wrong"}, "This is not your password. Nothing was signed."),
        ({"confirmed": ""}, "This field is required."),
        ({"risk": ""}, "This field is required."),
        ({"answer_1": "no"}, "Say why the answer is no."),
        ({"interval_months": 25}, "1 to 24 months"),
        ({"was_read": "nonsense"}, "Read it again"),
        ({"statement": " "}, "This field is required."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_signed(
    client: Any, signer: Any, changes: Any, message: str
) -> None:
    page = draft_of()
    response = client.post(address(page), filled(client, page, **changes))
    assert message in response.content.decode()
    assert not SignOff.objects.exists()


def test_a_no_with_its_reason_is_kept_as_answered(client: Any, signer: Any) -> None:
    page = draft_of()
    client.post(address(page), filled(client, page, answer_2="no", remark_2="Not asked yet."))
    assert SignOff.objects.get().answers[1]["remark"] == "Not asked yet."


def test_questions_are_the_sites_own_and_old_answers_stay(client: Any, signer: Any) -> None:
    page = draft_of()
    client.post(address(page), filled(client, page))
    Checklist.objects.create(site=page.get_site(), questions="Is it true?\n\nIs it  kind?\n")
    client.post(address(page), filled(client, page))
    first, second = SignOff.objects.order_by("number")
    assert [answer["question"] for answer in second.answers] == ["Is it true?", "Is it kind?"]
    assert len(first.answers) == len(Checklist().as_list())


def test_who_may_not_sign_reads_why_and_has_no_form(client: Any, signer: Any) -> None:
    page = draft_of()
    Registration.objects.update(checked_on="2020-01-01")
    html = client.get(address(page)).content.decode()
    assert "more than 12 months ago" in html
    assert "Sign this version" not in html


def test_who_has_no_permission_does_not_come_in(client: Any) -> None:
    page = draft_of()
    user = factories.user()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    for name, args in (("review_sign", []), ("review_minor", []), ("review_withdraw", [1])):
        response = client.get(reverse(name, args=[page.pk, *args]))
        assert (response.status_code, response.headers["Location"]) == (302, "/admin/")


def test_an_account_without_a_password_is_told_so(client: Any, signer: Any) -> None:
    page = draft_of()
    signer.set_unusable_password()
    signer.save()
    client.force_login(signer)
    assert "without a password" in client.get(address(page)).content.decode()


def test_the_way_to_confirm_can_be_a_sites_own(client: Any, signer: Any, settings: Any) -> None:
    settings.CITEWELL_REVIEW_CONFIRMATION = f"{__name__}.Anything"
    page = draft_of()
    client.post(address(page), filled(client, page, confirmed="123456"))
    assert SignOff.objects.exists()


class Anything:
    """Stands for a second factor: six digits."""

    unavailable = refused = "No."

    def is_available(self, user: Any) -> bool:
        return True

    def field(self) -> Any:
        from django import forms

        return forms.CharField(label="Code")

    def is_confirmed(self, request: Any, value: str) -> bool:
        return value == "123456"


def test_what_was_signed_is_published_by_who_may(client: Any, signer: Any) -> None:
    page = draft_of(live=False)
    target = client.post(address(page), filled(client, page)).headers["Location"]
    assert "Publish now" in client.get(target).content.decode()
    client.post(target)
    page.refresh_from_db()
    assert page.live


def test_what_changed_after_the_signature_is_not_published(client: Any, signer: Any) -> None:
    page = draft_of(live=False)
    target = client.post(address(page), filled(client, page)).headers["Location"]
    page.lead = "Other."
    page.save_revision(user=factories.user())
    assert "Publish now" not in client.get(target).content.decode()
    client.post(target)
    page.refresh_from_db()
    assert not page.live


def test_a_signature_is_withdrawn_with_a_reason(client: Any, signer: Any) -> None:
    page = draft_of()
    row = sign_page(page, signer)
    where = reverse("review_withdraw", args=[page.pk, row.pk])
    assert "This field is required" in client.post(where, {"reason": ""}).content.decode()
    client.post(where, {"reason": "A trial was retracted."})
    assert not is_covered(page)
    assert "already" in client.post(where, {"reason": "Again."}).content.decode()


def test_a_minor_change_is_accepted_or_refused_with_its_sentence(client: Any, signer: Any) -> None:
    for text in ("Walking helps.", "Walking is good."):
        sign_page(factories.article(lead=text), signer)
    page = factories.article(lead="Wakling for 10 minutes.")
    sign_page(page, signer)
    where = reverse("review_minor", args=[page.pk])
    for text, refused in (("Walking for 20 minutes.", True), ("Walking for 10 minutes.", False)):
        page.lead = text
        page.save_revision(user=signer)
        response = client.post(where, {"reason": "A slip."})
        assert (response.status_code == 200) is refused
        if refused:
            assert "only letters" in response.content.decode()
    assert is_covered(page.get_latest_revision_as_object())


def test_the_editor_leads_to_signing(client: Any, signer: Any) -> None:
    page = draft_of()
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert address(page) in html
    assert address(factories.plain_page()) not in html


@pytest.mark.parametrize("value", ["", "%%%", "YWJj", packed(b"")])
def test_what_is_no_content_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"content|empty"):
        unpacked(value)


def test_content_travels_unchanged_and_too_much_does_not() -> None:
    assert unpacked(packed(b"abc")) == b"abc"
    with pytest.raises(ValueError, match="too long"):
        unpacked(packed(b"a" * 6_000_000))


def test_reading_costs_the_same_with_one_source_and_with_thirty(client: Any, signer: Any) -> None:
    def queries(count: int) -> int:
        sources = [Source.objects.create(csl={"title": str(n)}) for n in range(count)]
        items = [{"source": source, "line": ""} for source in sources]
        page = draft_of(references=[("reference_list", items)])
        client.get(address(page))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(page)).status_code == 200
        return len(captured)

    assert queries(1) == queries(30)
