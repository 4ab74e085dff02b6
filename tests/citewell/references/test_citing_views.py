"""What the editor asks of its marks: who a source is, and which one stands for it."""

import pytest
from django.urls import reverse

from citewell.references.models import Source
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(factories.superuser())
    return client


def described(editor, *keys):
    answer = editor.get(reverse("describe_citations"), {"id": list(keys)})
    assert answer.status_code == 200
    return answer.json()


def test_a_source_is_named_by_author_year_and_title(editor):
    author, issued = [{"family": "Wang"}], {"date-parts": [[2019]]}
    csl = {"type": "book", "title": "Necks", "author": author, "issued": issued}
    one = Source.objects.create(csl=csl)
    bare = Source.objects.create(csl={"type": "book", "title": "Heat"})
    assert described(editor, one.pk, bare.pk) == {
        str(one.pk): {"standing": one.pk, "text": "Wang 2019. Necks"},
        str(bare.pk): {"standing": bare.pk, "text": "Heat n.d. Heat"},
    }


def test_what_was_merged_names_what_stands_for_it_and_what_is_gone_is_left_out(editor):
    one = Source.objects.create(csl={"type": "book", "title": "Necks"})
    two = Source.objects.create(csl={"type": "book", "title": "Necks again"}, merged_into=one)
    assert described(editor, two.pk, 10**9, "x", "") == {
        str(two.pk): {"standing": one.pk, "text": "Necks n.d. Necks"}
    }
