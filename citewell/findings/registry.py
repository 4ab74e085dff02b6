"""Findings: what an editor should see before a page goes live, and who looks for it.

A finding is no error of the form: an error stops every autosave, a finding waits. Rooms
register their checks when their app is ready::

    @register("image-description", _("Images without description"))
    def images_without_description(page):
        for ...:
            yield Finding(_("The image has no description."), field="body", block_id=child.id)

Pure: knows pages only as what checks are given.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

logger = logging.getLogger(__name__)


class Level(StrEnum):
    """How much it matters; the gravest first."""

    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """One thing to look at: what is wrong, what to do, and where.

    ``field`` names the page's field; ``block_id`` is the block's id in its stream, with
    dots down to a block inside a block ("aspect.figure.image"). ``code`` is filled in from
    the check that found it.
    """

    message: str
    hint: str = ""
    field: str = ""
    block_id: str = ""
    level: Level = Level.WARNING
    code: str = ""
    action: str = ""
    """What else can be done about it, such as “Leave it, with a reason”; with ``address``."""
    address: str = ""

    @property
    def content_path(self) -> str:
        """The place as Wagtail's editor addresses it, empty for the page as a whole."""
        return ".".join(part for part in (self.field, self.block_id) if part)


Check = Callable[[Any], Iterable[Finding]]
"""Takes a specific page as it stands in the editor, saved or not."""

Fact = Callable[[Any], str]
"""Takes the same; a sentence that is shown beneath the findings, empty where there is none."""

Loader = Callable[[list[Any]], None]
"""Loads what checks read of many pages, so that a report costs no query a page."""


@dataclass
class Registry:
    """The checks by code, each with the label an administrator chooses it by."""

    checks: dict[str, tuple[Any, Check]] = field(default_factory=dict)
    hints: set[str] = field(default_factory=set)
    """Codes of checks that never keep a page from being published, whatever the policy."""
    loaders: list[Loader] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def register(self, code: str, label: Any, *, is_hint: bool = False) -> Callable[[Check], Check]:
        """Decorator: the function looks for findings of this code.

        A hint is shown and never blocks; administrators cannot choose it.
        """

        def add(check: Check) -> Check:
            if is_hint:
                self.hints.add(code)
            known = self.checks.get(code)
            if known and known[1] is not check:
                raise ValueError(f"Two checks are called “{code}”.")
            self.checks[code] = (label, check)
            return check

        return add

    def register_fact(self, fact: Fact) -> Fact:
        """Decorator: the function says something of a page that is nothing to mend."""
        if fact not in self.facts:
            self.facts.append(fact)
        return fact

    def facts_of(self, page: Any) -> list[str]:
        """What is to be known of a page; one that breaks is left out."""
        found = []
        for fact in self.facts:
            try:
                found.append(fact(page))
            except Exception:
                logger.exception("A fact about a page failed")
        return [text for text in found if text]

    def before_many(self, loader: Loader) -> Loader:
        """Decorator: the function loads what checks need for many pages at once."""
        if loader not in self.loaders:
            self.loaders.append(loader)
        return loader

    def prepare(self, pages: Iterable[Any]) -> None:
        """Load what the checks will read of these pages."""
        pages = list(pages)
        for loader in self.loaders:
            loader(pages)

    def labels(self) -> list[tuple[str, Any]]:
        """Code and label of every check that may block, in order of code."""
        return [(code, self.checks[code][0]) for code in sorted(set(self.checks) - self.hints)]

    def findings(self, page: Any) -> list[Finding]:
        """All findings of a page, warnings first, else in the order of the checks."""
        found = [
            replace(finding, code=code)
            for code, (_label, check) in self.checks.items()
            for finding in run(code, check, page)
        ]
        return sorted(found, key=lambda finding: list(Level).index(finding.level))


def run(code: str, check: Check, page: Any) -> Iterator[Finding]:
    """A check's findings; one that breaks must not take the editor from the editors."""
    try:
        yield from check(page)
    except Exception:
        logger.exception("The check %s failed", code)


REGISTRY = Registry()
register = REGISTRY.register
findings_of = REGISTRY.findings
