"""`import_article`: what a file becomes, what the report says, what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.images import get_image_model
from wagtail.models import Page

from blog.models import ArticlePage
from tests import factories

from .readers.docx_maker import make_docx, note, paragraph, picture, run, table
from .readers.words import words

pytestmark = pytest.mark.django_db
ARTICLES = Path(__file__).parent / "readers/articles"


@pytest.fixture
def index() -> Page:
    return factories.article_index()


def run_command(path: Path | str, capsys: pytest.CaptureFixture[str], *options: str) -> Any:
    call_command("import_article", str(path), "--json", *options)
    return json.loads(capsys.readouterr().out)


def draft(report: dict[str, Any]) -> ArticlePage:
    return ArticlePage.objects.get(pk=report["page_id"]).get_latest_revision_as_object()


def text_of(page: ArticlePage) -> str:
    """Every word of the draft, as stored."""
    return json.dumps(
        [page.title, page.lead, list(page.body.raw_data), list(page.references.raw_data)],
        ensure_ascii=False,
    )


def kinds(page: ArticlePage) -> list[str]:
    return [block.block_type for block in page.body]


def test_the_example_reports_what_it_holds(
    index: Page, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shared / "examples/lower-back-pain.txt"
    report = run_command(path, capsys)
    assert list(report) == [
        "page_id",
        "url",
        "title",
        "lead",
        "headings",
        "lists",
        "tables",
        "images",
        "references",
        "teasers",
        "dropped",
        "warnings",
    ]
    assert report["title"].endswith("?")
    assert [heading["level"] for heading in report["headings"]] == [2, 2, 2, 2]
    assert report["lists"] == [3, 4]
    assert (report["references"], report["teasers"]) == (14, 6)
    assert (report["tables"], report["images"], report["warnings"]) == (0, 0, [])
    page = draft(report)
    assert kinds(page)[-1] == "card_grid"
    assert page.body[-1].value["heading"] == "Common Conditions"
    text = path.read_text("utf-8")
    lines = [each.value["line"] for each in page.references[0].value.bound_blocks]
    assert len(lines) == 14
    assert all(line in text for line in lines)
    dropped = " ".join(each["text"] for each in report["dropped"])
    assert not words(text) - words(text_of(page).replace("\\n", " ") + dropped)


def test_a_draft_is_not_public_and_has_one_revision(
    index: Page, client: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    report = run_command(ARTICLES / "colons.txt", capsys)
    page = ArticlePage.objects.get(pk=report["page_id"])
    assert not page.live
    assert page.has_unpublished_changes
    assert page.revisions.count() == 1
    assert page.get_parent().pk == index.pk
    assert client.get(page.get_url()).status_code == 404


@pytest.mark.parametrize("name", sorted(path.name for path in ARTICLES.iterdir()))
def test_every_article_makes_a_valid_draft_that_can_be_published(
    name: str, index: Page, client: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    report = run_command(ARTICLES / name, capsys)
    page = draft(report)
    page.body.stream_block.clean(page.body)
    page.references.stream_block.clean(page.references)
    page.full_clean()
    page.save_revision().publish()
    response = client.get(page.get_url())
    assert response.status_code == 200
    html = response.content.decode()
    for heading in report["headings"]:
        assert heading["text"].split("?")[0] in html


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.name)
def test_each_word_is_in_the_draft_or_dropped(
    path: Path, index: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    report = run_command(path, capsys)
    found = text_of(draft(report)) + " ".join(each["text"] for each in report["dropped"])
    missing = words(path.read_text("utf-8")) - words(found.replace("\\n", " "))
    assert not {word for word in missing if not word.isdecimal()}


def test_a_word_file_comes_with_its_image_table_nesting_and_notes(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        paragraph("Frozen shoulder", "Title")
        + paragraph("It is stiff.")
        + paragraph(run("It has three ") + run("stages", "b") + note(1) + run("."))
        + paragraph("Move", level=0)
        + paragraph("gently", level=1)
        + table([["Option", "Harm"], ["Injection", "flare"]])
        + paragraph("It hurt.", "Quote")
        + paragraph(picture("A shoulder"))
    )
    path = tmp_path / "shoulder.docx"
    path.write_bytes(make_docx(body, ("Stages overlap.",)))
    page = draft(run_command(path, capsys))
    assert kinds(page) == ["rich_text", "list", "table", "quote", "image", "rich_text"]
    text, items, grid, quote, image, notes = (block.value for block in page.body)
    assert text.source == "<p>It has three <b>stages</b><sup>[1]</sup>.</p>"
    assert items["items"][0].source == "<p>Move</p><ul><li>gently</li></ul>"
    assert [column["heading"] for column in grid["table"].columns] == ["Option", "Harm"]
    assert quote["text"] == "It hurt."
    assert image.contextual_alt_text == "A shoulder"
    assert get_image_model().objects.get().width == 1
    assert notes.source == "<p><sup>[1]</sup> Stages overlap.</p>"


def test_an_image_at_an_address_is_named_not_fetched(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.html"
    path.write_text('<h1>Pain</h1><p>Lead.</p><img src="https://example.org/a.png" alt="A knee">')
    report = run_command(path, capsys)
    assert report["images"] == 1
    named = [each["text"] for each in report["dropped"]]
    assert named == ["A knee", "https://example.org/a.png"]


def test_a_title_too_long_for_a_page_is_kept_in_full(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "Pain " * 80
    path = tmp_path / "a.html"
    path.write_text(f"<h1>{title}</h1><h2>{title}</h2><p>Text.</p>")
    report = run_command(path, capsys)
    assert len(report["title"]) <= 255
    assert title.strip() in [each["text"] for each in report["dropped"]]
    assert report["warnings"] or report["headings"] == []


def test_a_title_of_signs_only_gets_an_address(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.html", "b.html"):
        path = tmp_path / name
        path.write_text("<h1>???</h1><p>Text.</p>")
        assert "/article-" in run_command(path, capsys)["url"]


def test_the_same_file_twice_makes_two_drafts(
    index: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    one = run_command(ARTICLES / "colons.txt", capsys)
    two = run_command(ARTICLES / "colons.txt", capsys)
    assert one["url"] != two["url"]


# Where it goes


def test_the_parent_is_named_by_number_address_or_path(
    index: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    other = factories.add_page(type(index), factories.home(), title="Other", slug="other")
    for named in (str(other.pk), other.get_full_url(), other.get_url(), "/other/", "other"):
        report = run_command(ARTICLES / "colons.txt", capsys, "--parent", named)
        assert ArticlePage.objects.get(pk=report["page_id"]).get_parent().pk == other.pk


@pytest.mark.parametrize(
    "named", ["99999", "9" * 40, "/nowhere/", "https://elsewhere.example/", "http://[", "-"]
)
def test_a_parent_that_is_not_there_is_refused(
    named: str, index: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(ARTICLES / "colons.txt", capsys, "--parent", named).startswith("There is no")


def test_a_parent_that_is_no_index_is_refused(
    index: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    home = str(factories.home().pk)
    assert "not an article index" in refusal(ARTICLES / "colons.txt", capsys, "--parent", home)


def test_without_an_index_it_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no article index" in refusal(ARTICLES / "colons.txt", capsys)


# What is refused


def refusal(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    before = (Page.objects.count(), get_image_model().objects.count())
    with pytest.raises(SystemExit) as stopped:
        call_command("import_article", str(path), "--json", *options)
    out, error = capsys.readouterr()
    assert stopped.value.code == 2
    assert out == ""
    assert error.count("\n") == 1
    assert error.endswith(".\n")
    assert (Page.objects.count(), get_image_model().objects.count()) == before
    return error


def test_refused_files_leave_nothing(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "blank.txt": b" \n",
        "binary.txt": bytes(range(256)) * 9,
        "text.rtf": b"{\\rtf1 Text}",
        "broken.docx": b"PK\x03\x04 broken",
        "large.txt": b"a" * 20_000_001,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        refusal(tmp_path / name, capsys)
    assert "folder" in refusal(tmp_path, capsys)
    assert "no file" in refusal(tmp_path / "missing.txt", capsys)


def test_words_of_the_report_are_for_people_without_json(
    index: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_article", str(ARTICLES / "cards_at_end.txt"))
    out = capsys.readouterr().out
    assert "2 headings" in out
    assert "3 references, 3 teasers." in out
    assert "Left away: Menu (page navigation)" in out
