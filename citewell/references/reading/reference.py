"""Read one reference: clean, cut into tokens, label, assemble, colour."""

import re

from citewell.references.reading.assembly import Assembly, assemble
from citewell.references.reading.cleaning import Clean, clean
from citewell.references.reading.confidence import colour
from citewell.references.reading.model import Reading
from citewell.references.reading.segments import Segment, group
from citewell.references.reading.tagger import Model, open_model
from citewell.references.reading.tokens import fixed_shapes, tokenise

LONGEST = 4000  # characters; a longer "reference" is not one, and is kept unread


def read_reference(raw: str, model: Model | None = None) -> Reading:
    """Return what one reference says; `raw` is its text as pasted, on any number of lines."""
    simple = clean(raw)
    if len(simple.text) > LONGEST or not re.search(r"\w", simple.text):
        return Reading(raw, {}, "red", simple.text)
    shapes = fixed_shapes(simple.text)
    tokens = tokenise(simple.text, shapes)
    labels, certainty = (model or open_model()).label(tokens)
    segments = group(simple.text, tokens, labels, shapes)
    item = assemble(segments)
    rest = " ".join(words for segment in item.left if (words := _words(segment, simple)))
    return Reading(
        raw,
        _ordered(item),
        colour(item, certainty, simple.text, rest),
        rest,
        {name: simple.span(*span) for name, span in item.spans.items()},
    )


def _words(segment: Segment, simple: Clean) -> str:
    text = simple.text[segment.start : segment.end]
    return text.strip() if re.search(r"\w", text) else ""


def _ordered(item: Assembly) -> dict[str, object]:
    return {"type": item.csl.pop("type"), **item.csl}
