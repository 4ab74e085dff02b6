"""Makes files as Retraction Watch has them, of works that do not exist."""

import csv
import io
from collections.abc import Iterable, Mapping

COLUMNS = [
    "Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author",
    "URLS", "ArticleType", "RetractionDate", "RetractionDOI", "RetractionPubMedID",
    "OriginalPaperDate", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "Reason",
    "Paywalled", "Notes",
]  # fmt: skip


def row(
    number: int,
    *,
    nature: str = "Retraction",
    date: str = "11/30/2020 0:00",
    doi: str = "unavailable",
    pmid: str = "0",
    **cells: str,
) -> dict[str, str]:
    """One row; what is not given is as the file has it where nothing is known."""
    return {
        "Record ID": str(number),
        "Title": f"A title {number}",
        "Journal": "Journal of Invented Care",
        "RetractionDate": date,
        "RetractionDOI": "unavailable",
        "RetractionPubMedID": "0",
        "OriginalPaperDOI": doi,
        "OriginalPaperPubMedID": pmid,
        "RetractionNature": nature,
        "Reason": "+Error in Data;",
        "Paywalled": "No",
        **cells,
    }


def file_of(*rows: Mapping[str, str], columns: Iterable[str] = COLUMNS) -> bytes:
    """The file of these rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
