"""Long articles in the editor: made by the import, for a bench and for saving side by side."""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.browser.serving import Site

KINDS = (
    "## What helps in week {n}",
    "Most people with back pain feel better within {n} weeks, whatever they do.",
    "- keep walking, {n} minutes at a time\n- rest between, not all day\n- ask when it gets worse",
    "> It hurt for {n} weeks, then less each day.",
    "| Treatment | Better after {n} weeks |\n| --- | --- |\n| Exercise | some |\n| Rest | fewer |",
)
"""Markdown that the import makes one block of each."""


def blocks_of_text() -> Iterator[str]:
    """Paragraphs of Markdown without end, each to become one block."""
    for number, kind in enumerate(cycle(KINDS), start=1):
        yield kind.format(n=number)


def make_article(site: Site, folder: Path, title: str, blocks: int) -> int:
    """A draft of so many blocks; its key."""
    text = "\n\n".join(
        [f"# {title}", "What the evidence shows.", *islice(blocks_of_text(), blocks)]
    )
    file = folder / "article.md"
    file.write_text(text, encoding="utf-8")
    return int(json.loads(site.manage("import_article", str(file), "--json"))["page_id"])
