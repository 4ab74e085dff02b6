"""The types of work CSL knows, in words an editor knows; pure."""

from citewell.references.csl import TYPES

_USUAL = {
    "article-journal": "Journal article",
    "book": "Book",
    "chapter": "Chapter of a book",
    "webpage": "Web page",
    "report": "Report or guideline",
    "thesis": "Thesis",
    "paper-conference": "Paper of a conference",
    "article": "Preprint or other article",
    "article-newspaper": "Newspaper article",
    "article-magazine": "Magazine article",
}


def kinds() -> list[tuple[str, str]]:
    """Type and label: the usual ones first, then all others by the alphabet."""
    others = sorted(TYPES - _USUAL.keys())
    labels = [(kind, kind.replace("-", " ").replace("_", " ").capitalize()) for kind in others]
    return [*_USUAL.items(), *labels]
