"""Fit the sequence model to labelled references."""

from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from citewell.references.reading.boundaries import describe_lines
from citewell.references.reading.features import describe
from citewell.references.reading.lines import read_lines
from citewell.references.training.examples import Example, tokens_and_labels

# L1 keeps the model small; the values were chosen by cross-validation.
PARAMETERS = {"c1": 0.25, "c2": 0.01, "max_iterations": 70, "feature.minfreq": 2}


def fit(examples: Iterable[Example], out: Path, *, iterations: int = 0) -> None:
    """Train on `examples` and write the model to `out`; the same examples give the same model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in examples:
        tokens, labels = tokens_and_labels(example)
        if tokens:
            trainer.append(pycrfsuite.ItemSequence(describe(tokens)), labels)
    trainer.select("lbfgs")
    trainer.set_params(PARAMETERS | ({"max_iterations": iterations} if iterations else {}))
    trainer.train(str(out))


def fit_lines(lists: Iterable[tuple[str, list[int]]], out: Path) -> None:
    """Train the line model on pasted texts and the offsets where their references begin."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for text, offsets in lists:
        begins = set(offsets)
        lines = read_lines(text)
        labels = ["B" if line.start in begins else "I" for line in lines]
        trainer.append(pycrfsuite.ItemSequence(describe_lines(lines)), labels)
    trainer.select("lbfgs")
    trainer.set_params(PARAMETERS | {"max_iterations": 80})
    trainer.train(str(out))
