"""A file of a reference manager goes into the library once."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from citewell.references.library import add_readings
from citewell.references.models import Source
from citewell.references.reading import Reading, read_references

RIS = """TY  - JOUR
AU  - Hall, A. B.
TI  - Exercise for back pain
DO  - 10.1000/abc
ER  -

TY  - BOOK
TI  - The neck
ER  -
"""


def imported(path: Path) -> dict[str, list[object]]:
    out = StringIO()
    call_command("import_references", str(path), "--json", stdout=out)
    report: dict[str, list[object]] = json.loads(out.getvalue())
    return report


@pytest.mark.django_db
def test_every_record_becomes_a_source_with_its_text(tmp_path: Path):
    file = tmp_path / "list.ris"
    file.write_text(RIS)
    report = imported(file)
    assert report["read"] == 2
    sources = Source.objects.filter(pk__in=report["new"]).order_by("pk")
    assert [source.csl["title"] for source in sources] == ["Exercise for back pain", "The neck"]
    assert [source.raw.startswith("TY  - ") for source in sources] == [True, True]


@pytest.mark.django_db
def test_a_second_import_adds_nothing(tmp_path: Path):
    file = tmp_path / "list.ris"
    file.write_text(RIS)
    first = imported(file)
    assert imported(file)["new"] == []
    assert Source.objects.count() == len(first["new"]) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("identifier", ["PMCID: PMC1234567", "doi:10.1000/abc", "arXiv:2001.01234"])
def test_a_source_known_by_any_of_its_identifiers_is_not_added_again(identifier: str):
    first = read_references(f"Hall AB. Exercise for back pain. Spine. 2014;1:1-9. {identifier}")
    other = read_references(f"Hall A. Exercise and the back. 2015. {identifier}")
    added = add_readings(first)
    again = add_readings(other)
    assert (again.new, again.known) == ([], added.new)


@pytest.mark.django_db
def test_a_work_that_stands_twice_in_one_file_is_added_once():
    item = {"type": "article-journal", "title": "Exercise for back pain", "PMCID": "PMC1234567"}
    twice = [Reading("one", item, "green"), Reading("two", {**item, "volume": "3"}, "green")]
    added = add_readings(twice)
    assert (len(added.new), added.known) == (1, added.new)


@pytest.mark.django_db
def test_the_same_doi_is_had_already_even_where_another_number_differs():
    item = {"type": "article-journal", "title": "Exercise for back pain", "DOI": "10.1000/abc"}
    add_readings([Reading("one", {**item, "PMID": "1234567"}, "green")])
    again = add_readings([Reading("two", {**item, "PMID": "7654321"}, "green")])
    assert (again.new, len(again.known)) == ([], 1)


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 30])
def test_looking_for_what_is_known_costs_one_query(count: int, django_assert_num_queries):
    text = "\n".join(
        f"{n}. Hall AB. Study number {n}. Spine. 2014;{n}:1-9." for n in range(1, count + 1)
    )
    readings = read_references(text)
    add_readings(readings)
    with django_assert_num_queries(3):  # the savepoint around, and one query
        assert len(add_readings(readings).known) == count


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_adds_nothing(tmp_path: Path):
    file = tmp_path / "list.pdf"
    file.write_bytes(b"%PDF-1.7")
    err = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("import_references", str(file), stderr=err)
    assert stopped.value.code == 2
    assert err.getvalue().strip() == "That is a PDF, not text."
    assert not Source.objects.exists()
