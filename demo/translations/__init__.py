"""The demo in further languages: a home page and three conditions each, written by us."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from demo.content import Condition


@dataclass(frozen=True)
class Translation:
    """A home page and conditions in one language.

    Attributes:
        wording: how each kind of emergency number is said.
        home: fields of the home page, its title left out.
        section: title and introduction of the list of conditions.
        cards: the heading above the cards on the home page.
        conditions: records whose slugs are those of the English pages.
    """

    code: str
    wording: Mapping[str, str]
    home: Mapping[str, str]
    section: tuple[str, str]
    cards: str
    conditions: Sequence[Condition]


def translations() -> tuple[Translation, ...]:
    """Every language of the demo beside English."""
    from demo.translations.arabic import ARABIC
    from demo.translations.polish import POLISH

    return POLISH, ARABIC
