"""What the tests of pasting share: somebody who may, a list, the way through the admin."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories

START = "/admin/references/paste/"
LIST = (
    "1. Hall AB, Lee C. Exercise for low back pain in adults. Spine. 2014;39(2):10-9. "
    "doi:10.1000/abc\n"
    "2. Berg D. Walking and the back: a randomised trial. Lancet. 2019;12(3):44-51.\n"
    "3. something or other\n"
)


@pytest.fixture
def author(client: Client) -> Client:
    """Somebody of the group Author, signed in."""
    user = factories.user("author")
    user.groups.add(Group.objects.get(name="Author"))
    client.force_login(user)
    return client


def paste(client: Client, text: str = LIST) -> Any:
    return client.post(START, {"text": text})


def upload(client: Client, data: bytes, name: str) -> Any:
    return client.post(START, {"text": "", "file": SimpleUploadedFile(name, data)})


def shown(client: Client, address: str) -> dict[str, Any]:
    """What the list of what was read would send if nothing were changed."""
    lines = client.get(address).context["lines"]
    free = [line for line in lines if not line.is_had]
    return {
        "on_page": [line.reference.place for line in lines],
        "save": [line.reference.place for line in free if not line.is_near and line.is_ticked],
        **{f"decision-{line.reference.place}": "" for line in free if line.is_near},
    }


def save(client: Client, address: str, **more: Any) -> Any:
    return client.post(address, {**shown(client, address), "go": "save", **more}, follow=True)


def listed(number: int, word: str = "Study") -> str:
    """So many references of as many works."""
    return "\n".join(
        f"{n}. Hall AB. {word} {n} of backs. Spine. 2014;{n}:1-9." for n in range(1, number + 1)
    )
