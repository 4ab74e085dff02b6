"""Reference styles as templates, read from `data/styles.txt`, which says how they are written."""

from pathlib import Path

_FILE = Path(__file__).parent / "data" / "styles.txt"


def _read() -> dict[str, list[str]]:
    styles: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            current = styles.setdefault(line[2:], [])
        elif line and not line.startswith("##"):
            current.append(line)
    return styles


STYLES = _read()
