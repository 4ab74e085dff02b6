"""Read the Retraction Watch file as Crossref publishes it, one record at a time.

Columns are found by their names in the first line, in whatever order. What cannot be decoded
is replaced, what is no date or no identifier is left empty, what is no row is skipped: each is
counted, so that whoever loads the file sees what it lacked.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from citewell.references.files import Refused
from citewell.references.identifiers import normalise_doi, normalise_pmid
from citewell.references.notices.dates import read_date
from citewell.references.notices.nature import Nature, nature_of
from citewell.references.notices.rows import Row, read_rows
from citewell.text.decoding import kind_of_binary

NEEDED = (
    "Record ID", "RetractionDate", "RetractionNature", "OriginalPaperDOI", "OriginalPaperPubMedID",
)  # fmt: skip
_LONE_CR = re.compile(r"\r(?!\n)")
_LONGEST_IDENTIFIER = 250
_LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True)
class Record:
    """One row: a notice and the work it is about; identifiers normalised, empty where none."""

    key: str
    nature: Nature
    date: datetime.date | None
    doi: str
    pmid: str
    notice_doi: str
    notice_pmid: str
    title: str
    journal: str
    reason: str
    nature_word: str


@dataclass
class Faults:
    """What the file lacked, counted.

    Attributes:
        undecodable: bytes that are not UTF-8; each stands as “\N{REPLACEMENT CHARACTER}”.
        broken: rows that are no whole rows: a quotation mark never closed, too few columns.
            What could be read of them was.
        undated: records without a date that could be read.
        unnamed: records that name no work, by DOI or PubMed number.
        unknown: records of a nature nobody foresaw.
    """

    undecodable: int = 0
    broken: int = 0
    undated: int = 0
    unnamed: int = 0
    unknown: int = 0


def read_records(lines: Iterable[bytes], faults: Faults) -> Iterator[Record]:
    """The records of a file, in its order; ``faults`` is counted up while they are read.

    Args:
        lines: the file, open for reading bytes; it is never read as a whole.
        faults: filled while the records are taken.

    Raises:
        Refused: the first line does not name the columns that are needed.
    """
    rows = read_rows(_decoded(lines, faults))
    columns = _columns(rows)
    for cells, is_whole in rows:
        faults.broken += not is_whole
        if any(cell.strip() for cell in cells):
            record = _record(cells, columns)
            if record is None:
                faults.broken += is_whole
                continue
            faults.undated += record.date is None
            faults.unnamed += not (record.doi or record.pmid)
            faults.unknown += record.nature == Nature.OTHER
            yield record


def _decoded(lines: Iterable[bytes], faults: Faults) -> Iterator[str]:
    """The lines as text; NUL, which no database keeps, left out, a lone CR a blank."""
    for number, line in enumerate(lines):
        if number == 0:
            if line[:2] in (b"\xff\xfe", b"\xfe\xff"):
                raise Refused("The file is in UTF-16; save it as CSV in UTF-8.")
            line = line.removeprefix(b"\xef\xbb\xbf")
            if what := kind_of_binary(line[:1000]):
                raise Refused(f"That is {what}, not CSV.")
            if b"\r" in line.rstrip(b"\r\n"):
                raise Refused("The lines of the file end with CR alone; save it as CSV in UTF-8.")
        text = decode(line, faults).replace("\x00", "")
        yield _LONE_CR.sub(" ", text) if "\r" in text else text


def decode(data: bytes, faults: Faults) -> str:
    """The text of bytes, each that cannot be decoded replaced and counted."""
    parts, start = [], 0
    while True:
        try:
            parts.append(data[start:].decode())
            return "".join(parts)
        except UnicodeDecodeError as error:
            parts.append(data[start : start + error.start].decode())
            wrong = error.end - error.start
            parts.append("\N{REPLACEMENT CHARACTER}" * wrong)
            faults.undecodable += wrong
            start += error.end


def _columns(rows: Iterator[Row]) -> dict[str, int]:
    """The place of each column by its name in small letters.

    Raises:
        Refused: the names that are needed do not stand in the first line.
    """
    names = next(rows, None)
    if names is None:
        raise Refused("The file is empty.")
    columns: dict[str, int] = {}
    for place, name in enumerate(names.cells):
        columns.setdefault(_plain(name), place)
    if lacking := [name for name in NEEDED if _plain(name) not in columns]:
        raise Refused(
            f"The first line does not name the column {', '.join(lacking)}: "
            "this is not the Retraction Watch file."
        )
    return columns


def _plain(name: str) -> str:
    return "".join(name.split()).lower()


def _record(row: list[str], columns: Mapping[str, int]) -> Record | None:
    """The record of a row; None where the row ends before the columns that are needed."""
    if len(row) <= max(columns[_plain(name)] for name in NEEDED):
        return None

    def cell(name: str) -> str:
        place = columns.get(_plain(name), len(row))
        return row[place].strip() if place < len(row) else ""

    word = cell("RetractionNature")
    return Record(
        key=_key(cell("Record ID"), row),
        nature=nature_of(word),
        date=read_date(cell("RetractionDate")),
        doi=read_doi(cell("OriginalPaperDOI")),
        pmid=read_pmid(cell("OriginalPaperPubMedID")),
        notice_doi=read_doi(cell("RetractionDOI")),
        notice_pmid=read_pmid(cell("RetractionPubMedID")),
        title=cell("Title")[:_LONGEST_TEXT],
        journal=cell("Journal")[:_LONGEST_TEXT],
        reason=cell("Reason")[:_LONGEST_TEXT],
        nature_word=word[:100],
    )


def _key(number: str, row: list[str]) -> str:
    """The record's number; of a row that has none, one made of its content."""
    if 0 < len(number) <= 40:
        return number
    return "row " + blake2b("\x1f".join(row).encode(), digest_size=16).hexdigest()


def read_doi(text: str) -> str:
    """A DOI in its normal form; empty for none, and for “unavailable”."""
    doi = normalise_doi(text) or ""
    return doi if len(doi) <= _LONGEST_IDENTIFIER else ""


def read_pmid(text: str) -> str:
    """A PubMed number; empty for none, and for 0. A spreadsheet may have added “.0”."""
    return normalise_pmid(text.removesuffix(".0")) or ""
