"""Read RIS, BibTeX and NBIB (MEDLINE) files, record by record."""

import re

from citewell.references.files import as_text
from citewell.references.formats.model import Contents, named
from citewell.references.reading import Reading
from citewell.references.reading.bibtex import read_bibtex
from citewell.references.reading.pasting import clean_signs
from citewell.references.reading.records import Record, find_records
from citewell.references.reading.tagged import read_nbib, read_ris

_BIBTEX_BESIDE = re.compile(r"^[ \t]*@(comment|string|preamble)\b", re.IGNORECASE | re.MULTILINE)
_STRING = re.compile(
    r"^[ \t]*@string\s*[{(]\s*[\w:.+/-]{1,100}\s*="
    r"\s*(?:\{[^{}\n]{0,1000}\}|\"[^\"\n]{0,1000}\")\s*[})]",
    re.IGNORECASE | re.MULTILINE,
)


def read(data: bytes) -> Contents:
    """Return a reading for every record and for every text between records."""
    text = clean_signs(as_text(data))
    found = find_records(text)
    strings = "\n".join(_STRING.findall(text)) if "@" in text else ""
    contents = Contents()
    position = 0
    for record in found:
        _between(contents, text, position, record.start)
        reading = _read(record, text[record.start : record.end].strip(), strings)
        contents.readings.append(reading)
        if sentence := named(reading, len(contents.readings)):
            contents.problems.append(sentence)
        position = record.end
    _between(contents, text, position, len(text))
    return contents


def _read(record: Record, raw: str, strings: str) -> Reading:
    if record.kind == "bibtex":
        return read_bibtex(raw, strings)
    return read_ris(raw) if record.kind == "ris" else read_nbib(raw)


def _between(contents: Contents, text: str, start: int, end: int) -> None:
    """Keep what stands between records, unless it is BibTeX's own (comments, abbreviations)."""
    raw = _STRING.sub("", text[start:end]).strip()
    if re.search(r"\w", raw) and not _BIBTEX_BESIDE.match(raw):
        contents.readings.append(Reading(raw, {}, "red", raw))
        line = text.count("\n", 0, start + len(text[start:end]) - len(text[start:end].lstrip())) + 1
        contents.problems.append(f"What begins on line {line} is no record that could be read.")
