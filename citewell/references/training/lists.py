"""Make pasted lists whose true pieces are known, to train and measure splitting."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from citewell.references.training.examples import Example
from citewell.references.training.layouts import KEPT, TUNED, Sheet, wrapped

MANNERS = tuple(TUNED)
KEPT_MANNERS = tuple(KEPT)  # measured only: nothing was trained on them or fitted to them
_HEADS = ("References\n", "REFERENCES\n\n", "", "", "References:\n", "Literatur\n\n")
_TRAINED = (
    "lines", "blank", "wrapped", "wrapped", "wrapped-blank", "wide-wrapped", "hanging", "indented",
    "hyphenated", "letter-wrapped", "letter-wrapped", "column", "column",
)  # fmt: skip


@dataclass(frozen=True)
class PastedList:
    """A pasted text and the references it truly holds, each without line ends and number."""

    manner: str
    text: str
    references: tuple[str, ...]


def paste(examples: list[Example], manner: str, rng: random.Random) -> PastedList:
    """Return `examples` as one pasted list in a manner."""
    texts = [example.text for example in examples]
    layout: Callable[[Sheet], str] = (TUNED | KEPT)[manner]
    first = rng.choice((1, 1, 1, 1, rng.randint(2, 120)))
    text = layout(Sheet(texts, rng, first, rng.randint(55, 100)))
    if not manner.startswith(("html", "heading", "one-line")):
        text = rng.choice(_HEADS) + text
    return PastedList(manner, text, tuple(texts))


def line_lists(examples: list[Example], count: int, seed: int) -> list[tuple[str, list[int]]]:
    """Return unnumbered lists with the offsets where their references begin, for the line model."""
    rng = random.Random(seed)  # noqa: S311 (no secret is made of it)
    result: list[tuple[str, list[int]]] = []
    alike: dict[str, list[Example]] = {}
    for example in examples:
        alike.setdefault(getattr(example, "manner", ""), []).append(example)
    families = [family for family in alike.values() if len(family) > 15]
    for _ in range(count):
        pool = rng.choice(families) if families and rng.random() < 0.6 else examples
        manner = rng.choice(_TRAINED)
        glue = "\n\n" if manner in ("blank", "wrapped-blank") else "\n"
        chosen = rng.sample(pool, min(len(pool), rng.randint(2, 14)))
        sheet = Sheet(
            [], rng, 1, rng.randint(32, 60) if manner == "column" else rng.randint(45, 105)
        )
        text, offsets = "", []
        for example in chosen:
            text += glue if text else ""
            offsets.append(len(text))
            text += wrapped(example.text, manner, sheet)
        result.append((text, offsets))
    return result
