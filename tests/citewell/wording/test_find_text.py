"""Where do we say this? In pages, blocks, drafts, translations, snippets; and what comes of it."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from citewell.pages.signals import pages_written
from citewell.review import board
from citewell.wording.finding_text import find_text
from citewell.wording.indexing import rebuild
from citewell.wording.models import GlossaryTerm, IndexedPassage, TextTask
from citewell.wording.querying import understand
from tests import factories

pytestmark = pytest.mark.django_db
DOSE = "Take 400 mg of ibuprofen."


def find(phrase: str, **options):
    return find_text(understand(phrase, **options))


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


class TestPlaces:
    """Each kind of place is found, with its field, block and context."""

    def test_a_page_is_found_by_field_and_block(self) -> None:
        page = factories.article(
            lead=f"First. {DOSE}",
            body=[
                (
                    "rich_text",
                    "<p>Then <b>400</b>&nbsp;mg of <a href='https://a.example/x'>ibuprofen</a>.</p>",
                )
            ],
        )
        answer = find("400 mg of ibuprofen")
        assert [(each.field, each.block_id) for each in answer.found] == [
            ("lead", ""),
            ("body", page.body[0].id),
        ]
        assert answer.found[0].before == "First. Take "
        assert answer.found[0].words == "400 mg of ibuprofen"
        assert (answer.passages, answer.subjects) == (2, 1)

    def test_a_link_is_found(self) -> None:
        factories.article(
            body=[("rich_text", "<p><a href='https://a.example/x?b=1&amp;c=2'>A</a></p>")]
        )
        assert find("a.example/x?b=1&c=2").subjects == 1

    def test_live_and_draft_are_two_places(self) -> None:
        page = factories.article(lead=DOSE)
        page.lead = f"{DOSE} Again."
        page.save_revision()
        assert [each.version for each in find("400 mg").found] == ["live", "draft"]

    def test_a_draft_that_was_never_live_is_found(self) -> None:
        factories.article(lead=DOSE, live=False)
        assert [each.version for each in find("400 mg").found] == ["draft"]

    def test_a_translation_and_a_glossary_term_are_found(self) -> None:
        page = factories.article(lead=DOSE)
        home = page.get_parent().get_parent()
        polish = factories.locale("pl")
        home.specific.copy_for_translation(polish)
        page.get_parent().specific.copy_for_translation(polish)
        page.copy_for_translation(polish)
        GlossaryTerm.objects.create(
            term="NSAID", definition="A painkiller such as 400 mg ibuprofen.", locale=page.locale
        )
        found = find("400 mg").found
        assert {(each.language, each.version) for each in found} == {
            ("en-gb", "live"), ("pl", "draft"), ("en-gb", "snippet"),
        }  # fmt: skip

    def test_what_changes_is_found_anew_and_what_is_gone_is_not(self) -> None:
        page = factories.article(lead=DOSE)
        assert find("400 mg").subjects == 1
        page.lead = "Take 200 mg."
        page.save()
        assert find("400 mg").subjects == 0
        assert find("200 mg").subjects == 1
        page.delete()
        assert find("200 mg").subjects == 0

    def test_what_is_written_past_save_is_found_once_it_is_told(self) -> None:
        page = factories.article(lead="One.")
        find("one")
        type(page).objects.filter(pk=page.pk).update(lead=DOSE)
        pages_written.send(sender=type(page), page_ids=[page.pk])
        assert find("400 mg").subjects == 1

    def test_snippets_follow_their_rows(self) -> None:
        find("none")
        term = GlossaryTerm.objects.create(
            term="NSAID", definition="A painkiller.", locale=factories.home().locale
        )
        assert find("painkiller").subjects == 1
        term.definition = "A tablet."
        term.save()
        assert find("painkiller").subjects == 0
        term.delete()
        assert find("tablet").subjects == 0

    def test_forms_and_near_spellings_on_request(self) -> None:
        factories.article(lead="Ibuprofin can make you bleed.")
        assert find("ibuprofen").subjects == 0
        assert find("ibuprofen", near=True).found[0].words == "Ibuprofin"
        assert find("bleeding", forms=True).subjects == 1

    def test_signs_of_sql_are_letters(self) -> None:
        factories.article(lead="Take 100% of it_now.")
        assert find("100%").subjects == 1
        assert find("it_now").subjects == 1
        assert find("1_0%").subjects == 0

    def test_it_costs_the_same_with_one_page_and_with_thirty(self) -> None:
        def queries() -> int:
            find("400 mg")
            with CaptureQueriesContext(connection) as captured:
                assert find("400 mg").subjects
            return len(captured)

        factories.article(lead=DOSE)
        few = queries()
        for _number in range(29):
            factories.article(lead=DOSE)
        assert queries() == few

    def test_rebuilding_gives_the_same(self) -> None:
        factories.article(lead=DOSE)
        find("400 mg")
        before = sorted(IndexedPassage.objects.values_list("key", "field", "text"))
        rebuild()
        assert sorted(IndexedPassage.objects.values_list("key", "field", "text")) == before


class TestInTheAdmin:
    """Asking, reading, making tasks, following them to the end."""

    def test_what_is_found_stands_in_context_and_leads_to_its_block(self, admin) -> None:
        page = factories.article(body=[("rich_text", f"<p>{DOSE}</p>")])
        html = admin.get(reverse("wording_find_text"), {"q": "400 mg"}).content.decode()
        assert "<mark>400 mg</mark> of ibuprofen." in html
        assert f"#:w:contentpath=body.{page.body[0].id}" in html

    @pytest.mark.parametrize("phrase", ["a", "x" * 500, "(a+)+$", "<script>", "%", "\\"])
    def test_bad_input_is_answered_and_comes_back(self, admin, phrase: str) -> None:
        response = admin.get(reverse("wording_find_text"), {"q": phrase})
        assert response.status_code == 200
        assert response.context["phrase"] == phrase
        assert "<script><" not in response.content.decode()

    def test_nobody_sees_pages_they_may_not_edit(self, client) -> None:
        factories.article(lead=DOSE)
        client.force_login(factories.user())
        assert client.get(reverse("wording_find_text"), {"q": "400 mg"}).status_code in (302, 403)

    def test_an_author_sees_their_own_pages_alone(self, client) -> None:
        from django.contrib.auth.models import Group

        author = factories.user()
        author.groups.add(Group.objects.get(name="Author"))
        factories.article(title="Of others", lead=DOSE)
        factories.article(title="My own", lead=DOSE, owner=author)
        client.force_login(author)
        html = client.get(reverse("wording_find_text"), {"q": "400 mg"}).content.decode()
        assert "My own" in html
        assert "Of others" not in html

    def test_ticked_places_become_tasks_that_are_followed_to_the_end(self, admin) -> None:
        owner = factories.superuser("owner")
        pages = [factories.article(lead=DOSE) for _number in range(3)]
        address = f"{reverse('wording_find_text')}?q=400+mg"
        due = timezone.localdate() + datetime.timedelta(days=7)
        given = {
            "subject": [f"blog.articlepage:{page.pk}" for page in pages],
            "owner": owner.pk,
            "due_on": due.isoformat(),
            "note": "Now 200 mg.",
        }
        assert (
            "Tick at least one page."
            in admin.post(address, {**given, "subject": []}).content.decode()
        )
        assert TextTask.objects.count() == 0
        assert admin.post(address, given).status_code == 302
        admin.post(address, given)  # the same open tasks are not made twice
        assert TextTask.objects.count() == 3
        heaps = {heap.code: heap for heap in board.heaps(owner)}
        assert board.clinical_pages(owner).filter(heaps["text-tasks"].pages).count() == 3
        for task in TextTask.objects.all():
            html = admin.get(reverse("wording_tasks")).content.decode()
            assert "Now 200 mg." in html
            admin.post(reverse("wording_tasks"), {"task": task.pk})
        assert not TextTask.objects.filter(done_on=None).exists()
        assert board.clinical_pages(owner).filter(heaps["text-tasks"].pages).count() == 0

    def test_a_task_is_not_made_for_what_its_maker_may_not_edit(self, admin) -> None:
        given = {
            "subject": ["blog.articlepage:999999", "nonsense"],
            "owner": factories.superuser().pk,
            "due_on": timezone.localdate().isoformat(),
        }
        admin.post(f"{reverse('wording_find_text')}?q=400+mg", given)
        assert TextTask.objects.count() == 0

    def test_a_task_past_its_day_is_overdue(self) -> None:
        yesterday = timezone.localdate() - datetime.timedelta(days=1)
        assert str(TextTask(due_on=yesterday).state()) == "overdue"


class TestCommand:
    """The same from the command line."""

    def test_it_prints_places_or_json(self, capsys) -> None:
        factories.article(title="Sore heel", lead=DOSE)
        call_command("find_text", "400 mg")
        out = capsys.readouterr().out
        assert "Sore heel (en-gb, live) Lead: Take [400 mg] of ibuprofen." in out
        call_command("find_text", "400 mg", "--json", "--rebuild")
        answer = json.loads(capsys.readouterr().out)
        assert (answer["passages"], answer["found"][0]["field"]) == (1, "lead")

    def test_one_letter_ends_with_a_sentence(self) -> None:
        with pytest.raises(CommandError, match="at least two"):
            call_command("find_text", "a")


def test_every_page_but_the_root_is_in_the_index() -> None:
    factories.article(lead=DOSE)
    rebuild()
    keys = set(IndexedPassage.objects.values_list("page", flat=True))
    assert keys - {None} == set(Page.objects.filter(depth__gt=1).values_list("pk", flat=True))
