"""What the demo's pages tell machines holds to the terms of schema.org."""

import json
import re

import pytest
from django.test import Client

from demo.registry import PAGES
from tests.syndication.schema_terms import faults

GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph_of(path: str) -> list[dict[str, object]]:
    found = GRAPH.search(Client().get(path).content.decode())
    assert found, f"{path} says nothing of itself"
    data = json.loads(found[1])
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, object]] = data["@graph"]
    return graph


@pytest.mark.parametrize("path", ["/", *(page.path for page in PAGES)])
def test_every_term_is_one_of_schema_org(demo, path: str) -> None:
    assert faults(graph_of(path)) == []


@pytest.mark.parametrize(
    ("path", "types"),
    [
        ("/", {"MedicalClinic"}),
        ("/conditions/low-back-pain/", {"MedicalWebPage", "MedicalCondition", "BreadcrumbList"}),
        ("/articles/do-i-need-a-scan-for-back-pain/", {"Article", "BreadcrumbList"}),
        ("/people/ruth-calder/", {"Person", "BreadcrumbList"}),
    ],
)
def test_each_kind_of_page_says_what_it_is(demo, path: str, types: set[str]) -> None:
    assert {part["@type"] for part in graph_of(path)} >= types


def test_a_page_names_its_sources(demo) -> None:
    pages = {part["@type"]: part for part in graph_of("/conditions/low-back-pain/")}
    assert pages["MedicalWebPage"]["citation"]


def test_a_condition_page_is_about_its_condition(demo) -> None:
    pages = {part["@type"]: part for part in graph_of("/conditions/low-back-pain/")}
    assert pages["MedicalWebPage"]["about"] == {
        "@type": "MedicalCondition",
        "name": "Low back pain",
    }


def test_a_reviewed_article_names_its_reviewers_on_its_page(demo) -> None:
    pages = {part["@type"]: part for part in graph_of("/articles/can-pain-tablets-cause-headache/")}
    assert [one["name"] for one in pages["MedicalWebPage"]["reviewedBy"]] == [
        "Ruth Calder",
        "Mei Hollis",
    ]
    assert pages["MedicalWebPage"]["lastReviewed"]
    assert "reviewedBy" not in pages["Article"]


def test_wrong_terms_are_caught() -> None:
    assert faults({"@type": "MedicalPage"})
    assert faults({"@type": "Person", "name": "A", "wage": "1"})
    assert faults({"@type": "Person"})
    assert faults([{"@type": "Person", "name": ""}])
