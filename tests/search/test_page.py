"""The search page and the suggestions, as a visitor meets them."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from blog.models import ArticlePage
from search import indexing
from tests.effort import examples

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [one.found.title for one in response.context["search"].results]


def suggested(client: Client, text: str) -> list[str]:
    answer = client.get("/search/suggest/", {"q": text}).json()
    return [one["title"] for one in answer["suggestions"]]


def test_a_misspelt_name_finds_its_page_and_says_what_was_searched(client: Client, stocked):
    response = client.get("/search/", {"q": "siatica"})
    assert titles(response)[0] == "Sciatica"
    body = response.content.decode()
    assert "Showing results for" in body
    assert "Search instead for siatica" in body


def test_spelling_is_left_alone_when_asked(client: Client, stocked):
    response = client.get("/search/", {"q": "siatica", "exact": "1"})
    assert response.context["search"].corrected == ""


def test_everyday_words_find_the_page_that_says_them_otherwise(client: Client, stocked):
    response = client.get("/search/", {"q": "dizzy when I turn over"})
    assert titles(response)[0] == "Benign paroxysmal positional vertigo"


def test_another_name_finds_the_page_and_is_shown(client: Client, stocked):
    response = client.get("/search/", {"q": "lumbar radiculopathy"})
    assert titles(response)[0] == "Sciatica"
    assert "Also called" in response.content.decode()


def test_a_search_can_be_posted_and_leaves_nothing_in_the_addresses(client: Client, stocked):
    response = client.post("/search/", {"q": "siatica"})
    assert titles(response)[0] == "Sciatica"
    assert not re.search(r"href=\"[^\"]*s(c?)iatica[^\"]*q=|\?q=", response.content.decode())


def test_nobody_may_keep_or_index_what_was_searched(client: Client, stocked):
    for address in ("/search/", "/search/suggest/"):
        response = client.get(address, {"q": "migraine"})
        assert response["Cache-Control"] == "private, no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]


def test_results_are_articles_in_an_ordered_list_headed_by_their_titles(client: Client, stocked):
    body = client.get("/search/", {"q": "migraine"}).content.decode()
    listed = re.search(r"<ol class=\"result-list.*?</ol>", body, re.S)
    assert listed
    assert re.search(r"<article>\s*<h2><a href=\"[^\"]+\">Migraine</a></h2>", listed[0])


def test_nothing_found_offers_ways_on_as_navigation(client: Client, stocked):
    response = client.get("/search/", {"q": "xqzvbn wqkjhgf"})
    assert titles(response) == []
    body = response.content.decode()
    assert "Conditions A to Z" in body
    assert "result-list" not in body


def test_an_emergency_stands_above_everything(client: Client, stocked):
    body = client.get("/search/", {"q": "chest pain spreading to arm"}).content.decode()
    main = body[body.index("<main") :]
    assert main.count("data-emergency") == 1
    assert main.index("data-emergency") < main.index("<h1")


def test_a_harmless_query_shows_no_emergency_card(client: Client, stocked):
    assert "data-emergency" not in client.get("/search/", {"q": "chest infection"}).content.decode()


def test_suggestions_begin_with_two_letters_and_forgive_a_slip(client: Client, stocked):
    assert suggested(client, "s") == []
    assert suggested(client, "sc")[0] == "Sciatica"
    assert suggested(client, "siati") == ["Sciatica"]
    assert suggested(client, "radicu") == ["Sciatica"]


def test_suggestions_carry_the_emergency(client: Client, stocked):
    answer = client.get("/search/suggest/", {"q": "baby not breathing"}).json()
    assert answer["emergency"]["text"]
    assert client.get("/search/suggest/", {"q": "migraine"}).json()["emergency"] is None


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'; DROP TABLE wagtailcore_page; --",
        "AND OR NOT NEAR(",
        "a\0b",
        "💊🤒",
        "%%% __",
        "word " * 10_000,
        "頭痛がする",
        "İğne ve baş ağrısı",
        "Rückenmarkskanalverengung",
        "ألم في الصدر",
        "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    ],
)
def test_no_input_breaks_the_search(client: Client, stocked, text: str):
    # An address with a NUL is refused before it comes here.
    fine = {200, 400} if "\0" in text else {200}
    for method in (client.get, client.post):
        assert method("/search/", {"q": text}).status_code in fine
    assert client.get("/search/suggest/", {"q": text}).status_code in fine


# What has broken searches elsewhere, put together at random.
HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            [
                *('"', "'", "\\", "*", ":", "(", ")", "-", "%", "_", "\0", "NEAR", "OR", "AND NOT"),
                *("{{7*7}}", "${x}", "--", ";", "a" * 500, "\u202e", "\ufdfa" * 50, "🤒", "pain"),
            ]
        ),
    ),
    max_size=20,
).map(" ".join)


@settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=HOSTILE, page=st.text(max_size=8), facet=st.text(max_size=30))
def test_nothing_anybody_sends_is_an_error(client: Client, stocked, text, page, facet):
    values = {"q": text, "page": page, "type": facet, "topics": facet, "exact": facet}
    fine = {200, 400} if "\0" in f"{text}{page}{facet}" else {200}
    for method in (client.get, client.post):
        assert method("/search/", values).status_code in fine
    assert client.get("/search/suggest/", {"q": text}).status_code in fine


@pytest.mark.parametrize("page", ["99999", "-1", "x", ""])
def test_any_page_number_is_answered(client: Client, stocked, page: str):
    assert client.get("/search/", {"q": "migraine", "page": page}).status_code == 200


def test_drafts_and_withdrawn_pages_are_not_found(client: Client, clinic):
    page = clinic.condition("Tinnitus")
    clinic.condition("Vertigo in draft", live=False)
    assert suggested(client, "tinn") == ["Tinnitus"]
    assert suggested(client, "vertigo") == []
    page.unpublish()
    assert suggested(client, "tinn") == []
    assert titles(client.get("/search/", {"q": "tinnitus"})) == []


def test_draft_text_of_a_live_page_is_not_searched(client: Client, clinic):
    page = clinic.condition("Tinnitus")
    page.title = "Secretword"
    page.save_revision()
    assert suggested(client, "secretw") == []
    page.save_revision().publish()
    assert suggested(client, "secretw") == ["Secretword"]
    assert suggested(client, "tinn") == []


def test_a_deleted_page_is_gone(client: Client, clinic):
    clinic.condition("Tinnitus").delete()
    assert suggested(client, "tinn") == []


def test_restricting_a_section_hides_it_and_lifting_shows_it(client: Client, clinic):
    clinic.condition("Tinnitus")
    restriction = PageViewRestriction.objects.create(
        page=clinic.conditions, restriction_type=PageViewRestriction.LOGIN
    )
    assert suggested(client, "tinn") == []
    restriction.delete()
    assert suggested(client, "tinn") == ["Tinnitus"]


def test_a_page_the_index_has_not_heard_of_yet_stays_hidden(client: Client, clinic):
    """Written past every signal: the second look at the page itself holds."""
    page = clinic.condition("Tinnitus")
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert suggested(client, "tinn") == []
    assert titles(client.get("/search/", {"q": "tinnitus"})) == []


def test_an_article_is_found_by_its_words_and_kinds_narrow_the_results(client: Client, stocked):
    response = client.get("/search/", {"q": "back pain"})
    assert "Do I need a scan for back pain?" in titles(response)
    kinds = {
        choice.name: choice.count
        for facet in response.context["search"].facets
        for choice in facet.choices
    }
    assert kinds["Article"] == 1
    narrowed = client.get("/search/", {"q": "back pain", "type": ArticlePage._meta.label_lower})
    assert titles(narrowed) == ["Do I need a scan for back pain?"]


def test_one_result_and_thirty_cost_the_same_few_statements(client: Client, clinic):
    clinic.condition("Rare ataxia")
    client.get("/search/", {"q": "ataxia"})
    with CaptureQueriesContext(connection) as one:
        client.get("/search/", {"q": "ataxia"})
    for number in range(30):
        clinic.condition(f"Ataxia {number}", f"Ataxia of kind {number}.")
    with CaptureQueriesContext(connection) as thirty:
        client.get("/search/", {"q": "ataxia"})
    searching = [q["sql"] for q in thirty if "search_search" in q["sql"]]
    assert len(thirty) == len(one)
    assert len(searching) <= 8


def test_rebuilding_finds_the_same(client: Client, stocked):
    before = titles(client.get("/search/", {"q": "back pain"}))
    assert indexing.rebuild().pages >= 5
    assert titles(client.get("/search/", {"q": "back pain"})) == before
    assert indexing.health().healthy


@pytest.mark.parametrize(
    ("typed", "searched"),
    [("rh incompataility", "rh incompatibility"), ("anurism", "aneurysm")],
)
def test_a_slip_that_makes_up_a_name_is_mended_even_where_a_page_has_its_stem(
    client: Client, clinic, typed: str, searched: str
):
    clinic.condition("Kidney failure", "Anuria, no urine at all, is a late sign.")
    for number in range(9):
        clinic.condition(f"Vessel {number}", "An aneurysm is a bulge of a vessel.")
    clinic.condition("Aneurysm")
    clinic.condition("Rh incompatibility")
    found = client.get("/search/", {"q": typed}).context["search"]
    assert found.corrected == searched


def test_the_title_to_the_letter_stands_before_one_of_the_same_stems(client: Client, clinic):
    clinic.condition("Encephaloceles", "Encephalocele, encephaloceles, encephalocele.")
    clinic.condition("Encephalocele", "A rare one.")
    assert titles(client.get("/search/", {"q": "encephalocele"}))[0] == "Encephalocele"
    assert titles(client.get("/search/", {"q": "encephaloceles"}))[0] == "Encephaloceles"


def test_a_drugs_nickname_among_other_words_is_not_the_drug(client: Client, clinic):
    clinic.condition("Cocaine", "Cocaine harms the heart. Snow brings falls.")
    assert titles(client.get("/search/", {"q": "is it going to snow"})) == []


def test_a_weak_word_later_in_a_name_is_suggested_too(client: Client, clinic):
    clinic.condition("Foodborne illness")
    assert suggested(client, "illn") == ["Foodborne illness"]


def test_words_of_a_name_are_suggested_in_any_order_and_with_words_between(client: Client, clinic):
    clinic.condition("Sudden cardiac arrest")
    clinic.condition("Sudden deafness")
    for typed in ("sudden arr", "arrest sud", "cardiac sudd", "arrest s"):
        assert suggested(client, typed) == ["Sudden cardiac arrest"], typed


def test_what_everybody_writes_about_is_suggested_though_many_shorter_names_begin_alike(
    client: Client, clinic
):
    for number in range(90):
        clinic.condition(f"Zeb q{chr(97 + number % 26)}{chr(97 + number // 26)}")
    clinic.condition("Zebrosis")
    for number in range(9):
        clinic.articles.add_child(
            instance=ArticlePage(title=f"Walk {number}", lead="Good against zebrosis.")
        )
    call_command("rebuild_search_index", stdout=StringIO())
    assert suggested(client, "zeb")[0] == "Zebrosis"


def test_names_easily_taken_for_each_other_are_offered_apart_from_the_results(
    client: Client, clinic
):
    clinic.condition("Hypothyroidism", "Too little hormone; unlike hyperthyroidism.")
    clinic.condition("Hyperthyroidism", "Too much hormone; unlike hypothyroidism.")
    clinic.condition("Goitre", "A swelling that comes with hypothyroidism.")
    response = client.get("/search/", {"q": "hypothyroidism"})
    assert [one.title for one in response.context["search"].near] == ["Hyperthyroidism"]
    aside = response.content.decode().split('id="near-heading"')[1].split("</aside>")[0]
    assert "Hyperthyroidism" in aside


def test_a_posted_search_is_narrowed_by_buttons_that_say_the_words_in_no_address(
    client: Client, stocked
):
    body = client.post("/search/", {"q": "back pain"}).content.decode()
    assert 'name="type" value="blog.articlepage"' in body
    narrowed = client.post("/search/", {"q": "back pain", "type": ArticlePage._meta.label_lower})
    assert titles(narrowed) == ["Do I need a scan for back pain?"]
    assert "?q=" not in narrowed.content.decode()


def test_the_form_can_be_made_to_post(client: Client, stocked, settings):
    assert 'method="post"' not in client.get("/search/").content.decode()
    settings.CITEWELL_SEARCH_METHOD = "post"
    assert 'method="post" role="search"' in client.get("/search/").content.decode()
