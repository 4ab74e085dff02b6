"""Reading age, long sentences, passive voice and hard words, without a database."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.wording.marking import Glossary, Term
from citewell.wording.plain_words import (
    JARGON,
    LONG,
    jargon,
    long_sentences,
    passives,
    plain_words,
    read_table,
    reading_age,
)
from tests.effort import examples

EASY = "Your back is strong. Keep it moving a bit each day. Most pain goes in a few weeks. " * 6
HARD = (
    "Epidemiological investigations demonstrate considerable heterogeneity regarding "
    "musculoskeletal rehabilitation, necessitating individualised multidisciplinary evaluation of "
    "contraindications, comorbidities and pharmacological considerations. "
) * 6


def test_easy_words_have_a_lower_age_than_hard_ones() -> None:
    easy, hard = reading_age([EASY]), reading_age([HARD])
    assert easy is not None
    assert hard is not None
    assert easy <= 9
    assert hard >= 18


def test_too_few_words_have_no_age() -> None:
    assert reading_age(["Walk a little."]) is None
    assert reading_age([]) is None


def test_a_term_that_is_explained_counts_as_easy() -> None:
    text = "Spondylolisthesis often gives pain when you stand for long. " * 14
    glossary = Glossary([Term(1, ("spondylolisthesis",), "One bone of the back slips forward.")])
    before, after = reading_age([text]), reading_age([text], glossary)
    assert before is not None
    assert after is not None
    assert after < before


def test_a_sentence_is_long_above_its_limit() -> None:
    text = "word " * LONG + ". " + "And " + "word " * LONG + "."
    assert [count for _sentence, count in long_sentences(text)] == [LONG + 1]


def test_the_passive_is_found_and_lookalikes_are_not() -> None:
    found = [words for _s, words in passives("The scan was not done. Blood is taken by a nurse.")]
    assert found == ["was not done", "is taken"]
    assert list(passives("You are tired. It is red. They walked.")) == []


def test_hard_words_come_once_with_their_plain_word() -> None:
    found = list(jargon("Analgesia helps; analgesia PRIOR\nto sleep, too."))
    assert [(word.words, word.plain) for word in found] == [
        ("Analgesia", "pain relief"),
        ("PRIOR\nto", "before"),
    ]
    assert list(jargon("Anterior-posterior reorientation")) == []


def test_the_shipped_table_is_read_whole() -> None:
    lines = [line for line in JARGON.read_text().splitlines() if line.partition("#")[0].strip()]
    assert len(plain_words()) == len(lines) > 80


def test_lines_that_say_nothing_are_passed_over() -> None:
    assert read_table(["# all", "a = ", " = b", "no", "Big  Word = small  # why"]) == {
        "big word": "small"
    }


@given(st.text(max_size=600))
@settings(max_examples=examples(60), deadline=None)
def test_no_text_breaks_any_of_it(text: str) -> None:
    age = reading_age([text * 3])
    assert age is None or 5 <= age <= 25
    assert all(sentence.text in text for sentence, _count in long_sentences(text))
    assert all(words in text for _sentence, words in passives(text))
    assert all(word.words in text for word in jargon(text))
