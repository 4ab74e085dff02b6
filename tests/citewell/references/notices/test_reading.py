"""The Retraction Watch file, read row by row whatever is wrong with it."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.files import Refused
from citewell.references.notices import Nature
from citewell.references.notices.reading import Faults, read_records
from tests.citewell.references.watching.file import COLUMNS, file_of, row
from tests.effort import examples


def read(data: bytes):
    faults = Faults()
    return list(read_records(io.BytesIO(data), faults)), faults


def test_a_row_is_read_with_its_identifiers_in_their_normal_form() -> None:
    (record,), faults = read(
        file_of(
            row(
                7,
                nature=" expression of CONCERN ",
                date="3/4/2020 0:00",
                doi=" https://doi.org/10.1234/ABC. ",
                pmid="0012345.0",
                RetractionDOI="doi:10.1234/Notice",
                RetractionPubMedID="99",
                Title="  A title, with a comma  ",
            )
        )
    )
    assert (record.key, record.nature, record.date) == ("7", Nature.CONCERN, date(2020, 3, 4))
    assert (record.doi, record.pmid) == ("10.1234/abc", "12345")
    assert (record.notice_doi, record.notice_pmid) == ("10.1234/notice", "99")
    assert record.title == "A title, with a comma"
    assert faults == Faults()


def test_columns_are_found_by_name_in_any_order_and_more_may_come() -> None:
    columns = [*reversed(COLUMNS), "Something new", ""]
    (record,), _faults = read(file_of(row(1, doi="10.1234/a"), columns=columns))
    assert record.doi == "10.1234/a"
    names = file_of(row(1, doi="10.1234/a")).replace(b"OriginalPaperDOI", b" originalpaperdoi ")
    assert read(b"\xef\xbb\xbf" + names)[0][0].doi == "10.1234/a"


@pytest.mark.parametrize("doi", ["unavailable", "Unavailable", "", "0", "n/a", "none"])
@pytest.mark.parametrize("pmid", ["0", "", "00", "0.0"])
def test_what_is_no_identifier_is_empty(doi: str, pmid: str) -> None:
    (record,), faults = read(file_of(row(1, doi=doi, pmid=pmid)))
    assert (record.doi, record.pmid) == ("", "")
    assert faults.unnamed == 1


def test_bytes_that_cannot_be_decoded_are_replaced_and_counted() -> None:
    data = file_of(row(1, doi="10.1234/a", Title="Caf# au lait #")).replace(b"#", b"\xe9\xff")
    (record,), faults = read(data)
    assert record.title == "Caf\ufffd\ufffd au lait \ufffd\ufffd"
    assert faults.undecodable == 4


def test_natures_are_told_apart_and_an_unknown_one_is_taken_for_none_of_them() -> None:
    words = ["Retraction", "Expression of concern", "Correction", "Reinstatement", "Withdrawal"]
    records, faults = read(file_of(*(row(n, nature=word) for n, word in enumerate(words))))
    assert [record.nature for record in records] == list(Nature)
    assert faults.unknown == 1


def test_what_is_no_date_is_counted_and_the_record_kept() -> None:
    records, faults = read(file_of(row(1, date="soon"), row(2, date="")))
    assert [record.date for record in records] == [None, None]
    assert faults.undated == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_quotation_mark_never_closed_takes_no_other_row_with_it(ending: str) -> None:
    rows = [row(n, doi=f"10.1234/{n}") for n in range(1, 2000)]
    lines = file_of(*rows).decode().splitlines()
    lines[5] = lines[5].replace("A title 5", '"A title 5')
    records, faults = read(ending.join([*lines, ""]).encode())
    assert {record.key for record in records} >= {str(n) for n in range(1, 2000)} - {"5"}
    assert faults.broken == 1


def test_a_cell_of_several_lines_is_one_cell() -> None:
    records, faults = read(file_of(row(1, Notes="one\ntwo\n\nthree", doi="10.1234/a"), row(2)))
    assert [record.key for record in records] == ["1", "2"]
    assert faults.broken == 0


@pytest.mark.parametrize("data", [b"", b"a,b,c\n1,2,3\n", b"\xff\xfeR\x00", b"%PDF-1.7\n", b"{}"])
def test_what_is_not_the_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        read(data)


def test_the_file_is_not_read_ahead() -> None:
    """Streamed: a file without end gives its first records."""

    def lines():
        yield file_of().splitlines(keepends=True)[0]
        number = 0
        while True:
            number += 1
            yield file_of(row(number)).splitlines(keepends=True)[1]

    records = read_records(lines(), Faults())
    assert [next(records).key for _ in range(3)] == ["1", "2", "3"]


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@settings(max_examples=examples(60))
@given(st.lists(st.lists(cells, min_size=20, max_size=20), max_size=8))
def test_every_row_of_a_well_formed_file_is_a_record(rows) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS, *rows])
    records, faults = read(text.getvalue().encode())
    assert len(records) == sum(any(cell.strip() for cell in each) for each in rows)
    assert faults.broken == faults.undecodable == 0


@settings(max_examples=examples(200))
@given(st.binary(max_size=2000))
def test_no_bytes_break_it(data: bytes) -> None:
    head = file_of().splitlines(keepends=True)[0]
    for record in read(head + data)[0]:
        assert "\x00" not in record.title
        assert len(record.key) <= 40
