"""Every manner of listing references is cut where one ends and the next begins."""

import textwrap

import pytest

from citewell.references.reading import read_references

FIRST = (
    "Hall AB, van der Roe C, Lindqvist Å. Home exercise for neck pain in office workers: a randomised trial. "  # noqa: E501
    "Eur Spine J. 2014 Mar;23(3):512-9. doi: 10.1007/s00586-013-3050-8."
)
SECOND = (
    "Marsh, R. E., & Okafor, P. (2019). What do patients expect of manual therapy? "
    "Journal of Physiotherapy, 65(2), 88–95. https://doi.org/10.1016/j.jphys.2019.02.004"
)
THIRD = (
    "Quinn D, Abel T, editors. Dizziness in general practice. 2nd ed. London: Harbour Press; 2008."
)
FOURTH = "Ito K. Vertigo after whiplash. Clin Otol 1999;24:126-7."
ALL = [FIRST, SECOND, THIRD, FOURTH]


def raws(text: str) -> list[str]:
    return [" ".join(reading.raw.split()) for reading in read_references(text)]


@pytest.mark.parametrize(
    "mark",
    [
        "{}. ",
        "{}.\t",
        "[{}] ",
        "({}) ",
        "{}) ",
        "{} ",
        "{}: ",
        "{}.\u00a0",
        "#{} ",
        "{}.\n",
        "[{}]",
        " {}.  ",
        "{}]",
        "{}/ ",
        "{} - ",
        "{}.: ",
        "{} | ",
        "<{}> ",
        "**{}.** ",
        "[^{}]: ",
        "Ref [{}] ",
        "N° {} ",
        "［{}］ ",
        "【{}】",
        "{}、",
        "{}．",
    ],
)
@pytest.mark.parametrize("glue", ["\n", "\n\n"])
def test_numbers_in_all_manners(mark: str, glue: str) -> None:
    assert raws(glue.join(mark.format(n) + text for n, text in enumerate(ALL, start=1))) == ALL


def test_numbers_may_begin_anywhere_and_skip_one() -> None:
    assert (
        raws("\n".join(f"{n}. {text}" for n, text in zip((41, 42, 44, 45), ALL, strict=True)))
        == ALL
    )


@pytest.mark.parametrize("width", [50, 72, 95])
@pytest.mark.parametrize("mark", ["{}. ", "[{}] "])
def test_numbered_lists_may_be_wrapped(width: int, mark: str) -> None:
    text = "\n".join(
        textwrap.fill(mark.format(n) + t, width, break_on_hyphens=False)
        for n, t in enumerate(ALL, start=1)
    )
    assert raws(text) == ALL


@pytest.mark.parametrize("width", [60, 80, 95])
def test_unnumbered_lists_may_be_wrapped(width: int) -> None:
    assert raws("\n".join(textwrap.fill(t, width, break_on_hyphens=False) for t in ALL)) == ALL


@pytest.mark.parametrize(
    "bullet", ["• ", "- ", "* ", "– ", "▪ ", "•\t", "→ ", "\uf0b7\t", "+ ", "# "]
)
def test_bullets(bullet: str) -> None:
    assert raws("\n".join(bullet + text for text in ALL)) == ALL


@pytest.mark.parametrize("glue", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n\n"])
def test_one_per_line_or_paragraph(glue: str) -> None:
    assert raws(glue.join(ALL)) == ALL


def test_several_numbered_references_in_one_line() -> None:
    assert raws(" ".join(f"{n}. {text}" for n, text in enumerate(ALL, start=1))) == ALL


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "REFERENCES:",
        "8. References",
        "Literatur",
        "Références",
        "Bibliografía",
        "Works Cited",
        "Bibliografie",
        "Źródła",
        "Список литературы",
        "المراجع",
        "参考文献",
    ],
)
def test_a_heading_above_goes(heading: str) -> None:
    assert raws(f"{heading}\n\n" + "\n".join(ALL)) == ALL


def test_group_headings_go() -> None:
    assert (
        raws(f"Guidelines\n\n{FIRST}\n\n{SECOND}\n\nSystematic reviews\n\n{THIRD}\n\n{FOURTH}")
        == ALL
    )


def test_rows_of_links_behind_go() -> None:
    assert (
        raws("\n".join(f"{n}. {t}\n[PubMed] [Google Scholar]" for n, t in enumerate(ALL, start=1)))
        == ALL
    )


def test_pasted_html_lists() -> None:
    assert (
        raws("<ol>" + "".join(f"<li>{t.replace('&', '&amp;')}</li>\n" for t in ALL) + "</ol>")
        == ALL
    )


def test_a_word_broken_by_a_hyphen_is_joined() -> None:
    reading = read_references("Ito K. Vertigo after whip-\nlash. Clin Otol 1999;24:126-\n7.")[0]
    assert (reading.csl["title"], reading.csl["page"]) == ("Vertigo after whiplash", "126-7")


def test_an_address_broken_by_a_line_is_joined() -> None:
    reading = read_references(FIRST.replace("s00586-013", "s00586-\n013"))[0]
    assert reading.csl["DOI"] == "10.1007/s00586-013-3050-8"


@pytest.mark.parametrize("glue", ["\n", "\n\n", ", "])
def test_bare_identifiers_are_references(glue: str) -> None:
    readings = read_references(
        glue.join(["10.1007/s00586-013-3050-8", "https://doi.org/10.1016/j.jphys.2019.02.004"])
    )
    assert [reading.csl["DOI"] for reading in readings] == [
        "10.1007/s00586-013-3050-8",
        "10.1016/j.jphys.2019.02.004",
    ]


def test_bare_pmids_are_references() -> None:
    assert [r.csl["PMID"] for r in read_references("32497510\n23525888")] == [
        "32497510",
        "23525888",
    ]


def test_bare_addresses_are_references() -> None:
    pages = ["https://www.example.org/conditions/back-pain/", "https://www.example.org/vertigo"]
    assert [r.csl["URL"] for r in read_references("\n".join(pages))] == pages


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\x00", "\u200e"])
def test_nothing_gives_nothing_or_itself(text: str) -> None:
    assert [reading.csl for reading in read_references(text)] in ([], [{}])


def test_two_thousand_at_once_count_in_is_count_out() -> None:
    assert len(read_references("\n".join(f"{n}. {FOURTH}" for n in range(1, 2001)))) == 2000


@pytest.mark.parametrize("marks", ["abcd", ("i", "ii", "iii", "iv"), ("I", "II", "III", "IV")])
@pytest.mark.parametrize("form", ["{}) ", "{}. ", "({}) "])
def test_letters_and_roman_numbers_count(marks, form: str) -> None:
    pairs = zip(marks, ALL, strict=True)
    assert raws("\n".join(form.format(mark) + text for mark, text in pairs)) == ALL


@pytest.mark.parametrize("link", ["^ ", "^ a b ", "↑ "])
def test_links_back_to_the_text_are_no_part_of_a_reference(link: str) -> None:
    assert raws("\n".join(f"{n}. {link}{text}" for n, text in enumerate(ALL, 1))) == ALL


IDENTIFIERS = ["10.1136/bmj.c221", "PMID: 32497510", "https://www.nhs.uk/conditions/back-pain/"]


@pytest.mark.parametrize("glue", ["\n", "\n\n"])
def test_bare_identifiers_among_references_are_references(glue: str) -> None:
    mixed = [FIRST, *IDENTIFIERS, FOURTH]
    assert raws(glue.join(mixed)) == mixed


def test_an_identifier_behind_every_reference_belongs_to_it() -> None:
    pairs = [(THIRD, "https://books.example/1"), (FOURTH, "https://doi.org/10.1000/182")]
    text = "\n".join(line for pair in pairs for line in pair)
    assert raws(text) == [" ".join(pair) for pair in pairs]


@pytest.mark.parametrize(("first", "other"), [("", "    "), ("   ", "")])
def test_even_indents_say_where_references_begin(first: str, other: str) -> None:
    wrapped = [
        textwrap.fill(text, 60, initial_indent=first, subsequent_indent=other) for text in ALL
    ]
    assert [text.replace("- ", "-") for text in raws("\n".join(wrapped))] == ALL


def test_years_at_the_heads_of_lines_are_no_list_numbers() -> None:
    text = (
        "Hall AB. Exercise for neck pain in offices. Eur Spine J.\n2014. 23:512-9.\n\n"
        "Ito K. Vertigo after whiplash and what may help. Clin Otol.\n2015. 24:126-7."
    )
    assert len(raws(text)) == 2


@pytest.mark.parametrize("line", ["Immunization coverage. Available online:", "HALL EO, BERG G:"])
def test_the_first_line_of_a_wrapped_reference_is_no_heading(line: str) -> None:
    text = f"{FIRST}\n\n{line}\nhttps://health.example/facts (accessed 3 May 2020).\n\n{FOURTH}"
    assert line.split()[0] in " ".join(raws(text))


def test_numbers_at_the_heads_of_a_few_wrapped_lines_are_no_list_numbers() -> None:
    text = "\n".join(
        f"{textwrap.fill(FIRST, 60, break_on_hyphens=False)}\n{textwrap.fill(SECOND, 62)}"
        for _ in range(12)
    ).split("\n")
    text[20], text[50] = "12 " + text[20], "13 " + text[50]
    assert len(read_references("\n".join(text))) == 24


@pytest.mark.parametrize("mark", ["> ", ">> ", ">"])
def test_the_quote_marks_of_a_mail_go(mark: str) -> None:
    text = "\n".join(mark + line for line in textwrap.wrap(f"1. {FIRST}", 60))
    assert raws(f"{text}\n{mark}2. {FOURTH}") == [FIRST, FOURTH]


@pytest.mark.parametrize("word", ["Ref.", "Reference", "REF", "No.", "#"])
def test_words_before_numbers_go(word: str) -> None:
    assert raws("\n".join(f"{word} {n}: {text}" for n, text in enumerate(ALL, 1))) == ALL


def test_a_counted_chapter_or_issue_in_one_line_is_no_list_number() -> None:
    pieces = [
        "Hall A. Chapter 2. Guidelines for neck pain. Gut 2006;15:192-300.",
        "Ito K. Vertigo. Cochrane Database 2014, Issue 3. Art. No.: CD003162.",
        FOURTH,
    ]
    assert raws(" ".join(f"{n}. {text}" for n, text in enumerate(pieces, 1))) == pieces


def test_half_a_row_of_links_is_not_lost() -> None:
    text = f"1. {FOURTH} [PMC free\narticle] [PubMed]\n2. {FIRST}"
    assert "article]" in " ".join(raws(text))


@pytest.mark.parametrize("width", [44, 52, 58])
def test_a_line_that_ends_in_editors_goes_on(width: int) -> None:
    book = (
        "Higgs JPT, Thorn J, Chand LR, Cumber M, Page MJ, editors. Handbook for Systematic "
        "Reviews of Interventions. Harbour, 2022."
    )
    lines = book.replace("editors. ", "editors.\n").split("\n")
    text = "\n".join(textwrap.fill(line, width) for line in lines)
    wrapped = [textwrap.fill(t, width, break_on_hyphens=False) for t in (FIRST, FOURTH, THIRD)]
    assert raws("\n".join([wrapped[0], text, *wrapped[1:]])) == [FIRST, book, FOURTH, THIRD]


@pytest.mark.parametrize("signs", ["①②③④", "❶❷❸❹"])
def test_circled_numbers_count(signs: str) -> None:
    assert raws("\n".join(f"{s} {text}" for s, text in zip(signs, ALL, strict=True))) == ALL


def test_initials_are_no_roman_numbers() -> None:
    text = "I. Lee, Dizziness, Gut 3 (2001) 1-9.\nV. Roe, Pain, Gut 4 (2002) 2-8."
    assert raws(text) == text.split("\n")


@pytest.mark.parametrize("numbers", [(4, 3, 2, 1), (1, 1, 1, 1), (12, 7, 31, 3), (3, 8, 21, 54)])
@pytest.mark.parametrize("mark", ["{}. ", "[{}] ", "{}) "])
def test_numbers_on_every_line_need_not_count(numbers: tuple[int, ...], mark: str) -> None:
    pairs = zip(numbers, ALL, strict=True)
    assert raws("\n".join(mark.format(n) + text for n, text in pairs)) == ALL


def test_lists_of_groups_each_begin_anew() -> None:
    first, second = (
        "\n".join(f"{n}. {text}" for n, text in enumerate(part, 1)) for part in (ALL[:2], ALL[2:])
    )
    assert raws(f"A. Guidelines\n{first}\n\nB. Trials\n{second}") == ALL


@pytest.mark.parametrize("space", ["\u2003", "\u2009", "\u3000"])
def test_odd_spaces_around_numbers_go(space: str) -> None:
    assert raws("\n".join(f"{space}{n}.{space}{t}" for n, t in enumerate(ALL, 1)))[0] == FIRST


@pytest.mark.parametrize(
    "links", ["Article\xa0\xa0PubMed\xa0\xa0Google Scholar\xa0", "View in ScopusGoogle Scholar"]
)
def test_rows_of_links_without_brackets_go(links: str) -> None:
    assert raws("\n".join(f"{n}. {t}\n{links}" for n, t in enumerate(ALL, 1))) == ALL
