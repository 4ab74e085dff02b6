"""The rules over sentences: what fires, what does not, and that nothing pasted breaks them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.wording.advertising import Passage, Rule, hits, key_of
from citewell.wording.phrases import LONGEST, PhraseError, faults, lines_of, matcher, pattern
from citewell.wording.sentences import is_asked, is_denied, quoted, sentences
from citewell.wording.shipped import shipped_rules
from tests.effort import examples

from .advertisements import CLAIMS, MORE_CLAIMS, MORE_PLAIN, PLAIN


def rules(country: str = "GB") -> list[Rule]:
    """The shipped rules of a country as the engine reads them."""
    found = {}
    for each in shipped_rules():
        if each["country"] in ("", country):
            phrases = {
                name: tuple(lines_of(each[name])) for name in ("words", "unless", "together")
            }
            found[each["code"]] = Rule(
                each["code"], each["title"], reads=each["reads"], selling=each["selling"], **phrases
            )
    return list(found.values())


def codes(text: str, country: str = "GB", **options) -> list[str]:
    return [hit.rule.code for hit in hits([Passage(text)], rules(country), **options)]


@pytest.mark.parametrize(("code", "text"), CLAIMS)
def test_a_claim_is_found_by_its_rule(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize("text", MORE_CLAIMS)
def test_other_ways_to_say_it_are_found_on_a_page_that_sells(text: str) -> None:
    assert codes(text, sells=True)


@pytest.mark.parametrize("text", [*PLAIN, *MORE_PLAIN])
def test_plain_words_raise_nothing(text: str) -> None:
    assert codes(text) == []


def test_every_shipped_rule_is_understood_and_explains_itself() -> None:
    for each in shipped_rules():
        phrases = [
            line for name in ("words", "unless", "together") for line in lines_of(each[name])
        ]
        assert faults(phrases) == [], each["code"]
        assert each["title"], each
        assert each["why"], each
        assert each["better"], each


def test_a_countrys_rule_has_its_own_reason() -> None:
    by_country = {each["country"]: each for each in shipped_rules() if each["code"] == "testimony"}
    assert "CAP Code" in by_country["GB"]["why"]
    assert "133(1)(c)" in by_country["AU"]["why"]
    assert by_country["AU"]["words"] == by_country[""]["words"]


class TestPrescriptionOnlyMedicines:
    """CAP Code 12.12: their names do not stand on pages that sell."""

    def test_a_page_that_sells_may_not_name_them(self) -> None:
        assert codes("We offer Botox for lines.", sells=True) == ["prescription-only"]

    def test_not_even_in_a_question_or_denied(self) -> None:
        assert codes("Can Botox help?", sells=True) == ["prescription-only"]

    def test_a_page_that_informs_may(self) -> None:
        assert codes("Botulinum toxin is used for spasticity.") == []

    def test_other_countries_have_no_such_rule(self) -> None:
        assert codes("We offer Botox for lines.", "US", sells=True) == []


class TestAcceptedConditions:
    """A profession's claim for a condition is found by the sentence or by the page's title."""

    def test_the_title_names_the_profession(self) -> None:
        assert codes("We treat babies with colic.", title="Chiropractic for babies") == [
            "chiropractic-conditions"
        ]
        assert codes("We treat babies with colic.", title="Colic") == []

    def test_an_accepted_condition_is_fine(self) -> None:
        assert codes("Chiropractic may help low back pain.") == []


class TestQuotingAndDenying:
    """Where words stand decides whether the page claims them."""

    def test_marks_of_several_languages_quote(self) -> None:
        for text in ("“cure”", '"cure"', "„cure“", "«cure»", "‘cure’", "'cure'"):
            assert codes(f"The word {text} is wrong.") == [], text

    def test_a_mark_that_is_not_closed_quotes_nothing(self) -> None:
        assert codes("“We cure back pain.") == ["cure"]

    def test_an_apostrophe_is_no_quotation_mark(self) -> None:
        assert codes("It's our patients' cure and that's it.") == ["cure"]

    def test_not_only_denies_nothing(self) -> None:
        assert "cure" in codes("Our care not only eases pain, it cures it.")

    def test_a_condition_before_the_claim_denies_nothing(self) -> None:
        assert codes("If nothing has helped, our method cures your pain.") == ["cure"]

    def test_a_list_is_denied_as_a_whole(self) -> None:
        assert codes("It does not cure, prevent or reverse the illness.") == []

    def test_a_quoted_passage_and_a_myth_claim_nothing(self) -> None:
        for flag in ("is_quoted", "is_denied"):
            passage = Passage("Tablets cure back pain.", **{flag: True})
            assert list(hits([passage], rules())) == []

    def test_praise_counts_only_where_somebody_is_quoted(self) -> None:
        praise = "After two visits my pain was gone."
        assert [hit.rule.code for hit in hits([Passage(praise, is_quoted=True)], rules())] == [
            "testimony"
        ]
        assert codes(praise) == []


class TestSentences:
    """Sentences, questions, quotations by place."""

    def test_abbreviations_end_no_sentence(self) -> None:
        text = "Ask Dr. Lee, e.g. today. Then wait! “Why?” Because."
        assert [each.text for each in sentences(text)] == [
            "Ask Dr. Lee, e.g. today.",
            "Then wait!",
            "“Why?”",
            "Because.",
        ]

    def test_a_question_that_entices_is_no_plain_question(self) -> None:
        assert is_asked("Can it be cured?")
        assert not is_asked("Do you want to be cured?")
        assert not is_asked("Looking for a cure?")

    @given(st.text(max_size=400))
    @settings(max_examples=examples(60), deadline=None)
    def test_sentences_are_parts_of_the_text_in_order(self, text: str) -> None:
        last = 0
        for each in sentences(text):
            assert text[each.start : each.end] == each.text
            assert each.start >= last
            last = each.end

    @given(st.text(alphabet="ab .,!?“”\"'‘’«»\n", max_size=200))
    @settings(max_examples=examples(60), deadline=None)
    def test_quotations_do_not_overlap(self, text: str) -> None:
        last = 0
        for start, end in quoted(text):
            assert last <= start < end <= len(text)
            last = end

    @given(st.text(max_size=200), st.data())
    @settings(max_examples=examples(60), deadline=None)
    def test_denying_never_raises(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        assert is_denied(text, start, end) in (True, False)


class TestPhrases:
    """What editors may write, and what they are told about the rest."""

    def test_a_phrase_matches_whole_words_open_endings_gaps_and_ways(self) -> None:
        found = matcher(("cure*", "better than … surgery", "(drug|pill)-free"))
        assert found is not None
        for text in ("cured", "Better than any kind of surgery", "pill free", "drug-free"):
            assert found.search(text), text
        for text in ("secure", "better than a b c d e f g surgery", "pillfree"):
            assert not found.search(text), text

    @pytest.mark.parametrize(
        "wrong",
        [r"cu\w+e", "(cure", "cure)", "a|b cure", "[a-z]cure", "((a|b)|c) d", "* cure", "… cure",
         "cure …", "a", "…", "(.*)*", "x" * (LONGEST + 1), "one … two … three … four"],
    )  # fmt: skip
    def test_what_is_no_phrase_is_refused_with_a_sentence(self, wrong: str) -> None:
        with pytest.raises(PhraseError, match=r"“.*[.:]"):
            pattern(wrong)

    @given(st.text(max_size=80))
    @settings(max_examples=examples(200), deadline=None)
    def test_any_text_is_a_pattern_or_a_sentence(self, text: str) -> None:
        wrong = faults([text])
        assert all(sentence.endswith(".") for sentence in wrong)
        if not wrong:
            found = matcher((text,))
            assert found is not None
            found.search(text)

    @given(st.lists(st.sampled_from(["cure", "pain", "drug"]), min_size=1, max_size=4))
    @settings(max_examples=examples(40), deadline=None)
    def test_words_find_themselves(self, words: list[str]) -> None:
        found = matcher((" ".join(words),))
        assert found is not None
        assert found.fullmatch(" ".join(words).upper())

    def test_a_rule_that_is_not_understood_is_passed_over(self) -> None:
        wrong = Rule("wrong", "is wrong", ("(cure",))
        assert list(hits([Passage("We cure it.")], [wrong, *rules()]))


class TestHits:
    """What a hit carries."""

    def test_its_key_does_not_mind_blanks_and_capitals(self) -> None:
        assert key_of("cure", "We  CURE it’s pain.") == key_of("cure", "we cure it's pain.")
        assert key_of("cure", "We cure.") != key_of("guarantee", "We cure.")

    def test_a_rule_fires_once_in_a_sentence(self) -> None:
        assert codes("We cure and cure and cure.") == ["cure"]

    @given(st.text(max_size=500))
    @settings(max_examples=examples(30), deadline=None)
    def test_no_text_breaks_it_and_all_words_are_in_the_text(self, text: str) -> None:
        for hit in hits([Passage(text)], rules(), sells=True):
            assert hit.words in text
            assert hit.words in hit.sentence
