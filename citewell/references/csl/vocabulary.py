"""The types and variables of CSL-JSON 1.0.2, as the schema ``csl-data.json`` lists them."""

from typing import Any, Literal, TypedDict, get_args

ItemType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip

TYPES: frozenset[str] = frozenset(get_args(ItemType))

#: Fields written under an older or a foreign name, and the name the specification gives them.
RENAMED: dict[str, str] = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}

CSLName = TypedDict(
    "CSLName",
    {
        "family": str,
        "given": str,
        "dropping-particle": str,
        "non-dropping-particle": str,
        "suffix": str,
        "comma-suffix": bool | str | int,
        "static-ordering": bool | str | int,
        "parse-names": bool | str | int,
        "literal": str,
    },
    total=False,
)

CSLDate = TypedDict(
    "CSLDate",
    {
        "date-parts": list[list[int]],
        "season": int | str,
        "circa": bool | str | int,
        "literal": str,
        "raw": str,
    },
    total=False,
)

# Every variable is optional; the hyphens in the names leave only the functional form.
#: One work. Ask :func:`validate` whether foreign data is one, :func:`tidy` to make it one.
CSLItem = TypedDict(
    "CSLItem",
    {
        "id": str | int, "type": ItemType, "categories": list[str], "custom": dict[str, Any],
        "author": list[CSLName], "chair": list[CSLName], "collection-editor": list[CSLName],
        "compiler": list[CSLName], "composer": list[CSLName], "container-author": list[CSLName],
        "contributor": list[CSLName], "curator": list[CSLName], "director": list[CSLName],
        "editor": list[CSLName], "editor-translator": list[CSLName],
        "editorial-director": list[CSLName], "executive-producer": list[CSLName],
        "guest": list[CSLName], "host": list[CSLName], "illustrator": list[CSLName],
        "interviewer": list[CSLName], "narrator": list[CSLName], "organizer": list[CSLName],
        "original-author": list[CSLName], "performer": list[CSLName], "producer": list[CSLName],
        "recipient": list[CSLName], "reviewed-author": list[CSLName],
        "script-writer": list[CSLName], "series-creator": list[CSLName],
        "translator": list[CSLName], "accessed": CSLDate, "available-date": CSLDate,
        "event-date": CSLDate, "issued": CSLDate, "original-date": CSLDate, "submitted": CSLDate,
        "abstract": str, "annote": str, "archive": str, "archive_collection": str,
        "archive_location": str, "archive-place": str, "authority": str, "call-number": str,
        "chapter-number": str, "citation-key": str, "collection-number": str,
        "collection-title": str, "container-title": str, "container-title-short": str,
        "dimensions": str, "division": str, "DOI": str, "edition": str, "event": str,
        "event-place": str, "event-title": str, "genre": str, "ISBN": str, "ISSN": str,
        "issue": str, "journalAbbreviation": str, "jurisdiction": str, "keyword": str,
        "language": str, "license": str, "medium": str, "note": str, "number": str,
        "number-of-pages": str, "number-of-volumes": str, "original-publisher": str,
        "original-publisher-place": str, "original-title": str, "page": str, "page-first": str,
        "part": str, "part-number": str, "part-title": str, "PMCID": str, "PMID": str,
        "printing": str, "printing-number": str, "publisher": str, "publisher-place": str,
        "references": str, "reviewed-genre": str, "reviewed-title": str, "scale": str,
        "section": str, "shortTitle": str, "source": str, "status": str, "supplement": str,
        "supplement-number": str, "title": str, "title-short": str, "URL": str, "version": str,
        "volume": str, "volume-title": str, "year-suffix": str,
    },
    total=False,
)  # fmt: skip

NAME_VARIABLES: frozenset[str] = frozenset(
    name for name, kind in CSLItem.__annotations__.items() if kind == list[CSLName]
)
DATE_VARIABLES: frozenset[str] = frozenset(
    name for name, kind in CSLItem.__annotations__.items() if kind is CSLDate
)
#: Text that a style may read as a number, so that “2” is shown as “2nd” or “vol. 2”.
NUMBER_VARIABLES: frozenset[str] = frozenset(
    {
        "chapter-number", "collection-number", "edition", "issue", "number", "number-of-pages",
        "number-of-volumes", "page", "page-first", "part", "part-number", "printing",
        "printing-number", "section", "supplement", "supplement-number", "version", "volume",
    }
)  # fmt: skip
OTHER_KEYS: frozenset[str] = frozenset({"id", "type", "categories", "custom"})
TEXT_VARIABLES: frozenset[str] = frozenset(
    CSLItem.__annotations__.keys() - NAME_VARIABLES - DATE_VARIABLES - OTHER_KEYS
)
