"""Which encoding a file is in is found out, not asked."""

import pytest

from importing.readers import read_article
from importing.readers.decoding import decode

TEXT = "Nackenübung für später\n\n“Quoted” – a naïve café: 5 € and ½ are in this longer line."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_decoded(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf16_with_its_mark_is_read_in_any_script(mark: str) -> None:
    text = "\ufeffألم الظهر\n\nיש כאב. 背中の痛み."
    assert decode(text.encode(mark)).text == text[1:]


def test_windows_1252_is_said() -> None:
    assert any("Windows-1252" in warning for warning in decode(TEXT.encode("cp1252")).warnings)
    assert decode(TEXT.encode()).warnings == ()


def test_one_wrong_byte_does_not_spoil_the_rest() -> None:
    data = "ألم الظهر and caf".encode() + b"\xe9" + " – ok".encode()
    assert decode(data).text == "ألم الظهر and café – ok"


def test_a_page_says_its_encoding() -> None:
    html = '<meta charset="windows-1251"><h1>Боль</h1><p>Текст о боли.</p>'
    document = read_article(html.encode("cp1251"), "a.html")
    assert (document.title, document.lead) == ("Боль", "Текст о боли.")


def test_a_page_that_says_latin_1_is_read_as_browsers_do() -> None:
    html = '<meta charset="iso-8859-1"><h1>Pain</h1><p>“Quoted” – text.</p>'
    assert read_article(html.encode("cp1252"), "a.html").lead == "“Quoted” – text."


def test_line_ends_of_any_system_are_one() -> None:
    assert decode(b"One\r\nTwo\rThree\nFour").text == "One\nTwo\nThree\nFour"
