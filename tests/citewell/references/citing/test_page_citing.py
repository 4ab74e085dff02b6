"""What a page cites: order, library, list, usage."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Site

from citewell.references.citing import status
from citewell.references.citing.marks import tag
from citewell.references.citing.page import citing_of
from citewell.references.citing.status import Kind, Status
from citewell.references.models import ReferenceStyle, Source, SourceUsage
from tests import factories

pytestmark = pytest.mark.django_db


def source(title="On backs", **csl):
    return Source.objects.create(csl={"type": "article-journal", "title": title, **csl})


def prose(*cited):
    return ("rich_text", "<p>Words" + "".join(tag(one.pk) for one in cited) + "</p>")


def references(*items):
    rows = [
        {"source": None, "line": one} if isinstance(one, str) else {"source": one, "line": ""}
        for one in items
    ]
    return [("reference_list", rows)]


def table(*cited):
    cells = [f"<p>Cell{tag(one.pk)}</p>" for one in cited]
    columns = [{"type": "rich_text", "heading": "H"} for _ in cells]
    rows = [{"values": cells}]
    return {"caption": "C", "table": {"columns": columns, "rows": rows, "caption": ""}}


def test_lists_tables_and_captions_count_in_the_order_of_the_page():
    one, two, three, four, five = (source(f"Title {n}") for n in range(5))
    body = [
        {"type": "table", "value": table(four, two)},
        {"type": "list", "value": {"ordered": False, "items": [f"<p>{tag(five.pk)}</p>"]}},
        {"type": "figure", "value": {"image": None, "caption": f"<p>A{tag(one.pk)}</p>"}},
        {"type": "rich_text", "value": f"<p>{tag(three.pk)}{tag(two.pk)}</p>"},
    ]
    page = factories.article()
    page.body = page.body.stream_block.to_python(body)
    assert page.cited_sources() == [four, two, five, one, three]
    page.body = page.body.stream_block.to_python(body[::-1])
    assert page.cited_sources() == [three, two, one, five, four]


def test_captions_of_tables_and_where_a_risk_is_from_cite(client):
    one, two, three = (source(f"Title {n}") for n in range(3))
    risk = {
        "heading": "Better",
        "denominator": "100",
        "options": [{"label": "With", "count": 60}],
        "source_note": f"<p>From trials.{tag(two.pk)}</p>",
    }
    treatments = [{"treatment": "A", "benefit": "", "harm": "", "certainty": "low"}]
    compared = {"caption": f"<p>Choices{tag(three.pk)}</p>", "treatments": treatments}
    body = [
        {"type": "table", "value": table() | {"caption": f"<p>Weeks{tag(one.pk)}</p>"}},
        {"type": "risk", "value": risk},
        {"type": "treatment_comparison", "value": compared},
    ]
    page = factories.article()
    page.body = page.body.stream_block.to_python(body)
    page.save()
    html = shown(client, page)
    assert re.findall(r'role="doc-noteref">(\d)</a>', html) == ["1", "2", "3"]
    assert 'aria-label="Weeks"' in html
    assert 'aria-label="Choices"' in html


def test_a_caption_of_plain_words_is_shown_as_it_was_written(client):
    page = factories.article()
    body = [{"type": "table", "value": table() | {"caption": "Pain < 3 & “better”"}}]
    page.body = page.body.stream_block.to_python(body)
    page.save()
    html = shown(client, page)
    assert "<p>Pain &lt; 3 &amp; “better”</p></caption>" in html
    assert 'aria-label="Pain &lt; 3 &amp; “better”"' in html


def test_a_condition_is_numbered_in_the_order_it_is_read_not_edited():
    first, second = source("First"), source("Second")
    page = factories.condition(
        aspects=[
            ("treatments", [prose(second)]),
            ("overview", [prose(first)]),
        ]
    )
    assert page.cited_sources() == [first, second]


def test_what_is_listed_and_not_cited_comes_after_and_once():
    cited, other = source("Cited"), source("Other")
    page = factories.article(body=[prose(cited)], references=references(other, cited, "A line."))
    found = citing_of(page)
    assert found.sources == [cited, other] == page.cited_sources()
    assert [one.source or one.line for one in found.further] == [other, "A line."]


def test_a_merged_source_is_cited_as_the_one_that_stands():
    old, new = source("Old"), source("New")
    page = factories.article(body=[prose(old, new)])
    Source.objects.filter(pk=old.pk).update(merged_into=new)
    assert page.cited_sources() == [new]


def test_marks_count_as_usage_live_and_draft_in_tables_too():
    one, two, three = source("One"), source("Two"), source("Three")
    page = factories.article(body=[prose(one), ("table", table(two))])
    assert set(SourceUsage.objects.values_list("source", "version")) == {
        (one.pk, "live"),
        (two.pk, "live"),
    }
    page.body = [prose(three)]
    page.save_revision()
    used = set(SourceUsage.objects.values_list("source", "version"))
    assert used == {(one.pk, "live"), (two.pk, "live"), (three.pk, "draft")}


def test_citing_costs_the_same_for_one_source_and_thirty():
    counts = []
    for many in (1, 30):
        cited = [source(f"Title {n}") for n in range(many)]
        page = factories.article(body=[prose(one) for one in cited], references=references(*cited))
        fresh = type(page).objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as captured:
            assert len(fresh.cited_sources()) == many
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] == 1  # the sources, and what is known of them


def shown(client, page):
    return client.get(page.url).content.decode()


def test_the_page_shows_numbers_that_lead_to_the_list_and_back(client):
    one, two, three = (source(f"Title {n}", DOI=f"10.1000/{n}") for n in range(3))
    page = factories.article(body=[prose(two), prose(one, two, three)], references=references(one))
    html = shown(client, page)
    assert '<sup class="cite">[<a href="#reference-1" id="cite-1" role="doc-noteref">1</a>]' in html
    assert 'id="cite-2" role="doc-noteref" data-to="3">1–3</a>]' in html
    listed = html[html.index('id="reference-1"') :]
    assert listed.index("Title 1") < listed.index('id="reference-2"') < listed.index("Title 0")
    assert html.count('href="#cite-2" role="doc-backlink"') == 3
    assert "<embed" not in html
    assert "Further reading" not in html


def test_every_mark_leads_to_an_entry_and_every_entry_back(client):
    cited = [source(f"Title {n}") for n in range(6)]
    signs = f"<p>A{tag(cited[3].pk)}</p>"
    page = factories.condition(
        when_to_get_help=[("care_card", {"urgency": "urgent", "signs": signs})],
        aspects=[
            ("treatments", [prose(cited[0], cited[1], cited[2]), ("table", table(cited[4]))]),
            ("overview", [prose(cited[5], cited[3])]),
        ],
    )
    html = shown(client, page)
    ids = re.findall(r'id="((?:reference|cite)-\d+)"', html)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#((?:reference|cite)-\d+)"', html))
    assert links <= set(ids)
    assert {one for one in ids if one.startswith("cite")} <= links
    assert [one for one in ids if one.startswith("ref")] == [f"reference-{n}" for n in range(1, 7)]
    places = [int(one) for one in re.findall(r'id="cite-(\d+)"', html)]
    assert places == sorted(places)


def test_copies_and_aliases_keep_what_is_cited(client):
    one, two = source("One"), source("Two")
    page = factories.article(body=[prose(two), prose(one)])
    page.save_revision().publish()
    copy = page.copy(update_attrs={"slug": "a-copy"}, copy_revisions=False)
    alias = page.create_alias(update_slug="an-alias")
    polish = page.copy_for_translation(factories.locale("pl"), copy_parents=True)
    for each in (copy, alias, polish):
        assert type(page).objects.get(pk=each.pk).cited_sources() == [two, one]
    assert set(SourceUsage.objects.values_list("page", flat=True)) >= {copy.pk, alias.pk}


def test_author_and_year_stand_in_the_text_where_the_style_says_so(client):
    people = [{"family": "Wang"}], [{"family": "Hall"}, {"family": "Lee"}], [{"family": "Wang"}]
    dated = {"issued": {"date-parts": [[2019]]}}
    one, two, three = (
        source(f"Title {n}", author=author, **dated) for n, author in enumerate(people)
    )
    page = factories.article(body=[prose(one), prose(two), prose(one)])
    site = Site.objects.get(is_default_site=True)
    ReferenceStyle.objects.update_or_create(site=site, defaults={"style": "apa"})
    html = shown(client, page)
    assert re.findall(r'role="doc-noteref">([^<]+)</a>', html) == [
        "Wang 2019",
        "Hall &amp; Lee 2019",
        "Wang 2019",
    ]
    listed = html[html.index("reference-list--names") :]
    assert listed.index("Title 1") < listed.index("Title 0")
    page.body = [prose(one), prose(three)]
    page.save()
    html = shown(client, page)
    assert ">Wang 2019a</a>" in html
    assert "[Wang 2019b]" in html


def test_the_kind_of_study_is_told_only_where_somebody_said_so(client):
    said = source("Said")
    said.study_type, said.study_type_origin = "case-series", "pubmed"
    said.save()
    page = factories.article(body=[prose(said, source("Unsaid"))])
    html = shown(client, page)
    assert html.count("Kind of study:") == 1
    assert "one patient&#x27;s story" in html
    assert "2 sources." in re.sub(r"\s+", " ", html)


def test_a_retracted_source_is_named_at_its_mark_and_in_the_list(client, monkeypatch):
    cited = [source(f"Title {n}") for n in range(3)]
    words = "Retracted on 1 May 2020."
    known = {cited[1].pk: [Status(Kind.RETRACTED, words, "https://example.org/notice")]}
    lookup = lambda sources: {s.pk: known[s.pk] for s in sources if s.pk in known}  # noqa: E731
    monkeypatch.setattr(status, "_LOOKUPS", [lookup])
    page = factories.article(body=[prose(*cited)])
    html = shown(client, page)
    assert ">2</a> <strong>retracted</strong>," in html
    assert f'<a href="https://example.org/notice">{words}</a>' in html


@pytest.mark.django_db(transaction=True)
class TestRememberedBetweenPages:
    """What a page cites is kept until anything that pages show changes; outside transactions."""

    def test_a_page_that_is_made_again_asks_for_no_source(self, client, store):
        page = factories.article(body=[prose(source("Title"))])
        shown(client, page)
        shown(client, page)  # the first visit of all makes rows of settings
        with CaptureQueriesContext(connection) as captured:
            assert "Title" in shown(client, page)
        assert not [one for one in captured if "references_source" in one["sql"]]

    def test_a_mended_source_is_shown_at_once(self, client, store):
        cited = source("Ttile")
        page = factories.article(body=[prose(cited)])
        assert "Ttile" in shown(client, page)
        cited.csl = {**cited.csl, "title": "Title"}
        cited.save()
        assert "Ttile" not in shown(client, page)
        assert "Title" in shown(client, page)

    def test_each_language_and_style_has_a_list_of_its_own(self, client, store):
        cited = source("Title", author=[{"family": "Wang"}])
        page = factories.article(body=[prose(cited)])
        site = Site.objects.get(is_default_site=True)
        with override("en"):
            english = str(type(page).objects.get(pk=page.pk).source_list)
        with override("pl"):
            assert str(type(page).objects.get(pk=page.pk).source_list) != english
        ReferenceStyle.objects.update_or_create(site=site, defaults={"style": "apa"})
        assert "reference-list--names" in shown(client, page)
