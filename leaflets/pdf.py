"""HTML to a tagged PDF by WeasyPrint, where its system parts are; asks no other host."""

import mimetypes
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import ImageFile

VARIANT = "pdf/ua-1"
"""Tagged, for screen readers."""


@cache
def weasyprint() -> Any:
    """The library; None where it, or Pango beneath it, is missing."""
    try:
        import weasyprint
    except (ImportError, OSError):
        return None
    # It lets Pillow take half a picture for a whole one, everywhere: uploads must not be.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint


def is_available() -> bool:
    """Whether this machine can write PDF."""
    return weasyprint() is not None


def write_pdf(html: str, base_url: str) -> bytes:
    """The PDF of a leaflet; pictures and styles are read from our own files alone."""
    library = weasyprint()
    fetcher = own_files(library)
    document = library.HTML(string=html, base_url=base_url, url_fetcher=fetcher)
    data: bytes = document.write_pdf(pdf_variant=VARIANT)
    return data


def own_files(library: Any) -> Any:
    """A fetcher that knows static files and renditions, and nothing else."""

    class OwnFiles(library.urls.URLFetcher):
        """Reads from disk; every other address is refused."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            path = local_path(url)
            if path is None:
                raise ValueError(f"Not one of our files: {url}")
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return library.urls.URLFetcherResponse(
                url, body=path.read_bytes(), headers={"Content-Type": kind}
            )

    return OwnFiles()


def local_path(url: str) -> Path | None:
    """The file behind an address of ours; None for every other."""
    path = unquote(urlsplit(url).path)
    if ".." in path.split("/"):
        return None
    if path.startswith(settings.STATIC_URL):
        name = path.removeprefix(settings.STATIC_URL)
        kept = Path(str(settings.STATIC_ROOT)) / name
        if is_within(kept, Path(str(settings.STATIC_ROOT))):
            return kept
        found = finders.find(name)
        return Path(found) if isinstance(found, str) else None
    if path.startswith(f"{settings.MEDIA_URL}images/"):
        root = Path(str(settings.MEDIA_ROOT))
        file = root / path.removeprefix(settings.MEDIA_URL)
        return file if is_within(file, root) else None
    return None


def is_within(file: Path, folder: Path) -> bool:
    """Whether a file is there and lies in a folder, whatever dots its name has."""
    return file.is_file() and folder.resolve() in file.resolve().parents


def kept(path: Path, html: str, base_url: str) -> bytes:
    """The PDF from where it is kept, written there whole where it is missing."""
    if path.exists():
        return path.read_bytes()
    data = write_pdf(html, base_url)
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{path.name.rsplit('-', 1)[0]}-*.pdf"):
        old.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(name, path)
    return data
