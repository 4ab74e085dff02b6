"""Files of reference managers: read RIS, BibTeX, NBIB, EndNote XML, CSL-JSON, Word; write four.

Nothing in a file is dropped in silence: what is no record comes back as a red reading with its
text, and a sentence says where it stood.
"""

from citewell.references.formats.model import Contents, Written
from citewell.references.formats.reader import read
from citewell.references.formats.writer import FORMATS, FormatName, write

__all__ = ["FORMATS", "Contents", "FormatName", "Written", "read", "write"]
