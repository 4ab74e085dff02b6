"""Plain words beside a page: its reading age, long sentences, passive voice, hard words."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from citewell.findings.registry import REGISTRY, Finding, Level, register
from citewell.wording.advertising import Passage
from citewell.wording.marking import Glossary
from citewell.wording.model_target import TARGET
from citewell.wording.models import GlossaryTerm, WordingTarget
from citewell.wording.passages import passages_of
from citewell.wording.plain_words import (
    jargon,
    long_sentences,
    passives,
    plain_words,
    reading_age,
)
from citewell.wording.rules import is_english, site_of

MOST = 8
"""Findings of one kind that a page shows; the worst first where there is an order."""


@REGISTRY.before_many
def load_plain_words(pages: list[Any]) -> None:
    """Give each page what its words are measured by; two queries for all."""
    targets = {target.site_id: target for target in WordingTarget.objects.all()}
    terms: dict[int, list[Any]] = {}
    for row in GlossaryTerm.objects.exclude(shown={}):
        if term := row.shown_term():
            terms.setdefault(row.locale_id, []).append(term)
    glossaries = {locale: Glossary(found) for locale, found in terms.items()}
    for page in pages:
        target = targets.get(site_of(page))
        page.wording_target = target.reading_age if target else TARGET
        page.wording_table = target.table() if target else plain_words()
        page.wording_glossary = glossaries.get(page.locale_id, Glossary([]))


def read(page: Page) -> list[Passage]:
    """The passages of a page in English that are its own words; none of other pages."""
    if not hasattr(page, "wording_table"):
        load_plain_words([page])
    if not hasattr(page, "wording_english"):
        page.wording_english = is_english(page)
    if not page.wording_english:
        return []
    return [passage for passage in passages_of(page) if not passage.is_quoted]


@REGISTRY.register_fact
def reading_age_of(page: Page) -> str:
    """The reading age beside the target; empty where there are too few words to say."""
    age = reading_age(
        (passage.text for passage in read(page)), getattr(page, "wording_glossary", None)
    )
    if age is None:
        return ""
    values = {"age": age, "target": page.wording_target}
    if age > page.wording_target:
        return (
            _(
                "Reading age: about %(age)d. The target is %(target)d: shorter sentences and "
                "shorter words help."
            )
            % values
        )
    return _("Reading age: about %(age)d. The target of %(target)d is met.") % values


@register("long-sentences", gettext_lazy("Long sentences"), is_hint=True)
def long_sentences_of(page: Page) -> Iterator[Finding]:
    """Sentences that are hard to keep in mind, the longest first."""
    found = [
        (count, sentence.text, passage)
        for passage in read(page)
        for sentence, count in long_sentences(passage.text)
    ]
    for count, text, passage in sorted(found, key=lambda each: -each[0])[:MOST]:
        yield hint(
            passage,
            _("A sentence of %(count)d words: “%(start)s …”")
            % {"count": count, "start": text[:60]},
            _("Make two of it."),
        )


@register("passive-voice", gettext_lazy("Passive voice"), is_hint=True)
def passive_voice(page: Page) -> Iterator[Finding]:
    """Sentences that do not say who does it."""
    found = [(passage, words) for passage in read(page) for _text, words in passives(passage.text)]
    for passage, words in found[:MOST]:
        yield hint(
            passage,
            _("“%(words)s”: say who does it, where it matters.") % {"words": words},
            _("“The nurse takes your blood”, not “your blood is taken”."),
        )


@register("jargon", gettext_lazy("Hard words"), is_hint=True)
def hard_words(page: Page) -> Iterator[Finding]:
    """Hard words that the glossary does not explain, each once, with the plain word."""
    seen: set[str] = set()
    for passage in read(page):
        explained = [
            passage.text[start:end].casefold()
            for start, end in page.wording_glossary.found_in(passage.text)
        ]
        for word in jargon(passage.text, page.wording_table):
            key = word.words.casefold()
            if key not in seen and key not in explained:
                seen.add(key)
                values = {"hard": word.words, "plain": word.plain}
                yield hint(passage, _("“%(hard)s” means: %(plain)s") % values)


def hint(passage: Passage, message: str, more: str = "") -> Finding:
    """A finding at a passage."""
    return Finding(message, more, passage.field, passage.block_id, Level.NOTICE)
