"""What the elements around a text say of it: its marks, and whether it is the article's."""

from dataclasses import dataclass, replace

from importing.document import Run
from importing.readers.html_tags import BOLD, ITALIC

_NO_MARKS = Run("")


@dataclass(frozen=True, slots=True)
class State:
    """`run` has the marks, `outside` the reason to leave text away, `verbatim` is for `pre`."""

    run: Run = _NO_MARKS
    outside: str = ""
    verbatim: bool = False


def marked(run: Run, tag: str) -> Run:
    """The marks inside one more element."""
    if tag in BOLD:
        return replace(run, bold=True)
    if tag in ITALIC:
        return replace(run, italic=True)
    if tag == "sub":
        return replace(run, subscript=True)
    return replace(run, superscript=True) if tag == "sup" else run
