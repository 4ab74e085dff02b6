"""What may be kept, and how it is given."""

import gzip

import brotli
import pytest

from citewell.pagecache.answers import Answer, accepted_coding, holds_token, is_known, may_be_kept

HTML = ("Content-Type", "text/html; charset=utf-8")
HARMLESS = frozenset({"cookie", "accept-encoding"})
BODY = b"<p>All about backs.</p>" * 100


@pytest.mark.parametrize(
    ("status", "more"),
    [
        ("404 Not Found", []),
        ("302 Found", []),
        ("500 Server Error", []),
        ("200 OK", [("Set-Cookie", "csrftoken=x")]),
        ("200 OK", [("Cache-Control", "private")]),
        ("200 OK", [("Cache-Control", "max-age=60"), ("Cache-Control", "no-store")]),
        ("200 OK", [("cache-control", "max-age = 0")]),
        ("200 OK", [("Vary", "Cookie, Accept")]),
        ("200 OK", [("Vary", "*")]),
        ("200 OK", [("Content-Security-Policy", "script-src 'nonce-abc'")]),
        ("200 OK", [("Content-Length", "9000000")]),
        ("200 OK", [("Content-Encoding", "zstd")]),
    ],
)
def test_what_is_not_for_everybody_is_not_kept(status: str, more: list) -> None:
    assert not may_be_kept(status, [HTML, *more], HARMLESS)


def test_a_plain_page_is_kept() -> None:
    assert may_be_kept("200 OK", [HTML, ("Vary", "Cookie, Accept-Encoding")], HARMLESS)


def test_a_picture_is_not_kept() -> None:
    assert not may_be_kept("200 OK", [("Content-Type", "image/png")], HARMLESS)


def test_a_form_token_is_seen() -> None:
    assert holds_token(b'<input type="hidden" name="csrfmiddlewaretoken" value="x">')
    assert not holds_token(BODY)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", ""),
        ("", ""),
        ("vibrant", ""),
    ],
)
def test_the_best_coding_a_browser_reads_is_chosen(accepted: str, coding: str) -> None:
    assert accepted_coding(accepted) == coding


def test_every_browser_gets_the_same_page() -> None:
    answer = Answer.of([HTML], BODY, until=1.0)
    assert brotli.decompress(answer.body("br")[1]) == BODY
    assert gzip.decompress(answer.body("gzip")[1]) == BODY
    assert answer.body("") == ("", BODY)


def test_the_smallest_form_is_smaller_and_holds_the_same_page() -> None:
    page = " ".join(f"Line {number} of {number * number} words." for number in range(900)).encode()
    answer = Answer.of([HTML], page, until=1.0)
    smallest = answer.smallest()
    assert len(smallest.bodies["br"]) < len(answer.bodies["br"])
    assert brotli.decompress(smallest.bodies["br"]) == page
    assert smallest.bodies["gzip"] == answer.bodies["gzip"]
    assert (answer.is_smallest, smallest.is_smallest) == (False, True)
    assert Answer.from_bytes(smallest.to_bytes()) == smallest


def test_a_short_body_has_no_smaller_form() -> None:
    assert Answer.of([HTML], b"short", until=1.0).smallest().body("br") == ("", b"short")


def test_a_short_body_is_not_compressed() -> None:
    assert Answer.of([HTML], b"short", until=1.0).body("br") == ("", b"short")


def test_what_depended_on_a_visitor_is_taken_from_the_headers() -> None:
    answer = Answer.of([HTML, ("Vary", "Cookie"), ("ETag", '"x"')], BODY, until=1.0)
    assert dict(answer.headers) == {
        "Content-Type": HTML[1],
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding",
    }


def test_an_answer_survives_the_store() -> None:
    answer = Answer.of([HTML], BODY, until=12.5)
    assert Answer.from_bytes(answer.to_bytes()) == answer


@pytest.mark.parametrize("cut", [0, 1, 10, 200, -1])
def test_half_an_answer_is_none(cut: int) -> None:
    kept = Answer.of([HTML], BODY, until=12.5).to_bytes()
    with pytest.raises(ValueError, match=r".*"):
        Answer.from_bytes(kept[:cut])


@pytest.mark.parametrize("header", ['"abc-br"', 'W/"abc-gzip"', '"x", "abc"', "*"])
def test_a_browser_that_has_the_page_is_known(header: str) -> None:
    assert is_known("abc", header)


@pytest.mark.parametrize("header", ["", '"abd-br"', "nonsense"])
def test_any_other_is_not(header: str) -> None:
    assert not is_known("abc", header)
