"""Make labelled references: items of every kind in every style, with the faults pasting brings."""

import random
import re
from dataclasses import replace

from citewell.references.training.items import Item, Maker
from citewell.references.training.pool import Pool
from citewell.references.training.rendering import Made, render
from citewell.references.training.styles import STYLES
from citewell.references.training.variation import vary

_SHARES = {
    "article": 66,
    "book": 8,
    "chapter": 7,
    "paper": 3,
    "page": 8,
    "report": 3,
    "thesis": 1.5,
    "preprint": 1.5,
    "news": 2,
}
_KEPT_EVERY = 5
_VARIED = 0.5


def _styles(kind: str, *, kept: bool | None, fold: int) -> list[str]:
    """Return the styles of a kind: those a fold keeps for measuring, those for training, or all."""
    return [
        s for n, s in enumerate(STYLES[kind]) if kept is None or (n % _KEPT_EVERY == fold) == kept
    ]


def synthesise(
    pool: Pool,
    count: int,
    seed: int,
    *,
    kept: bool | None = None,
    fold: int = 2,
    faults: bool = True,
) -> list[Made]:
    """Return `count` made references; the same seed makes the same ones.

    With `kept` they are in the styles that `fold` keeps for measuring, with `kept=False` in the
    others; those to train on are often in a variation of their style.
    """
    rng = random.Random(seed)  # noqa: S311 (no secret is made of it)
    maker = Maker(pool, rng)
    made: list[Made] = []
    kinds = list(_SHARES)
    while len(made) < count:
        kind = rng.choices(kinds, weights=[_SHARES[k] for k in kinds])[0]
        item: Item = getattr(maker, kind)()
        styles = [s for s in _styles(kind, kept=kept, fold=fold) if _fits(s, item)]
        if not styles:
            continue
        style = rng.choice(styles)
        if faults and not kept and rng.random() < _VARIED:
            style = vary(style, rng)
        example = render(style, item, rng)
        if len(example.text) < 1500:
            made.append(_disturb(example, rng) if faults and rng.random() < 0.3 else example)
    return made


def _fits(style: str, item: Item) -> bool:
    """Tell whether an item has what a style prints."""
    needs = (
        ("{ed}", "edition"),
        ("{vi", "volume"),
        ("{v}", "volume"),
        ("{i}", "issue"),
        ("{p}", "page"),
        ("{n}. ", "edition"),
        ("{cited}", "accessed"),
        ("{acc", "accessed"),
        ("{from}", "URL"),
        ("{url}", "URL"),
        ("{num}", "number"),
    )
    if any(mark in style and name not in item for mark, name in needs):
        return (
            item["type"] == "book"
            and "{p}" in style
            and "edition" in item
            and "{ed}" not in style
            and bool(item.setdefault("page", "12-19"))
        )
    return not ("‹author|{org}" in style and len(item["author"]) > 3)


def _disturb(example: Made, rng: random.Random) -> Made:
    """Lose or swap the mark behind one stretch, or the space before the next."""
    candidates = [
        n
        for n, (label, *_) in enumerate(example.stretches)
        if label in ("author", "title", "container", "date", "publisher", "location")
    ]
    if not candidates:
        return example
    number = rng.choice(candidates)
    _, start, end = example.stretches[number]
    text = example.text
    if end - start < 3 or text[end - 1] not in ".,;:" or end >= len(text):
        return example
    mark = rng.choice(("", "", ".", ",", ";", ":"))
    if text[end : end + 1] != " " and not mark:
        mark = " "
    return _edit(example, number, text[start : end - 1].rstrip() + mark)


def _edit(example: Made, number: int, piece: str) -> Made:
    _, start, end = example.stretches[number]
    shift = len(piece) - (end - start)
    text = example.text[:start] + piece + example.text[end:]
    stretches = tuple(
        (label, a + (shift if n > number else 0), b + (shift if n >= number else 0))
        for n, (label, a, b) in enumerate(example.stretches)
    )
    return replace(example, text=re.sub(r"\s$", "", text), stretches=stretches)
