"""No request of a stranger ends in a server error; `make attack` sends 10,000, this a slice."""

import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.signals import got_request_exception
from django.db import transaction
from django.test.client import ClientHandler
from wagtail.models import PageViewRestriction, Site

from citewell.documents.models import CustomDocument
from tests import factories
from tests.effort import examples
from tests.security.hostile import requests

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SEED = 20_261_130


@pytest.fixture
def site(settings: Any) -> tuple[dict[str, list[object]], list[str]]:
    """A small site: what exists by name of a parameter, and the paths of its pages."""
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    topic, author = factories.topic("Knee"), factories.person()
    symptom, area = factories.symptom("Knee pain"), factories.body_area("Leg")
    condition = factories.condition(title="Arthritis of the knee", names=["worn knee"])
    article = factories.article(authors=[author], topics=[topic], conditions=[condition])
    pages = [
        factories.home(), condition, article, factories.person_page(person=author),
        factories.plain_page(), factories.service(), factories.article_index(),
        factories.condition_index(), factories.people_index(), factories.service_index(),
    ]  # fmt: skip
    closed = factories.plain_page(title="Closed")
    restriction = PageViewRestriction.objects.create(
        page=closed, restriction_type="password", password="open"
    )
    draft = factories.plain_page(title="Draft", live=False)
    document = CustomDocument.objects.create(
        title="Leaflet", file=ContentFile(b"text", name="leaflet.txt")
    )
    image = factories.image()
    rendition = image.get_rendition("max-100x100")
    numbers: list[object] = [page.pk for page in (*pages, closed, draft)]
    values: dict[str, list[object]] = {
        "pk": [*numbers, image.pk, document.pk],
        "page_id": numbers,
        "page_view_restriction_id": [restriction.pk],
        "_0": [document.pk, "articles/"],
        "_1": [document.filename],
        "path": [rendition.file.name, "images/none.png"],
        "slug": [topic.slug, symptom.slug, area.slug],
    }
    known = [page.get_url() for page in (*pages, closed, draft)]
    known += ["/search/", "/api/v2/pages/", "/sitemap.xml", "/robots.txt", "/static/css/base.css"]
    known += [f"{page.get_url()}page.md" for page in pages]
    return values, known


@pytest.fixture
def failures() -> Iterator[list[str]]:
    """Where each exception came from that was not answered for."""
    found: list[str] = []

    def note(sender: Any, **_kwargs: Any) -> None:
        found.append(traceback.format_exc(limit=-4))

    got_request_exception.connect(note)
    yield found
    got_request_exception.disconnect(note)


def send(environ: dict[str, Any]) -> int:
    """The status of the answer, its body read to the end; what it wrote is undone."""
    before = transaction.savepoint()
    response = ClientHandler(enforce_csrf_checks=False)(environ)  # a stranger can get a token
    if response.streaming:
        b"".join(response.streaming_content)
    transaction.savepoint_rollback(before)
    return response.status_code


def fine(status: int) -> bool:
    """Whether a visitor may cause this status."""
    return 200 <= status < 500 or status == 503


def test_no_stranger_causes_a_server_error(site: Any, failures: list[str]) -> None:
    assert Site.objects.exists()
    values, known = site
    count, statuses, wrong = examples(500), Counter[int](), []
    for environ in requests(SEED, count, values, known):
        names = ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING")
        said = " ".join(repr(environ[name][:90]) for name in names)
        before = len(failures)
        status = send(environ)
        statuses[status] += 1
        if not fine(status):
            wrong.append(f"{status} {said}\n{''.join(failures[before:])}")
    sys.stdout.write(f"{count} hostile requests, seed {SEED}: {dict(sorted(statuses.items()))}\n")
    assert not wrong, f"{len(wrong)} server errors:\n" + "\n".join(wrong[:15])
    # The answers are not all refusals: the site was reached.
    assert statuses[200] > count / 20


def test_a_server_error_would_be_seen(failures: list[str], monkeypatch: Any) -> None:
    def broken(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("broken")

    factories.home()
    monkeypatch.setattr("citewell.pages.routing.serve", broken)
    monkeypatch.setattr("home.models.HomePage.serve", broken)
    environ = next(requests(1, 1, {}, ["/"]))
    environ.update(REQUEST_METHOD="GET", PATH_INFO="/", QUERY_STRING="", HTTP_HOST="localhost")
    assert not fine(send(environ))
    assert "broken" in failures[0]


def test_a_picture_with_a_name_too_long_for_a_disk_is_not_found(client: Any) -> None:
    factories.home()
    assert client.get(f"/media/images/{'a' * 3000}.png").status_code == 404


@pytest.mark.parametrize("path", ["/a\x00b/", "/a%00b/", "/search/?q=a%00b"])
def test_a_null_character_is_refused_before_the_database_sees_it(client: Any, path: str) -> None:
    factories.home()
    assert client.get(path.replace("%00b/", "%2500b/")).status_code == 400
