"""A server on this machine that answers as Crossref and PubMed document it."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

WORK = {
    "DOI": "10.1000/ABC", "type": "journal-article",
    "title": ["Exercise for <i>back</i> pain &amp; sleep"], "subtitle": ["A randomised trial"],
    "container-title": ["Spine Journal"], "volume": "14", "issue": "3", "page": "508-518",
    "author": [{"given": "A. B.", "family": "Hall", "sequence": "first", "affiliation": []},
               {"name": "SPINE Study Group", "sequence": "additional", "affiliation": []}],
    "issued": {"date-parts": [[2014, 3]]}, "ISSN": ["1234-5679"],
    "updated-by": [{"DOI": "10.1000/RETR", "type": "retraction", "label": "Retraction",
                    "updated": {"date-parts": [[2016, 5, 4]]}}],
}  # fmt: skip
NOTICE = {
    "DOI": "10.1000/retr", "type": "journal-article", "title": ["Retraction"],
    "issued": {"date-parts": [[None]]},
    "update-to": [{"DOI": "10.1000/abc", "type": "retraction"}],
}  # fmt: skip
BOOK = {"DOI": "10.1000/book", "type": "monograph", "title": ["The neck"],
        "ISBN": ["9780306406157"], "publisher": "Example Press"}  # fmt: skip
ARTICLE = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN"
 "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">32497510</PMID><Article>
<Journal><ISSN IssnType="Print">1234-5679</ISSN><JournalIssue><Volume>14</Volume><Issue>3</Issue>
<PubDate><Year>2014</Year><Month>Mar</Month><Day>5</Day></PubDate></JournalIssue>
<Title>Spine Journal</Title><ISOAbbreviation>Spine J</ISOAbbreviation></Journal>
<ArticleTitle>Exercise for <i>back</i> pain.</ArticleTitle>
<Pagination><MedlinePgn>508-18</MedlinePgn></Pagination><AuthorList>
<Author><LastName>Hall</LastName><ForeName>Ann B</ForeName><Initials>AB</Initials></Author>
<Author><CollectiveName>SPINE Study Group</CollectiveName></Author></AuthorList>
<Language>eng</Language><PublicationTypeList>
<PublicationType UI="D016428">Journal Article</PublicationType>
<PublicationType UI="D016449">Randomized Controlled Trial</PublicationType>
</PublicationTypeList></Article><CommentsCorrectionsList>
<CommentsCorrections RefType="RetractionIn"><RefSource>Spine J. 2016</RefSource>
<PMID Version="1">27000001</PMID></CommentsCorrections></CommentsCorrectionsList>
</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/abc</ArticleId>
<ArticleId IdType="pmc">PMC7263814</ArticleId></ArticleIdList></PubmedData>
</PubmedArticle></PubmedArticleSet>"""


class StandIn(ThreadingHTTPServer):
    """Remembers what it was asked; `trouble` holds what to do instead of answering, in order.

    A number is a status, bytes are an answer, a text is where it redirects to; “drip” is an answer
    that never ends, “cut” one that breaks off.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, dict[str, list[str]], str]] = []
        self.trouble: list[int | bytes | str] = []
        self.retry_after = "3"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        self.server.asked.append((parts.path, query, self.headers["User-Agent"]))
        trouble = self.server.trouble.pop(0) if self.server.trouble else None
        if isinstance(trouble, int):
            self.answer(trouble, b"trouble")
        elif trouble == "drip":
            self.drip()
        elif trouble == "cut":
            self.answer(200, b'{"message": ', length=500)
        elif isinstance(trouble, str):
            self.answer(302, b"", location=trouble)
        else:
            body = trouble if trouble is not None else body_of(unquote(parts.path), query)
            self.answer(404 if body is None else 200, b"Not found." if body is None else body)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):  # the client hangs up
            while True:
                self.wfile.write(b" ")
                time.sleep(0.01)

    def answer(self, status: int, body: bytes, location: str = "", length: int = 0) -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        if status == 429:
            self.send_header("Retry-After", self.server.retry_after)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep the tests' output clean."""


def body_of(path: str, query: dict[str, list[str]]) -> bytes | None:
    works = {"/works/10.1000/abc": WORK, "/works/10.1000/retr": NOTICE}
    if path in works:
        return json.dumps({"status": "ok", "message": works[path]}).encode()
    if path == "/works":
        items = [BOOK] if query["filter"] == ["isbn:9780306406157"] else []
        return json.dumps({"status": "ok", "message": {"items": items}}).encode()
    if path == "/eutils/efetch.fcgi":
        known = query["id"] == ["32497510"]
        return (ARTICLE if known else "<PubmedArticleSet></PubmedArticleSet>").encode()
    if path == "/eutils/esearch.fcgi":
        known = query["term"] == ['"10.1000/abc"[doi]']
        return json.dumps({"esearchresult": {"idlist": ["32497510"] if known else []}}).encode()
    return None


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """The server, running on a free port."""
    with StandIn() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
