"""Understanding a query: folding, stems, lay words, negation, names, spelling. No database."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.relevance import other_subjects
from search.understanding.lay import lay_table, read
from search.understanding.names import derived_names, initials
from search.understanding.phonetic import sound
from search.understanding.query import MOST_WORDS, name_keys, understand
from search.understanding.spelling import KnownWord, begun, distance, keys, mend
from search.understanding.stems import stem
from search.understanding.text import fold, words


# No deadline: the first text waits for the word tables to be read.
@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_understanding(text: str):
    query = understand(text)
    assert len(query.words) == len(query.shown) <= MOST_WORDS
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("oedema", "edema"),
        ("Diarrhoea", "diarrhea"),
        ("anaemia", "anemia"),
        ("haemorrhoids", "hemorrhoids"),
        ("leukaemia", "leukemia"),
        ("tumours", "tumor"),
        ("oesophagus", "esophagus"),
        ("paediatric", "pediatric"),
        ("Sjögren's", "sjogren"),
        ("IŞIK", "ışık"),
        ("ISIRIK", "ısırık"),
        ("Straße", "STRASSE"),
        ("dizzy", "dizziness"),
        ("itchy", "itching"),
        ("arthritic", "arthritis"),
        ("children’s", "children's"),
    ],
)
def test_two_ways_to_write_a_word_are_one(one: str, other: str):
    assert [stem(w) for w in words(one)] == [stem(w) for w in words(other)]


@pytest.mark.parametrize("word", ["toe", "shoe", "four", "hour", "poet"])
def test_american_spelling_leaves_other_words_alone(word: str):
    assert words(word) == [word]


@pytest.mark.parametrize("text", ["頭痛がする", "ألم في الصدر", "सिरदर्द", "боль в спине", "כאב גב"])
def test_other_scripts_keep_their_words(text: str):
    assert understand(text).words


def test_names_are_one_in_any_order_of_words():
    assert name_keys("Cancer, uterine", "en")[1] == name_keys("uterine cancers", "en")[1]
    assert name_keys("heart burn", "en")[0] == name_keys("heartburn", "en")[0]


def test_an_everyday_phrase_brings_its_medical_meaning():
    (concept,) = understand("heart attack").concepts
    assert ("myocard", "infarct") in {a.stems for a in concept.alternatives}


def test_what_is_said_to_be_absent_hardly_counts_and_brings_no_other_wording():
    weights = {c.stems: c for c in understand("rash but no fever").concepts}
    assert weights[("rash",)].weight == 1
    assert weights[("fever",)].weight < 0.2
    assert not weights[("fever",)].alternatives


@pytest.mark.parametrize("text", ["baby not sleeping", "can't feel my face", "not breathing"])
def test_a_complaint_with_not_is_not_an_absence(text: str):
    assert all(c.weight > 0.2 for c in understand(text).concepts)


def test_a_long_question_is_reduced_to_what_carries_meaning():
    query = understand("hello doctor please can you tell me what I should do about my knee")
    assert {s for c in query.concepts if c.weight == 1 for s in c.stems} <= {
        "knee",
        "hello",
        "doctor",
    }


def test_initials_and_mentions_are_names():
    assert "adhd" in initials("Attention Deficit Hyperactivity Disorder")
    mentioned = {n for n, _ in derived_names("X", [], "X, also known as glass bone disease, is")}
    assert "glass bone disease" in mentioned


@pytest.mark.parametrize(
    ("one", "other"),
    [("newmonia", "pneumonia"), ("azma", "asthma"), ("nee", "knee"), ("flem", "phlegm")],
)
def test_words_that_sound_alike_share_a_key(one: str, other: str):
    assert sound(one) == sound(other)
    assert keys(one) & keys(other)


@given(st.text("abcdefgh", min_size=6, max_size=12), st.data())
def test_one_slip_is_always_found_by_a_key(word: str, data: st.DataObject):
    at = data.draw(st.integers(0, len(word) - 1))
    slip = data.draw(st.sampled_from(["drop", "double", "change"]))
    typed = {
        "drop": word[:at] + word[at + 1 :],
        "double": word[:at] + word[at] + word[at:],
        "change": word[:at] + "z" + word[at + 1 :],
    }[slip]
    assert keys(typed) & keys(word)
    assert distance(typed, word, 3) <= 1.3


def test_the_likelier_of_two_near_words_is_meant():
    known = [KnownWord("sciatica", "sciatica", 20, True), KnownWord("stica", "stica", 1, False)]
    assert mend("siatica", known)[0].word.text == "sciatica"


def test_letters_still_being_typed_are_compared_with_beginnings():
    assert begun("psora", "psoriasis")[0] <= 1
    assert begun("dstoni", "dystonia")[0] <= 1


def test_a_name_leads_to_its_heading_first_and_to_other_names_less():
    table = read(["heart attack | myocardial infarction | coronary thrombosis"], "en")
    attack, infarction, thrombosis = (
        tuple(map(stem, name.split()))
        for name in ("heart attack", "myocardial infarction", "coronary thrombosis")
    )
    led = table.phrases[thrombosis]
    assert led[attack] > led[infarction] > 0


def test_a_known_name_is_known_in_any_order():
    query = understand("leukemia - acute granulocytic")
    assert len(query.concepts) == 1
    assert ("acut", "myeloid", "leukem") in [a.stems for a in query.concepts[0].alternatives]


@pytest.mark.parametrize(("typed", "same"), [("type IIID", "type 3d"), ("factor VIII", "factor 8")])
def test_roman_and_arabic_numbers_are_one(typed: str, same: str):
    assert words(typed) == words(same)


def test_the_lay_table_is_sound_and_general():
    table = lay_table("en")
    assert len(table.phrases) > 5_000
    with pytest.raises(ValueError, match="line 1"):
        read(["no equals sign"], "en")
    assert not lay_table("xx").phrases


@pytest.mark.parametrize(
    "word",
    ["hammer", "temple", "crown", "bridge", "owl", "pigeon", "lion", "wolf", "diamond", "solar"],
)
def test_a_word_that_names_of_illnesses_hold_is_no_word_of_another_subject(word: str):
    """Hammer toe, dental crown, pigeon chest, solar keratosis: such a query must be answered."""
    assert word not in other_subjects("en")
