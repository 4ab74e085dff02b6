"""The sources of a page as schema.org ``citation``."""

from typing import Any

from citewell.references.citing.page import Citing

TYPES = {"article-journal": "ScholarlyArticle", "book": "Book", "report": "Report"}
"""Types of CSL and of schema.org; every other is a ``CreativeWork``."""


def citations(citing: Citing) -> list[dict[str, Any] | str]:
    """Each source as a work with its title and address, then the lines kept as pasted."""
    works = [work_of(one.csl) if one.csl else one.raw.strip() for one in citing.sources]
    lines = [one.line.strip() for one in citing.listed if not one.source and one.line.strip()]
    return [*works, *lines]


def work_of(csl: dict[str, Any]) -> dict[str, Any]:
    """A record of CSL-JSON as a work of schema.org."""
    work: dict[str, Any] = {"@type": TYPES.get(csl.get("type", ""), "CreativeWork")}
    if title := csl.get("title"):
        work["name"] = title
    if doi := csl.get("DOI"):
        work["sameAs"] = f"https://doi.org/{doi}"
    elif url := csl.get("URL"):
        work["url"] = url
    return work
