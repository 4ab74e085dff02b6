"""The figures of a search, and the command that prints them."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.evaluation import Judged, evaluate, read


def test_figures_follow_their_definitions():
    judged = [Judged("a", {"1": 1}), Judged("b", {"2": 1}), Judged("c", {"3": 1})]
    answers = {"a": ["1", "9"], "b": ["9", "2"], "c": []}
    figures = evaluate(judged, answers.__getitem__)
    assert figures.s1 == pytest.approx(1 / 3)
    assert figures.s5 == pytest.approx(2 / 3)
    assert figures.mrr == pytest.approx((1 + 0.5) / 3)
    assert figures.ndcg10 == pytest.approx((1 + 1 / 1.584962500721156) / 3)
    assert figures.zero == pytest.approx(1 / 3)


def test_rows_of_one_query_are_its_targets():
    (one,) = read(["query,target,grade", "gout,1,1", "gout,2,0.5"])
    assert one.grades == {"1": 1, "2": 0.5}


@pytest.mark.django_db
def test_the_command_measures_through_the_sites_own_search(stocked, tmp_path):
    file = tmp_path / "judged.csv"
    file.write_text("query,target,grade\nsiatica,sciatica,1\nmigrane,migraine,1\n")
    out = StringIO()
    call_command("evaluate_search", str(file), "--json", stdout=out)
    assert json.loads(out.getvalue())["s1"] == 1
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("evaluate_search", str(tmp_path / "missing.csv"))
