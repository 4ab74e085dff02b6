"""The demo clinic: whole, linked, honest about being one, and safe to load again."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import gettext, override
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from citewell.blocks.vocabulary import ContentBlock
from citewell.organisation.models import Organisation
from citewell.people.models import Person
from conditions.aspects import ASPECTS
from conditions.models import ConditionPage
from demo.articles import ARTICLES
from demo.articles.numbers import ONE_IN_A_HUNDRED
from demo.blocks import risk, text
from demo.build import Result, is_empty, load_demo
from demo.conditions import CONDITIONS
from demo.content import Article
from demo.generated import NOTICE, SLUG
from demo.library import WORKS
from demo.registry import PAGES
from demo.streams import CITED
from demo.translations import translations
from demo.users import USERS

pytestmark = pytest.mark.django_db


class Links(HTMLParser):
    """Collects the addresses a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.add(str(dict(attributes).get("href")).split("#")[0].split("?")[0])


def test_it_holds_what_a_clinic_needs(demo) -> None:
    assert len(CONDITIONS) >= 12
    assert len(ARTICLES) >= 8
    assert demo.pages == len(PAGES) + 1 + sum(2 + len(one.conditions) for one in translations())


def test_loading_again_changes_nothing(demo) -> None:
    page = ConditionPage.objects.get(slug="sciatica")
    page.search_description = "An editor's words."
    page.save()
    before = Page.objects.count(), Person.objects.count()
    again = load_demo()
    assert (again.pages, again.generated, again.password) == (0, 0, "")
    assert (Page.objects.count(), Person.objects.count()) == before
    page.refresh_from_db()
    assert page.search_description == "An editor's words."


def test_a_site_with_pages_is_left_alone(demo) -> None:
    assert not is_empty()
    assert load_demo(only_if_empty=True).pages == 0


def test_every_page_answers_and_says_that_it_is_a_demonstration(demo) -> None:
    client = Client(SERVER_NAME="localhost")
    for path in ("/", *(page.path for page in PAGES)):
        response = client.get(path)
        assert response.status_code == 200, path
        html = response.content.decode()
        assert "noindex" in html, path
        assert re.search(r"invented|demonstration", html), path


def test_every_page_can_be_reached_from_the_home_page(demo) -> None:
    client = Client(SERVER_NAME="localhost")
    seen, open_ = {"/"}, ["/"]
    while open_:
        links = Links()
        response = client.get(open_.pop())
        if response.headers["Content-Type"].startswith("text/html"):  # a leaflet may be a PDF
            links.feed(response.content.decode())
        new = {link for link in links.found if link.startswith("/") and link.endswith("/")} - seen
        new = {link for link in new if not link.startswith(("/documents", "/media", "/admin"))}
        seen |= new
        open_ += sorted(new)
        assert len(seen) < 400
    assert {page.path for page in PAGES} <= seen


def test_every_kind_of_block_is_used_more_than_once(demo) -> None:
    counts: dict[str, int] = dict.fromkeys(ContentBlock().child_blocks, 0)

    def count(data: list[dict]) -> None:
        for item in data:
            if item["type"] in counts:
                counts[item["type"]] += 1
            if isinstance(item["value"], list) and item["value"] and "type" in item["value"][0]:
                count(item["value"])

    for page in Page.objects.specific():
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                count(list(getattr(page, field.name).raw_data))
    assert {name: number for name, number in counts.items() if number < 2} == {}


def test_every_condition_tells_emergencies_first_and_all_aspects(demo) -> None:
    for page in ConditionPage.objects.select_related("locale"):
        urgencies = [card.value["urgency"] for card in page.when_to_get_help]
        assert urgencies == ["emergency", "urgent", "routine"], page.slug
        assert page.names.exists(), page.slug
        aspects = {child.block_type for child in page.aspects}
        if page.locale.language_code == "en-gb":
            assert aspects == {aspect.name for aspect in ASPECTS}, page.slug
        else:
            assert aspects >= {"overview", "symptoms", "treatments", "self_care"}, page.slug


@pytest.mark.parametrize("code", ["pl", "ar"])
def test_a_translation_is_reached_from_its_page_and_speaks_its_language(demo, code) -> None:
    client = Client(SERVER_NAME="localhost")
    english = client.get("/conditions/low-back-pain/").content.decode()
    assert f'href="/{code}/conditions/low-back-pain/" lang="{code}"' in english
    assert f'hreflang="{code}"' in english
    other = client.get(f"/{code}/conditions/low-back-pain/").content.decode()
    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}"' in other
    untranslated = client.get("/conditions/sciatica/").content.decode()
    assert f'href="/{code}/" lang="{code}"' in untranslated
    assert f'rel="alternate" hreflang="{code}"' not in untranslated
    with override(code):
        assert gettext("When to get help") in other
        assert gettext("not translated: go to the first page in English") in untranslated


def blocks_of(record) -> list[tuple[str, object]]:
    """All blocks a condition or an article is made of."""
    if isinstance(record, Article):
        return list(record.body)
    return [*record.help, *(block for stream in record.aspects.values() for block in stream)]


def unsupported_frequencies(record) -> list[str]:
    """Headings of frequencies that neither cite a work nor say they are made up."""
    return [
        value["heading"]
        for name, value in blocks_of(record)
        if name == "risk"
        and not value["source_note"].startswith("<p>Made-up figures")
        and not cited_in(value["source_note"])
    ]


def cited_in(text: str) -> list[str]:
    """The works of the demo's library that a text cites."""
    return [name for name in CITED.findall(text) if name in WORKS]


def missing_references(record) -> set[str]:
    """What a text names: works the library lacks, numbers the list below it does not hold."""
    words = str(blocks_of(record))
    numbers = {str(number) for number, _line in enumerate(record.references, 1)}
    named = re.findall(r"reference (\d+)", words)
    return {*CITED.findall(words)} - WORKS.keys() | {*named} - numbers


@pytest.mark.parametrize("record", [*CONDITIONS, *ARTICLES], ids=lambda record: record.slug)
def test_frequencies_say_where_they_are_from(record) -> None:
    assert unsupported_frequencies(record) == []


@pytest.mark.parametrize("record", [*CONDITIONS, *ARTICLES], ids=lambda record: record.slug)
def test_a_named_reference_stands_in_the_list(record) -> None:
    assert missing_references(record) == set()


@pytest.mark.parametrize("record", [*CONDITIONS, *ARTICLES], ids=lambda record: record.slug)
def test_a_benefit_is_certain_to_a_degree_only_with_a_reference(record) -> None:
    for name, value in blocks_of(record):
        if name == "treatment_comparison":
            for row in value["treatments"]:
                assert row["certainty"] == "unknown" or cited_in(row["benefit"]), row


def test_a_figure_without_its_source_is_found() -> None:
    wrong = replace(
        ONE_IN_A_HUNDRED,
        body=(
            risk("Better", "From memory.", ("With", 60)),
            text("See (reference 3).[@no-such-work]"),
        ),
    )
    assert unsupported_frequencies(wrong) == ["Better"]
    assert missing_references(wrong) == {"3", "no-such-work"}


@pytest.mark.parametrize("record", ARTICLES, ids=lambda record: record.slug)
def test_an_article_tells_emergencies_before_anything_else(record) -> None:
    name, value = record.body[0]
    assert name in {"care_card", "callout"}, record.slug
    assert "999" in str(value), record.slug


def test_a_site_that_is_not_a_demonstration_is_refused(demo) -> None:
    organisation = Organisation.for_site(Site.objects.get(is_default_site=True))
    organisation.is_demo = False
    organisation.save()
    with pytest.raises(CommandError, match="a home page of its own"):
        call_command("load_demo", stdout=StringIO())


def test_a_pasted_reference_stays_as_it_was_pasted(demo) -> None:
    from blog.models import ArticlePage
    from demo.sources import PASTED

    page = ArticlePage.objects.get(slug="can-a-problem-in-the-neck-cause-low-back-pain")
    lines = [item["line"] for item in page.references[0].value]
    assert lines == list(PASTED)
    assert len(lines) == 14


def test_everybody_can_sign_in(demo) -> None:
    client = Client()
    for name in USERS:
        assert client.login(username=name, password="correct-horse-battery-staple"), name


def test_a_new_password_is_shown_once_and_never_within_the_json(demo) -> None:
    get_user_model()._default_manager.filter(username="editor").delete()
    output, errors = StringIO(), StringIO()
    call_command("load_demo", json=True, stdout=output, stderr=errors)
    assert set(json.loads(output.getvalue())) == {"pages", "generated"}
    assert "shown only now" in errors.getvalue()
    again = StringIO()
    call_command("load_demo", json=True, stdout=StringIO(), stderr=again)
    assert again.getvalue() == ""


def test_a_result_keeps_its_password_out_of_logs() -> None:
    assert "secret" not in repr(Result(password="secret"))


def test_registrations_are_marked_as_invented(demo) -> None:
    assert Person.objects.count() >= 5
    for person in Person.objects.all():
        assert person.registration_number.startswith("DEMO-"), person


def test_a_deploy_check_fails_while_the_demo_is_live(demo) -> None:
    found = run_checks(include_deployment_checks=True)
    error = next(message for message in found if message.id == "demo.E001")
    assert "empty database" in error.hint
    assert "Millbrook Clinic" in error.msg


@pytest.mark.parametrize("left", ["organisation", "person"])
def test_either_alone_keeps_the_deploy_check_failing(demo, left: str) -> None:
    if left == "organisation":
        Person.objects.update(registration_number="")
    else:
        Organisation.objects.update(is_demo=False)
        Person.objects.exclude(name="Owen Tully").update(registration_number="")
    found = [message.id for message in run_checks(include_deployment_checks=True)]
    assert found.count("demo.E001") == 1


def test_generated_pages_are_marked_and_made_once(demo) -> None:
    output = StringIO()
    call_command("load_demo", conditions=12, json=True, stdout=output)
    assert json.loads(output.getvalue()) == {"pages": 0, "generated": 12}
    pages = ConditionPage.objects.filter(url_path__contains=f"/{SLUG}/")
    assert pages.count() == 12
    assert all(NOTICE in page.summary for page in pages)
    assert all(page.names.count() == 1 for page in pages)
    assert Page.find_problems() == ([], [], [], [], [])
    assert load_demo(generated=12).generated == 0
    assert load_demo(generated=15).generated == 3


def test_no_telephone_number_is_turned_by_the_arabic_around_it(demo) -> None:
    page = Client().get("/ar/").content.decode()
    links = re.findall(r'<a href="tel:[^>]*>[^<]*</a>', page)
    assert any("116 123" in link for link in links)
    for link in links:
        assert 'dir="ltr"' in link or "\u2066" in link or not re.search(r"\d \d", link), link
