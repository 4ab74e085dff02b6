"""Reading an article from a file on disk; what is no readable file is one sentence."""

from pathlib import Path

from importing.document import Document, Refused
from importing.readers import MOST_BYTES, TOO_LARGE, read_article


def read_file(path: Path) -> Document:
    """Read the file at `path`. Raises `Refused`."""
    try:
        if path.is_dir():
            raise Refused(f"“{path}” is a folder, not a file.")
        if not path.exists():
            raise Refused(f"There is no file “{path}”.")
        if not path.is_file():
            raise Refused(f"“{path}” is not a file that can be read.")
        if path.stat().st_size > MOST_BYTES:
            raise Refused(TOO_LARGE)
        data = path.read_bytes()
    except (OSError, ValueError):
        raise Refused(f"The file “{path}” cannot be read.") from None
    return read_article(data, path.name)
