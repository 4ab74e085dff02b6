"""Label the tokens of a reference with the trained sequence model."""

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

    def label(self, tokens: list[Token]) -> tuple[list[str], list[float]]:
        """Return a label for each token, and the probability the model gives it there."""
        if not tokens:
            return [], []
        self._tagger.set(pycrfsuite.ItemSequence(describe(tokens)))
        labels = list(self._tagger.tag())
        return labels, [self._tagger.marginal(label, i) for i, label in enumerate(labels)]
