"""The cache in front of the site: a WSGI application around the site's own.

It stands before Django's handler, so that an answer it has costs neither sessions nor
users nor the database. What it may not answer, or cannot, goes to the site as it came.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.db import Error
from wagtail.models import Site

from citewell.pagecache.answers import (
    LARGEST,
    Answer,
    Headers,
    decoded,
    holds_token,
    is_known,
    may_be_kept,
)
from citewell.pagecache.asking import Rules, key_of
from citewell.pagecache.flights import Flights
from citewell.pagecache.memory import Memory
from citewell.pagecache.moments import next_moment
from citewell.pagecache.options import options
from citewell.pagecache.store import current_store

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
LONGEST = 300
"""Seconds an answer is kept at most: a bound on changes that none of our processes made."""
NOT_IN_304 = {"content-type", "content-language"}


class PageCache:
    """``application = PageCache(get_wsgi_application())``; options in CITEWELL_PAGE_CACHE."""

    def __init__(self, application: Application) -> None:
        chosen = options()
        self.application = application
        self.store = current_store()
        self.memory = Memory(chosen.bytes_in_memory)
        self.flights: Flights[Answer] = Flights()
        self.rules = Rules(chosen.passed_by, chosen.numbers)
        self.harmless_vary = frozenset(
            name.lower() for name in ("Cookie", "Accept-Encoding", *chosen.harmless_vary)
        )
        self.paused_by = chosen.paused_by
        self.was_paused = False
        self.seen = ""
        self.ends: tuple[str, float] = ("", 0.0)
        self.store.renew()  # templates and settings may be others than before the start

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        if os.path.exists(self.paused_by):
            self.was_paused = True
            return self.application(environ, start_response)
        if self.was_paused:  # the database may have been replaced meanwhile
            self.was_paused = False
            self.store.renew()
        generation = self.store.generation()
        if generation is None:
            return self.application(environ, start_response)
        if generation != self.seen:
            self._begin(generation)
        key = key_of(environ, self.rules)
        if key is None:
            return self.application(environ, start_response)
        answer = self._kept(generation, key)
        if answer is not None:
            if not answer.is_smallest:
                answer = answer.smallest()
                self._put(generation, key, answer)
            return respond(answer, environ, start_response, "hit")
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        return self._make(generation, key, environ, start_response)

    def _begin(self, generation: str) -> None:
        """Forget what this process derived from rows that have changed."""
        self.seen = generation
        Site.clear_site_root_paths_cache()

    def _kept(self, generation: str, key: str) -> Answer | None:
        """The answer from memory or from the store, None where its time is over."""
        now = time.time()
        answer = self.memory.get(generation, key)
        if answer is not None:
            return answer if now < answer.until else None
        kept = self.store.read(generation, key)
        if kept is None:
            return None
        try:
            answer = Answer.from_bytes(kept)
        except ValueError:
            return None
        if now >= answer.until:
            return None
        self.memory.put(generation, key, answer)
        return answer

    def _make(
        self, generation: str, key: str, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Any:
        """Ask the site, and keep what it says where that may be kept."""
        place = f"{generation}\n{key}"
        flight, leads = self.flights.board(place)
        if flight is not None and not leads:
            answer = flight.wait()
            if answer is not None and time.time() < answer.until:
                return respond(answer, environ, start_response, "hit; detail=waited")
            return self.application(environ, start_response)
        answer = None
        try:
            made = Made(self.application, without_conditions(environ))
            answer = self._keep(generation, key, made)
        finally:
            if leads:
                self.flights.land(place, answer)
        if answer is None:
            return made.pass_on(start_response)
        return respond(answer, environ, start_response, "fwd=miss; stored")

    def _keep(self, generation: str, key: str, made: Made) -> Answer | None:
        """The site's answer as one for everybody, None where it is not."""
        if not may_be_kept(made.status, made.headers, self.harmless_vary):
            return None
        until = self._end_of(generation, made.began)  # reading to the end closes the connection
        body = made.read()
        if body is None or until is None or time.time() >= until:
            return None
        plain = decoded(body, made.headers)
        if holds_token(plain):
            return None
        answer = Answer.of(made.headers, plain, until)
        self._put(generation, key, answer)
        return answer

    def _put(self, generation: str, key: str, answer: Answer) -> None:
        """Keep an answer here and for all other processes."""
        self.memory.put(generation, key, answer)
        self.store.write(generation, key, answer.to_bytes(), answer.until - time.time())

    def _end_of(self, generation: str, began: float) -> float | None:
        """Until when what was begun at ``began`` is right, in seconds since 1970."""
        known, end = self.ends
        if known != generation or began >= end:
            try:
                moment = next_moment(datetime.datetime.fromtimestamp(began, datetime.UTC))
            except Error:
                return None
            end = moment.timestamp()
            self.ends = (generation, end)
        return min(end, began + LONGEST)


class Made:
    """What the site answers, begun but not yet passed on."""

    def __init__(self, application: Application, environ: dict[str, Any]) -> None:
        self.began = time.time()
        self.status = ""
        self.headers: Headers = []
        self.error: Any = None
        self.result: Any = application(environ, self._start)

    def _start(self, status: str, headers: Headers, error: Any = None) -> Callable[..., Any]:
        self.status, self.headers, self.error = status, headers, error
        return self._write

    def _write(self, data: bytes) -> None:
        raise NotImplementedError("Django's handler returns its answers, it does not write them.")

    def read(self) -> bytes | None:
        """The whole body; None where it is too long, and can still be passed on."""
        parts: list[bytes] = []
        chunks = iter(self.result)
        try:
            for part in chunks:
                parts.append(part)
                if sum(map(len, parts)) > LARGEST:
                    self.result = Rest(parts, chunks, self.result)
                    return None
        except BaseException:
            close(self.result)
            raise
        body = b"".join(parts)
        close(self.result)
        self.result = [body]
        return body

    def pass_on(self, start_response: Callable[..., Any]) -> Any:
        """Give the answer to the server as the site gave it."""
        if self.error:
            start_response(self.status, self.headers, self.error)
        else:
            start_response(self.status, self.headers)
        return self.result


class Rest:
    """A long body of which a part was read already."""

    def __init__(self, read: list[bytes], chunks: Iterable[bytes], result: Any) -> None:
        self.read, self.chunks, self.result = read, chunks, result

    def __iter__(self) -> Any:
        yield from self.read
        yield from self.chunks

    def close(self) -> None:
        """The site's own answer is closed, as WSGI asks."""
        close(self.result)


def close(result: Any) -> None:
    """Tell the site that its answer has been read: it gives its connection back."""
    if hasattr(result, "close"):
        result.close()


def without_conditions(environ: dict[str, Any]) -> dict[str, Any]:
    """The request as from a browser that has nothing yet: a 304 could not be kept."""
    return {name: value for name, value in environ.items() if name not in CONDITIONS}


def respond(
    answer: Answer, environ: dict[str, Any], start_response: Callable[..., Any], status: str
) -> list[bytes]:
    """Give an answer: 304 to a browser that has it, no body to HEAD."""
    coding, body = answer.body(environ.get("HTTP_ACCEPT_ENCODING", ""))
    variant = f"{coding}-smallest" if coding == "br" and answer.is_smallest else coding
    tag = f'"{answer.tag}-{variant}"' if variant else f'"{answer.tag}"'
    headers = [*answer.headers, ("ETag", tag), ("Cache-Status", f"citewell; {status}")]
    if is_known(answer.tag, environ.get("HTTP_IF_NONE_MATCH", "")):
        shown = [(name, value) for name, value in headers if name.lower() not in NOT_IN_304]
        start_response("304 Not Modified", shown)
        return []
    if coding:
        headers.append(("Content-Encoding", coding))
    headers.append(("Content-Length", str(len(body))))
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
