"""How large an uploaded picture may be, read from its header before anything is decoded.

A file of a few kilobytes can hold a picture of gigabytes. Pillow reads the header alone
when it opens a file; what passes is decoded, nothing else.
"""

import io
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image

MOST_PIXELS = 40_000_000
MOST_FRAMES = 60
ORIENTATION = 0x0112


class Refused(ValueError):
    """The picture cannot be taken; the message says why."""


def check(file: IO[bytes]) -> None:
    """Raise :class:`Refused` for what is no picture, or too large a one; the file is rewound."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                said = _("%(width)s × %(height)s pixels are too many; 40 million can be taken.")
                raise Refused(said % {"width": width, "height": height})
            if getattr(picture, "n_frames", 1) > MOST_FRAMES:
                raise Refused(_("This picture has more than 60 frames."))
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused(_("Too many pixels; at most 40 million can be taken.")) from None
    except Exception:  # Pillow's readers fail in many ways on broken files
        raise Refused(_("This file cannot be read as a picture.")) from None
    finally:
        file.seek(0)


def without_metadata(data: bytes) -> bytes:
    """The picture without where, when and with what it was taken; as it was where it says none.

    Its orientation and colour profile stay. JPEG keeps its tables, PNG every pixel.

    Raises:
        Exception: of many kinds, where the file is broken behind its header.
    """
    with Image.open(io.BytesIO(data)) as whole:
        whole.draft("RGB", (whole.width // 8, whole.height // 8))  # JPEG alone: an eighth is read
        whole.load()  # raises where the file ends too early
    with Image.open(io.BytesIO(data)) as picture:
        exif = picture.getexif()
        tells = set(exif) - {ORIENTATION}
        if not tells and not {"xmp", "XML:com.adobe.xmp", "photoshop"} & set(picture.info):
            return data
        kept = Image.Exif()
        if ORIENTATION in exif:
            kept[ORIENTATION] = exif[ORIENTATION]
        kind = picture.format or ""
        options: dict[str, object] = {"exif": kept.tobytes()}
        if "icc_profile" in picture.info:
            options["icc_profile"] = picture.info["icc_profile"]
        if kind in {"JPEG", "MPO"}:
            kind = "JPEG"
            options["quality"] = "keep" if picture.format == "JPEG" else 92
        elif kind in {"WEBP", "AVIF"}:
            options |= {"quality": 92, "save_all": getattr(picture, "n_frames", 1) > 1}
        elif kind == "GIF":
            return data
        for name in ("xmp", "XML:com.adobe.xmp", "photoshop", "exif"):
            picture.info.pop(name, None)
        out = io.BytesIO()
        picture.save(out, kind, **options)
        return out.getvalue()
