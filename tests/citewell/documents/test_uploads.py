"""Uploaded documents are what their names say."""

import io
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Collection, CollectionViewRestriction

from citewell.documents.contents import agrees
from citewell.documents.models import CustomDocument
from tests import factories


def archive(*names: str, **contents: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, b"x")
        for name, data in contents.items():
            file.writestr(name, data)
    return out.getvalue()


ODT = archive(mimetype=b"application/vnd.oasis.opendocument.text")
DOCX = archive("[Content_Types].xml", "word/document.xml")
RIGHT = {
    "a.pdf": b"%PDF-1.7\n1 0 obj",
    "a.docx": DOCX,
    "a.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "a.pptx": archive("[Content_Types].xml", "ppt/presentation.xml"),
    "a.odt": ODT,
    "a.csv": b"name,dose\nparacetamol,500 mg\n",
    "a.txt": "Zażółć gęślą jaźń".encode(),
    "b.txt": "Latin é".encode("latin-1"),
}
WRONG = {
    "a.pdf": b"<html>",
    "b.pdf": DOCX,
    "a.docx": b"%PDF-1.7",
    "b.docx": ODT,
    "macros.docx": archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "broken.docx": DOCX[:40],
    "a.odt": archive(mimetype=b"application/zip"),
    "a.csv": b"<script>alert(1)</script>",
    "a.txt": b"%PDF-1.7",
    "b.txt": b"\x00\x01\x02",
    "program.txt": b"MZ\x90\x00",
    "a.exe": b"MZ",
    "a.svg": b"<svg/>",
    "a.html": b"<p>",
}


def kind(name: str) -> str:
    return name.rsplit(".", 1)[1]


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_taken(name: str) -> None:
    assert agrees(io.BytesIO(RIGHT[name]), kind(name))


@pytest.mark.parametrize("name", WRONG)
def test_what_is_another_thing_is_not(name: str) -> None:
    assert not agrees(io.BytesIO(WRONG[name]), kind(name))


def upload(client: Any, name: str, data: bytes) -> Any:
    file = SimpleUploadedFile(name, data)
    return client.post("/admin/documents/add/", {"title": "Form", "file": file, "collection": 1})


@pytest.mark.django_db
@pytest.mark.parametrize("name", [*WRONG, "empty.txt", "large.txt"])
def test_a_wrong_file_is_an_error_of_the_form(admin_client, name: str) -> None:
    data = WRONG.get(name, b"x" * (15 * 1024 * 1024 + 1) if "large" in name else b"")
    response = upload(admin_client, name, data)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not CustomDocument.objects.exists()


@pytest.mark.django_db
def test_a_right_file_is_kept(admin_client) -> None:
    assert upload(admin_client, "a.pdf", RIGHT["a.pdf"]).status_code == 302
    assert CustomDocument.objects.get().file_size == len(RIGHT["a.pdf"])


@pytest.mark.django_db
def test_a_private_file_has_no_address_of_its_own(client, django_user_model) -> None:
    factories.home()
    private = Collection.get_first_root_node().add_child(name="Staff")
    lock = CollectionViewRestriction.objects.create(collection=private, restriction_type="groups")
    lock.groups.add(Group.objects.get(name="Editor"))
    document = CustomDocument.objects.create(
        title="Rota", collection=private, file=ContentFile(b"canary", name="rota.txt")
    )
    image = factories.image(collection=private)
    for path in (f"/media/{document.file.name}", f"/media/{image.file.name}", document.url):
        answer = client.get(path)
        assert answer.status_code in {302, 404}, path
    member = factories.user("member")
    member.groups.add(Group.objects.get(name="Editor"))
    client.force_login(member, "django.contrib.auth.backends.ModelBackend")
    assert b"".join(client.get(document.url).streaming_content) == b"canary"
