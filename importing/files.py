"""Reading an article from a file on disk; what is no readable file is one sentence."""

from pathlib import Path

from importing.document import Document, Refused
from importing.readers import MOST_BYTES, TOO_LARGE, read_article


def read_file(path: Path) -> Document:
    """Read the file at `path`. Raises `Refused`."""
    check_file(path, MOST_BYTES, TOO_LARGE)
    try:
        data = path.read_bytes()
    except (OSError, ValueError):
        raise Refused(f"The file “{path}” cannot be read.") from None
    return read_article(data, path.name)


def check_file(path: Path, most_bytes: int, too_large: str) -> None:
    """Raise `Refused` unless `path` is a file of at most `most_bytes`; `too_large` says so."""
    try:
        if path.is_dir():
            raise Refused(f"“{path}” is a folder, not a file.")
        if not path.exists():
            raise Refused(f"There is no file “{path}”.")
        if not path.is_file():
            raise Refused(f"“{path}” is not a file that can be read.")
        if path.stat().st_size > most_bytes:
            raise Refused(too_large)
    except (OSError, ValueError):
        raise Refused(f"The file “{path}” cannot be read.") from None
