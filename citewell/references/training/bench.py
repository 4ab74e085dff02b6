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
from pathlib import Path
from typing import Any

from citewell.references.reading import read_references
from citewell.references.reading.cleaning import simplify
from citewell.references.reading.pasting import prepare
from citewell.references.reading.splitting import split
from citewell.references.training.examples import Example, read_gold
from citewell.references.training.lists import MANNERS, PastedList, paste
from citewell.references.training.pool import Pool
from citewell.references.training.synthesis import synthesise
from citewell.references.training.validation import FOLDS, Fold, cross_validate, held_out_colours

LISTS_PER_MANNER = 12
_CHIPS = re.compile(r"\[(?:PubMed|GoogleScholar|CrossRef|DOI|PMCfreearticle)\]")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m citewell.references.training.bench", description=__doc__
    )
    parser.add_argument(
        "--gold", type=Path, required=True, help="folder with AnyStyle's core.xml and gold.xml"
    )
    parser.add_argument(
        "--folds", type=int, default=FOLDS, help=f"how many of the {FOLDS} folds to measure"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    if not (options.gold / "core.xml").is_file():
        sys.stderr.write(f"There is no core.xml in {options.gold}.\n")
        return 2
    figures = measure(read_gold(options.gold), options.folds)
    if options.json:
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    else:
        for name, value in figures.items():
            sys.stdout.write(f"{name}: {value}\n")
    return 0


def measure(gold: list[Example], folds: int) -> dict[str, Any]:
    """Return all figures."""
    results = list(cross_validate(gold, folds))
    figures: dict[str, Any] = {"folds": len(results)}
    for kind in ("gold", "made"):
        figures[kind] = _scores(results, kind)
        if len(results) > 1:
            colours = held_out_colours(results, kind)
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


def _lists(gold: list[Example]) -> dict[str, Any]:
    """Return the share of made lists split right, per manner; the line model saw other lists."""
    rng = random.Random(30)  # noqa: S311 (no secret is made of it)
    alike: dict[str, list[Example]] = {}
    for example in synthesise(Pool.of(gold), 3000, seed=31, faults=False):
        alike.setdefault(example.manner, []).append(example)
    families = [family for family in alike.values() if len(family) >= 16]
    right = {
        manner: sum(
            split_right(paste(rng.sample(rng.choice(families), rng.randint(3, 16)), manner, rng))
            for _ in range(LISTS_PER_MANNER)
        )
        for manner in MANNERS
    }
    total = len(MANNERS) * LISTS_PER_MANNER
    faults = {
        manner: LISTS_PER_MANNER - count
        for manner, count in right.items()
        if count < LISTS_PER_MANNER
    }
    return {
        "lists": {"count": total, "right": round(sum(right.values()) / total, 4), "faults": faults}
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
