"""Read pasted references into CSL-JSON: find each one, understand it, say how sure we are.

Pure Python: text in, `Reading` objects out. Pages, storage and look-ups are others' concern.
"""

from citewell.references.reading.model import Reading
from citewell.references.reading.pasting import (
    read_article,
    read_references,
    references_as_json,
)
from citewell.references.reading.reference import read_reference
from citewell.text.decoding import decode

__all__ = [
    "Reading",
    "decode",
    "read_article",
    "read_reference",
    "read_references",
    "references_as_json",
]
