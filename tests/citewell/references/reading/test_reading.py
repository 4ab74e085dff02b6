"""One reference in, one CSL item out, whatever the style."""

import subprocess
import sys
from typing import Any

import pytest

from citewell.references.reading import read_reference, read_references, references_as_json

HALL = {
    "type": "article-journal",
    "author": [{"family": "Hall", "given": "A. B."}, {"family": "van der Roe", "given": "C."}],
    "title": "Home exercise for neck pain in office workers: a randomised trial",
    "container-title": "Eur Spine J",
    "volume": "23",
    "page": "512-519",
}


@pytest.mark.parametrize(
    "text",
    [
        "Hall AB, van der Roe C. Home exercise for neck pain in office workers: a randomised trial. Eur Spine J. 2014;23(3):512-519.",  # noqa: E501
        "Hall AB, van der Roe C (2014) Home exercise for neck pain in office workers: a randomised trial. Eur Spine J 23(3):512–519",  # noqa: E501
        "Hall, A. B., & van der Roe, C. (2014). Home exercise for neck pain in office workers: a randomised trial. Eur Spine J, 23(3), 512–519.",  # noqa: E501
        "Hall, A.B. and van der Roe, C., 2014. Home exercise for neck pain in office workers: a randomised trial. Eur Spine J, 23(3), pp.512-519.",  # noqa: E501
        "Hall, A.B.; van der Roe, C. Home exercise for neck pain in office workers: a randomised trial. Eur Spine J 2014, 23, 512–519.",  # noqa: E501
        "Hall, A. B. & van der Roe, C. Home exercise for neck pain in office workers: a randomised trial. Eur Spine J 23, 512–519 (2014).",  # noqa: E501
        "A. B. Hall and C. van der Roe, “Home exercise for neck pain in office workers: a randomised trial,” Eur Spine J, vol. 23, no. 3, pp. 512–519, 2014.",  # noqa: E501
    ],
)
def test_seven_styles_say_the_same(text: str) -> None:
    csl = read_reference(text).csl
    assert {name: csl.get(name) for name in HALL} == HALL
    assert csl["issued"] == {"date-parts": [[2014]]}
    assert csl.get("issue", "3") == "3"


def csl_of(text: str) -> dict[str, Any]:
    return read_reference(text).csl


def test_a_book() -> None:
    csl = csl_of(
        "Quinn D, Abel T. Dizziness in general practice. 2nd ed. London: Harbour Press; 2008."
    )
    assert (csl["type"], csl["title"], csl["edition"]) == (
        "book",
        "Dizziness in general practice",
        "2",
    )
    assert (csl["publisher"], csl["publisher-place"]) == ("Harbour Press", "London")


def test_a_chapter() -> None:
    csl = csl_of(
        "Ito K. Vertigo after whiplash. In: Quinn D, Abel T, editors. Dizziness in general practice. "  # noqa: E501
        "2nd ed. London: Harbour Press; 2008. p. 101-19."
    )
    assert (csl["type"], csl["container-title"]) == ("chapter", "Dizziness in general practice")
    assert [name["family"] for name in csl["editor"]] == ["Quinn", "Abel"]
    assert csl["page"] == "101-19"


def test_a_web_page_with_the_day_it_was_looked_at() -> None:
    csl = csl_of(
        "World Health Organization. Low back pain [Internet]. Geneva: World Health Organization; 2023 "  # noqa: E501
        "[cited 2024 Mar 1]. Available from: https://www.who.int/news-room/fact-sheets/detail/low-back-pain"
    )
    assert csl["author"] == [{"literal": "World Health Organization"}]
    assert csl["accessed"] == {"date-parts": [[2024, 3, 1]]}
    assert csl["URL"].endswith("/low-back-pain")
    assert csl["title"] == "Low back pain"


def test_identifiers_behind_a_reference() -> None:
    csl = csl_of(
        "Ito K. Vertigo after whiplash. Clin Otol. 1999;24:126-7. doi:10.1000/xyz.123. "
        "PMID: 12345678; PMCID: PMC1234567. [PubMed] [Google Scholar]"
    )
    assert (csl["DOI"], csl["PMID"], csl["PMCID"]) == ("10.1000/xyz.123", "12345678", "PMC1234567")
    assert csl["page"] == "126-7"


def test_a_broken_doi_stays_in_rest() -> None:
    reading = read_reference(
        "Ito K. Vertigo after whiplash. Clin Otol. 1999;24:126-7. doi: 10.1000/"
    )
    assert "DOI" not in reading.csl
    assert "10.1000/" in reading.rest


def test_online_first_dates_stay_in_rest() -> None:
    reading = read_reference("Ito K. Vertigo. Clin Otol. 1999;24:126-7. Epub 1998 Dec 3.")
    assert reading.rest == "Epub 1998 Dec 3"


def test_et_al_is_marked_and_no_author() -> None:
    reading = read_reference(
        "Ito K, Hall A, Roe B, et al. Vertigo after whiplash. Clin Otol. 1999;24:126-7."
    )
    assert len(reading.csl["author"]) == 3
    assert "et-al" in reading.spans


def test_spans_show_where_each_field_stands() -> None:
    raw = "Ito K. Vertigo after whiplash. Clin Otol. 1999;24:126-7."
    reading = read_reference(raw)
    shown = {name: raw[slice(*span)].strip(" .;:") for name, span in reading.spans.items()}
    assert shown == {
        "author": "Ito K",
        "title": "Vertigo after whiplash",
        "container-title": "Clin Otol",
        "issued": "1999",
        "volume": "24",
        "page": "126-7",
    }


@pytest.mark.parametrize(
    "text", ["We thank all the patients who took part.", "asdf jkl; 12 ???", "Call us today!"]
)
def test_prose_is_never_green(text: str) -> None:
    assert read_references(text)[0].confidence != "green"


def test_a_plain_article_is_green() -> None:
    text = (
        "Hall AB, Roe C, Ito K. Exercise for chronic neck pain: a randomised controlled trial. "
        "Eur Spine J. 2014;23(3):512-9. doi: 10.1007/s00586-013-3050-8."
    )
    assert read_references(text)[0].confidence == "green"


def test_markup_in_a_field_comes_out_as_text() -> None:
    (reading,) = read_references(
        "<p>Hall A. Effect of <i>S. aureus</i> &amp; friends. <b>Gut</b> 2014;23:512-9.</p>"
    )
    assert reading.csl["title"] == "Effect of S. aureus & friends"


def test_the_printed_list_has_four_keys_in_input_order() -> None:
    rows = references_as_json(
        "1. Ito K. Vertigo. Gut 1999;24:126-7.\n2. Roe B. Pain. Gut 2001;3:1-2."
    )
    assert [list(row) for row in rows] == [["raw", "csl", "confidence", "rest"]] * 2
    assert [row["csl"]["title"] for row in rows] == ["Vertigo", "Pain"]


def test_reading_needs_neither_django_nor_training() -> None:
    code = (
        "import sys, citewell.references.reading\n"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('django', 'wagtail') or 'training' in m]\n"  # noqa: E501
        "sys.exit(len(bad))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_names_before_a_quoted_title_are_authors() -> None:
    reading = read_reference(
        "Olga A. Lloyd and Ken T. Ito, “Walking and the lumbar spine in winter,” "
        "Spine 41, no. 17 (2011): 84-92."
    )
    assert [name["family"] for name in reading.csl["author"]] == ["Lloyd", "Ito"]
    assert reading.csl["title"] == "Walking and the lumbar spine in winter"


def test_a_preprint_server_is_the_publisher() -> None:
    reading = read_reference(
        "Silva, O. M. & Kring, D. A. Sitting and standing at work. "
        "Preprint at medRxiv (2021). https://doi.org/10.1101/2021.02.04.29045080"
    )
    assert reading.csl["publisher"] == "medRxiv"
    assert reading.csl["title"] == "Sitting and standing at work"
    assert reading.rest == ""


def test_updated_before_a_date_is_no_part_of_the_publisher() -> None:
    reading = read_reference(
        "Sleep apnoea. World Bank. Updated April 7, 2021. Accessed May 2, 2022. "
        "https://www.example.org/facts"
    )
    assert reading.csl["publisher"] == "World Bank"
