"""Which way to mend a query makes it a page's name, and which pages are called so. Pure."""

from collections.abc import Mapping, Sequence
from itertools import islice, product
from typing import Final

from search.understanding.lay import MEANS
from search.understanding.query import FULL, Query
from search.understanding.spelling import Mended

# Ways to put mended words together that are tried as a name.
COMBINATIONS: Final = 24
# Names trusted so far are names somebody gave, no parts of others.
GIVEN: Final = 90
# Names trusted so far (hundredths) decide between mended words.
NAMED_SURELY: Final = 75
# How surely a page is meant whose name the vocabulary sets beside the query, for full trust.
BY_OTHER_NAME: Final = 0.5


def combinations(query: Query, options: dict[int, list[Mended]]) -> list[tuple[str, ...]]:
    """The words as typed, then with some mended, the likeliest first.

    An option without distance is the word as typed."""
    choices = [
        [m.word.text for m in options[i]] if i in options else [word]
        for i, word in enumerate(query.words)
    ]
    mended = islice(product(*choices), COMBINATIONS)
    return [query.words, *mended]


def best_words(
    tried: Sequence[tuple[str, ...]],
    name_by: dict[tuple[str, ...], tuple[str, str]],
    named: Sequence[tuple[int, str, str, int]],
    slip: bool,
) -> tuple[str, ...]:
    """The first way that is a page's name, else the likeliest mended one.

    `slip`: what was typed has a stem that pages have, but is likelier a slip of another word;
    then it is a name only if somebody gave it."""
    keys_found = {key for _, key, _, trust in named if trust >= NAMED_SURELY}
    bags_found = {bag for _, _, bag, trust in named if trust >= NAMED_SURELY}
    all_keys = {key for _, key, _, _ in named}
    if name_by[tried[0]][0] in (keys_found if slip else all_keys):
        return tried[0]
    for words in tried:
        key, bag = name_by[words]
        if key in keys_found or bag in bags_found:
            return words
    return tried[1]


def whole(named: Sequence[tuple[int, str, str, int]]) -> set[str]:
    """Stems that are the whole name of a page ("abortion")."""
    return {bag for _, _, bag, trust in named if trust >= GIVEN and " " not in bag}


def shown(query: Query, words: tuple[str, ...], options: dict[int, list[Mended]]) -> list[str]:
    """The mended query as it is printed for the reader."""
    printed = {m.word.text: m.word.printed for some in options.values() for m in some}
    return [
        shown if word == typed else printed.get(word, word)
        for word, typed, shown in zip(words, query.words, query.shown, strict=True)
    ]


def other_names(query: Query) -> dict[str, float]:
    """Where the query is one known name: the keys of the names it goes by as well, with
    trust (0 to 1)."""
    asked = [concept for concept in query.concepts if concept.weight == FULL]
    if len(asked) != 1:
        return {}
    return {
        " ".join(sorted(set(other.stems))): other.trust
        for other in asked[0].alternatives
        if other.trust >= MEANS
    }


def exact(
    named: Sequence[tuple[int, str, str, int]],
    key: str,
    bag: str,
    others: Mapping[str, float],
) -> dict[int, float]:
    """By document, how surely the query is its name (0 to 1); `others` are the bags of
    further names of what was asked, with their trust."""
    exact: dict[int, float] = {}
    for document, its_key, its_bag, trust in named:
        if its_key == key:
            value = trust / 100
        elif its_bag == bag:
            value = 0.95 * trust / 100
        elif trust >= NAMED_SURELY:
            value = BY_OTHER_NAME * others.get(its_bag, 0.0) * trust / 100
        else:
            value = 0.0
        if value:
            exact[document] = max(exact.get(document, 0.0), value)
    return exact
