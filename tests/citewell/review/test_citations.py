"""Marks are part of what is signed: another source, another place in it, another content."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from citewell.references.citing.marks import tag
from citewell.references.models import Source
from citewell.review.content import clinical_content, content_hash
from tests import factories

pytestmark = pytest.mark.django_db


def source(number):
    return Source.objects.create(
        csl={"type": "book", "title": f"T {number}", "DOI": f"10.1000/{number}"}
    )


def article(*texts):
    return factories.article(body=[("rich_text", f"<p>{text}</p>") for text in texts])


def test_a_mark_is_signed_with_its_source_and_the_place_in_it():
    page = article(f"Better.{tag(source(1).pk, 'p. 12')} More.")
    content = json.loads(clinical_content(page))["content"]
    body = next(nodes for name, nodes in content if name == "body")
    assert ["p", "Better.", ["cite", "doi:10.1000/1", "p. 12"], " More."] in body[0]


def test_another_source_place_or_order_is_another_content_and_the_key_alone_is_not():
    one, two = source(1), source(2)
    texts = [
        (f"A.{tag(one.pk)}", f"B.{tag(two.pk)}"),
        (f"A.{tag(two.pk)}", f"B.{tag(one.pk)}"),
        (f"A.{tag(one.pk, 'p. 1')}", f"B.{tag(two.pk)}"),
        (f"B.{tag(two.pk)}", f"A.{tag(one.pk)}"),
        ("A.", "B."),
    ]
    pages = [article(*its) for its in texts]
    for page in pages:
        page.title = "The same"
    hashes = [content_hash(page) for page in pages]
    assert len(set(hashes)) == len(texts)
    old = Source.objects.create(csl={"type": "book", "title": "Old"}, merged_into=one)
    merged = article(f"A.{tag(old.pk)}", f"B.{tag(two.pk)}")
    merged.title = "The same"
    assert content_hash(merged) == hashes[0]


def test_signing_asks_once_for_one_mark_and_for_thirty():
    counts = []
    for many in (1, 30):
        page = article(*(f"A.{tag(source(f'{many}-{n}').pk)}" for n in range(many)))
        fresh = type(page).objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as captured:
            clinical_content(fresh)
        counts.append(len(captured))
    assert counts[0] == counts[1]
