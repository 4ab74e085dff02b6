"""`import_wordpress`: what an export becomes, what stays away, what a second run does."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage
from citewell.pages.signals import pages_written
from citewell.people.models import Person
from citewell.users.models import User
from importing.models import WordPressPost
from tests import factories

from .readers.wxr_maker import SITE, attachment, author, category, export, item

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> ArticleIndexPage:
    return factories.article_index()


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], index: ArticleIndexPage) -> Any:
    """Import a file with these items; the report as JSON."""

    def run_command(
        *items: str, before: str = "", options: tuple[str, ...] = (), **more: Any
    ) -> Any:
        path = tmp_path / "export.xml"
        path.write_bytes(export(*items, before=before, **more))
        call_command("import_wordpress", str(path), "--json", *options)
        return json.loads(capsys.readouterr().out)

    return run_command


def pages() -> list[ArticlePage]:
    return list(ArticlePage.objects.order_by("path"))


def drafts(report: dict[str, Any]) -> list[ArticlePage]:
    made = ArticlePage.objects.in_bulk([each["page_id"] for each in report["created"]])
    return [made[each["page_id"]].get_latest_revision_as_object() for each in report["created"]]


def picture(folder: Path, path: str, colour: str = "white") -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(get_test_image_file(colour=colour).file.getvalue())


TEXT = "<p>A frozen shoulder is stiff and sore.</p><p>It often takes a year or more.</p>"


def test_a_post_becomes_a_draft_with_author_date_and_topic(run: Any, client: Client) -> None:
    exercise = factories.topic("Exercise")
    report = run(
        item(
            5,
            "Frozen shoulder &amp; sleep",
            TEXT,
            date="2016-01-01 00:30:00",
            date_utc="2015-12-31 23:30:00",
            terms=[("category", "exercise", "Exercise"), ("post_tag", "arms", "Arms")],
        ),
        before=author("anna", "Anna Nowak"),
    )
    (page,) = drafts(report)
    assert (page.title, page.lead) == (
        "Frozen shoulder & sleep",
        "A frozen shoulder is stiff and sore.",
    )
    assert page.slug == "post-5"
    assert not page.live
    assert client.get(page.get_url()).status_code == 404
    assert page.first_published_at.isoformat() == "2015-12-31T23:30:00+00:00"
    assert page.published_on.isoformat() == "2015-12-31"
    assert [row.person.name for row in page.authors.all()] == ["Anna Nowak"]
    assert list(page.topics.all()) == [exercise]
    assert report["without_topic"] == {"Arms": 1}
    assert report["people"] == {"made": ["Anna Nowak"], "matched": []}
    assert not User.objects.exists()
    assert "mail.example" not in json.dumps(report)
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.first_published_at.year == 2015


def test_the_same_name_is_the_same_person_and_stays_it_when_renamed(run: Any) -> None:
    anna = factories.person(name="Anna Nowak")
    names = author("anna", "anna NOWAK") + author("x@mail.example", "x@mail.example")
    report = run(item(1, content=TEXT), before=names)
    assert report["people"] == {"made": [], "matched": ["Anna Nowak"]}
    anna.name = "Dr Anna Nowak"
    anna.save()
    report = run(
        item(2, content=TEXT), item(3, content=TEXT, creator="x@mail.example"), before=names
    )
    assert report["people"] == {"made": ["x"], "matched": ["Dr Anna Nowak"]}
    assert list(Person.objects.order_by("name").values_list("name", flat=True)) == [
        "Dr Anna Nowak",
        "x",
    ]


def test_a_category_without_topic_gives_the_nearest_above_it(run: Any) -> None:
    balance = factories.topic("Balance")
    names = category("balance", "Balance") + category("spins", "Spins", "balance")
    report = run(item(1, content=TEXT, terms=[("category", "spins", "Spins")]), before=names)
    assert list(drafts(report)[0].topics.all()) == [balance]
    assert report["without_topic"] == {"Spins": 1}


def test_dates_that_are_zero_or_missing_are_no_fault(run: Any) -> None:
    zero = "0000-00-00 00:00:00"
    report = run(
        item(1, content=TEXT, date=zero, date_utc=zero),
        item(2, content=TEXT, date="2020-07-01 00:30:00", date_utc=zero),
        item(3, content=TEXT, status="draft", date_utc=zero),
        item(4, content=TEXT, status="future", date="2030-01-01 08:00:00"),
    )
    dates = [draft.published_on and draft.published_on.isoformat() for draft in drafts(report)]
    assert dates == [None, "2020-07-01", None, None]
    assert "2030-01-01 at 08:00" in report["created"][3]["warnings"][0]


def test_what_is_not_public_or_no_post_stays_away_and_is_counted(run: Any) -> None:
    report = run(
        item(1, "Rota", "SECRET", password="SECRETPASS", excerpt="SECRET"),
        item(2, "Plan", "SECRET", status="private"),
        item(3, "Old", "SECRET", status="trash", comments=2),
        item(4, "Old", "SECRET", status="inherit", kind="revision"),
        item(5, "Menu", kind="nav_menu_item"),
        item(6, "Soup", "SECRET", kind="recipe"),
        item(7, "Odd", "SECRET", status="archived"),
        item(8, "Fine", TEXT, comments=3),
    )
    assert [each["title"] for each in report["created"]] == ["Fine"]
    assert {each["title"]: each["reason"] for each in report["left"]} == {
        "Rota": "it is protected by a password",
        "Plan": "it is private",
        "Soup": "a kind of content that is not known: recipe",
        "Odd": "a status that is not known: archived",
    }
    assert report["not_imported"] == {"trash": 1, "revision": 1, "nav_menu_item": 1}
    assert report["comments"] == 5
    assert "SECRET" not in json.dumps(report)
    assert ArticlePage.objects.count() == 1


def test_slugs_are_decoded_and_doubles_get_numbers(run: Any) -> None:
    report = run(
        item(1, content=TEXT, slug="%d8%a7%d9%84%d8%af%d9%88%d8%a7%d8%b1"),
        item(2, content=TEXT, slug="neck"),
        item(3, content=TEXT, slug="neck", kind="page", parent=2),
        item(4, "???", TEXT, slug="", status="draft"),
        item(5, "x" * 300, TEXT, slug="y" * 300),
    )
    slugs = [page.slug for page in pages()]
    assert slugs == ["الدوار", "neck", "neck-2", "article", "y" * 240]
    assert not report["failed"]
    for page in drafts(report):
        page.full_clean()
        page.save_revision().publish()


# Media


def test_pictures_come_from_the_folder_and_missing_ones_are_named(run: Any, tmp_path: Path) -> None:
    picture(tmp_path, "wp-content/uploads/2019/05/ear.png")
    text = (
        f'<p>Lead.</p><img src="{SITE}/wp-content/uploads/2019/05/ear-300x200.png" alt="An ear">'
        f'<img src="{SITE}/wp-content/uploads/2019/05/gone.png" alt="Gone">'
        f'<img src="https://other.example/wp-content/uploads/2019/05/ear.png" alt="Other">'
    )
    posts = [item(n, content=text, meta=[("_thumbnail_id", "50")]) for n in (1, 2)]
    report = run(
        *posts,
        attachment(50, "2019/05/ear.png", "An ear"),
        attachment(51, "2019/05/unused.png"),
        options=("--media", str(tmp_path)),
    )
    image = get_image_model().objects.get()
    for draft in drafts(report):
        assert draft.listing_image == image
        assert [block.value.pk for block in draft.body if block.block_type == "image"] == [image.pk]
    missing = f"{SITE}/wp-content/uploads/2019/05/gone.png"
    assert report["media"] == {"images": 1, "missing": [missing], "unused": 1}
    named = [each["text"] for each in report["created"][0]["dropped"]]
    assert named == [
        "Gone",
        missing,
        "Other",
        "https://other.example/wp-content/uploads/2019/05/ear.png",
    ]


def test_no_file_outside_the_folder_is_read(run: Any, tmp_path: Path) -> None:
    picture(tmp_path, "outside.png")
    folder = tmp_path / "uploads"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    names = (
        "../outside.png",
        "%2e%2e/outside.png",
        "link.png",
        "/" + str(tmp_path / "outside.png"),
        "a%00.png",
    )
    text = "".join(
        f'<img src="{SITE}/wp-content/uploads/{name}" alt="{n}">' for n, name in enumerate(names)
    )
    report = run(
        item(1, content=f"<p>Lead.</p>{text}", meta=[("_thumbnail_id", "50")]),
        attachment(50, "../outside.png"),
        options=("--media", str(folder)),
    )
    assert not get_image_model().objects.exists()
    assert not report["failed"]


def test_a_broken_picture_does_not_stop_its_post(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    text = f'<p>Lead.</p><img src="{SITE}/wp-content/uploads/a.png" alt="A">'
    report = run(
        item(1, content=text, meta=[("_thumbnail_id", "5")]),
        attachment(5, "a.png"),
        options=("--media", str(tmp_path)),
    )
    assert "could not be read" in report["created"][0]["warnings"][0]


# Again


def test_a_second_run_makes_no_doubles_and_brings_what_is_new(run: Any) -> None:
    posts = [item(n, f"Post {n}", TEXT) for n in (1, 2)]
    run(*posts)
    report = run(*posts, item(3, "New", TEXT), site=SITE.replace("https://", "http://www."))
    assert report["unchanged"] == 2
    assert [each["title"] for each in report["created"]] == ["New"]
    assert [page.title for page in pages()] == ["Post 1", "Post 2", "New"]
    assert all(page.revisions.count() == 1 for page in pages())


def test_a_draft_nobody_touched_follows_what_changed(run: Any, tmp_path: Path) -> None:
    text = f'<p>Lead.</p><img src="{SITE}/wp-content/uploads/a.png" alt="A">'
    run(item(1, content=text))
    picture(tmp_path, "a.png")
    report = run(item(1, content=text), options=("--media", str(tmp_path)))
    assert (report["created"], len(report["updated"])) == ([], 1)
    (page,) = pages()
    draft = page.get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["image"]
    assert page.revisions.count() == 2
    assert run(item(1, content=text), options=("--media", str(tmp_path)))["unchanged"] == 1
    report = run(item(1, "Renamed", "<p>Anew.</p>", creator="zofia"))
    (page,) = pages()
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.lead, page.draft_title) == ("Renamed", "Anew.", "Renamed")
    assert [row.person.name for row in draft.authors.all()] == ["zofia"]


@pytest.mark.parametrize("how", ["edited", "published", "locked"])
def test_a_page_that_was_worked_on_is_left_and_named(how: str, run: Any) -> None:
    run(item(1, content=TEXT))
    (page,) = pages()
    if how == "edited":
        page.lead = "An editor's words."
        page.save_revision()
    elif how == "published":
        page.get_latest_revision().publish()
    else:
        page.locked = True
        page.save()
    before = page.revisions.count()
    report = run(item(1, content=TEXT))
    assert report["left"][0]["reason"] == "its page has been worked on here"
    report = run(item(1, "Renamed", TEXT))
    assert "changed in WordPress since" in report["left"][0]["reason"]
    assert page.revisions.count() == before
    assert pages()[0].title == "A post"


def test_a_page_that_was_deleted_here_does_not_come_back(run: Any) -> None:
    run(item(1, content=TEXT))
    pages()[0].delete()
    report = run(item(1, content=TEXT))
    assert [each["reason"] for each in report["left"]] == ["its page was deleted here"]
    assert not pages()


def test_one_bad_post_does_not_stop_the_others(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    save = ArticlePage.save_revision

    def fail(page: ArticlePage, *args: Any, **kwargs: Any) -> Any:
        if page.title == "Bad":
            raise RuntimeError("inside")
        return save(page, *args, **kwargs)

    monkeypatch.setattr(ArticlePage, "save_revision", fail)
    posts = [
        item(1, "Deep", "<div>" * 5_000 + "Deep text"),
        item(2, "Bad", TEXT, creator="new"),
        item(3, "Fine", TEXT),
    ]
    report = run(*posts)
    assert [each["title"] for each in report["failed"]] == ["Deep", "Bad"]
    assert [page.title for page in pages()] == ["Fine"]
    assert not Person.objects.filter(name="new").exists()
    monkeypatch.undo()
    assert [each["title"] for each in run(*posts)["created"]] == ["Bad"]


def test_a_run_that_was_stopped_goes_on(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    posts = [item(n, f"Post {n}", TEXT) for n in range(1, 5)]
    save = WordPressPost.save

    def stop(row: WordPressPost, *args: Any, **kwargs: Any) -> None:
        if row.key == "3":
            raise KeyboardInterrupt
        save(row, *args, **kwargs)

    monkeypatch.setattr(WordPressPost, "save", stop)
    with pytest.raises(KeyboardInterrupt):
        run(*posts)
    monkeypatch.undo()
    report = run(*posts)
    assert report["unchanged"] == 2
    assert [page.title for page in pages()] == ["Post 1", "Post 2", "Post 3", "Post 4"]


def test_two_sites_with_the_same_numbers_are_two(run: Any) -> None:
    run(item(1, "One", TEXT))
    report = run(item(1, "Other", TEXT, site="https://b.example"), site="https://b.example")
    assert len(report["created"]) == 1


# Old addresses


def publish(page: ArticlePage) -> None:
    page.get_latest_revision().publish()


def test_old_addresses_lead_to_the_page_from_the_day_it_is_live(run: Any, client: Client) -> None:
    report = run(
        item(
            7,
            content=TEXT,
            slug="neck",
            link=f"{SITE}/2019/05/neck/",
            meta=[("_wp_old_slug", "nape")],
        )
    )
    old = ("/2019/05/neck/", "/2019/05/neck", "/2019/05/nape/", "/2019/05/neck/?utm=x")
    assert report["redirects"] == 3
    assert {client.get(path, follow=True).status_code for path in old} == {404}
    assert client.get("/?p=7").status_code == 200
    assert not Redirect.objects.exists()
    (page,) = pages()
    publish(page)
    for path in (*old, "/?p=7"):
        response = client.get(path, follow=True)
        assert response.redirect_chain[-1] == (page.get_url(), 301), path
        assert response.status_code == 200
    assert client.get("/?p=8").status_code == 200
    assert client.get("/?p=7&preview=true").status_code == 200
    publish(page)
    assert Redirect.objects.count() == 3


def test_a_site_in_a_folder_and_pages_have_their_short_links(run: Any, client: Client) -> None:
    site = "https://clinic.example/blog"
    run(
        item(2, content=TEXT, kind="page", site=site, slug="%d8%a3%d9%84%d9%85"),
        item(3, content=TEXT, status="draft", site=site),
        item(4, content=TEXT, kind="page", link=f"{site}/", site=site),
        site=site,
    )
    for page in pages():
        publish(page)
    paths = set(Redirect.objects.values_list("old_path", flat=True))
    assert paths == {"/blog/ألم", "/blog?p=2", "/blog?page_id=2", "/blog?p=4", "/blog?page_id=4"}
    for path in ("/blog/%D8%A3%D9%84%D9%85/", "/blog/?p=2", "/blog/?page_id=2"):
        assert client.get(path).status_code == 301


def test_no_redirect_shadows_a_page_or_another_redirect(run: Any, client: Client) -> None:
    there = factories.plain_page(slug="neck")
    draft = factories.plain_page(slug="back", live=False)
    Redirect.add_redirect("/arm/", there)
    for number, slug in enumerate(("neck", "back", "arm"), 1):
        run(item(number, content=TEXT, slug=slug))
    for page in pages():
        publish(page)
    paths = set(
        Redirect.objects.filter(redirect_page__in=pages()).values_list("old_path", flat=True)
    )
    assert paths == {"/?p=1", "/?p=2", "/?p=3"}
    assert client.get(there.get_url()).status_code == 200
    assert client.get("/arm/").headers["Location"] == there.get_url()
    assert client.get(draft.get_url()).status_code == 404


def test_the_own_address_of_a_page_gets_no_redirect(run: Any, index: ArticleIndexPage) -> None:
    run(item(1, content=TEXT, slug="neck", link=f"{SITE}{index.get_url()}neck/"))
    publish(pages()[0])
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/?p=1"]


# The command


def refusal(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        call_command("import_wordpress", str(path), "--json", *options)
    out, error = capsys.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert error.count("\n") == 1
    assert error.endswith(".\n")
    assert not ArticlePage.objects.exists()
    assert not Person.objects.exists()
    return error


def test_what_is_no_export_is_refused_and_nothing_is_written(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = export(item(1, content=TEXT), item(2, content=TEXT))
    path = tmp_path / "a.xml"
    for data in (b"", b"text", good[:-20], good.replace(b"stiff", b"sti\0ff")):
        path.write_bytes(data)
        refusal(capsys, path)
    path.write_bytes(good)
    assert "no file" in refusal(capsys, tmp_path / "missing.xml")
    assert "folder" in refusal(capsys, tmp_path)
    assert "no folder" in refusal(capsys, path, "--media", str(tmp_path / "missing"))
    assert "no page" in refusal(capsys, path, "--parent", "/nowhere/")


def test_a_file_beyond_the_limit_is_refused(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(export(item(1, content=TEXT)))
    monkeypatch.setattr("importing.wordpress.importer.MOST_BYTES", 100)
    assert "larger" in refusal(capsys, path)


def test_the_report_is_for_people_without_json(
    index: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_wordpress", str(Path(__file__).parent / "readers/exports/blocks.xml"))
    out = capsys.readouterr().out
    assert "https://harbour.example: 2 drafts made" in out
    assert "Not brought: Staff rota: it is protected by a password" in out
    assert "Missing file: https://harbour.example/wp-content/uploads/2019/05/ear.png" in out
    assert "SECRET" not in out
    assert "harbour.example>" not in out


@pytest.mark.parametrize("name", ["classic.xml", "blocks.xml"])
def test_drafts_of_real_looking_exports_can_be_published(
    name: str, index: Page, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command(
        "import_wordpress", str(Path(__file__).parent / "readers/exports" / name), "--json"
    )
    report = json.loads(capsys.readouterr().out)
    assert not report["failed"]
    for draft in drafts(report):
        draft.body.stream_block.clean(draft.body)
        draft.references.stream_block.clean(draft.references)
        draft.full_clean()
        draft.save_revision().publish()
        assert client.get(draft.get_url()).status_code == 200


# Cost


def test_thirty_posts_cost_thirty_times_the_queries_of_one(run: Any) -> None:
    heard: list[list[int]] = []
    listener = lambda page_ids, **kwargs: heard.append(page_ids)  # noqa: E731
    pages_written.connect(listener)

    def count(first: int, number: int) -> int:
        posts = (
            item(n, "Neck pain", TEXT, slug="neck", terms=[("category", "a", "A")], comments=3)
            for n in range(first, first + number)
        )
        with CaptureQueriesContext(connection) as captured:
            run(*posts)
        return len(captured)

    count(1, 1)  # makes the author
    one, two, thirty = count(10, 1), count(20, 2), count(30, 30)
    assert thirty - two == 28 * (two - one)
    assert two - one <= 110
    assert [len(page_ids) for page_ids in heard] == [1, 1, 2, 30]
