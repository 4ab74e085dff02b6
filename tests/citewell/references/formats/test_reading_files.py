"""Files of reference managers, whole, broken and hostile: count in is count out, or it is said."""

import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.references.files import Refused
from citewell.references.formats import read
from tests.effort import examples

RIS = "TY  - JOUR\nAU  - Hall, A. B.\nTI  - Exercise {0}\nPY  - 2014\nER  - \n"
BIBTEX = "@article{{k{0},\n author = {{Hall, A. B.}},\n title = {{Exercise {0}}},\n year = 2014}}\n"
NBIB = "PMID- 1234567{0}\nTI  - Exercise {0}.\nFAU - Hall, A. B.\nDP  - 2014 May\nJT  - Spine\n"
ENDNOTE = (
    '<record><ref-type name="Journal Article">17</ref-type><contributors><authors>'
    '<author><style face="normal">Hall, A. B.</style></author><author>NHS England,</author>'
    "</authors></contributors><titles><title>Exercise {0}</title>"
    "<secondary-title>Spine</secondary-title></titles><pages>508-18</pages><dates>"
    "<year>2014</year><pub-dates><date>5 May</date></pub-dates></dates>"
    "<isbn>1234-5679</isbn><electronic-resource-num>10.1000/x{0}</electronic-resource-num>"
    "<urls><related-urls><url>https://example.org/{0}</url></related-urls></urls></record>"
)


def three(template: str, glue: str = "\n") -> bytes:
    return glue.join(template.format(number) for number in (1, 2, 3)).encode()


def endnote(records: bytes, before: str = "") -> bytes:
    return f"<?xml version='1.0'?>{before}<xml><records>".encode() + records + b"</records></xml>"


def docx(*paragraphs: str, name: str = "word/document.xml") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            name, f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
        )
    return buffer.getvalue()


CSL = json.dumps([{"type": "book", "title": f"Exercise {n}"} for n in (1, 2, 3)]).encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ris", three(RIS)), ("a.bib", three(BIBTEX)), ("a.nbib", three(NBIB)),
        ("a.xml", endnote(three(ENDNOTE))), ("a.json", CSL), ("named-wrongly.txt", three(RIS)),
        ("a.ris", three(RIS).replace(b"\n", b"\r\n")),
        ("a.ris", three(RIS).decode().encode("utf-16")),
    ],
)  # fmt: skip
def test_every_format_gives_its_three_records(name: str, data: bytes):
    contents = read(name, data)
    assert [one.csl["title"] for one in contents.readings] == [f"Exercise {n}" for n in (1, 2, 3)]
    assert contents.problems == []


def test_endnote_fields_are_read():
    (reading,) = read("a.xml", endnote(ENDNOTE.format(1).encode())).readings
    assert reading.csl == {
        "type": "article-journal",
        "title": "Exercise 1",
        "page": "508-18",
        "author": [{"family": "Hall", "given": "A. B."}, {"literal": "NHS England"}],
        "container-title": "Spine",
        "issued": {"date-parts": [[2014, 5, 5]]},
        "DOI": "10.1000/x1",
        "ISSN": "1234-5679",
        "URL": "https://example.org/1",
    }


def test_a_words_list_of_references_is_found_behind_its_prose():
    cited = ["Hall AB. Exercise. Spine. 2014;3:5-8.", "Ito K. Sleep. Spine. 2015;4:1-9."]
    data = docx("A title", "Prose about backs. " * 20, "References", *cited)
    assert [one.raw for one in read("a.docx", data).readings] == cited


@pytest.mark.parametrize("broken", ["TY  - JOUR\nnonsense\n", "TY  - JOUR\nER  - \n"])
def test_a_malformed_record_stays_and_is_named(broken: str):
    contents = read("a.ris", f"{RIS.format(1)}\n{broken}\n{RIS.format(2)}".encode())
    assert len(contents.readings) == 3
    assert [problem[:8] for problem in contents.problems] == ["Record 2"]


def between(template: str, broken: str) -> bytes:
    return "\n".join([template.format(1), broken, template.format(3)]).encode()


def without(template: str, line: str) -> str:
    return "".join(one for one in template.format(2).splitlines(True) if not one.startswith(line))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ris", between(RIS, without(RIS, "TY"))),
        ("a.ris", between(RIS, without(RIS, "TI"))),
        ("a.ris", between(RIS, RIS.format(2).replace("JOUR", "a journal"))),
        ("a.ris", between(RIS, RIS.format(2).replace("  - ", "\t- "))),
        ("a.bib", between(BIBTEX, BIBTEX.format(2).replace("Exercise 2}", "Exercise 2"))),
        ("a.bib", between(BIBTEX, BIBTEX.format(2).replace("},\n title", "}\n title"))),
        ("a.bib", between(BIBTEX, BIBTEX.format(2).replace("k2,", ""))),
        ("a.bib", between(BIBTEX, "@article{k2,\n title = {Exercise 2")),
        ("a.nbib", between(NBIB, without(NBIB, "PMID"))),
        ("a.nbib", between(NBIB, without(NBIB, "TI"))),
        ("a.nbib", between(NBIB, NBIB.format(2).replace("12345672", "none"))),
        ("a.xml", endnote(between(ENDNOTE, "<record/>"))),
        ("a.xml", endnote(between(ENDNOTE, "lost words"))),
        ("a.xml", endnote(between(ENDNOTE, "<rec><title>Exercise 2</title></rec>"))),
        ("a.json", CSL.replace(b'"title": "Exercise 2"', b'"publisher": "X"')),
        ("a.json", CSL.replace(b'{"type": "book", "title": "Exercise 2"}', b"null")),
        ("a.json", CSL.replace(b'{"type": "book", "title": "Exercise 2"}', b'["Exercise 2"]')),
    ],
)
def test_a_broken_record_costs_no_other_and_is_named(name: str, data: bytes):
    contents = read(name, data)
    titles = [one.csl.get("title") for one in contents.readings]
    assert titles == ["Exercise 1", None, "Exercise 3"]
    assert len(contents.problems) == 1
    assert contents.readings[1].raw.strip()


def test_a_broken_record_of_nbib_leaves_the_authors_of_the_one_before():
    data = between(NBIB, without(NBIB, "PMID").replace("Hall", "Other"))
    assert read("a.nbib", data).readings[0].csl["author"] == [{"family": "Hall", "given": "A. B."}]


def test_a_line_of_a_words_list_that_is_no_reference_stays_in_red():
    data = docx("Prose about backs. " * 20, "References", "Hall AB. Exercise. Spine. 2014;3:5-8.",
                "%%% ???", "Ito K. Sleep. Spine. 2015;4:1-9.")  # fmt: skip
    readings = read("a.docx", data).readings
    assert [one.csl.get("title") for one in readings] == ["Exercise", None, "Sleep"]
    assert (readings[1].confidence, readings[1].rest) == ("red", "%%% ???")


def test_a_text_between_records_stays_and_is_named():
    contents = read("a.ris", f"{RIS.format(1)}\nlost words\n\n{RIS.format(2)}".encode())
    assert contents.readings[1].rest == "lost words"
    assert contents.problems == ["What begins on line 7 is no record that could be read."]


def test_bibtex_abbreviations_are_resolved():
    data = '@string{sp = "Spine Journal"}\n@article{a, title={X of y}, journal=sp, year=2014}'
    (reading,) = read("a.bib", data.encode()).readings
    assert reading.csl["container-title"] == "Spine Journal"


def test_an_entry_that_is_no_item_stays_and_is_named():
    contents = read("a.json", b'[{"title": "X"}, 7]')
    assert [one.raw for one in contents.readings][1] == "7"
    assert contents.problems == ["Entry 2 is not an item."]


def test_nothing_in_a_file_gives_nothing():
    assert read("a.ris", b" \n").readings == []


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", endnote(b"<record>&b;</record>", BOMB)),
        ("a.xml", b"<?xml version='1.0'?><xml><records><record>"),
        ("a.xml", endnote(b"<record>" + b"<a>" * 90_000 + b"</a>" * 90_000 + b"</record>")),
        ("a.docx", b"PK\x03\x04 no zip"),
        ("a.docx", docx("x", name="word/other.xml")),
        ("a.docx", docx("Only prose, no list of references.")),
        ("a.docx", docx("a" * 70_000_000)),
        ("a.json", b"[" * 90_000),
        ("a.json", b"{bad"),
        ("a.json", b"7"),
        ("a.pdf", b"%PDF-1.7"),
    ],
    ids=["entities", "cut", "deep", "nozip", "other", "prose", "bomb", "nested", "bad", "7", "pdf"],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes):
    with pytest.raises(Refused) as refused:
        read(name, data)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@settings(max_examples=examples(80), deadline=None)
@given(
    template=st.sampled_from([RIS, BIBTEX, NBIB, ENDNOTE, CSL.decode()]),
    cut=st.integers(0, 400),
    junk=st.text(max_size=20),
)
def test_a_damaged_file_is_read_or_refused(template: str, cut: int, junk: str):
    text = template.format(1) if template != CSL.decode() else template
    damaged = text[:cut] + junk + text[cut:]
    try:
        contents = read("a.xml" if template == ENDNOTE else "a", damaged.encode("utf-8", "replace"))
    except Refused:
        return
    assert all(isinstance(one.raw, str) and "\0" not in one.raw for one in contents.readings)
