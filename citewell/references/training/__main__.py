"""Retrain the reference reader: `python -m citewell.references.training --gold DIR --out DIR`.

Writes `references.crfsuite`, `boundaries.crfsuite` and `confidence.json`. The same gold gives the
same files. `--keep` names a folder for the models of the folds: they are trained once, also for
`bench`, as long as examples and features stay what they are.
"""

import argparse
import json
import sys
from pathlib import Path

from citewell.references.reading.lexicon import DATA
from citewell.references.training.calibration import fit_colours
from citewell.references.training.examples import read_gold
from citewell.references.training.fit import fit, fit_lines
from citewell.references.training.lists import line_lists
from citewell.references.training.pool import Pool
from citewell.references.training.synthesis import synthesise
from citewell.references.training.validation import cross_validate

MADE = 8000
MADE_FOR_LISTS = 5000
LISTS = 4000


def main(arguments: list[str] | None = None) -> int:
    """Train all three models; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m citewell.references.training", description=__doc__
    )
    parser.add_argument(
        "--gold", type=Path, required=True, help="folder with AnyStyle's core.xml and gold.xml"
    )
    parser.add_argument("--out", type=Path, default=DATA, help="folder to write the models to")
    parser.add_argument(
        "--only", choices=("references", "boundaries", "confidence"), help="train one of the three"
    )
    parser.add_argument("--keep", type=Path, help="folder to keep the models of the folds in")
    options = parser.parse_args(arguments)
    if not (options.gold / "core.xml").is_file():
        sys.stderr.write(f"There is no core.xml in {options.gold}.\n")
        return 2
    gold = read_gold(options.gold)
    pool = Pool.of(gold)
    for folder in filter(None, (options.out, options.keep)):
        folder.mkdir(parents=True, exist_ok=True)
    if options.only in (None, "references"):
        made = synthesise(pool, MADE, seed=20)
        fit([*gold, *made], options.out / "references.crfsuite")
    if options.only in (None, "boundaries"):
        made = synthesise(pool, MADE_FOR_LISTS, seed=22, faults=False)
        fit_lines(line_lists([*gold, *made], LISTS, seed=21), options.out / "boundaries.crfsuite")
    if options.only in (None, "confidence"):
        folds = cross_validate(gold, folder=options.keep)
        weights = fit_colours([fold.cases for fold in folds])
        (options.out / "confidence.json").write_text(
            json.dumps(weights, sort_keys=True, separators=(",", ":")) + "\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
