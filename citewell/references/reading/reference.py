"""Read one reference: clean, cut into tokens, label, assemble, colour."""

import re

from citewell.references.reading.assembly import Assembly, assemble
from citewell.references.reading.cleaning import Clean, clean
from citewell.references.reading.confidence import colour
from citewell.references.reading.evidence import Evidence, gather
from citewell.references.reading.model import Reading
from citewell.references.reading.repairs import repair
from citewell.references.reading.segments import Segment, group
from citewell.references.reading.tagger import Model, open_model
from citewell.references.reading.tokens import fixed_shapes, tokenise

LONGEST = 4000  # characters; a longer "reference" is not one, and is kept unread


def read_reference(raw: str, model: Model | None = None) -> Reading:
    """Return what one reference says; `raw` is its text as pasted, on any number of lines."""
    return read_with_evidence(raw, model)[0]


def read_with_evidence(raw: str, model: Model | None = None) -> tuple[Reading, Evidence]:
    """Return the reading of `raw` and the evidence its colour rests on."""
    simple = clean(raw)
    if len(simple.text) > LONGEST or not re.search(r"\w", simple.text):
        return Reading(raw, {}, "red", simple.text), {}
    shapes = fixed_shapes(simple.text)
    tokens = tokenise(simple.text, shapes)
    labelling = (model or open_model()).label(tokens)
    item = assemble(repair(group(simple.text, tokens, labelling.labels, shapes)))
    rest = " ".join(words for segment in item.left if (words := _words(segment, simple)))
    found = gather(item, labelling, simple.text, rest)
    spans = {name: simple.span(*span) for name, span in item.spans.items()}
    return Reading(raw, _ordered(item), colour(found), rest, spans), found


def _words(segment: Segment, simple: Clean) -> str:
    text = simple.text[segment.start : segment.end]
    return text.strip() if re.search(r"\w", text) else ""


def _ordered(item: Assembly) -> dict[str, object]:
    return {"type": item.csl.pop("type"), **item.csl}
