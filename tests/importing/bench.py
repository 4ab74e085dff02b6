"""Measures whole imports: `make bench-importing`, on an empty database in DATA_DIR.

Each import is the command as an editor runs it, in a process of its own: start, reading, and
the draft with its pictures written. Printed are its seconds, those
of them the processor worked (on a machine with other work the two differ), and its peak memory.
"""

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django
from PIL import Image

from tests.importing.readers.docx_maker import make_docx, paragraph, picture, run, table

SENTENCE = "This is a sentence about care and what it can and cannot do. "
REFERENCE = "Example A, Sample B. An invented study, number {0}. J Test. 2010;{0}:1-9."
PARAGRAPHS = 140
"""Twelve sentences each: with headings and pictures, 40 pages."""
REFERENCES = 130
PICTURES = 12


def photograph(seed: int) -> bytes:
    """A JPEG of 1600 × 1200 that packs as badly as a photograph."""
    noise = random.Random(seed).randbytes(400 * 300 * 3)
    picture = Image.frombytes("RGB", (400, 300), noise).resize((1600, 1200))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


def word_file() -> bytes:
    """Headings, bold runs, pictures, a table and a numbered reference list."""
    body = paragraph("A long review", "Title")
    media: dict[str, bytes] = {}
    for number in range(PARAGRAPHS):
        if number % 5 == 0:
            body += paragraph(f"Section {number}", "Heading1")
        body += paragraph((run(SENTENCE, "b") + run(SENTENCE * 3)) * 3)
        if number % (PARAGRAPHS // PICTURES) == 0 and len(media) < PICTURES:
            name = f"photograph{len(media)}"
            media[name] = photograph(number)
            body += paragraph(picture(f"Picture {number}", name))
    body += table([["Dose", "Effect"]] + [[f"{n} mg", "a little"] for n in range(30)])
    body += paragraph("References", "Heading1")
    for number in range(REFERENCES):
        body += paragraph(REFERENCE.format(number), level=0, ordered=True)
    return make_docx(body, media=media)


def plain_file(heading: str) -> bytes:
    """The same article as text; `heading` stands before each section's name."""
    parts = [f"{heading[:1]} A long review".strip()]
    for number in range(PARAGRAPHS):
        if number % 5 == 0:
            parts.append(f"{heading}Section {number}")
        parts.append(SENTENCE * 12)
    parts.append(f"{heading}References")
    parts += [f"{number + 1}. {REFERENCE.format(number)}" for number in range(REFERENCES)]
    return "\n\n".join(parts).encode()


def web_page() -> bytes:
    """The same article as a page with links, lists and a menu."""
    section = (
        f"<h2>Section</h2><p>Text with <b>bold</b> and <a href='/x'>a link</a>. {SENTENCE * 60}</p>"
        "<ul><li>One<li>Two</ul>"
    )
    references = "".join(f"<li>{REFERENCE.format(number)}" for number in range(REFERENCES))
    return (
        f"<html><body><nav>{'<a href=/>Menu</a> ' * 50}</nav><h1>A long review</h1><p>It is long."
        f"{section * (PARAGRAPHS // 5)}<h2>References</h2><ol>{references}</ol></body></html>"
    ).encode()


CASES = {
    "article.docx": (word_file, f"with {PICTURES} photographs"),
    "article.html": (web_page, "a web page"),
    "article.md": (lambda: plain_file("## "), "Markdown"),
    "article.txt": (lambda: plain_file(""), "plain text"),
}


def make_index() -> None:
    """The article index the drafts go under."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from tests import factories

    factories.article_index()


def measure(path: Path) -> tuple[float, float, int, dict[str, object]]:
    """Seconds, processor seconds, megabytes and the report of one import."""
    command = [sys.executable, "manage.py", "import_article", str(path), "--json"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout
    report = json.loads(process.stdout.read())
    _, _, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, report


def main() -> None:
    make_index()
    with tempfile.TemporaryDirectory() as folder:
        for name, (make, what) in CASES.items():
            path = Path(folder) / name
            path.write_bytes(make())
            seconds, worked, peak, report = measure(path)
            found = f"{report['references']} references, {report['images']} pictures"
            figures = f"{seconds:.1f} s ({worked:.1f} s of processor), {peak} MB"
            sys.stdout.write(f"40 pages, {what}: {figures}, {found}\n")


if __name__ == "__main__":
    main()
