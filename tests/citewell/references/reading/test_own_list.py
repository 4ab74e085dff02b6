"""A list as clinics paste it, fourteen references in six styles: each field is read.

The works are made up; the manners are those of lists found on clinics' pages.
"""

from typing import Any

import pytest

from citewell.references.reading import Reading, read_references

PASTED = """References

1. Hallberg AB, van der Roe CK, Lindqvist Å, et al. Home exercise for neck pain in office workers: a randomised controlled trial. Eur Spine J. 2014 Mar;23(3):512-9. doi: 10.1007/s00586-013-3050-8. Epub 2013 Oct 13. PMID: 23525888.
2. Marsh, R. E., & Okafor, P. (2019). What do patients expect of manual therapy? Journal of Physiotherapy, 65(2), 88–95. https://doi.org/10.1016/j.jphys.2019.02.004
3. Quinn D, Abel T, editors. Dizziness in general practice. 2nd ed. London: Harbour Press; 2008.
4. Itō K. Vertigo after whiplash. Clin Otol 1999;24:126–7. [PubMed] [Google Scholar]
5. National Institute for Health and Care Excellence. Low back pain: assessment and management. London: NICE; 2016. Available from: https://www.nice.example/guidance/ng900 [Accessed 12 March 2021].
6. Sørensen, L. and Petrov, M. (2011) ‘Walking programmes after lumbar surgery’, Physiotherapy, 97(4), pp. 301–309.
7. Garcia, Maria L., and Thomas W. Reed. “Sitting Time and Back Pain in Drivers.” Spine 41, no. 17 (2016): 1372–1379.
8. Weber F, Klein U. Akuter Kreuzschmerz in der Hausarztpraxis. Dtsch Arztebl Int. 2018;115(11):181-8.
9. Novak J, Chen L, Adams B. Exercise therapy for long-lasting neck pain. Cochrane Database Syst Rev. 2015;(4):CD004250.
10. Tanaka Y, Moore S. Disc height and pain. Spine (Phila Pa 1976). 2002;27(5):E109-20.
11. Brown KL. Examination of the balance system. In: Ferrari P, Stone G, editors. Vestibular care. 3rd ed. Philadelphia: Northgate; 2012. p. 44-61.
12. Ahmed S, Lopez R; BACK2 Study Group. Early imaging and return to work. BMJ Open. 2020;10:e034512.
13. World Health Organization. Musculoskeletal conditions. 2021. https://www.who.example/fact-sheets/msk (accessed 3 May 2022).
14. J. D. Fischer, P. Ivanov, and T. Osei, “Prevalence of vertigo in older adults,” J. Vestib. Res., vol. 18, no. 2, pp. 77–83, 2008.
"""  # noqa: E501


def people(*names: tuple[str, str]) -> list[dict[str, str]]:
    return [{"family": family, "given": given} for family, given in names]


def when(*parts: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]}


EXPECTED: list[dict[str, Any]] = [
    {
        "type": "article-journal",
        "author": people(("Hallberg", "A. B."), ("van der Roe", "C. K."), ("Lindqvist", "Å.")),
        "title": "Home exercise for neck pain in office workers: a randomised controlled trial",
        "container-title": "Eur Spine J",
        "issued": when(2014, 3),
        "volume": "23",
        "issue": "3",
        "page": "512-9",
        "DOI": "10.1007/s00586-013-3050-8",
        "PMID": "23525888",
    },
    {
        "type": "article-journal",
        "author": people(("Marsh", "R. E."), ("Okafor", "P.")),
        "title": "What do patients expect of manual therapy?",
        "container-title": "Journal of Physiotherapy",
        "issued": when(2019),
        "volume": "65",
        "issue": "2",
        "page": "88-95",
        "DOI": "10.1016/j.jphys.2019.02.004",
    },
    {
        "type": "book",
        "editor": people(("Quinn", "D."), ("Abel", "T.")),
        "title": "Dizziness in general practice",
        "edition": "2",
        "publisher": "Harbour Press",
        "publisher-place": "London",
        "issued": when(2008),
    },
    {
        "type": "article-journal",
        "author": people(("Itō", "K.")),
        "title": "Vertigo after whiplash",
        "container-title": "Clin Otol",
        "issued": when(1999),
        "volume": "24",
        "page": "126-7",
    },
    {
        "type": "book",
        "author": [{"literal": "National Institute for Health and Care Excellence"}],
        "title": "Low back pain: assessment and management",
        "publisher": "NICE",
        "publisher-place": "London",
        "issued": when(2016),
        "URL": "https://www.nice.example/guidance/ng900",
        "accessed": when(2021, 3, 12),
    },
    {
        "type": "article-journal",
        "author": people(("Sørensen", "L."), ("Petrov", "M.")),
        "title": "Walking programmes after lumbar surgery",
        "container-title": "Physiotherapy",
        "issued": when(2011),
        "volume": "97",
        "issue": "4",
        "page": "301-309",
    },
    {
        "type": "article-journal",
        "author": people(("Garcia", "Maria L."), ("Reed", "Thomas W.")),
        "title": "Sitting Time and Back Pain in Drivers",
        "container-title": "Spine",
        "issued": when(2016),
        "volume": "41",
        "issue": "17",
        "page": "1372-1379",
    },
    {
        "type": "article-journal",
        "author": people(("Weber", "F."), ("Klein", "U.")),
        "title": "Akuter Kreuzschmerz in der Hausarztpraxis",
        "container-title": "Dtsch Arztebl Int",
        "issued": when(2018),
        "volume": "115",
        "issue": "11",
        "page": "181-8",
    },
    {
        "type": "article-journal",
        "author": people(("Novak", "J."), ("Chen", "L."), ("Adams", "B.")),
        "title": "Exercise therapy for long-lasting neck pain",
        "container-title": "Cochrane Database Syst Rev",
        "issued": when(2015),
        "issue": "4",
        "page": "CD004250",
    },
    {
        "type": "article-journal",
        "author": people(("Tanaka", "Y."), ("Moore", "S.")),
        "title": "Disc height and pain",
        "container-title": "Spine (Phila Pa 1976)",
        "issued": when(2002),
        "volume": "27",
        "issue": "5",
        "page": "E109-20",
    },
    {
        "type": "chapter",
        "author": people(("Brown", "K. L.")),
        "editor": people(("Ferrari", "P."), ("Stone", "G.")),
        "title": "Examination of the balance system",
        "container-title": "Vestibular care",
        "edition": "3",
        "publisher": "Northgate",
        "publisher-place": "Philadelphia",
        "issued": when(2012),
        "page": "44-61",
    },
    {
        "type": "article-journal",
        "author": [
            *people(("Ahmed", "S."), ("Lopez", "R.")),
            {"literal": "BACK2 Study Group"},
        ],
        "title": "Early imaging and return to work",
        "container-title": "BMJ Open",
        "issued": when(2020),
        "volume": "10",
        "page": "e034512",
    },
    {
        "type": "webpage",
        "author": [{"literal": "World Health Organization"}],
        "title": "Musculoskeletal conditions",
        "issued": when(2021),
        "URL": "https://www.who.example/fact-sheets/msk",
        "accessed": when(2022, 5, 3),
    },
    {
        "type": "article-journal",
        "author": people(("Fischer", "J. D."), ("Ivanov", "P."), ("Osei", "T.")),
        "title": "Prevalence of vertigo in older adults",
        "container-title": "J. Vestib. Res.",
        "issued": when(2008),
        "volume": "18",
        "issue": "2",
        "page": "77-83",
    },
]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return read_references(PASTED)


def test_every_reference_of_the_list_is_found(readings: list[Reading]) -> None:
    assert len(readings) == len(EXPECTED)


@pytest.mark.parametrize("number", range(len(EXPECTED)))
def test_every_field_is_right(readings: list[Reading], number: int) -> None:
    assert readings[number].csl == EXPECTED[number]


def test_most_need_no_look(readings: list[Reading]) -> None:
    assert sum(reading.confidence == "green" for reading in readings) >= 9


def test_what_is_not_understood_stays(readings: list[Reading]) -> None:
    assert readings[0].rest == "Epub 2013 Oct 13"
    assert not any(reading.rest for reading in readings[1:])
