"""Works are found at Crossref and PubMed, politely; nothing breaks where those are silent."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from citewell.references.csl import validate
from citewell.references.lookup import Configuration, Notice, NotReached, look_up, sources_of
from citewell.references.lookup.asking import ask
from citewell.references.lookup.crossref import Crossref
from citewell.references.lookup.pubmed import PubMed
from citewell.references.lookup.study_types import study_type
from tests.citewell.references.lookup.stand_in import StandIn, stand_in


@pytest.fixture
def server() -> Iterator[StandIn]:
    with stand_in() as running:
        yield running


@pytest.fixture
def configured(server: StandIn) -> Configuration:
    return Configuration(
        crossref=server.address,
        pubmed=f"{server.address}/eutils",
        contact="editor@clinic.example",
        timeout=20,
        retries=2,
        backoff=0.001,
    )


def test_nothing_is_asked_without_a_contact_or_an_address():
    assert sources_of(Configuration()) == []
    assert sources_of(Configuration(crossref="https://api.example")) == []
    assert sources_of(Configuration(contact="a@b.example")) == []
    assert look_up("DOI", "10.1000/abc", []) is None


def test_crossref_gives_a_valid_item(configured: Configuration):
    found = Crossref(configured).find("DOI", "https://doi.org/10.1000/ABC")
    assert found is not None
    assert validate(found.csl) == []
    assert found.csl == {
        "type": "article-journal",
        "DOI": "10.1000/ABC",
        "title": "Exercise for <i>back</i> pain & sleep: A randomised trial",
        "container-title": "Spine Journal",
        "volume": "14",
        "issue": "3",
        "page": "508-518",
        "author": [{"family": "Hall", "given": "A. B."}, {"literal": "SPINE Study Group"}],
        "issued": {"date-parts": [[2014, 3]]},
        "ISSN": "1234-5679",
    }


def test_crossref_names_the_notices_on_a_work_and_the_work_of_a_notice(configured: Configuration):
    source = Crossref(configured)
    work, notice = source.find("DOI", "10.1000/abc"), source.find("DOI", "10.1000/retr")
    assert work
    assert notice
    assert work.notices == (Notice("retraction", "10.1000/retr", "2016-05-04"),)
    assert notice.notices == (Notice("retraction", "10.1000/abc", "", concerns_other=True),)


def test_a_book_is_found_by_its_isbn(configured: Configuration):
    found = look_up("ISBN", "0-306-40615-2", sources_of(configured))
    assert found
    assert (found.csl["type"], found.csl["title"]) == ("book", "The neck")


def test_pubmed_gives_a_valid_item_and_its_kind_of_study(configured: Configuration):
    found = PubMed(configured).find("PMID", "32497510")
    assert found is not None
    assert validate(found.csl) == []
    assert found.csl["title"] == "Exercise for <i>back</i> pain"
    assert found.csl["language"] == "en"
    assert found.csl["author"] == [
        {"family": "Hall", "given": "Ann B"},
        {"literal": "SPINE Study Group"},
    ]
    assert found.csl["issued"] == {"date-parts": [[2014, 3, 5]]}
    assert (found.csl["DOI"], found.csl["PMCID"]) == ("10.1000/abc", "PMC7263814")
    assert found.study_type == "randomised-trial"
    assert found.notices == (Notice("retraction", "27000001"),)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("DOI", "10.1000/abc"),
        ("URL", "https://pubmed.ncbi.nlm.nih.gov/32497510/"),
        ("URL", "https://doi.org/10.1000/abc"),
    ],
)
def test_pubmed_is_asked_first(configured: Configuration, kind, value: str):
    found = look_up(kind, value, sources_of(configured))
    assert found
    assert found.source == "PubMed"


@pytest.mark.parametrize(
    ("kind", "value"),
    [("DOI", "10.1000/none"), ("PMID", "99"), ("ISBN", "9783161484100"), ("DOI", "no doi"),
     ("URL", "https://www.nhs.uk/conditions/back-pain/")],
)  # fmt: skip
def test_what_nobody_knows_is_not_found(configured: Configuration, kind, value: str):
    assert look_up(kind, value, sources_of(configured)) is None


def test_every_question_names_the_contact(server: StandIn, configured: Configuration):
    look_up("DOI", "10.1000/abc", sources_of(configured))
    Crossref(configured).find("DOI", "10.1000/abc")
    assert len(server.asked) == 3
    for _, query, agent in server.asked:
        assert query.get("mailto") or query["email"] == ["editor@clinic.example"]
        assert "mailto:editor@clinic.example" in agent


def test_a_busy_server_is_asked_again(server: StandIn, configured: Configuration):
    server.trouble = [503, 500]
    assert Crossref(configured).find("DOI", "10.1000/abc")
    assert len(server.asked) == 3


def test_pauses_grow_and_heed_what_the_server_asks(server: StandIn, configured: Configuration):
    server.trouble = [500, 429, 500]
    pauses: list[float] = []
    with pytest.raises(NotReached):
        ask(f"{server.address}/works/x", configured, "application/json", pauses.append)
    assert pauses == [0.001, 3.0]


@pytest.mark.parametrize(
    ("asked", "pause"),
    [("7", 7.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.001), ("soon", 0.001), ("-5", 0.001)],
)
def test_a_pause_may_be_a_number_or_a_date(
    server: StandIn, configured: Configuration, asked: str, pause: float
):
    server.trouble, server.retry_after = [429], asked
    pauses: list[float] = []
    assert ask(f"{server.address}/works/10.1000%2Fabc", configured, "*/*", pauses.append)
    assert pauses == [pause]


@pytest.mark.parametrize("asked", ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_long_pause_is_respected_by_not_asking_again(
    server: StandIn, configured: Configuration, asked: str
):
    server.trouble, server.retry_after = [429], asked
    with pytest.raises(NotReached, match="pause"):
        Crossref(configured).find("DOI", "10.1000/abc")
    assert len(server.asked) == 1


def test_a_redirect_to_another_host_is_not_followed(server: StandIn, configured: Configuration):
    with stand_in() as other:
        for place in (f"{other.address}/works/10.1000/abc", "file:///etc/passwd",
                      f"ftp://127.0.0.1:{other.server_port}/", "//127.0.0.2/works/x"):  # fmt: skip
            server.trouble = [place]
            with pytest.raises(NotReached, match="another host"):
                Crossref(configured).find("DOI", "10.1000/abc")
        assert other.asked == []
    assert len(server.asked) == 4


def test_a_redirect_on_the_same_host_is_followed(server: StandIn, configured: Configuration):
    server.trouble = ["/works/10.1000/abc"]
    assert Crossref(configured).find("DOI", "10.1000/old")


def test_redirects_in_a_ring_end(server: StandIn, configured: Configuration):
    server.trouble = ["/works/x"] * 60
    with pytest.raises(NotReached):
        Crossref(configured).find("DOI", "10.1000/old")


@pytest.mark.parametrize("trouble", ["drip", "cut"])
def test_an_answer_that_does_not_end_is_given_up(
    server: StandIn, configured: Configuration, trouble: str
):
    server.trouble = [trouble] * 3
    with pytest.raises(NotReached, match="reached"):
        Crossref(replace(configured, timeout=0.2)).find("DOI", "10.1000/abc")
    assert len(server.asked) == 3


def test_nobody_at_the_address_is_said(configured: Configuration):
    with pytest.raises(NotReached, match="reached"):
        Crossref(replace(configured, crossref="http://127.0.0.1:9")).find("DOI", "10.1000/abc")


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "file:///etc",
     "http://localhost:8000/admin/", "https://www.example.org/page"],
)  # fmt: skip
def test_a_web_address_is_never_opened_itself(
    server: StandIn, configured: Configuration, address: str
):
    assert look_up("URL", address, sources_of(configured)) is None
    assert server.asked == []


def test_a_refusal_is_not_asked_again(server: StandIn, configured: Configuration):
    server.trouble = [400]
    with pytest.raises(NotReached, match="refused"):
        Crossref(configured).find("DOI", "10.1000/abc")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body", [b"<html>", b"[]", b'{"message": 3}', b"", b"[" * 9000, b"x" * 6_000_000]
)
@pytest.mark.parametrize("source", [Crossref, PubMed])
def test_an_answer_without_sense_is_said(
    server: StandIn, configured: Configuration, source, body: bytes
):
    server.trouble = [body]
    question = ("PMID", "32497510") if source is PubMed else ("DOI", "10.1000/abc")
    with pytest.raises(NotReached) as problem:
        source(configured).find(*question)
    assert str(problem.value).endswith(".")


@pytest.mark.parametrize("field", ["author", "title", "subtitle", "issued", "updated-by", "ISSN"])
@pytest.mark.parametrize("value", [3, "x", {"a": 1}, [3], [None], [[]], None])
def test_a_field_of_another_kind_breaks_nothing(
    server: StandIn, configured: Configuration, field: str, value: object
):
    message = {"DOI": "10.1000/abc", "type": "journal-article", "title": ["X"], field: value}
    server.trouble = [json.dumps({"message": message}).encode()]
    found = Crossref(configured).find("DOI", "10.1000/abc")
    assert found
    assert found.csl["DOI"] == "10.1000/abc"


def test_the_other_source_answers_where_one_does_not(server: StandIn, configured: Configuration):
    server.trouble = [400]
    found = look_up("DOI", "10.1000/abc", sources_of(configured))
    assert found
    assert found.source == "Crossref"


def test_a_server_that_is_not_there_is_said(server: StandIn, configured: Configuration):
    server.trouble = [400, 400]
    with pytest.raises(NotReached):
        look_up("DOI", "10.1000/abc", sources_of(configured))


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["Journal Article"], ""),
        (["Journal Article", "Review", "Systematic Review"], "systematic-review"),
        (["Case Reports", "Journal Article"], "case-series"),
        (["Practice Guideline"], "guideline"),
        (["Editorial"], "opinion"),
    ],
)
def test_publication_types_name_the_kind_of_study(types: list[str], kind: str):
    assert study_type(types) == kind


def test_the_settings_switch_look_ups_on(settings, server: StandIn):
    from citewell.references.looking_up import ask_for, configuration

    assert not configuration().is_on
    assert ask_for("DOI", "10.1000/abc") is None
    settings.CITEWELL_LOOKUP = {"crossref": server.address, "contact": "a@b.example"}
    found = ask_for("DOI", "10.1000/abc")
    assert found
    assert found.csl["volume"] == "14"
