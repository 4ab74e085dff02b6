"""A retraction is loaded, shown, told of, and lifted by a reinstatement alone."""

import io
import json
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from citewell.findings.board import BOARD_ROWS
from citewell.pages.signals import pages_written
from citewell.references.citing.status import statuses
from citewell.references.files import Refused
from citewell.references.library import add_readings
from citewell.references.merging import merge
from citewell.references.models import NoticeRecord, Source, SourceStatusChange
from citewell.references.reading import Reading
from citewell.references.watching.loading import load
from tests import factories
from tests.citewell.references.watching.file import file_of, row

pytestmark = pytest.mark.django_db
DOI = "10.1234/walking"


def source(**csl: Any) -> Source:
    item = {"type": "article-journal", "title": "Walking and backs", "DOI": DOI, **csl}
    return Source.objects.create(csl={name: value for name, value in item.items() if value})


def loaded(*rows):
    return load(io.BytesIO(file_of(*rows)))


def state(one: Source) -> tuple[bool, list[str]]:
    one.refresh_from_db()
    return one.is_retracted, [str(each.nature) for each in one.publication_status.notices]


def cite(*sources: Source, **fields: Any) -> Any:
    listed = [{"source": one, "line": ""} for one in sources]
    return factories.article(references=[("reference_list", listed)], **fields)


def test_a_source_is_retracted_by_doi_or_pubmed_number_whatever_the_case_of_the_file() -> None:
    by_doi = source(DOI="10.1234/ABC")
    by_number = source(title="Another", DOI="", PMID="123")
    result = loaded(row(1, doi="https://doi.org/10.1234/abc "), row(2, pmid="0000123"))
    assert state(by_doi) == state(by_number) == (True, ["retraction"])
    assert sorted(result.retracted) == ["Another", "Walking and backs"]
    assert by_doi.publication_status.retraction.date == date(2020, 11, 30)


def test_unavailable_and_zero_never_match() -> None:
    one = source(DOI="", PMID="")
    loaded(row(1, doi="unavailable", pmid="0"), row(2, doi="", pmid=""))
    assert state(one) == (False, [])
    assert not SourceStatusChange.objects.exists()


def test_the_source_that_is_the_notice_is_not_retracted() -> None:
    notice = source(title="Retraction: Walking", DOI="10.1234/notice", PMID="9")
    loaded(row(1, doi=DOI, pmid="8", RetractionDOI="10.1234/notice", RetractionPubMedID="9"))
    assert state(notice) == (False, [])


def test_sources_added_later_are_judged_by_what_was_loaded_before() -> None:
    loaded(row(1, doi=DOI))
    assert source().is_retracted
    csl = {"type": "article-journal", "title": "In bulk", "DOI": "10.1234/bulk"}
    loaded(row(1, doi=DOI), row(2, doi="10.1234/bulk"))
    assert add_readings([Reading("In bulk.", csl, "green")]).new[0].is_retracted


def test_a_corrected_identifier_takes_the_notice_away_from_the_wrong_source() -> None:
    loaded(row(1, doi=DOI))
    one = source()
    one.csl = {**one.csl, "DOI": "10.1234/right"}
    one.save()
    assert state(one) == (False, [])
    assert [change.is_retracted for change in one.status_changes.all()] == [False, True]


def test_merging_brings_the_retraction_to_the_source_that_stands() -> None:
    loaded(row(1, pmid="77"))
    one, other = source(), source(DOI="", PMID="77", title="The same")
    merge(other, one, None, {"csl": {**one.csl, "PMID": "77"}})
    assert state(one) == (True, ["retraction"])


def test_a_reinstatement_lifts_it_and_a_correction_does_not() -> None:
    one = source()
    retraction = row(1, doi=DOI, date="1/5/2020 0:00")
    loaded(retraction, row(2, doi=DOI, nature="Correction", date="1/6/2021 0:00"))
    assert state(one) == (True, ["retraction", "correction"])
    same_day = row(3, doi=DOI, nature="Reinstatement", date="1/5/2020 0:00")
    loaded(retraction, same_day)
    assert one.status_changes.first().is_retracted
    later = row(3, doi=DOI, nature="Reinstatement", date="1/6/2020 0:00")
    result = loaded(retraction, later)
    assert result.lifted == ["Walking and backs"]
    assert state(one) == (False, ["retraction", "reinstatement", "correction"])


def test_the_order_of_rows_and_of_files_means_nothing() -> None:
    one = source()
    rows = [row(1, doi=DOI, date="1/5/2020"), row(2, doi=DOI, nature="Reinstatement")]
    loaded(rows[1])
    loaded(rows[0])
    assert state(one) == (False, ["retraction", "reinstatement"])


def test_loading_again_changes_nothing_and_tells_nobody() -> None:
    cite(source(), owner=factories.user("owner", email="owner@clinic.example"))
    rows = [row(1, doi=DOI), row(2, doi="10.1234/other")]
    assert loaded(*rows).mails == 1
    again = loaded(*reversed(rows))
    assert (again.new, again.changed, again.retracted, again.mails) == (0, 0, [], 0)
    assert NoticeRecord.objects.count() == 2
    assert SourceStatusChange.objects.count() == 1


def test_what_a_record_said_before_is_kept_and_one_that_is_gone_stays() -> None:
    one = source()
    loaded(row(1, doi=DOI, date="1/5/2020"), row(2, doi="10.1234/gone"))
    result = loaded(row(1, doi="10.1234/mended", date="1/6/2020"))
    assert (result.changed, result.gone) == (1, 1)
    assert state(one) == (False, [])
    record = NoticeRecord.objects.get(key="1")
    assert record.earlier[0]["doi"] == DOI
    assert record.earlier[0]["date"] == "2020-01-05"
    assert NoticeRecord.objects.filter(key="2").exists()


def test_a_number_given_twice_loses_neither_record() -> None:
    one, two = source(), source(title="Two", DOI="10.1234/two")
    rows = [row(1, doi=DOI), row(1, doi="10.1234/two"), row(1, doi=DOI)]
    assert loaded(*rows).repeated == 2
    assert state(one)[0]
    assert state(two)[0]
    assert loaded(*rows).new == 0


def test_what_is_not_the_file_writes_nothing() -> None:
    with pytest.raises(Refused):
        load(io.BytesIO(b"a,b\n1,2\n"))
    assert not NoticeRecord.objects.exists()


def test_readers_are_told_in_the_list_and_never_that_nothing_is_known(client) -> None:
    one, clean = source(), source(title="Clean", DOI="10.1234/clean")
    page = cite(one, clean)
    assert "Retraction Watch" not in client.get(page.url).content.decode()
    loaded(
        row(1, doi=DOI, date="1/5/2020 0:00", RetractionDOI="10.1234/notice"),
        row(2, doi=DOI, date="1/6/2020 0:00", nature="Expression of concern"),
        row(3, doi=DOI, date="", nature="Correction"),
    )
    html = client.get(page.url).content.decode()
    assert (
        '<a href="https://doi.org/10.1234/notice">'
        "Retracted on 5 January 2020, according to Retraction Watch.</a>" in html
    )
    assert "Expression of concern on 6 January 2020, according to Retraction Watch." in html
    assert "Corrected, according to Retraction Watch." in html
    assert html.count("Retraction Watch") == 3
    loaded(row(4, doi=DOI, nature="Reinstatement", date="1/7/2021"))
    html = client.get(page.url).content.decode()
    assert "Retracted on" not in html
    assert "Was retracted and reinstated on 7 January 2021" in html


def test_what_is_in_doubt_or_of_an_unknown_kind_is_said_to_editors_alone() -> None:
    one = source(PMID="5")
    loaded(row(1, doi="10.1234/other", pmid="5"), row(2, doi=DOI, nature="Withdrawal"))
    words = {
        status.words: status.is_for_readers for status in statuses([Source.objects.get()])[one.pk]
    }
    assert sorted(words.values()) == [False, False, True]
    assert any("under another DOI" in sentence for sentence in words)


def test_the_live_pages_that_cite_it_are_announced_in_bulk_aliases_too() -> None:
    one = source()
    page, draft = cite(one), cite(one, live=False)
    alias = page.create_alias(update_slug="again")
    heard: list[int] = []

    def hear(sender: Any, page_ids: list[int], **kwargs: Any) -> None:
        heard.extend(page_ids)

    pages_written.connect(hear)
    try:
        loaded(row(1, doi=DOI))
    finally:
        pages_written.disconnect(hear)
    assert heard == [page.pk, alias.pk]
    assert draft.pk not in heard


def test_the_board_names_the_page() -> None:
    one = source()
    page, draft = cite(one), cite(one, live=False)
    cite(source(title="Clean", DOI="10.1234/clean"))
    loaded(row(1, doi=DOI))
    rows = BOARD_ROWS["retracted"]
    assert {each["page"] for each in rows.pages()} == {page.pk, draft.pk}
    assert rows.reasons([page.pk]) == {page.pk: "Cites what was retracted: “Walking and backs”."}


def test_the_owner_is_told_once_for_all_pages_and_again_when_it_is_lifted() -> None:
    one = source()
    owner = factories.user("owner", email="owner@clinic.example")
    person = factories.person(user=owner)
    cite(one, title="Backs", content_owner=person)
    cite(one, title="Necks", content_owner=person)
    cite(one, title="Nobody's")
    assert loaded(row(1, doi=DOI, date="1/5/2020")).mails == 1
    (message,) = mail.outbox
    assert message.to == ["owner@clinic.example"]
    assert message.subject == "2 pages cite a retracted source"
    assert "Backs" in message.body
    assert "Necks" in message.body
    assert "retracted: Walking and backs https://doi.org/10.1234/walking" in message.body
    loaded(row(2, doi=DOI, nature="Reinstatement"))
    assert mail.outbox[1].subject == "A source of 2 pages is no longer retracted"


def test_a_mail_that_fails_is_sent_the_next_time(monkeypatch) -> None:
    cite(source(), owner=factories.user("owner", email="owner@clinic.example"))
    with monkeypatch.context() as patched:
        patched.setattr("citewell.references.watching.telling.EmailMessage.send", _fails)
        assert loaded(row(1, doi=DOI)).mails == 0
    assert loaded(row(1, doi=DOI)).mails == 1


def _fails(self: Any) -> None:
    raise OSError("no mail server")


def test_judging_and_showing_cost_the_same_for_one_source_and_thirty(client) -> None:
    judged, shown = [], []
    for number in (1, 30):
        sources = [source(title=f"T {n}", DOI=f"10.1234/{number}.{n}") for n in range(number)]
        page = cite(*sources)
        rows = [row(100 * number + n, doi=f"10.1234/{number}.{n}") for n in range(number)]
        with CaptureQueriesContext(connection) as captured:
            assert len(load(io.BytesIO(file_of(*rows))).retracted) == number
        judged.append(len(captured))
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).content.decode().count("Retracted on") == number
        shown.append(len(captured))
    assert judged[0] == judged[1]
    assert shown[0] == shown[1]


def test_the_command_says_what_it_did_and_refuses_in_one_sentence(tmp_path, capsys) -> None:
    source()
    path = tmp_path / "watch.csv"
    path.write_bytes(file_of(row(1, doi=DOI, Title="Caf#")).replace(b"#", b"\xe9"))
    out = io.StringIO()
    call_command("load_retractions", str(path), "--json", stdout=out)
    report = json.loads(out.getvalue())
    assert report["records"] == report["new"] == 1
    assert report["faults"]["undecodable"] == 1
    assert report["retracted"] == ["Walking and backs"]
    out = io.StringIO()
    call_command("load_retractions", str(path), stdout=out)
    assert "1 records: 0 new" in out.getvalue()
    assert "1 bytes could not be decoded" in out.getvalue()
    for wrong in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(SystemExit) as stopped:
            call_command("load_retractions", str(wrong), stderr=io.StringIO())
        assert stopped.value.code == 2


def test_the_library_finds_and_shows_what_is_retracted(client) -> None:
    client.force_login(factories.superuser())
    one = source()
    source(title="Clean", DOI="10.1234/clean")
    loaded(row(1, doi=DOI))
    listing = reverse("wagtailsnippets_citewell_references_source:list")
    html = client.get(listing, {"watched": "retracted"}).content.decode()
    assert "Walking and backs" in html
    assert "10.1234/clean" not in html
    assert "10.1234/clean" not in client.get(listing, {"watched": "notices"}).content.decode()
    edit = reverse("wagtailsnippets_citewell_references_source:edit", args=[one.pk])
    assert "This source is retracted." in client.get(edit).content.decode()
