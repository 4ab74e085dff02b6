"""Training is seeded, and works from a handful of references."""

import json
import random
from functools import partial
from pathlib import Path

import pytest

from citewell.references.reading.assembly import assemble
from citewell.references.reading.confidence import colour_of, probability
from citewell.references.reading.reference import read_reference
from citewell.references.reading.segments import group
from citewell.references.reading.tagger import MODEL, Model
from citewell.references.reading.tokens import fixed_shapes, tokenise
from citewell.references.training import __main__ as train
from citewell.references.training import bench, calibration, validation
from citewell.references.training.boosting import grow
from citewell.references.training.calibration import judge_unseen, thresholds
from citewell.references.training.examples import labels_of, read_gold, tokens_and_labels
from citewell.references.training.fit import PARAMETERS, fit
from citewell.references.training.lists import KEPT_MANNERS, MANNERS, paste
from citewell.references.training.pool import Pool
from citewell.references.training.scoring import Score
from citewell.references.training.styles import STYLES
from citewell.references.training.synthesis import synthesise
from citewell.references.training.variation import vary

GOLD = """<?xml version="1.0"?><dataset><sequence>
<citation-number>[1]</citation-number><author>Hall A, Roe B.</author><title>Neck pain.</title>
<journal>Eur Spine J</journal><volume>2014;23:</volume><pages>512-9.</pages>
</sequence></dataset>"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "core.xml").write_text(GOLD)
    (tmp_path / "gold.xml").write_text(GOLD)
    return tmp_path


def test_gold_is_read_once_without_its_numbers(gold: Path) -> None:
    (example,) = read_gold(gold)
    assert example.text.startswith("Hall A")
    assert [label for label, _, _ in example.stretches] == [
        "author",
        "title",
        "container",
        "date",
        "volume",
        "pages",
    ]


def test_the_same_seed_makes_the_same_references() -> None:
    assert synthesise(Pool(), 20, seed=3) == synthesise(Pool(), 20, seed=3)
    assert synthesise(Pool(), 20, seed=3) != synthesise(Pool(), 20, seed=4)


def test_styles_kept_for_measuring_are_not_trained_on() -> None:
    trained = {made.manner for made in synthesise(Pool(), 200, seed=1, kept=False)}
    assert trained
    kept = synthesise(Pool(), 50, seed=1, kept=True)
    assert all(made.text for made in kept)


def test_a_varied_style_prints_what_it_says() -> None:
    rng = random.Random(3)
    made = synthesise(Pool(), 300, seed=9, kept=False)
    assert any(vary(style, rng) != style for style in STYLES["article"])
    score = Score()
    for one in made:
        shapes = fixed_shapes(one.text)
        tokens = tokenise(one.text, shapes)
        labels = labels_of(one, tokens)
        score.add(assemble(group(one.text, tokens, labels, shapes)).csl, one.csl)
    assert score.share_exact > 0.95


def test_every_token_has_a_label() -> None:
    for made in synthesise(Pool(), 50, seed=5):
        tokens, labels = tokens_and_labels(made)
        assert len(tokens) == len(labels)
        assert all(labels)


def test_a_small_model_can_be_fitted_and_read_with(tmp_path: Path) -> None:
    fit(synthesise(Pool(), 60, seed=2), tmp_path / "small.crfsuite", iterations=15)
    model = Model(tmp_path / "small.crfsuite")
    reading = read_reference("Hall A. Neck pain. Eur Spine J 2014;23:512-9.", model)
    assert reading.csl["type"]


def test_made_lists_hold_their_references_in_every_manner() -> None:
    made = synthesise(Pool(), 5, seed=6)
    for manner in (*MANNERS, *KEPT_MANNERS):
        pasted = paste(made, manner, random.Random(1))
        assert len(pasted.references) == 5
        assert pasted.text


def test_a_field_too_many_counts_against_f1() -> None:
    score = Score()
    assert not score.add({"title": "A", "volume": "1"}, {"title": "a"})
    assert (score.right, score.found, score.wanted, score.exact) == (1, 2, 1, 0)


CASES = [({"doubt": n % 100 / 100, "noise": n * 37 % 11}, n % 100 < 60) for n in range(300)]


def test_trees_learn_what_makes_a_reading_right() -> None:
    weights = grow(CASES, trees=120)
    assert probability({"doubt": 0.1, "noise": 3}, weights) > 0.8
    assert probability({"doubt": 0.9, "noise": 3}, weights) < 0.2


def test_the_same_cases_grow_the_same_trees() -> None:
    assert grow(CASES, trees=5) == grow(CASES, trees=5)


def test_a_case_is_judged_by_trees_that_did_not_see_it() -> None:
    contrary = [({"doubt": 0.1, "noise": 0.0}, False)] * 20
    judged = judge_unseen([CASES, contrary])[1]
    assert all(chance > 0.8 and not right for chance, right in judged)


def test_thresholds_keep_green_right() -> None:
    judged = [(n / 100, n > 70 or n % 2 == 0) for n in range(100)] * 3
    green = thresholds(judged)["green"]
    chosen = [right for chance, right in judged if chance >= green]
    assert sum(chosen) / len(chosen) >= 0.97
    assert 0.6 < green < 0.71


def test_no_threshold_is_found_where_too_few_are_right() -> None:
    limits = thresholds([(0.9, False), (0.8, True)] * 50)
    assert colour_of(0.99, {"no-author": 0, "no-source": 0, "no-title": 0}, limits) != "green"


@pytest.mark.parametrize("main", [train.main, bench.main])
def test_a_folder_without_gold_is_refused_in_one_sentence(
    main: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(main)
    assert main(["--gold", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_shipped_models_are_small_and_carry_their_notice() -> None:
    folder = train.DATA
    assert sum(path.stat().st_size for path in folder.glob("*.crfsuite")) < 3_000_000
    assert "Redistributions in binary form" in (folder / "NOTICE.txt").read_text()
    assert {"green", "amber", "trees"} <= json.loads(
        (folder / "confidence.json").read_text()
    ).keys()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make training and measuring small enough for a test."""
    for module, name, count in (
        (validation, "MADE_FOR_TRAINING", 60),
        (validation, "MADE_FOR_MEASURING", 30),
        (train, "MADE", 60),
        (train, "LISTS", 10),
        (bench, "LISTS_PER_MANNER", 1),
        (bench, "MADE_FOR_LISTS", 600),
    ):
        monkeypatch.setattr(module, name, count)
    monkeypatch.setitem(PARAMETERS, "max_iterations", 5)
    monkeypatch.setattr(calibration, "grow", partial(grow, trees=3))


@pytest.mark.usefixtures("small")
def test_the_models_of_folds_are_trained_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examples = synthesise(Pool(), 30, seed=9)
    first = list(validation.cross_validate(examples, 1, tmp_path))
    monkeypatch.setattr(validation, "fit", lambda *_: pytest.fail("trained again"))
    again = list(validation.cross_validate(examples, 1, tmp_path))
    assert [fold.gold for fold in again] == [fold.gold for fold in first]


@pytest.mark.usefixtures("small")
def test_other_examples_get_other_models(tmp_path: Path) -> None:
    for seed in (1, 2):
        list(validation.cross_validate(synthesise(Pool(), 20, seed=seed), 1, tmp_path))
    assert len(list(tmp_path.glob("fold0-*.crfsuite"))) == 2


@pytest.mark.usefixtures("small")
def test_training_and_measuring_run_from_end_to_end(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, keep = tmp_path / "out", tmp_path / "folds"
    assert train.main(["--gold", str(gold), "--out", str(out), "--keep", str(keep)]) == 0
    weights = json.loads((out / "confidence.json").read_text())
    assert {"green", "amber", "start", "trees"} == weights.keys()
    assert read_reference("Hall A. Neck pain. Gut 2014;23:512-9.", Model(out / MODEL.name)).csl
    assert bench.main(["--gold", str(gold), "--keep", str(keep), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["made"]["references"] == 30 * validation.USUAL_FOLDS
    assert figures["lists"]["count"] == len(MANNERS)
    assert figures["speed"]["references"] == 2
