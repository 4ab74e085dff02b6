"""The register of claims: kept with the pages, filtered by what is weak about them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from citewell.references.citing import status
from citewell.references.citing.marks import tag
from citewell.references.citing.status import Kind, Status
from citewell.references.models import Claim, Source
from tests import factories

pytestmark = pytest.mark.django_db

YEAR = timezone.localdate().year


def source(title, year=YEAR):
    csl = {"type": "book", "title": title, "issued": {"date-parts": [[year]]}}
    return Source.objects.create(csl=csl)


def claiming(text, *sources, certainty="high", live=True):
    cited = "".join(tag(one.pk) for one in sources)
    html = f'<p><a linktype="claim" id="k" certainty="{certainty}">{text}</a>{cited} Other.</p>'
    return factories.article(body=[("rich_text", html)], live=live)


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


def listed(client, **filters):
    answer = client.get(reverse("claim_register"), filters)
    assert answer.status_code == 200
    return [claim.text for claim in answer.context["object_list"]]


def test_a_claim_is_kept_live_and_draft_and_goes_with_its_page():
    one, two = source("One"), source("Two")
    page = claiming("Warmth helps.", one)
    (claim,) = Claim.objects.all()
    assert (claim.version, list(claim.sources.all())) == ("live", [one])
    assert claim.place.startswith("body.")
    html = page.body[0].value.source.replace("Warmth", "Cold").replace(tag(one.pk), tag(two.pk))
    page.body = [("rich_text", html)]
    page.save_revision()
    assert set(Claim.objects.values_list("text", "version")) == {
        ("Warmth helps.", "live"),
        ("Cold helps.", "draft"),
    }
    page.delete()
    assert not Claim.objects.exists()


def test_the_same_claim_in_row_and_draft_stands_once():
    page = claiming("Warmth helps.", source("One"))
    page.save_revision()
    assert Claim.objects.get().version == "live"


def test_the_register_filters_what_is_weak(admin, monkeypatch):
    old, bad, new = source("Old", YEAR - 30), source("Bad"), source("New")
    claiming("A from new", new)
    claiming("B from old", old)
    claiming("C from old and new", old, new)
    claiming("D from bad", bad, certainty="low")
    claiming("E from nothing", certainty="very-low")
    known = {bad.pk: [Status(Kind.RETRACTED, "Retracted.")]}
    lookup = lambda sources: {s.pk: known[s.pk] for s in sources if s.pk in known}  # noqa: E731
    monkeypatch.setattr(status, "_LOOKUPS", [lookup])
    assert len(listed(admin)) == 5
    assert listed(admin, sources="none") == ["E from nothing"]
    assert listed(admin, sources="retracted") == ["D from bad"]
    assert listed(admin, older=10) == ["B from old"]
    assert listed(admin, certainty=["low", "very-low"]) == ["D from bad", "E from nothing"]


def test_who_may_not_edit_a_page_does_not_see_its_claims(client):
    claiming("A", source("One"))
    client.force_login(factories.user())
    assert client.get(reverse("claim_register")).status_code == 302


def test_the_register_asks_the_same_for_one_claim_and_thirty(admin):
    counts = []
    for many in (1, 29):
        for number in range(many):
            claiming(f"Claim {many} {number}", source(f"Source {many} {number}"))
        with CaptureQueriesContext(connection) as captured:
            listed(admin)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_it_can_be_taken_along_as_a_table(admin):
    claiming("Warmth helps.", source("One"))
    answer = admin.get(reverse("claim_register"), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert "Warmth helps.,high" in text
    assert "One" in text


def test_readers_see_how_sure_it_is_in_plain_words(client):
    page = claiming("Warmth helps.", source("One"), certainty="moderate")
    html = client.get(page.url).content.decode()
    assert "This is probably so." in html
    assert "linktype" not in html
