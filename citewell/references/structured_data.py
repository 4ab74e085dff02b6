"""The sources of a page as schema.org ``citation``."""

from typing import Any

from wagtail import blocks

TYPES = {"article-journal": "ScholarlyArticle", "book": "Book", "report": "Report"}
"""Types of CSL and of schema.org; every other is a ``CreativeWork``."""


def citations(references: blocks.StreamValue) -> list[dict[str, Any] | str]:
    """Each reference as a work with its title and address, or as the text it was pasted as."""
    return [
        work_of(reference["source"].csl) if reference.get("source") else reference["line"].strip()
        for part in references
        for reference in part.value
        if reference.get("source") or (reference.get("line") or "").strip()
    ]


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
