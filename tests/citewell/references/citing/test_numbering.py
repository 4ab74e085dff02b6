"""Numbers follow first appearance; marks side by side are made one; nothing is lost or dead."""

import re

from hypothesis import given
from hypothesis import strategies as st

from citewell.references.citing import numbering
from citewell.references.citing.marks import Mark, groups_in, marks_in, tag


def number(texts, standing, **options):
    """The pass over these stored texts."""
    return numbering.number([groups_in(text) for text in texts], standing, **options)


marks = st.builds(Mark, st.integers(1, 9), st.sampled_from(["", "", "p. 12", 'p. <"&']))
fillers = st.sampled_from([" and ", "</p><p>", ".", "<b>x</b>", ", ", "", " "])
texts = st.lists(st.tuples(marks, fillers), max_size=12).map(
    lambda pairs: "<p>" + "".join(f"{mark}{filler}" for mark, filler in pairs) + "</p>"
)


def shown(*stored, standing=None, **options):
    """The texts with numbers in brackets, as a reader would see them."""
    standing = {key: key for key in range(1, 100)} if standing is None else standing
    found = number(stored, standing, **options)
    for text, clusters in zip(stored, found.clusters, strict=True):
        for cluster in reversed(clusters):
            words = ",".join(_words(part, found.numbers) for part in cluster.parts)
            text = text[: cluster.start] + (f"[{words}]" if words else "") + text[cluster.end :]
        yield text


def _words(part, numbers):
    numbered = [str(numbers[source]) for source in part.sources]
    words = numbered[0] if len(numbered) == 1 else f"{numbered[0]}–{numbered[-1]}"
    return words + (f"({part.locator})" if part.locator else "")


def test_numbers_follow_first_appearance_over_all_texts():
    assert list(shown(f"a{tag(70)}b{tag(3)}", f"c{tag(3)}d{tag(5)}")) == ["a[1]b[2]", "c[2]d[3]"]
    assert list(shown(f"c{tag(3)}d{tag(5)}", f"a{tag(70)}b{tag(3)}")) == ["c[1]d[2]", "a[3]b[1]"]


def test_marks_side_by_side_collapse_whatever_stands_between_them():
    first = "".join(f"x{tag(key)}" for key in range(1, 7))
    second = f"y{tag(5)}, {tag(2)}&nbsp;; {tag(4)}{tag(6)}{tag(2)}."
    assert list(shown(first, second))[1] == "y[2,4–6]."


def test_two_in_a_row_are_no_range_and_a_word_between_parts_groups():
    text = f"{tag(1)}{tag(2)} and {tag(3)}"
    assert list(shown(text)) == ["[1,2] and [3]"]


def test_a_locator_and_a_warned_source_stay_out_of_ranges():
    before = "".join(f"x{tag(key)}" for key in (1, 2, 3, 4))
    assert list(shown(before, f"{tag(1)}{tag(2, 'p. 12')}{tag(3)}"))[1] == "[1,2(p. 12),3]"
    assert list(shown(before, f"{tag(1)}{tag(2)}{tag(3)}{tag(4)}", alone={4}))[1] == "[1–3,4]"


def test_a_source_that_is_gone_leaves_no_number_and_takes_none():
    found = number([f"a{tag(8)}b{tag(1)}{tag(8)}"], {1: 1})
    assert found.missing == [8]
    assert found.numbers == {1: 1}
    assert list(shown(f"a{tag(8)}b{tag(1)}{tag(8)}", standing={1: 1})) == ["ab[1]"]


def test_two_keys_of_one_work_are_one_number():
    assert list(shown(f"a{tag(1)}b{tag(2)}{tag(1)}", standing={1: 2, 2: 2})) == ["a[1]b[1]"]


def test_names_and_years_stay_where_they_are():
    found = number([f"{tag(2)}{tag(1)}{tag(3)}"], {1: 1, 2: 2, 3: 3}, by_number=False)
    assert [part.sources for part in found.clusters[0][0].parts] == [(2,), (1,), (3,)]


def test_a_tag_without_a_key_or_with_an_absurd_one_is_no_mark():
    assert not list(marks_in('<embed embedtype="citation"/>'))
    assert not list(marks_in(f'<embed embedtype="citation" id="{"9" * 30}"/>'))
    assert not groups_in('<embed embedtype="media" url="https://example.org/citation"/>')


@given(marks)
def test_a_mark_is_read_as_it_was_written(mark):
    assert list(marks_in(f"<p>words{mark}</p>")) == [mark]


@given(st.lists(texts, max_size=4))
def test_every_citation_has_a_place_that_shows_it_and_places_count_up(stored):
    found = number(stored, {key: key for key in range(1, 8)})
    parts = [part for clusters in found.clusters for one in clusters for part in one.parts]
    assert [part.place for part in parts] == list(range(1, len(parts) + 1))
    cited = {mark.source for text in stored for mark in marks_in(text)}
    assert set(found.numbers) == cited & set(range(1, 8))
    assert set(found.missing) == cited - set(range(1, 8))
    assert list(found.numbers.values()) == list(range(1, len(found.numbers) + 1))
    for source, places in found.places.items():
        assert places
        assert all(source in parts[place - 1].sources for place in places)


@given(st.lists(texts, max_size=3))
def test_what_is_no_mark_stays_as_it_is(stored):
    for text, clusters in zip(stored, number(stored, {}).clusters, strict=True):
        rest, at = "", 0
        for cluster in clusters:
            rest, at = rest + text[at : cluster.start], cluster.end
        rest += text[at:]
        assert "<embed" not in rest
        assert re.sub(r"[,\s]", "", rest) == re.sub(r"<embed[^>]*>|[,\s]", "", text)
