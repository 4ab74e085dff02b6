"""Icon arrays fill exactly as many dots as people, and leave the rest."""

from hypothesis import given
from hypothesis import strategies as st

from citewell.blocks.icon_array import COLUMNS, icon_array
from citewell.blocks.risk import RiskBlock


def dots(areas):
    """Every dot the areas cover."""
    return [
        (x, y)
        for area in areas
        for x in range(area.x, area.x + area.width)
        for y in range(area.y, area.y + area.height)
    ]


@given(st.data(), st.sampled_from(sorted(COLUMNS)))
def test_every_person_is_one_dot(data, denominator):
    count = data.draw(st.integers(0, denominator))
    array = icon_array(count, denominator)
    filled, unfilled = dots(array.filled), dots(array.unfilled)
    assert len(filled) == count
    assert sorted(filled + unfilled) == sorted(
        (x, y) for x in range(array.columns) for y in range(array.rows)
    )


def risk(**value):
    """A risk block's value."""
    return RiskBlock().normalize({"heading": "Pain again", **value})


def test_the_same_frequency_is_said_in_words_beside_the_picture():
    value = risk(denominator=1000, options=[{"label": "Without", "count": 12}], period="one year")
    html = RiskBlock().render(value)
    assert "12 of 1,000 people in one year" in html
    assert 'aria-hidden="true"' in html
    assert "12 of 1,000 people in one year" in RiskBlock().get_searchable_content(value)


def test_ten_thousand_people_take_no_more_markup_than_a_hundred():
    few = RiskBlock().render(risk(denominator="100", options=[{"label": "A", "count": 33}]))
    many = RiskBlock().render(risk(denominator="10000", options=[{"label": "A", "count": 3333}]))
    assert len(many) < len(few) + 50


def test_more_than_all_people_are_drawn_as_all():
    html = RiskBlock().render(risk(denominator="100", options=[{"label": "A", "count": 120}]))
    assert "100 of 100 people" in html
