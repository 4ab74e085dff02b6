"""Whatever is pasted: nothing raises, nothing is lost, nothing hangs."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.reading import read_reference, read_references
from citewell.references.reading.lines import is_chips, is_heading
from citewell.references.reading.pasting import prepare
from citewell.references.reading.splitting import split
from tests.effort import examples

WORDS = st.sampled_from(
    [
        "Smith",
        "JA,",
        "Roe,",
        "B.",
        "&",
        "van",
        "der",
        "(2011).",
        "[2]",
        "3.",
        "et",
        "al.",
        "Spine",
        "J",
        "Effect",
        "of",
        "pain:",
        "2011;20(7):217-21.",
        "doi:",
        "10.1007/abc",
        "https://example.org/x",
        "“Title”",
        "In:",
        "editors.",
        "pp.",
        "3–9.",
        "vol.",
        "References",
        "-",
        "•",
        "PMID:",
        "1234567",
        "[PubMed]",
        "Accessed",
        "7",
        "Jan",
        "2020.",
        "é",
        "\u200e",
        "\xa0",
        "ISBN",
        "\ufeff",
        "@article{x,",
        "TY",
        "-",
        "",
    ]
)
PASTED = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(
        st.one_of(WORDS, st.just("\n"), st.just("\n\n"), st.text(max_size=4)), max_size=60
    ).map(" ".join),
)
LIST_MARK = re.compile(
    r"[\s>*_•·‧◦▪■□●○‣⁃∙➢➤►▸→❖◆★✓✔✦\uf0b7\uf0a7\uf0d8+~»#o–—-]*"
    r"(?:(?:refs?\.?|reference|n[r°º]?\.?|no\.?|#)?[ \t]?[\[［【〔(（<{]?\s?\^?"
    r"(?:[\d⁰¹²³⁴-⁹]{0,4}|[a-z]|[ivxlc]{1,7}|[①-⑳❶-❿⓫-⓴])\s?[\]］】〕)）>}.:=/、．。：–—*_-]*)?[\s,;|]*",
    re.IGNORECASE,
)


@settings(max_examples=examples(300), deadline=None)
@given(PASTED)
def test_every_character_is_in_some_raw_or_belongs_to_the_list(text: str) -> None:
    text = prepare(text)
    pieces = split(text)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    position = 0
    for start, end in [*((piece.start, piece.end) for piece in pieces), (len(text), len(text))]:
        for line in text[position:start].split("\n"):
            assert LIST_MARK.fullmatch(line) or is_chips(line) or _may_be_heading(line), line
        position = end


def _may_be_heading(line: str) -> bool:
    """A heading is short, has few words, and no numbers a reference would have."""
    words = line.split()
    return is_heading(line) or (
        len(line.strip()) <= 70 and len(words) <= 7 and not re.search(r"\d{3}", line)
    )


@settings(max_examples=examples(300), deadline=None)
@given(PASTED.map(lambda text: " ".join(text.split())))
def test_every_word_is_in_a_field_or_in_rest(raw: str) -> None:
    reading = read_reference(raw)
    covered = [*reading.spans.values()]
    rest = " ".join(re.findall(r"\w+", reading.rest))
    for word in re.finditer(r"[^\W_]+", raw):
        inside = all(any(a <= at < b for a, b in covered) for at in range(*word.span()))
        assert inside or word[0] in rest or not word[0].isascii(), word[0]


@settings(max_examples=examples(200), deadline=None)
@given(PASTED)
def test_nothing_raises_and_spans_lie_in_raw(text: str) -> None:
    for reading in read_references(text):
        assert reading.confidence in ("green", "amber", "red")
        assert "\x00" not in reading.raw
        assert all(0 <= start <= end <= len(reading.raw) for start, end in reading.spans.values())
        reading.raw.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "Smith JA, " * 100_000,
        "1. " * 300_000,
        "(((([[[[" * 100_000,
        "10.1000/" * 100_000,
        "https://" * 100_000,
        "@article{" * 60_000,
        "TY  - JOUR\n" * 20_000,
        "\u200f" * 500_000,
        "<li>" * 200_000,
        "A.-" * 300_000,
        "\x00" * 1_000_000,
    ],
    ids=lambda text: repr(text[:9]),
)
def test_a_megabyte_does_not_hang(text: str) -> None:
    begin = time.perf_counter()
    read_references(text)
    assert time.perf_counter() - begin < 120  # a hang, not a speed
