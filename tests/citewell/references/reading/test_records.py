"""Records of reference managers, pasted among other things, are references too."""

import pytest

from citewell.references.reading import read_references

BIBTEX = """@article{hall2014,
  author = {Hall, Anna B. and van der Roe, Carl and {Back Pain Study Group}},
  title = {{Home} exercise for neck pain: a randomi{\\'e}d trial},
  journal = {Eur Spine J}, year = 2014, month = mar, volume = {23}, number = {3},
  pages = {512--519}, doi = {10.1007/s00586-013-3050-8}
}"""
RIS = """TY  - JOUR
AU  - Hall, Anna B.
AU  - van der Roe, Carl
TI  - Home exercise for neck pain
JO  - Eur Spine J
PY  - 2014/03/01/
VL  - 23
IS  - 3
SP  - 512
EP  - 519
DO  - 10.1007/s00586-013-3050-8
ER  - """
NBIB = """PMID- 23525888
OWN - NLM
TI  - Home exercise for neck pain
      in office workers.
FAU - Hall, Anna B
AU  - Hall AB
TA  - Eur Spine J
DP  - 2014 Mar
VI  - 23
IP  - 3
PG  - 512-9
LID - 10.1007/s00586-013-3050-8 [doi]"""
PLAIN = "Ito K. Vertigo after whiplash. Clin Otol 1999;24:126-7."


@pytest.mark.parametrize("text", [BIBTEX, RIS, NBIB], ids=["bibtex", "ris", "nbib"])
def test_each_format_gives_the_same_work(text: str) -> None:
    (reading,) = read_references(text)
    csl = reading.csl
    assert csl["type"] == "article-journal"
    assert csl["author"][0]["family"] == "Hall"
    assert (csl["container-title"], csl["volume"], csl["issue"]) == ("Eur Spine J", "23", "3")
    assert csl["issued"]["date-parts"][0][:2] == [2014, 3]
    assert csl["DOI"] == "10.1007/s00586-013-3050-8"
    assert csl["page"].startswith("512-")
    assert reading.raw == text.strip()


def test_bibtex_organisations_and_accents() -> None:
    (reading,) = read_references(BIBTEX)
    assert reading.csl["author"][2] == {"literal": "Back Pain Study Group"}
    assert "randomiéd" in reading.csl["title"]


@pytest.mark.parametrize("record", [BIBTEX, RIS, NBIB], ids=["bibtex", "ris", "nbib"])
def test_records_and_plain_references_mix(record: str) -> None:
    readings = read_references(f"{PLAIN}\n\n{record}\n\n{PLAIN}")
    assert [reading.csl.get("page", "")[:3] for reading in readings] == ["126", "512", "126"]


@pytest.mark.parametrize("record", [BIBTEX, RIS, NBIB], ids=["bibtex", "ris", "nbib"])
def test_count_in_is_count_out(record: str) -> None:
    assert len(read_references("\n\n".join([record] * 30))) == 30


def test_a_broken_entry_stays_in_red_with_its_text() -> None:
    readings = read_references("@article{hall2014, author = {Hall\n\n" + BIBTEX)
    assert [reading.confidence for reading in readings] == ["red", "green"]
    assert "hall2014" in readings[0].rest


def test_a_ris_record_without_end_is_not_lost() -> None:
    text = RIS.replace("ER  - ", "") + "\n" + RIS
    assert [reading.csl["title"] for reading in read_references(text)] == [
        "Home exercise for neck pain"
    ] * 2


def test_lines_that_mean_nothing_stay_in_rest() -> None:
    (reading,) = read_references(RIS.replace("ER  -", "ZZ  - Shelf 7\nER  -"))
    assert "Shelf 7" in reading.rest
