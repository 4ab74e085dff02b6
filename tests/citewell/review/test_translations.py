"""A translation is signed against its original; what changes there afterwards is counted."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from citewell.findings.board import BOARD_ROWS
from citewell.findings.registry import findings_of
from citewell.review.content import content_hash
from citewell.review.models import SignOff, TranslationCheck
from citewell.review.translations import changes_between, original_hash, original_of
from citewell.review.verification import verify
from tests import factories
from tests.citewell.review.conftest import make_reviewer, sign_page
from tests.citewell.review.test_sign_views import PASSWORD, address, filled
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

TOLD = "The original has changed since this translation was checked."


def paragraphs(*texts: str) -> list[Any]:
    return [("rich_text", f"<p>{text}</p>") for text in texts]


def translated(page: Any, language: str = "pl") -> Any:
    """A page's translation, live."""
    copy = page.copy_for_translation(factories.locale(language), copy_parents=True)
    for parent in copy.get_ancestors().filter(live=False):
        parent.specific.save_revision().publish()
    copy.save_revision().publish()
    return type(copy).objects.get(pk=copy.pk)


def publish(page: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def behind(page: Any) -> int:
    return TranslationCheck.objects.get(page=page.pk).changes


def test_the_signature_names_the_content_of_the_original(reviewer: Any) -> None:
    original = factories.article()
    copy = translated(original)
    row = sign_page(copy, reviewer)
    assert row.details["original"] == content_hash(original)
    assert [fault for fault in verify().faults if "anchor" not in fault] == []


def test_an_original_an_alias_and_a_page_without_original_are_checked_against_nothing(
    reviewer: Any,
) -> None:
    original = factories.article()
    assert original_of(original) is None
    assert "original" not in sign_page(original, reviewer).details
    assert original_of(original.create_alias(update_slug="again")) is None
    copy = translated(original)
    original.delete()
    assert original_of(copy) is None
    assert "original" not in sign_page(copy, reviewer).details
    assert not TranslationCheck.objects.exists()


def test_each_place_that_changes_in_the_original_counts_once(reviewer: Any) -> None:
    original = factories.article(body=paragraphs("Walk.", "Rest.", "Ask."))
    copy = translated(original)
    sign_page(copy, reviewer)
    assert behind(copy) == 0
    publish(original, body=paragraphs("Walk a little.", "Rest.", "Ask.", "Read."))
    assert behind(copy) == 2
    publish(original, body=paragraphs("Walk.", "Rest.", "Ask."))
    assert behind(copy) == 0
    publish(original, body=paragraphs("Ask.", "Walk.", "Rest."))
    assert behind(copy) == 1


def test_what_is_not_clinical_and_what_is_no_more_than_a_draft_does_not_count(
    reviewer: Any,
) -> None:
    original = factories.article(body=paragraphs("Walk."))
    copy = translated(original)
    sign_page(copy, reviewer)
    publish(original, search_description="Other words.")
    original.body = paragraphs("Run.")
    original.save_revision()
    assert behind(copy) == 0


def test_signing_again_is_checking_again(reviewer: Any) -> None:
    original = factories.article(body=paragraphs("Walk."))
    copy = translated(original)
    sign_page(copy, reviewer)
    publish(original, body=paragraphs("Run."))
    assert behind(copy) == 1
    row = sign_page(copy, reviewer)
    assert behind(copy) == 0
    assert row.details["original"] == content_hash(original)


def test_readers_of_the_translation_are_told_and_no_others(client: Client, reviewer: Any) -> None:
    original = factories.article(body=paragraphs("Walk."))
    copy = translated(original)
    sign_page(copy, reviewer)
    assert TOLD not in client.get(copy.url, headers={"accept-language": "en"}).content.decode()
    publish(original, body=paragraphs("Run."))
    polish = client.get(copy.url).content.decode()
    assert "Od czasu sprawdzenia tego tłumaczenia oryginał został zmieniony." in polish
    assert TOLD not in client.get(original.url).content.decode()


def test_the_notice_asks_for_nothing_more(client: Client, reviewer: Any) -> None:
    original = factories.article(body=paragraphs("Walk."))
    copy = translated(original)
    sign_page(copy, reviewer)
    client.get(copy.url)
    before = len(queries_of(client, copy.url))
    publish(original, body=paragraphs("Run."))
    client.get(copy.url)
    assert len(queries_of(client, copy.url)) == before


def test_editors_find_it_on_the_board_and_among_the_findings(reviewer: Any) -> None:
    original = factories.article(body=paragraphs("Walk."))
    copy = translated(original)
    sign_page(copy, reviewer)
    rows = BOARD_ROWS["translations"]
    assert list(rows.pages()) == []
    publish(original, body=paragraphs("Run."))
    assert [row["page"] for row in rows.pages()] == [copy.pk]
    assert "1 place" in rows.reasons([copy.pk])[copy.pk]
    codes = {finding.code for finding in findings_of(type(copy).objects.get(pk=copy.pk))}
    assert "translation-behind" in codes
    assert "translation-behind" not in {finding.code for finding in findings_of(original)}


def test_whoever_signs_a_translation_sees_what_is_new_in_its_original(
    client: Client, reviewer: Any
) -> None:
    original = factories.article(body=paragraphs("Walk.", "Take ten drops."))
    copy = translated(original)
    sign_page(copy, reviewer)
    client.force_login(reviewer)
    address = reverse("review_sign", args=[copy.pk])
    assert "What is new in it" not in client.get(address).content.decode()
    publish(original, body=paragraphs("Walk.", "Take two drops."))
    html = client.get(address).content.decode()
    assert "What is new in it since this translation was checked" in html
    assert "two" in html
    page = client.get(reverse("review_sign", args=[original.pk])).content.decode()
    assert "The original</h2>" not in page


@pytest.mark.parametrize(
    ("standing", "shown"),
    [("behind", ["Behind"]), ("unchecked", ["Unchecked"]), ("current", ["Current"])],
)
def test_the_register_says_which_are_behind_who_translates_and_who_checked(
    client: Client, reviewer: Any, standing: str, shown: list[str]
) -> None:
    originals = {
        name: factories.article(title=name, body=paragraphs("Walk."))
        for name in ("Behind", "Unchecked", "Current")
    }
    copies = {name: translated(page) for name, page in originals.items()}
    translator = factories.person(name="Ewa Example")
    publish(copies["Behind"], content_owner=translator)
    for name in ("Behind", "Current"):
        sign_page(copies[name], reviewer)
    publish(originals["Behind"], body=paragraphs("Run."))
    client.force_login(reviewer)
    whole = client.get(reverse("translation_register"))
    rows = {page.title: page for page in whole.context["object_list"]}
    assert set(rows) == set(originals)
    assert (rows["Behind"].behind, rows["Behind"].translator) == ("1", "Ewa Example")
    assert str(reviewer) in rows["Behind"].checked
    assert rows["Unchecked"].checked == "–"
    some = client.get(reverse("translation_register"), {"standing": standing})
    assert [page.title for page in some.context["object_list"]] == shown


def test_the_register_asks_as_often_for_thirty_translations_as_for_one(
    client: Client, reviewer: Any
) -> None:
    client.force_login(reviewer)
    translated(factories.article())
    address = reverse("translation_register")
    client.get(address)
    one = len(queries_of(client, address))
    index = factories.article_index()
    for _ in range(29):
        translated(factories.article(parent=index))
    assert len(queries_of(client, address)) == one


def test_the_register_comes_as_a_file(client: Client, reviewer: Any) -> None:
    copy = translated(factories.article())
    client.force_login(reviewer)
    answer = client.get(reverse("translation_register"), {"export": "csv"})
    text = b"".join(answer).decode()
    assert copy.title in text
    assert "never checked" in text


def test_equal_contents_differ_nowhere() -> None:
    assert changes_between(b"no content at all", b"no content at all") == 0


def test_an_original_that_changes_while_its_translation_is_read_is_read_again(
    client: Client,
) -> None:
    reviewer = make_reviewer()
    reviewer.set_password(PASSWORD)
    reviewer.save()
    client.force_login(reviewer)
    original = factories.article(body=paragraphs("Take ten drops."))
    copy = translated(original)
    opened = filled(client, copy)
    publish(original, body=paragraphs("Take two drops."))
    answer = client.post(address(copy), opened)
    assert "The original was changed after you read it." in answer.content.decode()
    assert not SignOff.objects.filter(subject_id=str(copy.pk)).exists()
    again = opened | {"original_read": answer.context["form"]["original_read"].value()}
    assert client.post(address(copy), again).status_code == 302
    [row] = SignOff.objects.filter(subject_id=str(copy.pk))
    assert row.details["original"] == original_hash(copy)
