"""Measures the readers: `python -m tests.importing.bench` (time, and the process's peak memory)."""

import resource
import sys
import time

from importing.readers import read_article
from tests.importing.readers.docx_maker import make_docx, paragraph, run

SENTENCE = "This is a sentence about care and what it can and cannot do. "
REFERENCE = "Example A, Sample B. An invented study, number {0}. J Test. 2010;{0}:1-9."


def word_file(paragraphs: int, references: int) -> bytes:
    """A long article with headings, bold runs and a numbered reference list."""
    body = paragraph("A long review", "Title")
    for number in range(paragraphs):
        if number % 5 == 0:
            body += paragraph(f"Section {number}", "Heading1")
        body += paragraph((run(SENTENCE, "b") + run(SENTENCE * 3)) * 3)
    body += paragraph("References", "Heading1")
    for number in range(references):
        body += paragraph(REFERENCE.format(number), level=0, ordered=True)
    return make_docx(body)


def web_page(sections: int) -> bytes:
    """A page of headings, paragraphs with links, and lists."""
    section = (
        f"<h2>Section</h2><p>Text with <b>bold</b> and <a href='/x'>a link</a>. {SENTENCE * 5}</p>"
        "<ul><li>One<li>Two</ul>"
    )
    return f"<html><body><h1>A page</h1>{section * sections}".encode()


def main() -> None:
    cases = {
        "40 pages of Word, 130 references": (word_file(140, 130), "a.docx"),
        "a web page of 300 sections": (web_page(300), "a.html"),
    }
    for name, (data, filename) in cases.items():
        start = time.perf_counter()
        document = read_article(data, filename)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        found = f"{len(document.blocks)} blocks, {len(document.references)} references"
        sys.stdout.write(f"{name}: {seconds:.2f} s, {peak} MB, {found}\n")


if __name__ == "__main__":
    main()
