"""What stands before a Markdown text: fields between `---` (YAML) or `+++` (TOML), `%` lines."""

import re
from typing import NamedTuple

_BLOCK = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
# Title, authors, date: a line each.
_PERCENT = re.compile(r"\A%[ \t]+(\S.*)\n((?:%.*(?:\n|\Z)){0,2})")
_FIELDS = re.compile(
    r"\A()((?:[A-Za-z][\w-]{1,20}:[ \t]+\S.*\n){1,20}[A-Za-z][\w-]{1,20}:.*)\n\s*\n"
)
_FIELD = re.compile(r"([A-Za-z_][\w -]*?)\s*[:=]\s*(.*)$")
_SUMMARIES = ("description", "summary", "excerpt", "abstract")


class FrontMatter(NamedTuple):
    """The title and summary it gives, its other lines, and the text behind it."""

    title: str
    summary: str
    lines: list[str]
    text: str


def _bare(text: str) -> re.Match[str] | None:
    """Fields on a text's first lines, without rules, where one of two or more is the title."""
    found = _FIELDS.match(text)
    return found if found and re.search(r"^title:", found[2], re.I | re.M) else None


def read_front_matter(text: str) -> FrontMatter:
    """Split it off; without one, all is text. A rule that opens no fields is a rule."""
    if named := _PERCENT.match(text):
        others = [line.strip("% \t") for line in named[2].split("\n")]
        return FrontMatter(named[1].strip(), "", list(filter(None, others)), text[named.end() :])
    found = _BLOCK.match(text) or _bare(text)
    lines = [line.strip() for line in found[2].split("\n") if line.strip()] if found else []
    if not found or not _FIELD.match(lines[0] if lines else ""):
        return FrontMatter("", "", [], text)
    values: dict[str, str] = {}
    others = []
    for line in lines:
        field = _FIELD.match(line)
        name = field[1].lower() if field else ""
        value = field[2].strip("\"' ") if field else ""
        if name == "title" and value:
            values[name] = value
            continue
        if name in _SUMMARIES and value not in ("", "|", ">"):
            values["summary"] = value
        others.append(line)
    return FrontMatter(
        values.get("title", ""), values.get("summary", ""), others, text[found.end() :]
    )
