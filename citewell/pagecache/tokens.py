"""Names in the store: of generations and of keys. Pure: no Django."""

import hashlib
import uuid


def new_token() -> str:
    """A generation nobody had before."""
    return uuid.uuid4().hex


def digest(key: str) -> str:
    """A name for a key that files and Redis take."""
    return hashlib.sha256(key.encode()).hexdigest()
