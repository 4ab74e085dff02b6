"""Dates: parts, spans, seasons, eras."""

from typing import Any

from citewell.references.styles.blob import Blob
from citewell.references.styles.state import RenderState
from citewell.references.styles.style import Node

_PARTS = ("year", "month", "day")


def date_parts(node: Node, renderer: RenderState) -> tuple[Node, list[Node]]:
    """The date form a ``date`` element asks for, and the parts it shows."""
    if not node.get("form"):
        return node, [child for child in node.children if child.tag == "date-part"]
    form = renderer.style.locale.dates[node.get("form")]
    shown = node.get("date-parts", "year-month-day").split("-")
    parts = [part for part in form.children if part.get("name") in shown]
    return form, parts


def read_date(value: Any) -> dict[str, Any]:
    """A CSL date as ``year``, ``month``, ``day``, their ``…_end``, ``literal``, ``season``."""
    if not isinstance(value, dict):
        return {}
    read: dict[str, Any] = {key: value[key] for key in ("literal", "season") if value.get(key)}
    spans = [span for span in value.get("date-parts") or [] if isinstance(span, list | tuple)][:2]
    for span, end in zip(spans, ("", "_end"), strict=False):
        for name, part in zip(_PARTS, span, strict=False):
            try:
                number = int(part)
            except (TypeError, ValueError):
                break
            if not number and not end:  # no date has such a part; a span that ends so is open
                break
            read[name + end] = number
    return read


def render_date(node: Node, value: Any, renderer: RenderState) -> Blob:
    """One date or span of dates."""
    form, parts = date_parts(node, renderer)
    date = read_date(value)
    names = [part.get("name") for part in parts]
    ends = [name for name in _PARTS if name in names and f"{name}_end" in date]
    differs = next((i for i, name in enumerate(ends) if date.get(name) != date[f"{name}_end"]), 2)
    waiting = set(ends[differs:])
    branch = Blob(
        prefix=node.get("prefix"), suffix=node.get("suffix"), delimiter=form.get("delimiter")
    )
    later: list[Blob] = []
    done: set[str] = set()
    for part in parts:
        name = part.get("name")
        done.add(name)
        if name == "year" and date.get("literal"):
            branch.add(renderer.leaf(str(date["literal"]), part))
        text = _text(date.get(name), part, renderer)
        if not text:
            if name == "month" and (season := date.get("season")):
                word = renderer.style.locale.term(f"season-{season:0>2}")
                if word:
                    renderer.success()
                word = word or str(season)
                branch.add(renderer.leaf(word, part))
            continue
        level = Blob([renderer.leaf(text, part)])
        branch.add(level)
        if waiting:
            end = renderer.leaf(_text(date.get(f"{name}_end"), part, renderer), part)
            if waiting <= done:
                level.parts[0].suffix = ""
                if not later:
                    end.prefix = ""
                word = renderer.style.locale.term("year-range-delimiter")
                dash = part.get("range-delimiter") or word or "–"
                level.add(renderer.leaf(dash, None))
                # citeproc-js sets no delimiter between the parts of the later date.
                level.add(Blob([*later, end]))
                waiting = set()
            elif name in waiting:
                if not later:
                    end.prefix = ""
                later.append(Blob([end]))
        if name == "year" and (era := _era(date["year"], renderer)):
            level.add(renderer.leaf(era, None))
    return branch


def _era(year: int, renderer: RenderState) -> str:
    term = "bc" if year < 0 else "ad" if 0 < year < 500 else ""
    return renderer.style.locale.term(term) if term else ""


def _text(value: int | None, part: Node, renderer: RenderState) -> str:
    if not value:
        return ""
    name, form = part.get("name"), part.get("form", "long")
    if name == "year":
        return str(abs(value))
    if form == "numeric-leading-zeros":
        return f"{value:02}"
    if name == "day" or form == "numeric":
        return renderer.style.locale.ordinal(value) if form == "ordinal" else str(value)
    if not 1 <= value <= 24:
        return ""
    while value > 16:
        value -= 4
    word = f"month-{value:02}" if value <= 12 else f"season-{value - 12:02}"
    text = renderer.style.locale.term(word, form)
    return text.replace(".", "") if part.get("strip-periods") == "true" else text
