"""The secret key: given by the environment, or made once and kept beside the data."""

import os
import secrets
from pathlib import Path


def secret_key(given: str, data_dir: Path) -> str:
    """``given`` where it is set, else the key kept in ``data_dir``, made at the first call.

    The file is created exclusively and readable by its owner alone, so two processes
    that start at once agree on one key.
    """
    if given:
        return given
    path = data_dir / "secret-key"
    data_dir.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"secret-key.{os.getpid()}.new")
    if not path.exists():
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()
