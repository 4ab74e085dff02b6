"""Cross-validate: train without a fold, read the fold, compare field by field."""

import hashlib
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citewell.references.reading.assembly import assemble
from citewell.references.reading.confidence import colour_of
from citewell.references.reading.lexicon import DATA
from citewell.references.reading.reference import read_with_evidence
from citewell.references.reading.segments import group
from citewell.references.reading.tagger import Model
from citewell.references.reading.tokens import fixed_shapes, tokenise
from citewell.references.training.boosting import Case
from citewell.references.training.calibration import judge_unseen, thresholds
from citewell.references.training.examples import Example, labels_of
from citewell.references.training.fit import PARAMETERS, fit
from citewell.references.training.pool import Pool
from citewell.references.training.rendering import Made
from citewell.references.training.scoring import Score
from citewell.references.training.synthesis import synthesise

FOLDS = 5
USUAL_FOLDS = 2  # of the five; the last stays untouched, for the last look
_DESCRIBING = ("features", "surroundings", "tokens", "identifiers", "phrases", "dates", "lexicon")
MADE_FOR_TRAINING = 8000
MADE_FOR_MEASURING = 1200


@dataclass
class Fold:
    """What one fold showed: scores and, per reference, evidence and whether it was right."""

    gold: Score = field(default_factory=Score)
    made: Score = field(default_factory=Score)
    gold_cases: list[Case] = field(default_factory=list)
    made_cases: list[Case] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def cases(self) -> list[Case]:
        """Return the cases of both kinds."""
        return self.gold_cases + self.made_cases


def true_csl(example: Example) -> dict[str, Any]:
    """Return the CSL an example says: as made, or as its gold labels spell."""
    if isinstance(example, Made):
        return example.csl
    shapes = fixed_shapes(example.text)
    tokens = tokenise(example.text, shapes)
    return assemble(group(example.text, tokens, labels_of(example, tokens), shapes)).csl


def folds_of(examples: Sequence[Example], seed: int = 1) -> list[Example]:
    """Return the examples shuffled; fold k is every FOLDS-th from k."""
    shuffled = list(examples)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 (no secret is made of it)
    return shuffled


def cross_validate(
    examples: Sequence[Example], folds: int = USUAL_FOLDS, folder: Path | None = None
) -> Iterator[Fold]:
    """Yield a `Fold` per fold: gold references, and made ones in styles kept from training.

    A model that stands in `folder`, of the same examples and features, is not trained again;
    without a folder the models are thrown away.
    """
    shuffled = folds_of(examples)
    with tempfile.TemporaryDirectory() as passing:
        for number in range(folds):
            model = _train_fold(shuffled, number, folder or Path(passing))
            yield _read_fold(model, shuffled[number::FOLDS], number)


def _train_fold(shuffled: list[Example], number: int, folder: Path) -> Model:
    rest = [example for n, example in enumerate(shuffled) if n % FOLDS != number]
    made = synthesise(Pool.of(rest), MADE_FOR_TRAINING, number, kept=False, fold=number)
    path = folder / f"fold{number}-{_fingerprint([*rest, *made])}.crfsuite"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        fit([*rest, *made], unfinished)
        unfinished.rename(path)
    return Model(path)


def _fingerprint(examples: list[Example]) -> str:
    """Return what changes with the examples, the parameters and the code that describes tokens."""
    digest = hashlib.sha256(repr((PARAMETERS, examples)).encode())
    for file in [
        *(DATA.parent / f"{name}.py" for name in _DESCRIBING),
        *sorted(DATA.glob("*.txt")),
    ]:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _read_fold(model: Model, test: list[Example], number: int) -> Fold:
    fold = Fold()
    made = synthesise(Pool.of(test), MADE_FOR_MEASURING, 1000 + number, kept=True, fold=number)
    begin = time.perf_counter()
    for example in [*test, *made]:
        reading, found = read_with_evidence(example.text, model)
        is_made = isinstance(example, Made)
        score, cases = (fold.made, fold.made_cases) if is_made else (fold.gold, fold.gold_cases)
        right = score.add(reading.csl, true_csl(example))
        if found:
            cases.append((found, right))
    fold.seconds = time.perf_counter() - begin
    return fold


@dataclass(frozen=True)
class Colours:
    """How many readings got each colour, and how many of them were right."""

    given: dict[str, int]
    right: dict[str, int]

    def share(self, name: str) -> float:
        """Return the share of readings with this colour."""
        return self.given[name] / (sum(self.given.values()) or 1)

    def share_right(self, name: str) -> float:
        """Return the share of this colour's readings that are right in every field."""
        return self.right[name] / (self.given[name] or 1)


def held_out_colours(folds: Sequence[Fold]) -> dict[str, Colours]:
    """Colour each fold by trees grown, and thresholds set, on the others; per kind of reference."""
    judged = judge_unseen([fold.cases for fold in folds])
    names = ("green", "amber", "red")
    colours = {
        kind: Colours(dict.fromkeys(names, 0), dict.fromkeys(names, 0)) for kind in ("gold", "made")
    }
    for number, fold in enumerate(folds):
        limits = thresholds([one for n, part in enumerate(judged) if n != number for one in part])
        kinds = ["gold"] * len(fold.gold_cases) + ["made"] * len(fold.made_cases)
        for (found, right), (chance, _), kind in zip(
            fold.cases, judged[number], kinds, strict=True
        ):
            name = colour_of(chance, found, limits)
            colours[kind].given[name] += 1
            colours[kind].right[name] += right
    return colours
