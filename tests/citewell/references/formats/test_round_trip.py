"""CSL → file → CSL loses nothing the format can hold."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.formats import read, write
from citewell.references.formats.bibtex import FIELDS as BIBTEX
from citewell.references.formats.nbib import FIELDS as NBIB
from citewell.references.formats.ris import FIELDS as RIS
from citewell.references.reading.organisations import is_organisation
from tests.effort import examples

_WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüéñßçøł", min_size=2, max_size=9)
# "Hospital, Anna" may be a ward as well as a person: such a line stays an organisation's.
_NAME = _WORD.map(str.capitalize).filter(lambda name: not is_organisation(f"{name}, Anna"))
_SENTENCE = st.lists(_WORD, min_size=2, max_size=7).map(lambda words: " ".join(words).capitalize())
_TITLE = st.one_of(
    _SENTENCE,
    _SENTENCE.map(lambda text: text + "?"),
    _SENTENCE.map(lambda text: text + ": 5 % & more, α-blockers <i>in vivo</i> #2"),
)
_PERSON = st.one_of(
    st.fixed_dictionaries({"family": _NAME, "given": st.sampled_from(["A. B.", "Anna", "J.-P."])}),
    st.fixed_dictionaries({"family": _NAME, "given": _NAME, "suffix": st.just("Jr.")}),
    st.fixed_dictionaries({"family": _NAME, "suffix": st.sampled_from(["Jr.", "III"])}),
    st.builds(lambda one, two: {"family": f"{one}-{two}", "given": "M. C."}, _NAME, _NAME),
    st.builds(lambda word: {"family": f"van der {word}", "given": "Anna"}, _NAME),
    st.builds(lambda word: {"literal": f"{word} Society of Medicine"}, _NAME),
    st.builds(lambda word: {"literal": f"By {word} and {word} Group"}, _NAME),
    st.builds(lambda word: {"literal": f"{word}, {word} & Sons Co."}, _NAME),
)
_DATE = st.one_of(
    st.tuples(st.integers(1800, 2030)),
    st.tuples(st.integers(1800, 2030), st.integers(1, 12)),
    st.tuples(st.integers(1800, 2030), st.integers(1, 12), st.integers(1, 28)),
).map(lambda parts: {"date-parts": [list(parts)]})
_TEXT = {
    "container-title": _SENTENCE,
    "collection-title": _SENTENCE,
    "publisher": _SENTENCE,
    "publisher-place": _NAME,
    "volume": st.integers(1, 999).map(str),
    "issue": st.sampled_from(["3", "2-3", "Suppl 1"]),
    "page": st.sampled_from(["508-518", "e1003456", "S12-S20", "7"]),
    "DOI": st.integers(1, 10**6).map(lambda number: f"10.1000/abc_{number}"),
    "PMID": st.integers(1000, 10**8 - 1).map(str),
    "PMCID": st.integers(10**5, 10**7).map(lambda number: f"PMC{number}"),
    "ISSN": st.just("1234-5679"),
    "URL": st.just("https://example.org/a_b?c=d&e=f#g"),
    "language": st.sampled_from(["en", "de"]),
    "abstract": _SENTENCE,
    "note": _SENTENCE,
}
_ITEM = st.fixed_dictionaries(
    {"type": st.just("article-journal"), "title": _TITLE},
    optional={
        **_TEXT,
        "author": st.lists(_PERSON, min_size=1, max_size=4),
        "editor": st.lists(_PERSON, min_size=1, max_size=2),
        "issued": _DATE,
        "accessed": _DATE,
        "keyword": st.lists(_WORD, min_size=1, max_size=3).map(", ".join),
    },
)
_HOLDS = {
    "ris": {*RIS, "type", "author", "editor", "issued", "accessed", "keyword", "page"},
    "bibtex": {*BIBTEX, "type", "author", "editor", "issued", "accessed", "container-title",
               "publisher", "issue"},
    "nbib": {*NBIB, "type", "author", "issued", "DOI", "PMID"},
}  # fmt: skip


#: Works of other types, with the fields that both RIS and BibTeX have a place for.
_OTHER_WORK = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["book", "chapter", "paper-conference", "thesis", "report", "webpage", "manuscript",
             "dataset", "software", "patent"]
        ),
        "title": _TITLE,
    },
    optional={
        **{field: _TEXT[field] for field in ("publisher", "publisher-place", "DOI", "URL", "page",
                                             "language", "collection-title", "volume", "note")},
        "edition": st.sampled_from(["2", "11"]),
        "ISBN": st.just("978-0-306-40615-7"),
        "genre": st.sampled_from(["PhD thesis", "Technical report", "Preprint"]),
        "author": st.lists(_PERSON, min_size=1, max_size=3),
        "editor": st.lists(_PERSON, min_size=1, max_size=2),
        "translator": st.lists(_PERSON, min_size=1, max_size=2),
        "issued": _DATE,
        "accessed": _DATE,
    },
)  # fmt: skip


@pytest.mark.parametrize("name", ["ris", "bibtex"])
@settings(max_examples=examples(60), deadline=None)
@given(items=st.lists(_OTHER_WORK, min_size=1, max_size=3), container=_SENTENCE)
def test_a_work_of_another_type_comes_back(name: str, items: list[dict[str, Any]], container: str):
    for item in items:
        if item["type"] in ("chapter", "paper-conference"):
            item["container-title"] = container
    contents = read(f"list.{name}", write(items, name).text.encode())
    assert [reading.csl for reading in contents.readings] == items
    assert [reading.rest for reading in contents.readings] == [""] * len(items)


def held(item: dict[str, Any], name: str) -> dict[str, Any]:
    return {field: value for field, value in item.items() if field in _HOLDS[name]}


@pytest.mark.parametrize("name", ["ris", "bibtex", "nbib"])
@settings(max_examples=examples(60), deadline=None)
@given(items=st.lists(_ITEM, min_size=1, max_size=3))
def test_what_the_format_holds_comes_back(name: str, items: list[dict[str, Any]]):
    if name == "nbib":
        items = [{**item, "PMID": "32497510"} for item in items]
    written = write(items, name)
    contents = read(f"list.{name}", written.text.encode())
    assert [reading.csl for reading in contents.readings] == [held(item, name) for item in items]
    assert contents.problems == []
    assert [reading.rest for reading in contents.readings] == [""] * len(items)


@settings(max_examples=examples(60), deadline=None)
@given(items=st.lists(_ITEM, max_size=3))
def test_csl_json_comes_back_whole(items: list[dict[str, Any]]):
    contents = read("list.json", write(items, "csl-json").text.encode())
    assert [reading.csl for reading in contents.readings] == items
