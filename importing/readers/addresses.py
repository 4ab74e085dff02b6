"""Which addresses a link or an image may keep."""

import re
from urllib.parse import urljoin

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
IMAGE_SCHEMES = frozenset({"http", "https"})


def scheme(address: str) -> str:
    """The scheme as a browser would see it ("java\\nscript:" is "javascript"), or ""."""
    found = _SCHEME.match(_IGNORED.sub("", address))
    return found[1].lower() if found else ""


def safe_link(address: str, base: str = "") -> str:
    """The address if a link may have it, else "". Relative ones are joined to `base`."""
    return _safe(address, base, LINK_SCHEMES)


def safe_image(address: str, base: str = "") -> str:
    """The address if an image may have it, else ""."""
    return _safe(address, base, IMAGE_SCHEMES)


def _safe(address: str, base: str, schemes: frozenset[str]) -> str:
    address = address.strip()
    found = scheme(address)
    if found:
        return _quoted(address) if found in schemes else ""
    if not address or address.startswith("#"):
        return ""
    if address.startswith("//"):
        address = f"https:{address}"
    elif base:
        try:
            address = urljoin(base, address)
        except ValueError:
            return ""
        return _quoted(address) if scheme(address) in schemes else ""
    return _quoted(address) if re.match(r"/[^\\]|/$|https:", address) else ""


def _quoted(address: str) -> str:
    return re.sub(r"\s", "%20", _IGNORED.sub(" ", address).strip())
