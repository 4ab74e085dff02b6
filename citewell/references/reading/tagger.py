"""Label the tokens of a reference with the trained sequence model."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pycrfsuite

from citewell.references.reading.features import describe
from citewell.references.reading.tokens import Token

MODEL = Path(__file__).parent / "data" / "references.crfsuite"


@lru_cache(maxsize=4)
def open_model(path: Path = MODEL) -> "Model":
    """Return the model at `path`, loaded once."""
    return Model(path)


class Model:
    """A conditional random field over tokens (python-crfsuite)."""

    def __init__(self, path: Path) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))

    def label(self, tokens: list[Token]) -> "Labelling":
        """Return the most probable label for each token, and how sure the model is."""
        if not tokens:
            return Labelling([], 0.0, [])
        self._tagger.set(pycrfsuite.ItemSequence(describe(tokens)))
        labels = list(self._tagger.tag())
        sure = [self._tagger.marginal(label, i) for i, label in enumerate(labels)]
        return Labelling(labels, self._tagger.probability(labels), sure)


@dataclass(frozen=True)
class Labelling:
    """Labels of the tokens, the probability of them all together, and of each."""

    labels: list[str]
    probability: float
    each: list[float]
