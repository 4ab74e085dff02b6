"""The vocabulary of CSL-JSON 1.0.2, the shape in which every source is kept.

Source: the schema ``csl-data.json`` and the variable and type lists of the CSL 1.0.2
specification. This package names types and variables, says in plain words what is wrong
with an item, and brings loosely typed data into shape. It knows nothing of styles,
files or pasted text.
"""

from citewell.references.csl.dates import MONTHS, date_from_text, is_date, year_of
from citewell.references.csl.faults import validate
from citewell.references.csl.names import family_as_text, name_as_text, name_from_text
from citewell.references.csl.tidying import tidy
from citewell.references.csl.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    OTHER_KEYS,
    RENAMED,
    TEXT_VARIABLES,
    TYPES,
    CSLDate,
    CSLItem,
    CSLName,
    ItemType,
)

__all__ = [
    "DATE_VARIABLES",
    "MONTHS",
    "NAME_VARIABLES",
    "NUMBER_VARIABLES",
    "OTHER_KEYS",
    "RENAMED",
    "TEXT_VARIABLES",
    "TYPES",
    "CSLDate",
    "CSLItem",
    "CSLName",
    "ItemType",
    "date_from_text",
    "family_as_text",
    "is_date",
    "name_as_text",
    "name_from_text",
    "tidy",
    "validate",
    "year_of",
]
