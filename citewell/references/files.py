"""Read what a command or an upload is given, or say in one sentence why not."""

from pathlib import Path
from typing import BinaryIO

from citewell.text.decoding import decode, kind_of_binary

MOST_BYTES = 50_000_000


class Refused(ValueError):
    """What was given cannot be read; the message is one plain sentence."""


def read_bytes(path: Path | None, otherwise: BinaryIO) -> bytes:
    """Return the content of the file at `path`; of `otherwise` where there is none or it is “-”.

    Raises:
        Refused: no such file, not readable, or more than `MOST_BYTES`.
    """
    if path is None or str(path) == "-":
        data = otherwise.read(MOST_BYTES + 1)
    else:
        try:
            if path.is_dir():
                raise Refused(f"“{path}” is a folder, not a file.")
            if not path.exists():
                raise Refused(f"There is no file “{path}”.")
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            if isinstance(error, Refused):
                raise
            raise Refused(f"The file “{path}” cannot be read.") from None
    if len(data) > MOST_BYTES:
        raise Refused(f"That is more than {MOST_BYTES // 1_000_000} MB.")
    return data


def as_text(data: bytes) -> str:
    """Return the text of a file, its encoding found out.

    Raises:
        Refused: it is a PDF, an image, an archive.
    """
    if what := kind_of_binary(data):
        raise Refused(f"That is {what}, not text.")
    return decode(data)
