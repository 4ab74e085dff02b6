"""The import in the admin: read, look, correct, make the draft; who may, what is refused."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from blog.models import ArticleIndexPage, ArticlePage
from importing.models import PendingArticle
from tests import factories

from .readers.docx_maker import make_docx, paragraph, picture, run, table

pytestmark = pytest.mark.django_db
START = "/admin/import-article/"
DOCX = make_docx(
    paragraph("Frozen shoulder", "Title")
    + paragraph("A frozen shoulder is stiff and sore.")
    + paragraph("What hepls", "Heading1")
    + paragraph("Move it gently.")
    + paragraph("Not a heading at all", "Heading1")
    + paragraph("Rest", level=0)
    + paragraph("Warmth", level=0)
    + table([["Option", "Harm"], ["Injection", "flare"]])
    + paragraph(picture("A shoulder")),
    header="Letterhead",
)


@pytest.fixture
def index() -> ArticleIndexPage:
    return factories.article_index()


@pytest.fixture
def author(index: ArticleIndexPage, client: Client) -> Client:
    """Somebody of the group Author who may also add images, signed in."""
    user = factories.user("author")
    images = Group.objects.create(name="Images")
    images.collection_permissions.create(
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(
            codename="add_image", content_type__app_label="wagtailimages"
        ),
    )
    user.groups.add(Group.objects.get(name="Author"), images)
    client.force_login(user)
    return client


def upload(client: Client, data: bytes = DOCX, name: str = "a.docx", query: str = "") -> Any:
    file = SimpleUploadedFile(name, data)
    return client.post(START + query, {"file": file, "text": "", "format": "txt"})


def paste(client: Client, text: str, kind: str = "txt") -> Any:
    return client.post(START, {"text": text, "format": kind})


def values(response: Any) -> dict[str, Any]:
    """What the second form would send if nothing were changed."""
    form = response.context["form"]
    forms = [form, *form.headings]
    fields = {field.html_name: field.value() for each in forms for field in each}
    return {**fields, "parent": getattr(fields["parent"], "pk", fields["parent"])}


def test_a_word_file_is_read_shown_corrected_and_made_a_draft(
    author: Client, index: ArticleIndexPage
) -> None:
    address = upload(author).url
    shown = author.get(address)
    html = shown.content.decode()
    assert not ArticlePage.objects.exists()
    for words in ("Move it gently.", "<li>Rest</li>", "A shoulder", "Injection", "Letterhead"):
        assert words in html
    data = values(shown)
    assert [data["heading-0-text"], data["heading-0-level"]] == ["What hepls", 2]
    data |= {"heading-0-text": "What helps", "heading-0-level": 3, "heading-1-level": 0}
    data |= {"title": "Frozen shoulder, plainly", "lead": "It is stiff."}
    made = author.post(address, data)
    page = ArticlePage.objects.get()
    assert made.url == f"/admin/pages/{page.pk}/edit/"
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.lead) == ("Frozen shoulder, plainly", "It is stiff.")
    assert not page.live
    assert page.owner.username == "author"
    assert page.get_parent().pk == index.pk
    heading, text = draft.body[0], draft.body[1]
    assert (heading.value["text"], str(heading.value["level"])) == ("What helps", "3")
    assert text.value.source == "<p>Move it gently.</p><p>Not a heading at all</p>"
    assert get_image_model().objects.get().uploaded_by_user == page.owner
    assert not PendingArticle.objects.exists()


def test_what_is_left_as_it_was_keeps_its_marks(author: Client, index: Page) -> None:
    address = paste(
        author, "<h1>Pain</h1><p>Lead.</p><h2>H<sub>2</sub>O</h2><p>Drink.</p>", "html"
    ).url
    author.post(address, {**values(author.get(address)), "heading-0-level": 0})
    body = ArticlePage.objects.get().get_latest_revision_as_object().body
    assert body[0].value.source == "<p>H<sub>2</sub>O</p><p>Drink.</p>"


@pytest.mark.parametrize("kind", ["txt", "md", "html"])
def test_a_pasted_text_is_read_as_what_it_is(kind: str, author: Client) -> None:
    text = {
        "txt": "Pain\n\nPain is felt by all.\n\nWHAT HELPS\n\nMoving helps most of us.",
        "md": "# Pain\n\nPain is felt by all.\n\n## WHAT HELPS\n\nMoving helps most of us.",
        "html": "<h1>Pain</h1><p>Pain is felt by all.</p><h2>WHAT HELPS</h2><p>Moving helps.</p>",
    }[kind]
    data = values(author.get(paste(author, text, kind).url))
    assert (data["title"], data["lead"]) == ("Pain", "Pain is felt by all.")
    assert data["heading-0-text"] == "WHAT HELPS"


def test_the_second_post_makes_no_second_draft(author: Client) -> None:
    address = upload(author).url
    data = values(author.get(address))
    author.post(address, data)
    assert author.post(address, data).url == START
    assert ArticlePage.objects.count() == 1


def test_hostile_html_is_shown_and_stored_clean(author: Client) -> None:
    html = (
        "<h1>Pain<img src=x onerror=alert(1)></h1><p>Lead <a href='javascript:alert(1)'>x</a></p>"
        "<h2>One &lt;script&gt;alert(2)&lt;/script&gt;</h2><p onclick='alert(3)'>Text "
        "&lt;b onload=alert(4)&gt;</p><iframe src='https://e.example'></iframe>"
    )
    address = paste(author, html, "html").url
    shown = author.get(address)
    page = shown.content.decode()
    for hostile in ("<script>alert", "<b onload", "<iframe", "<img src=x", 'href="javascript'):
        assert hostile not in page
    data = values(shown) | {"heading-0-text": "<script>alert(5)</script>"}
    author.post(address, data)
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    rendered = str(draft.body.render_as_block())
    assert "<script>" not in rendered
    assert "&lt;script&gt;alert(5)" in rendered


# What is refused


def refusal(response: Any) -> list[str]:
    assert response.status_code == 200
    assert not PendingArticle.objects.exists()
    assert not Page.objects.type(ArticlePage).exists()
    form = response.context["form"]
    return [error for errors in form.errors.values() for error in errors]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (b" \n", "a.txt"),
        (bytes(range(256)) * 9, "a.txt"),
        (b"{\\rtf1 Text}", "a.rtf"),
        (b"PK\x03\x04 broken", "a.docx"),
        (b"a " * 10_000_001, "a.txt"),
        (b"# A\n" * 1_100, "a.md"),
    ],
)
def test_a_refused_file_is_one_sentence_on_the_form(data: bytes, name: str, author: Client) -> None:
    (sentence,) = refusal(upload(author, data, name))
    assert sentence.endswith(".")


def test_nothing_or_both_is_asked_again(author: Client) -> None:
    assert len(refusal(author.post(START, {"format": "txt", "text": " "}))) == 1
    file = SimpleUploadedFile("a.txt", b"Pain")
    assert len(refusal(author.post(START, {"format": "txt", "text": "Pain", "file": file}))) == 1
    assert len(refusal(author.post(START, {"format": "exe", "text": "Pain"}))) == 1
    assert len(refusal(paste(author, "word " * 120_001))) == 1


def test_a_correction_that_cannot_be_is_said_and_nothing_is_lost(author: Client) -> None:
    address = upload(author).url
    data = values(author.get(address))
    for wrong in (
        {"title": ""},
        {"title": "a" * 256},
        {"heading-0-text": " "},
        {"heading-0-level": "9"},
        {"parent": factories.home().pk},
        {"parent": "x"},
    ):
        response = author.post(address, {**data, **wrong})
        assert response.status_code == 200
        assert "error" in response.content.decode()
    assert not ArticlePage.objects.exists()
    assert PendingArticle.objects.count() == 1


# Who may, and how long it is kept


def test_it_is_for_those_who_may_add_pages(index: Page, client: Client) -> None:
    assert client.get(START).status_code == 302
    user = factories.user("reviewer")
    user.groups.add(Group.objects.get(name="Clinical reviewer"))
    client.force_login(user)
    assert client.get(START).status_code == 302  # the admin sends away with a message
    assert upload(client).status_code == 302
    assert not PendingArticle.objects.exists()
    assert START not in client.get("/admin/").content.decode()


def test_only_indexes_one_may_add_to_can_be_chosen(index: ArticleIndexPage, client: Client) -> None:
    other = factories.add_page(ArticleIndexPage, factories.home(), title="Other", slug="other")
    user = factories.user()
    group = Group.objects.create(name="One index")
    group.permissions.add(
        *Group.objects.get(name="Author").permissions.filter(codename="access_admin")
    )
    group.page_permissions.create(
        page=Page.objects.get(pk=other.pk),
        permission=Group.objects.get(name="Author").page_permissions.first().permission,
    )
    user.groups.add(group)
    client.force_login(user)
    address = upload(client, query=f"?parent={index.pk}").url
    shown = client.get(address)
    assert list(shown.context["form"].fields["parent"].queryset) == [other]
    assert "could" not in shown.context["warnings"]
    assert any("may not add images" in warning for warning in shown.context["warnings"])
    assert client.post(address, {**values(shown), "parent": index.pk}).status_code == 200
    client.post(address, {**values(shown), "parent": other.pk})
    assert ArticlePage.objects.get().get_parent().pk == other.pk
    assert not get_image_model().objects.exists()


def test_the_index_one_came_from_is_chosen(author: Client) -> None:
    other = factories.add_page(ArticleIndexPage, factories.home(), title="Other", slug="other")
    html = author.get(f"/admin/pages/{other.pk}/").content.decode()
    assert f"{START}?parent={other.pk}" in html
    address = upload(author, query=f"?parent={other.pk}").url
    assert values(author.get(address))["parent"] == other.pk
    for odd in ("x", "9" * 40, "-1", "١"):
        assert author.get(address.split("?")[0], {"parent": odd}).status_code == 200


def test_an_import_is_its_editors_own_and_lasts_a_day(author: Client) -> None:
    address = upload(author).url
    stranger = Client()
    stranger.force_login(factories.superuser())
    assert stranger.get(address).url == START
    PendingArticle.objects.update(created_at=timezone.now() - datetime.timedelta(hours=25))
    assert author.get(address).url == START
    assert not PendingArticle.objects.exists()


def test_a_discarded_import_is_gone(author: Client) -> None:
    address = upload(author).url
    assert author.post(address, {"discard": "1"}).url == START
    assert not PendingArticle.objects.exists()


def test_without_an_index_it_is_said(client: Client) -> None:
    client.force_login(factories.superuser())
    response = upload(client)
    assert refusal(response) == ["There is no article index you may add to."]


def test_the_menu_leads_here(author: Client) -> None:
    assert START in author.get("/admin/").content.decode()


def test_each_page_of_it_costs_the_same_whatever_the_article_holds(
    author: Client, django_assert_max_num_queries: Any
) -> None:
    small = upload(author).url
    body = paragraph("Long", "Title") + paragraph("Lead text.")
    for number in range(30):
        body += paragraph(f"Part {number}", "Heading1") + paragraph(run("Text."))
    long = upload(author, make_docx(body)).url
    author.get(small)
    with django_assert_max_num_queries(1_000) as first:
        author.get(small)
    with django_assert_max_num_queries(len(first)):
        author.get(long)
