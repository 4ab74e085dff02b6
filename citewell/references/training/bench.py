"""Measure the reference reader: `python -m citewell.references.training.bench --gold DIR [--json]`.

Every figure is of references kept from training: gold ones of the other folds, and made ones in
styles and with words the fold's model has not seen. Lists are made by `lists`.
"""

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from citewell.references.reading import read_references
from citewell.references.reading.cleaning import simplify
from citewell.references.reading.pasting import prepare
from citewell.references.reading.splitting import split
from citewell.references.training.examples import Example, read_gold
from citewell.references.training.lists import KEPT_MANNERS, MANNERS, PastedList, paste
from citewell.references.training.pool import Pool
from citewell.references.training.synthesis import synthesise
from citewell.references.training.validation import (
    FOLDS,
    USUAL_FOLDS,
    Fold,
    cross_validate,
    held_out_colours,
)

LISTS_PER_MANNER = 12
MADE_FOR_LISTS = 3000
_CHIPS = re.compile(
    r"\[(?:PubMed|GoogleScholar|CrossRef|DOI|PMCfreearticle)\]"
    r"|(?:Article|PubMed|GoogleScholar|ViewinScopus|CrossRefFullText\|)+$"
)


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m citewell.references.training.bench", description=__doc__
    )
    parser.add_argument(
        "--gold", type=Path, required=True, help="folder with AnyStyle's core.xml and gold.xml"
    )
    parser.add_argument(
        "--folds", type=int, default=USUAL_FOLDS, help=f"how many of the {FOLDS} folds to measure"
    )
    parser.add_argument("--keep", type=Path, help="folder with models of the folds, see training")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    if not (options.gold / "core.xml").is_file():
        sys.stderr.write(f"There is no core.xml in {options.gold}.\n")
        return 2
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    figures = measure(read_gold(options.gold), options.folds, options.keep)
    if options.json:
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    else:
        for name, value in figures.items():
            sys.stdout.write(f"{name}: {value}\n")
    return 0


def measure(gold: list[Example], folds: int, folder: Path | None = None) -> dict[str, Any]:
    """Return all figures."""
    results = list(cross_validate(gold, folds, folder))
    figures: dict[str, Any] = {"folds": len(results)}
    figures |= {kind: _scores(results, kind) for kind in ("gold", "made")}
    for kind, colours in held_out_colours(results).items():
        figures[kind]["colours"] = {
            name: {
                "share": round(colours.share(name), 3),
                "right": round(colours.share_right(name), 3),
            }
            for name in ("green", "amber", "red")
        }
    return figures | _lists(gold) | _speed(gold)


def _scores(results: list[Fold], kind: str) -> dict[str, Any]:
    scores = [fold.gold if kind == "gold" else fold.made for fold in results]
    right, found, wanted = (
        sum(getattr(score, name) for score in scores) for name in ("right", "found", "wanted")
    )
    count, exact = sum(score.count for score in scores), sum(score.exact for score in scores)
    faults: Counter[str] = Counter()
    for score in scores:
        faults.update(score.faults)
    return {
        "references": count,
        "f1": round(2 * right / (found + wanted), 4),
        "exact": round(exact / count, 4),
        "faults": dict(faults.most_common(8)),
    }


def split_right(pasted: PastedList) -> bool:
    """Tell whether a pasted list falls into its true references."""
    text = prepare(pasted.text)
    got = [_squeeze(text[piece.start : piece.end]) for piece in split(text)]
    return got == [_squeeze(reference) for reference in pasted.references]


def _squeeze(text: str) -> str:
    return _CHIPS.sub("", re.sub(r"[\s-]", "", simplify(text)))


def measure_lists(
    examples: list[Example], manners: Sequence[str], seed: int, each: int
) -> dict[str, Any]:
    """Return the share of made lists split right, and how many of each manner were not.

    Every other list holds references of one style, the others of any.
    """
    rng = random.Random(seed)  # noqa: S311 (no secret is made of it)
    alike: dict[str, list[Example]] = {}
    for example in examples:
        alike.setdefault(getattr(example, "manner", ""), []).append(example)
    families = [family for family in alike.values() if len(family) >= 16]
    faults: dict[str, int] = {}
    for manner in manners:
        for number in range(each):
            pool = rng.choice(families) if number % 2 else examples
            pasted = paste(rng.sample(pool, rng.randint(3, 16)), manner, rng)
            if not split_right(pasted):
                faults[manner] = faults.get(manner, 0) + 1
    count = len(manners) * each
    return {
        "count": count,
        "right": round(1 - sum(faults.values()) / count, 4),
        "faults": faults,
    }


def _lists(gold: list[Example]) -> dict[str, Any]:
    """Return how lists are split, of manners trained on and of those kept; the lists are new."""
    examples: list[Example] = [*synthesise(Pool.of(gold), MADE_FOR_LISTS, seed=31, faults=False)]
    return {
        "lists": measure_lists(examples, MANNERS, 30, LISTS_PER_MANNER),
        "lists in other manners": measure_lists(examples, KEPT_MANNERS, 32, LISTS_PER_MANNER),
    }


def _speed(gold: list[Example]) -> dict[str, Any]:
    pasted = "\n\n".join(
        f"{n}. {example.text}" for n, example in enumerate((gold * 2)[:2000], start=1)
    )
    begin = time.perf_counter()
    count = len(read_references(pasted))
    seconds = time.perf_counter() - begin
    return {
        "speed": {
            "references": count,
            "seconds": round(seconds, 2),
            "ms_per_reference": round(1000 * seconds / count, 2),
        }
    }


if __name__ == "__main__":
    sys.exit(main())
