"""Every word a document holds, wherever it went: the measure of "nothing is lost"."""

import re
from collections import Counter

from importing.document import Document, block_lines, plain


def words(text: str) -> Counter[str]:
    """The words of a text, counted; characters nobody sees part none."""
    return Counter(re.findall(r"[^\W_]+", re.sub("[\u00ad\u180e\u200b\u2060\ufeff]", "", text)))


def kept_lines(document: Document) -> list[str]:
    """Every line of the draft."""
    lines = [document.title, document.lead]
    lines += [plain(line) for block in document.blocks for line in block_lines(block)]
    lines += [reference.text for reference in document.references]
    for teaser in document.teasers:
        lines += [plain(line) for line in block_lines(teaser)]
    lines += [plain(note.content) for note in document.footnotes]
    return lines


def all_words(document: Document) -> Counter[str]:
    """The words of the draft and of what was dropped."""
    return words("\n".join([*kept_lines(document), *(line.text for line in document.dropped)]))


def lost(visible: str, document: Document) -> Counter[str]:
    """The words of the source that are nowhere in the document."""
    return words(visible) - all_words(document)
