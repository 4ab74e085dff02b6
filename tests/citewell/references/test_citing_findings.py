"""What editors are told of a page's sources, each at its place, for many pages at once."""

import pytest
from django.utils import timezone
from wagtail.models import Site

from blog.models import ArticlePage
from citewell.findings.registry import REGISTRY
from citewell.references.citing import status
from citewell.references.citing.marks import tag
from citewell.references.citing.status import Kind, Status
from citewell.references.models import ReferenceStyle, Source, SourceUsage
from tests import factories

pytestmark = pytest.mark.django_db

YEAR = timezone.localdate().year
LONG = "word " * 50


def source(title="On backs and how they move", year=YEAR, **csl):
    csl = {"type": "article-journal", "title": title, "DOI": f"10.1000/{title[:8]}", **csl}
    return Source.objects.create(csl={**csl, "issued": {"date-parts": [[year]]}})


def article(*texts, listed=()):
    items = [
        {"source": one, "line": ""} if isinstance(one, Source) else {"source": None, "line": one}
        for one in listed
    ]
    page = factories.article(
        body=[("rich_text", f"<p>{text}</p>") for text in texts],
        references=[("reference_list", items)] if items else [],
    )
    return ArticlePage.objects.get(pk=page.pk)


def found(page, code):
    return [one for one in REGISTRY.findings(page) if one.code == code]


def at_text(page, number=0):
    return f"body.{page.body[number].id}"


def test_a_citation_whose_source_is_gone_is_found_at_its_place():
    gone = source()
    page = article("Words", f"More{tag(gone.pk)}")
    SourceUsage.objects.all().delete()
    gone.delete()
    page = ArticlePage.objects.get(pk=page.pk)
    assert [one.content_path for one in found(page, "citation-missing")] == [at_text(page, 1)]


def test_a_page_that_lists_no_sources_cannot_cite():
    home = factories.home()
    home.intro = ""
    plain = factories.add_page(
        factories.PlainPage, home, body=[("rich_text", f"<p>A{tag(source().pk)}</p>")]
    )
    assert found(plain, "citation-missing")


def test_listed_and_never_cited_is_told_only_where_others_are_cited():
    cited, other = source("Cited work here"), source("Other work here")
    page = article(f"A{tag(cited.pk)}", listed=[cited, other, "A line."])
    assert [one.message for one in found(page, "source-uncited")] == [
        "“Other work here” is listed, but no sentence cites it.",
        "“A line.” is listed, but no sentence cites it.",
    ]
    assert found(page, "source-uncited")[0].content_path.startswith("references.")
    assert not found(article("A", listed=[cited, other]), "source-uncited")


def test_one_work_as_two_sources_and_one_entry_twice_are_doubles():
    one = source("A long title of one work about backs", DOI="10.1000/a", volume="3", page="9")
    same = {**one.csl, "DOI": "", "author": [{"family": "Hall"}]}
    Source.objects.filter(pk=one.pk).update(csl={**one.csl, "author": [{"family": "Hall"}]})
    two = Source.objects.create(csl=same)
    page = article(f"A{tag(one.pk)} and B{tag(two.pk)}")
    assert [one.content_path for one in found(page, "source-doubled")] == [at_text(page)]
    assert len(found(article("A", listed=[two, two]), "source-doubled")) == 1


def test_what_watchers_know_reaches_the_editor(monkeypatch):
    bad, dead = source("Bad work here"), source("Dead address here")
    known = {
        bad.pk: [Status(Kind.RETRACTED, "Retracted on 1 May 2020.", "https://example.org/n")],
        dead.pk: [Status(Kind.DEAD_LINK, "Its address is gone.", is_for_readers=False)],
    }
    lookup = lambda sources: {s.pk: known[s.pk] for s in sources if s.pk in known}  # noqa: E731
    monkeypatch.setattr(status, "_LOOKUPS", [lookup])
    page = article(f"A{tag(bad.pk)}{tag(dead.pk)}")
    assert "Retracted on 1 May 2020." in found(page, "source-retracted")[0].message
    assert found(page, "source-dead-link")[0].content_path == at_text(page)


def test_a_source_is_old_by_the_years_of_its_site():
    page = article(f"A{tag(source('Ten years old', YEAR - 10).pk)}")
    assert not found(page, "source-old")
    page = article(f"A{tag(source('Eleven years old', YEAR - 11).pk)}")
    assert found(page, "source-old")[0].message == f"“Eleven years old” is from {YEAR - 11}."
    site = Site.objects.get(is_default_site=True)
    ReferenceStyle.objects.update_or_create(site=site, defaults={"old_after_years": 20})
    assert not found(ArticlePage.objects.get(pk=page.pk), "source-old")


def test_what_a_person_recorded_as_newer_is_named():
    old = source("The old guideline")
    old.superseded_by = source("The new guideline")
    old.save()
    page = article(f"A{tag(old.pk)}")
    assert [one.message for one in found(page, "source-superseded")] == [
        "“The old guideline” is superseded by “The new guideline”."
    ]


def test_a_journal_article_without_doi_is_told_a_book_is_not():
    book, paper = source("A book", type="book", DOI=""), source("A paper", DOI="")
    page = article(f"A{tag(book.pk)}{tag(paper.pk)}")
    assert [one.message for one in found(page, "source-without-doi")] == ["“A paper” has no DOI."]


def test_a_section_without_any_source_is_told_unless_it_says_little():
    one = source()
    page = factories.article(
        body=[
            ("rich_text", f"<p>{LONG}{tag(one.pk)}</p>"),
            ("heading", {"text": "Treatment", "level": "2"}),
            ("rich_text", f"<p>{LONG}</p>"),
            ("heading", {"text": "Contact", "level": "2"}),
            ("rich_text", "<p>Call us.</p>"),
        ]
    )
    page = ArticlePage.objects.get(pk=page.pk)
    findings = found(page, "section-uncited")
    assert [one.message for one in findings] == ["The section “Treatment” names no source."]
    assert findings[0].content_path == at_text(page, 1)
    bare = found(article(LONG), "section-uncited")
    assert [one.message for one in bare] == ["No sentence of this page names its source."]


def test_plain_numbers_that_name_the_list_are_told_with_the_way_to_mend_them():
    page = article("Less pain.1 More", listed=["A line."])
    assert "Numbers to citations" in found(page, "number-plain")[0].hint
    assert not found(article("Less pain.1 More"), "number-plain")
