"""Find out what a file is, and read it."""

import re
from collections.abc import Callable

from citewell.references.files import MOST_BYTES, Refused, as_text
from citewell.references.formats import csl_json, endnote, records, word
from citewell.references.formats.model import Contents
from citewell.references.reading import read_article
from citewell.references.reading.pasting import prepare
from citewell.references.reading.records import find_records

_BY_ENDING: dict[str, Callable[[bytes], Contents]] = {
    "docx": word.read,
    "xml": endnote.read,
    "json": csl_json.read,
    "ris": records.read,
    "bib": records.read,
    "bibtex": records.read,
    "nbib": records.read,
    "medline": records.read,
}


def read(name: str, data: bytes) -> Contents:
    """Return the references of the file `name` (only its ending counts) with content `data`.

    The content decides where the ending says nothing or something else.

    Raises:
        Refused: not a file of references, broken, too large.
    """
    if len(data) > MOST_BYTES:
        raise Refused(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return Contents()
    try:
        return _reader_of(name, data)(data)
    except RecursionError:
        raise Refused("The file is nested too deeply to be read.") from None


def _reader_of(name: str, data: bytes) -> Callable[[bytes], Contents]:
    if data.startswith(b"PK\x03\x04"):
        return word.read
    text = as_text(data)
    head = text[:5000].lstrip("\ufeff \t\r\n")
    if re.match(r"<(?:\?xml|xml|records)\b", head) and "<record" in text:
        return endnote.read
    if find_records(prepare(text)):
        return records.read
    if head.startswith(("[", "{")) and name.lower().endswith("json"):
        return csl_json.read
    if re.match(r"\[\s*(?:\{|\])|\{\s*\"", head):
        return csl_json.read
    ending = name.lower().rpartition(".")[2]
    return _BY_ENDING.get(ending, _plain)


def _plain(data: bytes) -> Contents:
    """A text file: a pasted list, as the command and the page read it."""
    readings, left_out = read_article(as_text(data))
    problems = [f"{left_out} lines around the list were left out."] if left_out else []
    return Contents(readings, problems)
