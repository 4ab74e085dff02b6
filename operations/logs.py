"""The log as JSON lines, or as text: each with the request it belongs to, and scrubbed."""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from operations.privacy import scrubbed

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The number of the request that is being answered."""

is_search: ContextVar[bool] = ContextVar("is_search", default=False)
"""Whether that request may hold a search query, which an error's text would repeat."""


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, request, error, and what was added.

    What is added by ``extra={"fields": {…}}`` stands beside the message.
    """

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message_of(record),
        }
        if number := request_id.get():
            entry["request_id"] = number
        if record.exc_info:
            entry["error"] = error_of(record)
        entry.update(getattr(record, "fields", {}))
        return json.dumps(entry, ensure_ascii=False, default=str)


class TextFormatter(logging.Formatter):
    """The message for people at a terminal, scrubbed as well."""

    def format(self, record: logging.LogRecord) -> str:
        lines = [message_of(record)]
        if record.exc_info:
            lines.append(error_of(record))
        return "\n".join(lines)


def message_of(record: logging.LogRecord) -> str:
    """The message; of a search only what was to be filled in."""
    return scrubbed(str(record.msg) if is_search.get() else record.getMessage())


def error_of(record: logging.LogRecord) -> str:
    """Where an error came from; of a search without its text."""
    kind, error, frames = record.exc_info or (None, None, None)
    if kind is None:
        return ""
    if is_search.get():
        where = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(frames)]
        return "\n".join([*where, kind.__name__])
    return scrubbed("".join(traceback.format_exception(kind, error, frames)))
