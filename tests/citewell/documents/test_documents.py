"""Documents under the rule of pages: owner, day of review, replaced by; findings and board."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from citewell.documents.models import CustomDocument
from citewell.findings.registry import findings_of
from citewell.review import board
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def document(title="Exercise sheet", **fields):
    file = ContentFile(b"%PDF-1.4", name=f"{title.replace(' ', '-')}.pdf")
    return CustomDocument.objects.create(title=title, file=file, **fields)


def linking(target, in_text=False):
    body = (
        [("rich_text", f'<p><a linktype="document" id="{target.pk}">Sheet</a></p>')]
        if in_text
        else [("download", {"document": target, "text": ""})]
    )
    page = factories.article(body=body)
    page.save()
    return page


def found(page):
    return [finding for finding in findings_of(page) if finding.code == "document"]


@pytest.mark.parametrize("in_text", [True, False])
def test_a_page_that_links_to_an_overdue_document_gets_a_finding(in_text) -> None:
    page = linking(document(review_due=YESTERDAY), in_text)
    (finding,) = found(page)
    assert "was due on" in finding.message
    assert finding.content_path.startswith(f"body.{page.body[0].id}")


def test_what_is_due_today_or_has_no_day_is_fine() -> None:
    assert found(linking(document(review_due=TODAY))) == []
    assert found(linking(document())) == []


def test_a_replaced_document_names_the_new_one() -> None:
    new = document("New sheet")
    (finding,) = found(linking(document(replaced_by=new)))
    assert finding.message == "The document “Exercise sheet” was replaced by “New sheet”."


def test_no_document_replaces_itself() -> None:
    one, two = document("One"), document("Two")
    one.replaced_by, two.replaced_by = two, one
    one.save()
    with pytest.raises(ValidationError, match="replace itself"):
        two.full_clean()


def test_the_board_lists_the_pages_and_says_which_document() -> None:
    user = factories.superuser()
    page = linking(document(review_due=YESTERDAY))
    linking(document("Fine"))
    heaps = {heap.code: heap for heap in board.heaps(user)}
    pages = list(board.clinical_pages(user).filter(heaps["documents"].pages))
    assert [each.pk for each in pages] == [page.pk]
    board.add_known(pages)
    assert "Exercise sheet" in " ".join(map(str, pages[0].board_reasons))


def test_the_editor_is_asked_whether_it_can_be_a_page(client) -> None:
    client.force_login(factories.superuser())
    address = reverse("wagtaildocs:edit", args=[document().pk])
    html = client.get(address).content.decode()
    assert "Can this be a page?" in html
    assert "prints as" in html


def test_the_report_lists_documents_the_longest_overdue_first(client) -> None:
    client.force_login(factories.superuser())
    document("Later", review_due=TODAY)
    document("Earlier", review_due=YESTERDAY)
    document("Never")
    html = client.get(reverse("documents_report")).content.decode()
    assert html.index("Earlier") < html.index("Later") < html.index("Never")
    export = client.get(reverse("documents_report"), {"export": "csv"})
    assert "Earlier" in export.getvalue().decode()
    client.force_login(factories.user())
    assert client.get(reverse("documents_report")).status_code == 302
