"""Punctuation between the pieces of a reference.

Styles and fields both bring signs; side by side they would give “safe?.” or “Jr..”. Four
walks over the tree settle it as citeproc-js does: outer signs rise and doubles go
(``_upward``), signs at the head of a piece go to its elder neighbour (``_leftward``),
delimiters and suffixes go to the pieces they follow (``_downward``), full stops and
commas move inside closing quotes (``_into_quotes``).
"""

from citewell.references.styles.blob import Blob

#: What two signs that meet become, the first by row.
_MERGED: dict[str, dict[str, str]] = {
    "!": {".": "!", "?": "!?", ":": "!", ",": "!,", ";": "!;"},
    "?": {"!": "?!", ".": "?", ":": "?", ",": "?,", ";": "?;"},
    ".": {"!": ".!", "?": ".?", ":": ".:", ",": ".,", ";": ".;"},
    ":": {"!": "!", "?": "?", ".": ":", ",": ":,", ";": ":;"},
    ",": {"!": ",!", "?": ",?", ":": ",:", ".": ",.", ";": ",;"},
    ";": {"!": "!", "?": "?", ":": ";", ",": ";,", ".": ";"},
}
_SIGNS = frozenset(_MERGED)
_SIGNS_OR_SPACE = _SIGNS | {" ", "\u00a0"}
#: Signs that stand inside a closing quotation mark.
_INSIDE_QUOTES = _SIGNS - {";", ":"}
_TYPOGRAPHY = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


def settle(tree: Blob) -> Blob:
    """Settle the punctuation of a whole reference in place."""
    _upward(tree)
    _leftward(tree)
    _downward(tree)
    _into_quotes(tree)
    return tree


def _marked(blob: Blob, quotes: bool = False) -> bool:
    return blob.has_mark(*_TYPOGRAPHY) or (quotes and blob.has_mark("quotes"))


def _is_number(blob: Blob) -> bool:
    return blob.number or (len(blob.parts) == 1 and blob.parts[0].number)


def _ends_in_number(blob: Blob) -> bool:
    return blob.number or bool(blob.parts and _ends_in_number(blob.parts[-1]))


def _ends_in_quotes(blob: Blob) -> bool:
    return blob.has_mark("quotes") or bool(blob.parts and _ends_in_quotes(blob.parts[-1]))


def _ends_in_merging(sign: str, blob: Blob) -> bool:
    """Whether ``sign`` would melt into the sign that ends the blob at some depth."""
    last = blob.suffix[-1:] or (blob.text or "")[-1:]
    if len(_MERGED.get(last, {}).get(sign, "")) == 1:
        return True
    return bool(blob.parts and _ends_in_merging(sign, blob.parts[-1]))


def _ends_with(blob: Blob, sign: str) -> bool:
    """Whether the content of the blob, its own suffix apart, ends with ``sign``."""
    if sign not in _SIGNS:
        return False
    if blob.text is not None:
        return blob.text.endswith(sign)
    if not blob.parts:
        return False
    last = blob.parts[-1]
    return last.suffix.endswith(sign) if last.suffix else _ends_with(last, sign)


def _merge(left: str, right: str) -> tuple[str, str]:
    """Move the sign at the head of ``right`` to the end of ``left``, melting what melts."""
    if not right:
        return left, right
    sign, last = right[0], left[-1:]
    if last == sign:
        return left, right[1:]
    if sign not in _SIGNS:
        return left, right
    merged = _MERGED.get(last, {}).get(sign)
    return (left[:-1] + merged if merged else left + sign), right[1:]


def _drop_double(blob: Blob) -> None:
    """Of a leaf: a suffix does not repeat the sign its text ends with."""
    if blob.suffix[:1] in _SIGNS and (blob.text or "").endswith(blob.suffix[0]):
        blob.suffix = blob.suffix[1:]


def _upward(parent: Blob) -> None:
    if parent.text:
        if parent.suffix:
            _drop_double(parent)
        return
    marked = _marked(parent, quotes=True)
    last = len(parent.parts) - 1
    for place in range(last, -1, -1):
        child = parent.parts[place]
        _upward(child)
        if place == 0:
            if parent.prefix[-1:] == " " == child.prefix[:1]:
                child.prefix = child.prefix[1:]
            if not marked and child.prefix[:1] in _SIGNS_OR_SPACE and not parent.prefix:
                parent.prefix, child.prefix = child.prefix[:1], child.prefix[1:]
        if place == last and not marked and child.suffix[-1:] == " ":
            if parent.suffix[:1] != " ":
                parent.suffix = " " + parent.suffix
            child.suffix = child.suffix[:-1]
        end = parent.delimiter[-1:]
        if place > 0 and end in _SIGNS_OR_SPACE and end == child.prefix[:1]:
            child.prefix = child.prefix[1:]


def _leftward(parent: Blob) -> None:
    parts = parent.parts
    for place in range(len(parts) - 1, -1, -1):
        _leftward(parts[place])
        if place == len(parts) - 1 or parent.delimiter:
            continue
        child, sibling = parts[place], parts[place + 1]
        sign = sibling.prefix[:1]
        if sign not in _SIGNS or _marked(child) or _marked(sibling):
            continue
        doubled = child.suffix.endswith(sign) or (
            not child.suffix and (child.text or "").endswith(sign)
        )
        if doubled:
            sibling.prefix = sibling.prefix[1:]
        else:
            child.suffix, sibling.prefix = _merge(child.suffix, sibling.prefix)


def _downward(parent: Blob) -> None:
    if parent.text is not None:
        if parent.suffix:
            _drop_double(parent)
        return
    parts = parent.parts
    if not parts:
        return
    sign = parent.delimiter[:1]
    if sign in _SIGNS:
        for child in parts[:-1]:
            if not child.suffix.endswith(sign):
                child.suffix += sign
        parent.delimiter = parent.delimiter[1:]
    for place in range(len(parts) - 1, -1, -1):
        child = parts[place]
        number, marked = _is_number(child), _marked(child, quotes=True)
        if place == len(parts) - 1:
            _last_child(parent, child)
        elif parent.delimiter:
            head = parent.delimiter[0]
            if head in _SIGNS_OR_SPACE and child.suffix.endswith(head):
                child.suffix = child.suffix[:-1]
        else:
            sibling, end = parts[place + 1], child.suffix[-1:]
            if not number and not marked and end in _SIGNS_OR_SPACE and end == sibling.prefix[:1]:
                sibling.prefix = sibling.prefix[1:]
        if not number and not marked and child.suffix[:1] in _SIGNS and child.text is not None:
            child.content, child.suffix = _merge(child.text, child.suffix)
        _downward(child)


def _last_child(parent: Blob, child: Blob) -> None:
    """Hand the parent's suffix to its last part, where they melt or quotes are to hold it."""
    sign = parent.suffix[:1]
    if (
        sign in _SIGNS
        and (_ends_in_merging(sign, child) or _ends_in_quotes(child))
        and not _ends_in_number(child)
    ):
        if child.text is not None:
            child.content, parent.suffix = _merge(child.text, parent.suffix)
        else:
            child.suffix, parent.suffix = _merge(child.suffix, parent.suffix)
        if parent.suffix[:1] == ".":
            child.suffix += "."
            parent.suffix = parent.suffix[1:]
    if child.suffix[-1:] == " " == parent.suffix[:1]:
        parent.suffix = parent.suffix[1:]
    head = child.suffix[:1]
    if head in _SIGNS_OR_SPACE and head:
        if (child.text or "").endswith(head):
            child.suffix = child.suffix[1:]
        if child.suffix[-1:] == parent.suffix[:1]:
            parent.suffix = parent.suffix[:-1]
    if parent.suffix and _ends_with(parent, parent.suffix[0]):
        parent.suffix = parent.suffix[1:]


def _into_quotes(parent: Blob) -> None:
    for child in parent.parts:
        if child.has_mark("quotes"):
            while child.suffix and child.suffix[0] in _INSIDE_QUOTES:
                if child.text is not None:
                    child.content, child.suffix = _merge(child.text, child.suffix)
                elif child.parts:
                    last = child.parts[-1]
                    last.suffix, child.suffix = _merge(last.suffix, child.suffix)
                else:
                    break
        _into_quotes(child)
