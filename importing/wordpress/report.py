"""What an import from WordPress did, for people and for programs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from importing.readers.wordpress import Item


@dataclass(frozen=True)
class Left:
    """A post that did not come in, and why."""

    item: Item
    reason: str

    def as_json(self) -> dict[str, str]:
        return {
            "number": self.item.number,
            "title": self.item.title,
            "address": self.item.link,
            "reason": self.reason,
        }


@dataclass
class Report:
    """Every item of the export is in one of the lists or counted."""

    site: str
    version: str
    warnings: list[str]
    created: list[dict[str, Any]] = field(default_factory=list)
    updated: list[dict[str, Any]] = field(default_factory=list)
    unchanged: int = 0
    left: list[Left] = field(default_factory=list)
    failed: list[Left] = field(default_factory=list)
    not_imported: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    redirects: int = 0
    images: int = 0
    below_others: int = 0
    people_made: list[str] = field(default_factory=list)
    people_matched: list[str] = field(default_factory=list)
    without_topic: Counter[str] = field(default_factory=Counter)
    custom_fields: Counter[str] = field(default_factory=Counter)
    missing_media: list[str] = field(default_factory=list)
    unused_media: int = 0

    def as_json(self) -> dict[str, Any]:
        """The report as the command prints it."""
        return {
            "site": self.site,
            "version": self.version,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "left": [each.as_json() for each in self.left],
            "failed": [each.as_json() for each in self.failed],
            "not_imported": dict(self.not_imported),
            "comments": self.comments,
            "redirects": self.redirects,
            "media": {
                "images": self.images,
                "missing": self.missing_media,
                "unused": self.unused_media,
            },
            "people": {"made": self.people_made, "matched": self.people_matched},
            "without_topic": dict(self.without_topic),
            "custom_fields": dict(self.custom_fields),
            "not_understood": dict(self.not_understood),
            "warnings": self.warnings,
        }

    @property
    def not_understood(self) -> Counter[str]:
        """How often each reason stands under `dropped`, over all drafts."""
        drafts = [*self.created, *self.updated]
        return Counter(line["reason"] for draft in drafts for line in draft["dropped"])

    def lines(self) -> Iterator[str]:
        """The report in sentences."""
        yield f"{self.site}: {_drafts(len(self.created))} made, {len(self.updated)} written anew, "
        yield f"{self.unchanged} here already and unchanged."
        for draft in (*self.created, *self.updated):
            yield f"Draft {draft['page_id']}: {draft['title']}"
            yield from (f"  Left away: {x['text']} ({x['reason']})" for x in draft["dropped"])
            yield from (f"  Note: {warning}" for warning in draft["warnings"])
        yield from (f"Not brought: {x.item.title or x.item.number}: {x.reason}" for x in self.left)
        yield from (f"Failed: {x.item.title or x.item.number}: {x.reason}" for x in self.failed)
        yield from (f"Missing file: {address}" for address in self.missing_media)
        yield from _counted("Not imported", self.not_imported)
        yield from _counted("Categories and tags that are no topic here", self.without_topic)
        yield from _counted("Custom fields, not imported", self.custom_fields)
        if self.comments:
            yield f"Comments, never imported: {self.comments}."
        if self.people_made:
            yield f"People made: {', '.join(self.people_made)}."
        if self.below_others:
            yield f"Pages that stood below others and now stand beside them: {self.below_others}."
        if self.unused_media:
            yield f"Files of the media library that no post brought along: {self.unused_media}."
        if self.redirects:
            yield f"Old addresses that lead to the pages once they are live: {self.redirects}."
        yield from (f"Note: {warning}" for warning in self.warnings)


def _drafts(number: int) -> str:
    return "1 draft" if number == 1 else f"{number} drafts"


def _counted(what: str, counts: Counter[str]) -> Iterator[str]:
    if counts:
        yield f"{what}: {', '.join(f'{name} ({n})' for name, n in counts.most_common())}."
