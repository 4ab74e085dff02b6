"""The head of a message ("From: …", "Subject: …") that an article was sent or saved with."""

import re

from importing.document import Dropped
from importing.readers.pieces import Source

_LINE = re.compile(
    r"(from|to|cc|bcc|date|sent|subject|reply-to|message-id|mime-version|content-[\w-]+|received"
    r"|return-path|x-[\w-]+|von|an|datum|gesendet|betreff|de|à|objet|envoyé|asunto|para|fecha): ?",
    re.I,
)
_LEAST = 2


def without_mail_head(text: str, source: Source) -> str:
    """The text below two such lines or more, which are named."""
    lines = text.lstrip("\n").split("\n")
    end = 0
    while end < len(lines) and (_LINE.match(lines[end]) or (end and lines[end][:1] in (" ", "\t"))):
        end += 1
    if end < _LEAST or (end < len(lines) and lines[end].strip()):
        return text
    for line in lines[:end]:
        if line.strip():
            source.dropped.append(Dropped(" ".join(line.split()), "head of a message"))
    return "\n".join(lines[end:])
