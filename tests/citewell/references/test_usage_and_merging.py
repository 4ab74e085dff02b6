"""Who cites what, drafts included; what is cited stays; two sources become one."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, Site

from blog.models import ArticlePage
from citewell.pages.signals import pages_written
from citewell.references.doubles import find_doubles
from citewell.references.merging import CannotMerge, merge
from citewell.references.models import ReferenceStyle, Source, SourceUsage
from tests import factories

pytestmark = pytest.mark.django_db


def source(title="On backs and how they move", **csl):
    return Source.objects.create(csl={"type": "article-journal", "title": title, **csl})


def references(*sources):
    return [("reference_list", [{"source": one, "line": ""} for one in sources])]


def used():
    return set(SourceUsage.objects.values_list("source", "page", "version"))


@pytest.fixture
def admin(client):
    client.force_login(factories.superuser())
    return client


def url(name, *args):
    return reverse(f"wagtailsnippets_citewell_references_source:{name}", args=args)


def test_a_live_page_and_the_draft_of_a_live_page_are_both_uses():
    one, two = source("One thing"), source("Another thing")
    page = factories.article(references=references(one))
    assert used() == {(one.pk, page.pk, "live")}
    page.references = references(two)
    page.save_revision()
    assert used() == {(one.pk, page.pk, "live"), (two.pk, page.pk, "draft")}
    page.get_latest_revision().publish()
    assert {(pk, page_id) for pk, page_id, _ in used()} == {(two.pk, page.pk)}
    page.delete()
    assert not used()


def test_pages_written_in_bulk_and_the_command_fill_the_table():
    one = source()
    page = factories.article(references=references(one))
    SourceUsage.objects.all().delete()
    pages_written.send(sender=ArticlePage, page_ids=[page.pk])
    assert used() == {(one.pk, page.pk, "live")}
    SourceUsage.objects.all().delete()
    call_command("rebuild_source_usage")
    assert used() == {(one.pk, page.pk, "live")}


def test_saving_a_page_costs_the_same_for_one_source_and_thirty():
    counts = []
    for number in (1, 30):
        page = factories.article(references=references(*(source(f"T {n}") for n in range(number))))
        with CaptureQueriesContext(connection) as captured:
            page.save()
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_cited_source_is_not_deleted_by_any_way(admin):
    one = source()
    page = factories.article(live=False, references=references(one))
    page.save_revision()
    with pytest.raises(ProtectedError, match="cited on a page"):
        one.delete()
    with pytest.raises(ProtectedError, match="cited on a page"):
        Source.objects.all().delete()
    assert "cited on a page" in admin.get(url("delete", one.pk)).content.decode()
    answer = admin.post(url("delete", one.pk), follow=True)
    assert "cited on a page" in answer.content.decode()
    for action in ("delete", "delete_unused"):
        address = reverse("wagtail_bulk_action", args=["citewell_references", "source", action])
        answer = admin.post(f"{address}?id={one.pk}&next={url('list')}", follow=True)
        assert answer.status_code == 200
    assert Source.objects.filter(pk=one.pk).exists()


def test_an_unused_source_is_deleted(admin):
    one = source()
    admin.post(url("delete", one.pk))
    assert not Source.objects.exists()


def test_usage_names_the_pages_and_their_versions(admin):
    one = source()
    live, draft = factories.article(references=references(one)), factories.article(live=False)
    draft.references = references(one)
    draft.save_revision()
    html = admin.get(url("usage", one.pk)).content.decode()
    assert live.title in html
    assert draft.title in html
    listed = admin.get(url("list_results"), {"cited": "yes", "q": "backs"}).content.decode()
    assert "On backs" in listed
    assert "On backs" not in admin.get(url("list_results"), {"cited": "no"}).content.decode()


def test_merging_leaves_a_tombstone_through_which_old_revisions_resolve():
    old, new = source("Old title of a thing"), source("New title of a thing")
    page = factories.article(references=references(old))
    revision = page.save_revision()
    before = revision.content["references"]
    merge(old, new, factories.superuser())
    assert used() >= {(new.pk, page.pk, "live")}
    assert not old.usages.exists()
    revision.refresh_from_db()
    assert revision.content["references"] == before
    assert revision.as_object().references[0].value[0]["source"] == new
    assert "New title" in str(ArticlePage.objects.get(pk=page.pk).references)
    third = source("Third title of a thing")
    merge(new, third, None)
    old.refresh_from_db()
    assert old.standing == third
    assert str(ArticlePage.objects.get(pk=page.pk).references).count("Third title") == 1
    for tombstone in (old, new):
        with pytest.raises(ProtectedError), transaction.atomic():
            Source.objects.get(pk=tombstone.pk).delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        Source.objects.filter(pk=third.pk).delete()
    actions = set(ModelLogEntry.objects.values_list("action", flat=True))
    assert {"citewell_references.merge", "citewell_references.merged_from"} <= actions


def test_no_circle_can_be_merged():
    one, two = source("One thing"), source("Another thing")
    merge(one, two, None)
    for pair in ((two, one), (one, two), (two, two)):
        with pytest.raises(CannotMerge):
            merge(*pair, None)
    assert Source.objects.get(pk=one.pk).standing == two


def test_the_editor_chooses_field_by_field_what_is_kept(admin):
    keep = source("A title with a tpyo", DOI="10.1000/a")
    other = source("A title without a typo", volume="7")
    address = reverse("merge_sources", args=[other.pk, keep.pk])
    html = admin.get(address).content.decode()
    assert "A title with a tpyo" in html
    assert "A title without a typo" in html
    admin.post(address, {"title": "source", "DOI": "into", "volume": "source"})
    keep.refresh_from_db()
    assert keep.csl["title"] == "A title without a typo"
    assert (keep.csl["DOI"], keep.csl["volume"]) == ("10.1000/a", "7")
    assert "without a typo" not in admin.get(url("list_results"), {"q": "tpyo"}).content.decode()
    assert admin.get(address).status_code == 302


def test_identifiers_are_unique_among_sources_that_stand(admin):
    first = source(DOI="10.1000/a")
    data = {"raw": "", "csl": '{"type": "book", "DOI": "https://doi.org/10.1000/A"}'}
    assert "already: “On backs" in admin.post(url("add"), data).content.decode()
    second = source("Another title altogether")
    merge(first, second, None)
    admin.post(url("add"), data)
    assert Source.objects.filter(doi="10.1000/a").count() == 2


@pytest.mark.parametrize(
    "csl",
    [
        '{"type": "book", "title": "a\\u0000b"}',
        '{"type": "book", "title": "a\\ud800b"}',
        '{"type": "book", "volume": NaN}',
        "[" * 50_000,
        '{"type": "book", "ISBN": "9780306406158"}',
    ],
)
def test_what_cannot_be_stored_or_is_no_identifier_is_refused_with_a_sentence(admin, csl):
    answer = admin.post(url("add"), {"raw": "A", "csl": csl})
    assert answer.status_code == 200
    assert not Source.objects.exists()


def test_a_double_is_found_by_a_bounded_number_of_queries():
    for number in range(40):
        source(f"Study number {number} of a long series of trials", volume=str(number))
    wanted = [{"title": f"Study number {n} of a long series of trials"} for n in range(30)]
    for items in (wanted[:1], wanted):
        with CaptureQueriesContext(connection) as captured:
            found = find_doubles(items)
        assert len(captured) == 1
        assert [double[0].source.title for double in found] == [i["title"] for i in items]


def test_many_get_a_study_type_from_a_person(admin):
    one = source()
    address = reverse(
        "wagtail_bulk_action", args=["citewell_references", "source", "set_study_type"]
    )
    admin.post(f"{address}?id={one.pk}", {"study_type": "cohort"})
    one.refresh_from_db()
    assert (one.study_type, one.study_type_origin) == ("cohort", "person")


def test_the_chooser_reads_one_pasted_reference_and_knows_a_double(admin):
    address = reverse("wagtailsnippetchoosers_citewell_references_source:create")
    pasted = "Moreno A. Walking after surgery of the knee. J Walk. 2019;3:1-9. doi: 10.1000/walk.1"
    for _ in range(2):
        answer = admin.post(address, {"raw": pasted})
        assert answer.json()["step"] == "chosen"
    assert Source.objects.get().doi == "10.1000/walk.1"


def test_a_site_switches_its_style_without_an_edit(client):
    one = source(
        "On backs", author=[{"family": "Lee", "given": "Hana"}], page="508-518",
        issued={"date-parts": [[2020]]}, DOI="10.1000/<b>",
    )  # fmt: skip
    page = factories.article(references=references(one))
    setting = ReferenceStyle.for_site(Site.objects.get(is_default_site=True))
    seen = set()
    for style, mark in (("vancouver", "Lee H."), ("apa", "Lee, H. (2020)"), ("ama", "Lee H.")):
        setting.style = style
        setting.save()
        html = client.get(page.url).content.decode()
        assert mark in html
        assert "<b>" not in html
        assert '<li id="reference-1"><span>' in html  # one cell of the list's grid
        seen.add(html[html.index("reference-list") :][:400])
    assert len(seen) == 3
    setting.style, setting.page_range = "vancouver", "-"
    setting.save()
    assert "508-18" in client.get(page.url).content.decode()
