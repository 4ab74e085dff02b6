"""An item as plain lines and back: what was left as it was stays as it was."""

import pytest

from citewell.references.csl import TYPES
from citewell.references.kinds_of_work import kinds
from citewell.references.parts import PARTS, parts_of, with_parts

CSL = {
    "type": "article-journal",
    "title": "On <i>backs</i>",
    "author": [{"family": "Berg", "non-dropping-particle": "van den", "given": "H."}],
    "issued": {"date-parts": [[2020, 3]]},
    "custom": {"kept": "yes"},
}


def test_a_form_sent_as_it_was_changes_nothing():
    assert with_parts(CSL, parts_of(CSL)) == CSL


@pytest.mark.parametrize(
    ("part", "text", "value"),
    [
        (
            "author",
            "Hall, A. B.\n\nWHO",
            [{"family": "Hall", "given": "A. B."}, {"literal": "WHO"}],
        ),
        ("title", "Other\n title ", "Other title"),
        ("issued", "5 March 2021", {"date-parts": [[2021, 3, 5]]}),
        ("volume", "12", "12"),
        ("type", "book", "book"),
    ],
)
def test_a_changed_part_is_read_and_all_else_stays(part, text, value):
    item = with_parts(CSL, {**parts_of(CSL), part: text})
    assert item[part] == value
    assert {name: item[name] for name in CSL if name != part} == {
        name: CSL[name] for name in CSL if name != part
    }


def test_an_emptied_part_is_gone():
    assert "issued" not in with_parts(CSL, {"issued": " "})


def test_every_type_can_be_chosen_once_and_the_parts_are_named():
    assert sorted(kind for kind, _label in kinds()) == sorted(TYPES)
    assert all(PARTS.values())
