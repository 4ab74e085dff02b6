"""The block picker shows every block of the vocabulary with its sample."""

import pytest
from django.urls import reverse

from citewell.blocks.samples import vocabulary
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "block"), sorted(vocabulary().items()))
def test_every_block_has_a_preview_of_its_sample(name, block, client):
    client.force_login(factories.superuser())
    assert block.is_previewable
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    sample = block.render(block.get_preview_value(), {"block_id": ""})
    assert sample.strip().split("\n")[0] in response.content.decode(), name
