"""What every answer carries, and that no inline script is left anywhere."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.template.loader import get_template
from django.test import Client
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from citewell.documents.models import CustomDocument
from security.headers import HeadersMiddleware
from tests import factories

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>", re.IGNORECASE
)
HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE)


def directives(response: Any) -> dict[str, str]:
    """The content security policy of an answer, by directive."""
    parts = response.headers["Content-Security-Policy"].split(";")
    return {name: value for name, _, value in (part.strip().partition(" ") for part in parts)}


@pytest.fixture
def home(db: Any) -> Any:
    return factories.home()


@pytest.mark.parametrize("path", ["/", "/none/", "/search/?q=knee", "/api/v2/pages/"])
def test_public_answers_allow_nothing_inline_and_no_frame(home, client, path) -> None:
    response = client.get(path)
    policy = directives(response)
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert response.headers["Referrer-Policy"] in {
        "no-referrer",
        "strict-origin-when-cross-origin",
    }


@pytest.mark.parametrize(
    ("kind", "is_document"),
    [
        ("text/css", False),
        ("text/javascript", False),
        ("image/webp", False),
        ("image/svg+xml", True),
        ("text/html; charset=utf-8", True),
        ("application/pdf", True),
    ],
)
def test_a_part_of_a_page_carries_no_headers_of_documents(rf, kind, is_document) -> None:
    answer = HeadersMiddleware(lambda request: HttpResponse(content_type=kind))(rf.get("/x"))
    assert ("Permissions-Policy" in answer.headers) is is_document
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_admin_allows_no_inline_script_and_frames_of_its_own_alone(home, admin_client) -> None:
    response = admin_client.get("/admin/")
    policy = directives(response)
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'self'"
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_may_stand_in_a_frame_of_the_admin(home, admin_client) -> None:
    page = factories.plain_page(title="Opening hours")
    response = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert "Opening hours" in response.content.decode()
    assert directives(response)["frame-ancestors"] == "'self'"
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_the_path_of_the_admin_decides_not_a_word_in_a_public_path(home, client) -> None:
    assert directives(client.get("/administration/"))["style-src"] == "'self'"


@pytest.mark.django_db
def test_documents_are_saved_not_shown_and_can_run_nothing(client) -> None:
    factories.home()
    document = CustomDocument.objects.create(
        title="Leaflet", file=ContentFile(b"%PDF-1.4", name="leaflet.pdf")
    )
    response = client.get(document.url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Security-Policy"].startswith("sandbox;")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_choosers_and_dates_have_no_inline_script() -> None:
    from django import forms

    class Form(forms.Form):
        page = forms.CharField(widget=AdminPageChooser(), required=False)
        day = forms.DateField(widget=AdminDateInput(), required=False)

    text = str(Form())
    assert not INLINE.search(text)
    assert "&quot;PageChooser&quot;" in text or 'function-value="PageChooser"' in text
    assert 'function-value="initDateChooser"' in text


@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin/panels/inline_panel.html",
        "wagtailadmin/panels/multiple_chooser_panel.html",
        "wagtailadmin/widgets/date_input.html",
        "wagtailadmin/widgets/time_input.html",
        "wagtailadmin/widgets/datetime_input.html",
    ],
)
def test_our_templates_stand_in_place_of_wagtails_inline_scripts(name) -> None:
    template = get_template(name)
    assert "security" in str(template.origin)
    assert not INLINE.search(Path(str(template.origin)).read_text())


def shipped() -> list[Path]:
    """Templates of ours and of everything installed that the site can show."""
    folders = [Path(config.path) / "templates" for config in apps.get_app_configs()]
    folders.append(Path(__file__).resolve().parents[2] / "templates")
    return sorted(path for folder in folders for path in folder.rglob("*.html"))


REPLACED = {
    "wagtailadmin/panels/inline_panel.html",
    "wagtailadmin/panels/multiple_chooser_panel.html",
    "wagtailadmin/widgets/date_input.html",
    "wagtailadmin/widgets/time_input.html",
    "wagtailadmin/widgets/datetime_input.html",
}
UNUSED = ("rest_framework/", "django_filters/", "ninja/", "debug", "admin/", "postgres/")


def inline_code(text: str) -> bool:
    """Whether a template would write code into the page."""
    return bool(INLINE.search(text) or HANDLER.search(text) or "javascript:" in text)


def test_no_template_of_anybody_writes_a_script_into_the_page() -> None:
    wrong = []
    for path in shipped():
        name = str(path).split("/templates/")[-1]
        if name in REPLACED or name.startswith(UNUSED):
            continue
        if inline_code(path.read_text(errors="replace")):
            wrong.append(name)
    assert wrong == []


def test_inline_code_is_recognised() -> None:
    assert inline_code("<script>go()</script>")
    assert inline_code('<a onclick="go()">')
    assert inline_code('<a href="javascript:go()">')
    assert not inline_code(
        '<script src="x.js"></script><script type="application/json">{}</script>'
    )


def test_no_python_of_ours_writes_a_script_into_the_page() -> None:
    project = Path(__file__).resolve().parents[2]
    wrong = [
        str(path.relative_to(project))
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(project) and ".venv" not in config.path
        for path in Path(config.path).rglob("*.py")
        if INLINE.search(path.read_text())
    ]
    assert wrong == []


def test_a_refused_host_gets_no_page(client: Client, db: Any, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["localhost"]
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()
