"""Each line a reader sees of a file is in the saved draft or under `dropped`.

The draft is read back from the database, the lines are found without the import's readers.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blog.models import ArticleIndexPage, ArticlePage
from importing.articles import import_article
from importing.readers import read_article
from tests import factories
from tests.effort import examples

from .readers.docx_maker import make_docx, note, paragraph
from .readers.generated import as_html, as_markdown, as_word, line, node, plain_text, plan
from .visible import folded, lines_of_html, lines_of_word

pytestmark = pytest.mark.django_db
ARTICLES = sorted((Path(__file__).parent / "readers/articles").iterdir())
# The index stays as it is: each import is taken back.
slow = settings(
    max_examples=examples(4),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
# The list shows these, no text does.
_MARKER = re.compile(
    r"^\W*(?:[(（]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)）、](?=\s|\W|[\u3000-\uffef])|\[\d{1,3}\]|[①-⑳])"
)
_NO_TEXT = frozenset({"id", "type", "level", "anchor"})


@pytest.fixture
def index() -> ArticleIndexPage:
    return factories.article_index()


def strings(value: Any) -> Iterator[str]:
    """Every text in the stored form of a stream."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in _NO_TEXT:
                yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield from lines_of_html(value) if value.startswith("<") else [value]


def missing(lines: list[str], data: bytes, name: str, index: ArticleIndexPage) -> list[str]:
    """The lines of a file that are neither in its draft nor named as left away."""
    with transaction.atomic():
        imported = import_article(read_article(data, name), index)
        stored = ArticlePage.objects.get(pk=imported.page.pk)
        draft = stored.get_latest_revision_as_object()
        transaction.set_rollback(True)
    assert all(each.reason for each in imported.dropped)
    texts = [draft.title, draft.lead]
    texts += strings(list(draft.body.raw_data))
    texts += strings(list(draft.references.raw_data))
    kept = folded("".join(texts))
    named = "|".join(folded(each.text) for each in imported.dropped)
    return [
        each
        for each in lines
        if (text := folded(_MARKER.sub("", each, count=1))) not in kept and text not in named
    ]


@slow
@given(st.lists(st.tuples(line, st.integers(0, 2)), min_size=1, max_size=25))
def test_no_plain_text_loses_a_line(index: ArticleIndexPage, lines: list[tuple[str, int]]) -> None:
    text = f"Some text.\n{plain_text(lines)}"
    cells = re.split(r"[\n\t|]", text)
    assert not missing(cells, text.encode(), "a.txt", index)


@slow
@given(st.lists(node, min_size=1, max_size=6))
def test_no_web_page_loses_a_line(index: ArticleIndexPage, trees: list[object]) -> None:
    html = f"<body><p>Some text.</p>{''.join(as_html(tree, []) for tree in trees)}</body>"
    assert not missing(lines_of_html(html), html.encode(), "a.html", index)


@slow
@given(plan)
def test_no_markdown_loses_a_line(index: ArticleIndexPage, parts: list[tuple[str, str]]) -> None:
    seen: list[str] = []
    text = as_markdown(parts, seen)
    assert not missing(seen, text.encode(), "a.md", index)


@slow
@given(plan)
def test_no_word_file_loses_a_line(index: ArticleIndexPage, parts: list[tuple[str, str]]) -> None:
    data = make_docx(
        as_word(parts, []) + paragraph(note(1)), ("A note.",), ("A remark.",), header="Letterhead"
    )
    assert not missing(lines_of_word(data), data, "a.docx", index)


VISIBLE: dict[str, Callable[[str], list[str]]] = {".txt": str.splitlines, ".html": lines_of_html}


@pytest.mark.parametrize("path", [p for p in ARTICLES if p.suffix in VISIBLE], ids=lambda p: p.name)
def test_no_article_loses_a_line(index: ArticleIndexPage, path: Path) -> None:
    lines = VISIBLE[path.suffix](path.read_text("utf-8"))
    assert not missing(lines, path.read_bytes(), path.name, index)


def test_the_example_loses_no_line(index: ArticleIndexPage, shared: Path) -> None:
    path = shared / "examples/lower-back-pain.txt"
    assert not missing(path.read_text("utf-8").splitlines(), path.read_bytes(), path.name, index)


def test_a_lost_line_is_found(index: ArticleIndexPage) -> None:
    assert missing(["Not in it"], b"Pain\n\nThe lead of it.", "a.txt", index) == ["Not in it"]
