"""Measures reading and writing references: `python -m tests.citewell.references.bench`.

Needs the labelled data beside a checkout (`../shared`); without it nothing is measured.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from citewell.references.styles import STYLES, format_reference
from citewell.references.training.bench import measure
from citewell.references.training.examples import read_gold
from citewell.references.training.validation import USUAL_FOLDS

SHARED = Path(__file__).resolve().parents[4] / "shared"
OURS = Path(__file__).parent / "styles" / "data" / "expected.json"


def writing(folder: Path) -> dict[str, Any]:
    """Texts identical per style, and milliseconds for 300 references of the slowest style."""
    items = json.loads((folder / "items.json").read_text(encoding="utf-8"))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    ours = json.loads(OURS.read_text(encoding="utf-8"))
    figures: dict[str, Any] = {}
    for style in STYLES:
        own = [row for row in ours if style in row["texts"]]
        own_same = sum(
            format_reference(row["item"], style).text == row["texts"][style] for row in own
        )
        same = sum(
            format_reference(item, style).text == expected[item["id"]][style] for item in items
        )
        many = (items * (300 // len(items) + 1))[:300]
        begin = time.perf_counter()
        for item in many:
            format_reference(item, style)
        spent = round(1000 * (time.perf_counter() - begin))
        figures[style] = {
            "identical": f"{same} of {len(items)}",
            "identical, items of the tests": f"{own_same} of {len(own)}",
            "ms_for_300": spent,
        }
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--folds", type=int, default=USUAL_FOLDS)
    parser.add_argument("--keep", type=Path, help="folder for the models of the folds")
    parser.add_argument("--only", choices=("reading", "writing"))
    options = parser.parse_args()
    if not (options.shared / "refgold").is_dir():
        sys.stdout.write("Not measured: the labelled data is not on this machine.\n")
        return 0
    figures: dict[str, Any] = {}
    if options.only != "reading":
        figures["writing"] = writing(options.shared / "csl")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    if options.only != "writing":
        figures["reading"] = measure(
            read_gold(options.shared / "refgold"), options.folds, options.keep
        )
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
