"""Uploaded pictures: bounded before they are decoded, cleared of where they were taken."""

import io
import struct
import tracemalloc
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from citewell.images import bounds
from citewell.images.models import CustomImage

GPS = 0x8825


def png_of(width: int, height: int) -> bytes:
    """A valid PNG of one colour, a few kilobytes for any size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    packer = zlib.compressobj(9)
    row = b"\x00" + bytes(width)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def picture(kind: str, *, gps: bool = False, orientation: int = 0, size: Any = (64, 48)) -> bytes:
    drawn = Image.effect_noise(size, 40).convert("RGB")
    exif = Image.Exif()
    if gps:
        exif.get_ifd(GPS)[2] = (51.0, 30.0, 0.0)
        exif[0x010F] = "Maker of cameras"
    if orientation:
        exif[bounds.ORIENTATION] = orientation
    out = io.BytesIO()
    drawn.save(out, kind, exif=exif.tobytes())
    return out.getvalue()


def test_a_picture_of_144_million_pixels_is_refused_without_being_decoded() -> None:
    data = io.BytesIO(png_of(12_000, 12_000))
    tracemalloc.start()
    with pytest.raises(bounds.Refused, match="12000 × 12000"):
        bounds.check(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5_000_000


def test_forty_million_pixels_are_taken_and_one_row_more_is_not() -> None:
    bounds.check(io.BytesIO(png_of(8_000, 5_000)))
    with pytest.raises(bounds.Refused):
        bounds.check(io.BytesIO(png_of(8_000, 5_001)))


@pytest.mark.parametrize(("frames", "taken"), [(60, True), (61, False)])
def test_sixty_frames_are_taken(frames: int, taken: bool) -> None:
    out = io.BytesIO()
    drawn = [Image.new("RGB", (8, 8), (number * 4, 0, 0)) for number in range(frames)]
    drawn[0].save(out, "GIF", save_all=True, append_images=drawn[1:])
    if taken:
        bounds.check(out)
    else:
        with pytest.raises(bounds.Refused):
            bounds.check(out)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_place_goes_and_the_orientation_stays(kind: str) -> None:
    data = picture(kind, gps=True, orientation=6)
    assert Image.open(io.BytesIO(data)).getexif().get_ifd(GPS)
    cleared = Image.open(io.BytesIO(bounds.without_metadata(data)))
    assert not cleared.getexif().get_ifd(GPS)
    assert cleared.getexif().get(0x010F) is None
    assert cleared.size == Image.open(io.BytesIO(data)).size
    if kind != "AVIF":  # there the container itself turns the picture
        assert cleared.getexif().get(bounds.ORIENTATION) == 6


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_tells_nothing_stays_as_it_is(kind: str) -> None:
    data = picture(kind)
    assert bounds.without_metadata(data) is data


def upload(client: Any, name: str, data: bytes) -> Any:
    file = SimpleUploadedFile(name, data)
    return client.post("/admin/images/add/", {"title": "Knee", "file": file, "collection": 1})


WRONG = {
    "empty.png": b"",
    "cut.jpg": picture("JPEG")[:300],
    "noise.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "cut.png": png_of(300, 300)[:60],
    "page.png": b"<html><script>alert(1)</script>",
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "other.png": picture("JPEG"),
    "huge.png": png_of(12_000, 12_000),
    "zero.gif": b"GIF89a\x00\x00\x00\x00\x00\x00\x00;",
    "large.png": b"\x89PNG\r\n\x1a\n" + bytes(16 * 1024 * 1024),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_taken_is_an_error_of_the_form(admin_client, name: str) -> None:
    response = upload(admin_client, name, WRONG[name])
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not CustomImage.objects.exists()


@pytest.mark.django_db
def test_an_uploaded_photograph_is_kept_without_its_place(admin_client) -> None:
    assert upload(admin_client, "knee.jpg", picture("JPEG", gps=True)).status_code == 302
    kept = CustomImage.objects.get()
    with kept.file.open("rb") as file:
        assert not Image.open(file).getexif().get_ifd(GPS)
    assert kept.get_rendition("max-20x20").width == 20


@pytest.mark.django_db
def test_many_at_once_pass_the_same_door(admin_client) -> None:
    for name, success in (("huge.png", False), ("knee.jpg", True)):
        data = WRONG[name] if name in WRONG else picture("JPEG", gps=True)
        answer = admin_client.post(
            "/admin/images/multiple/add/",
            {"title": name, "collection": 1, "files[]": SimpleUploadedFile(name, data)},
        )
        assert answer.status_code == 200
        assert answer.json()["success"] is success
