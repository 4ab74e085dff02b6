"""Signing in: guessing is stopped, nothing tells who exists, a second factor is asked for."""

import datetime
import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from axes.models import AccessAttempt
from django.core import mail
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageViewRestriction

from access.lock_out import masked_address
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "a walk along the canal"


@pytest.fixture(autouse=True)
def counting(settings: Any) -> None:
    settings.AXES_ENABLED = True
    settings.CACHES = {
        name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
        for name in ("default", "throttle")
    }
    for each in caches.all(initialized_only=False):
        each.clear()


@pytest.fixture
def editor() -> Any:
    user = factories.user("editor", email="editor@clinic.example")
    user.set_password(PASSWORD)
    user.save()
    from django.contrib.auth.models import Group

    user.groups.add(Group.objects.get(name="Editor"))
    return user


def sign_in(
    client: Client, password: str = PASSWORD, username: str = "editor", **extra: Any
) -> Any:
    return client.post(
        "/admin/login/", {"username": username, "password": password, "next": "/admin/"}, **extra
    )


def events(user: Any) -> list[str]:
    """The security events of a user, oldest first."""
    entries = ModelLogEntry.objects.filter(object_id=str(user.pk), action__startswith="access.")
    return list(entries.order_by("timestamp", "pk").values_list("action", flat=True))


def test_the_right_password_signs_in_and_is_noted(client, editor) -> None:
    response = sign_in(client)
    assert response.status_code == 302
    assert response.url == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert "access.signed_in" in events(editor)


def test_ten_wrong_passwords_lock_the_name_even_for_the_right_one(client, editor) -> None:
    statuses = [sign_in(client, "wrong").status_code for _ in range(10)]
    assert statuses[:9] == [200] * 9
    locked = sign_in(client)
    assert locked.status_code == 429
    assert int(locked.headers["Retry-After"]) == 900
    other = Client(REMOTE_ADDR="203.0.113.77")
    assert sign_in(other).status_code == 429
    assert "_auth_user_id" not in other.session
    assert events(editor)[-1] == "access.locked_out"


def test_a_name_that_nobody_has_is_answered_the_same(client, editor) -> None:
    def text(response: Any) -> str:
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
        return page.replace("nobody", "editor")

    known, unknown = Client(REMOTE_ADDR="203.0.113.1"), Client(REMOTE_ADDR="203.0.113.2")
    for _ in range(11):
        one, other = sign_in(known, "wrong"), sign_in(unknown, "wrong", "nobody")
        assert one.status_code == other.status_code
        one_text, other_text = text(one), text(other)
        assert len(one_text) == len(other_text)


def test_an_address_that_tries_many_names_is_locked(client, editor) -> None:
    for number in range(10):
        sign_in(client, "wrong", f"name-{number}")
    assert sign_in(client).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="203.0.113.77")).status_code == 302


def test_rows_hold_no_address_and_nothing_typed(client, editor, rf) -> None:
    sign_in(client, "wrong-and-secret", REMOTE_ADDR="203.0.113.9")
    (row,) = AccessAttempt.objects.all()
    assert row.ip_address.startswith("fd")
    assert "203.0.113.9" not in str(vars(row))
    assert "wrong-and-secret" not in str(vars(row))
    request = rf.get("/", REMOTE_ADDR="203.0.113.9")
    assert masked_address(request) == row.ip_address


def test_rows_go_after_thirty_days_by_the_command_and_by_signing_in(client, editor, capsys) -> None:
    for _ in range(2):
        sign_in(client, "wrong")
        AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(days=31))
        sign_in(Client(REMOTE_ADDR="203.0.113.77"))
        assert AccessAttempt.objects.count() == 0
    sign_in(client, "wrong")
    call_command("forget_sign_ins")
    assert AccessAttempt.objects.count() == 1


def totp_for(user: Any) -> str:
    """Set an authenticator app up; its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    """What the app shows now."""
    from allauth.mfa.totp.internal.auth import format_hotp_value

    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_whoever_has_a_second_factor_is_not_signed_in_by_the_password(client, editor) -> None:
    secret = totp_for(editor)
    response = sign_in(client)
    assert response.url == "/admin/second-factor/authenticate/"
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/").status_code == 302
    page = client.get(response.url)
    assert page.status_code == 200
    wrong = client.post(response.url, {"code": "000000"})
    assert wrong.status_code == 200
    right = client.post(response.url, {"code": code_of(secret)})
    assert right.status_code == 302
    assert client.get("/admin/").status_code == 200
    assert "access.second_factor_failed" in events(editor)


def test_the_public_sign_in_asks_for_the_second_factor_too(client, editor) -> None:
    factories.home()
    totp_for(editor)
    response = client.post("/_util/login/", {"username": "editor", "password": PASSWORD})
    assert response.url == "/admin/second-factor/authenticate/"
    assert "_auth_user_id" not in client.session


def test_a_recovery_code_works_once(editor) -> None:
    totp_for(editor)
    code = RecoveryCodes.activate(editor).get_unused_codes()[0]
    for works in (True, False):
        client = Client()
        address = sign_in(client).url
        client.post(address, {"code": code})
        assert ("_auth_user_id" in client.session) is works


def test_codes_cannot_be_guessed_forever(client, editor) -> None:
    secret = totp_for(editor)
    address = sign_in(client).url
    for _ in range(12):
        client.post(address, {"code": "000000"})
    client.post(address, {"code": code_of(secret)})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("groups", "waits"),
    [((), False), (("Editor",), True), (("*",), True), (("Publisher",), False)],
)
def test_groups_named_by_setting_cannot_use_the_admin_without(
    client, editor, settings, groups, waits
) -> None:
    settings.CITEWELL_TWO_FACTOR_GROUPS = groups
    sign_in(client)
    for path in ("/admin/", "/admin/pages/", "/admin/api/main/pages/"):
        response = client.get(path)
        assert (response.status_code == 302) is waits, path
        if waits:
            assert response.url == "/admin/second-factor/totp/activate/"
    if waits:
        assert client.get("/admin/second-factor/totp/activate/").status_code == 200
        totp_for(editor)
        assert client.get("/admin/").status_code == 200


def test_setting_an_app_up_shows_its_picture_and_gives_recovery_codes(
    client, editor, django_capture_on_commit_callbacks
) -> None:
    sign_in(client)
    page = client.get("/admin/second-factor/totp/activate/")
    assert page.status_code == 200
    assert "data:image/svg+xml" in page.content.decode()
    secret = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/admin/second-factor/totp/activate/", {"code": code_of(secret)})
    assert done.status_code == 302
    kinds = set(Authenticator.objects.filter(user=editor).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert events(editor).count("access.second_factor_added") == 2
    for path in ("", "recovery-codes/", "webauthn/", "webauthn/add/"):
        assert client.get(f"/admin/second-factor/{path}").status_code == 200, path


def test_an_old_session_must_give_the_password_again_before_it_sets_one_up(client, editor) -> None:
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    response = client.get("/admin/second-factor/totp/activate/")
    assert response.status_code == 302
    assert response.url.startswith("/admin/second-factor/confirm/")
    assert client.get(response.url).status_code == 200
    again = client.post(response.url, {"password": PASSWORD})
    assert again.status_code == 302, again.context["form"].errors
    assert again.url == "/admin/second-factor/totp/activate/"
    assert client.get(again.url).status_code == 200


def test_nobody_signs_up(client) -> None:
    from django.urls import NoReverseMatch, reverse

    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_short_and_common_passwords_are_refused() -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    for password in ("short", "password1234", "123456789012"):
        with pytest.raises(ValidationError):
            validate_password(password)
    validate_password(PASSWORD)


def test_password_managers_and_pasting_are_not_hindered(client) -> None:
    text = client.get("/admin/login/").content.decode()
    assert "onpaste" not in text
    assert 'autocomplete="current-password"' in text
    assert 'autocomplete="username"' in text


def test_a_session_of_staff_ends_after_hours_not_weeks(client, editor, settings) -> None:
    assert settings.SESSION_COOKIE_AGE <= 12 * 3600
    sign_in(client)
    assert client.session.get_expire_at_browser_close()


def test_a_new_password_is_noted(editor) -> None:
    editor.set_password("another walk along the sea")
    editor.save()
    assert events(editor)[-1] == "access.password_changed"


@pytest.fixture
def at_once(monkeypatch: Any) -> None:
    """What happens after the answer happens at once."""
    monkeypatch.setattr("access.passwords.in_background", lambda work: work())


def ask(client: Client, email: str, **extra: Any) -> Any:
    return client.post("/admin/password_reset/", {"email": email}, **extra)


def test_a_reset_is_answered_the_same_whether_the_account_exists(client, editor, at_once) -> None:
    known, unknown = ask(client, "editor@clinic.example"), ask(client, "nobody@clinic.example")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mail.outbox) == 1


def test_the_answer_to_a_reset_waits_for_nothing_that_tells_accounts_apart(
    client, editor, monkeypatch
) -> None:
    later: list[Any] = []
    monkeypatch.setattr("access.passwords.in_background", later.append)
    ask(client, "editor@clinic.example")
    ask(client, "nobody@clinic.example")
    assert len(later) == 2
    assert mail.outbox == []


def test_resets_are_counted_and_more_are_silently_not_sent(client, editor, at_once) -> None:
    answers = {ask(client, "editor@clinic.example").status_code for _ in range(8)}
    assert answers == {302}
    assert len(mail.outbox) == 5


def test_the_host_header_is_not_in_the_mail(client, editor, at_once, settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    ask(client, "editor@clinic.example", headers={"host": "evil.example"})
    assert "evil.example" not in mail.outbox[0].body
    assert settings.WAGTAILADMIN_BASE_URL in mail.outbox[0].body


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(client, editor, target) -> None:
    factories.home()
    for path in ("/admin/login/", "/_util/login/"):
        response = Client().post(path, {"username": "editor", "password": PASSWORD, "next": target})
        assert response.status_code == 302
        assert "evil" not in response.url
        assert not response.url.startswith("javascript")


def test_shared_passwords_of_pages_are_counted(client) -> None:
    page = factories.plain_page()
    lock = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="open sesame"
    )
    path = f"/_util/authenticate_with_password/{lock.pk}/{page.pk}/"

    def attempt(password: str, address: str = "203.0.113.1") -> int:
        data = {"password": password, "return_url": page.get_url()}
        return Client(REMOTE_ADDR=address).post(path, data).status_code

    assert {attempt("wrong") for _ in range(10)} == {200}
    assert attempt("open sesame") == 429
    assert attempt("open sesame", "203.0.113.2") == 302
