"""Many readers, several server processes, editors who go on changing pages: is any answer old?

``python -m tests.citewell.pagecache.stress --requests 100000`` (part of `make attack`) serves
the demo, lets a process of its own change articles in every way there is, and asks for pages
in every way browsers do. What came back is compared afterwards with what was right between
the moment a request began and the moment its answer had come: an answer that was right only
before is *stale*, one that shows a draft or another's session is *leaked*.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli

from tests.browser.serving import PROJECT, Site, serve_demo

MARK = re.compile(r"Mark-(\d+)-(\d+)-")
BANNER = re.compile(r"Banner-(\d+)-")
CANARIES = ("Canary of a draft", "wagtail-userbar", "csrfmiddlewaretoken")
EXPECTED = {200, 302, 304, 400, 404, 410}


@dataclass
class Seen:
    """One answer, as far as it says what was shown."""

    began: float
    ended: float
    path: str
    page: int
    """Number of the article asked for, -1 for a list."""
    status: int
    marks: frozenset[tuple[int, int]]
    banners: frozenset[int]
    is_whole: bool
    """Whether a body came, in which a banner would have stood."""


@dataclass
class Result:
    """What the run showed."""

    counts: Counter[str] = field(default_factory=Counter)
    stale: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    """As stale, but right within the second before its request."""
    latest: float = 0.0
    """Seconds by which an answer was late at most."""


@dataclass
class Facts:
    """What the editors did."""

    paths: dict[int, str] = field(default_factory=dict)
    index: str = ""
    versions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    banners: dict[int, dict[str, float]] = field(default_factory=dict)
    ready: threading.Event = field(default_factory=threading.Event)

    def read(self, stream: Any) -> None:
        """Take in the lines of the editors until they end."""
        for line in stream:
            fact = json.loads(line)
            if "banner" in fact:
                self.banners[fact["banner"]] = fact
            elif "index" in fact:
                self.index = fact["index"]
                self.ready.set()
            else:
                self.paths.setdefault(fact["page"], fact.get("path", ""))
                self.versions.setdefault(fact["page"], []).append(fact)


class Reader(threading.Thread):
    """A visitor who asks again and again, in all the ways browsers do."""

    def __init__(self, site: Site, facts: Facts, requests: int, seed: int, cookie: str) -> None:
        super().__init__()
        self.site, self.facts, self.requests, self.cookie = site, facts, requests, cookie
        self.chance = random.Random(seed)
        self.connection = self.connect()
        self.tags: dict[str, tuple[str, Seen]] = {}
        self.seen: list[Seen] = []
        self.counts: Counter[str] = Counter()
        self.leaked: list[str] = []
        self.wrong: list[str] = []

    def connect(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.site.url)
        return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)

    def run(self) -> None:
        for _ in range(self.requests):
            self.ask()

    def ask(self) -> None:
        """One request, and what it showed."""
        number = self.chance.choice([-1, *self.facts.paths])
        path = self.facts.paths.get(number, self.facts.index)
        headers = {"Accept-Encoding": self.chance.choice(["br, gzip", "gzip", "identity"])}
        method, way = "GET", self.chance.random()
        if way < 0.05:
            method = "HEAD"
        elif way < 0.25 and path in self.tags:
            headers["If-None-Match"] = self.tags[path][0]
        elif way < 0.30:
            headers["Cookie"] = "sessionid=guessed"
        elif way < 0.35:
            headers["Cookie"] = self.cookie
        elif way < 0.36:
            headers["Host"] = "evil.example"
        elif way < 0.41:
            path, number = (
                self.chance.choice(
                    ["/search/?q=mark", "/nothing/", "/search/", f"{path}?utm_source=x"]
                ),
                -1,
            )
        elif way < 0.44:
            path, number = f"{self.facts.index}?page={self.chance.randrange(1, 3)}", -1
        began = time.time()
        try:
            self.connection.request(method, path, headers=headers)
            response = self.connection.getresponse()
            raw = response.read()
        except (OSError, http.client.HTTPException) as error:
            self.wrong.append(f"{path}: {error!r}")
            self.connection = self.connect()
            return
        ended = time.time()
        coding = response.headers.get("Content-Encoding", "")
        body = brotli.decompress(raw) if coding == "br" and raw else raw
        body = gzip.decompress(raw) if coding == "gzip" and raw else body
        self.note(path, number, method, headers, response, body.decode(), (began, ended))

    def note(
        self,
        path: str,
        number: int,
        method: str,
        headers: dict[str, str],
        response: http.client.HTTPResponse,
        text: str,
        times: tuple[float, float],
    ) -> None:
        """Keep what was shown; look for what must never be."""
        cached = response.headers.get("Cache-Status", "")
        self.counts["requests"] += 1
        self.counts[f"status {response.status}"] += 1
        self.counts["from the cache"] += "hit" in cached
        self.counts["made and kept"] += "stored" in cached
        if response.status not in EXPECTED:
            self.wrong.append(f"{path}: {response.status}")
        signed_in = headers.get("Cookie") == self.cookie
        if cached and ("Cookie" in headers or "Set-Cookie" in response.headers):
            self.leaked.append(f"{path}: a cookie and the cache")
        if not signed_in:
            self.leaked += [f"{path}: {word}" for word in CANARIES if word in text]
        if headers.get("Host") or signed_in:
            return
        is_whole = method == "GET" and response.status == 200
        marks = frozenset((int(page), int(version)) for page, version in MARK.findall(text))
        banners = frozenset(map(int, BANNER.findall(text)))
        if response.status == 304:
            earlier = self.tags[path][1]
            marks, banners, is_whole = earlier.marks, earlier.banners, True
        status = 200 if response.status == 304 else response.status
        seen = Seen(*times, path, number, status, marks, banners, is_whole)
        self.seen.append(seen)
        if is_whole and response.status == 200 and (tag := response.headers.get("ETag")):
            self.tags[path] = (tag, seen)


def possible(versions: list[dict[str, Any]], began: float, ended: float) -> list[dict[str, Any]]:
    """The states of a page that were right at some time between the two moments.

    A state may show from when it was begun, and ends when the next one is done.
    """
    ends = [fact["done"] for fact in versions[1:]] + [float("inf")]
    return [
        fact
        for fact, end in zip(versions, ends, strict=True)
        if fact["began"] <= ended and end >= began
    ]


def fault(seen: Seen, facts: Facts, late: float) -> str:
    """Why an answer was right at no time from ``late`` seconds before its request; else empty."""
    began = seen.began - late
    for page, mark in seen.marks:
        states = possible(facts.versions[page], began, seen.ended)
        # Between two states a page is opened first: every change shows it for a moment.
        if not any(fact["outcome"] == 200 for fact in states) and len(states) == 1:
            return f"article {page} showed mark {mark}, was {states}"
        if mark < min(fact["mark"] for fact in states):
            return f"article {page} showed mark {mark}, was {states}"
    if seen.page >= 0 and seen.status in {302, 404, 410}:
        states = possible(facts.versions[seen.page], began, seen.ended)
        if all(fact["outcome"] == 200 for fact in states):
            return f"article {seen.page} answered {seen.status}, was {states}"
    for number in seen.banners:
        banner = facts.banners[number]
        if not (banner["began"] <= seen.ended and began <= banner["ends"]):
            return f"banner {number} was shown, is {banner}"
    for number, banner in facts.banners.items():
        is_due = banner["starts"] <= began and seen.ended < banner["ends"]
        if is_due and seen.is_whole and seen.status == 200 and number not in seen.banners:
            return f"banner {number} was not shown, is {banner}"
    return ""


def judge(seen: list[Seen], facts: Facts, result: Result) -> None:
    """Count what was stale, and by how much the oldest was late."""
    for each in seen:
        if not fault(each, facts, 0):
            continue
        steps = (0.05, 0.1, 0.25, 0.5, 1.0)
        late = next((step for step in steps if not fault(each, facts, step)), None)
        if late is None:
            result.stale.append(f"{each.path}: {fault(each, facts, 1.0)}")
        else:
            result.latest = max(result.latest, late)
            result.late.append(f"{each.path}: {fault(each, facts, 0)}")


def session_cookie(site: Site) -> str:
    """The cookie of a signed-in editor."""
    code = (
        "from django.contrib.sessions.backends.db import SessionStore as S;"
        "from django.contrib.auth import get_user_model as g, HASH_SESSION_KEY as H;"
        "u=g().objects.get(username='admin');s=S();s['_auth_user_id']=str(u.pk);"
        "s['_auth_user_backend']='django.contrib.auth.backends.ModelBackend';"
        "s[H]=u.get_session_auth_hash();s.save();print('key='+s.session_key)"
    )
    printed = site.manage("shell", "--no-imports", "-c", code)
    return "sessionid=" + printed.split("key=")[1].split()[0]


def run(site: Site, requests: int, seed: int, pause: float, readers: int = 8) -> Result:
    """Ask ``requests`` times while editors change something each ``pause`` seconds, about."""
    facts, result = Facts(), Result()
    cookie = session_cookie(site)
    environment = {**site.environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
    editors = subprocess.Popen(
        [sys.executable, "-m", "tests.citewell.pagecache.stress_writer", str(seed), str(pause)],
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    listener = threading.Thread(target=facts.read, args=[editors.stdout])
    listener.start()
    try:
        if not facts.ready.wait(60):
            raise RuntimeError("the editors did not begin")
        threads = [
            Reader(site, facts, requests // readers, seed * 100 + number, cookie)
            for number in range(readers)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        assert editors.stdin is not None
        editors.stdin.close()
        editors.wait(30)
        listener.join()
    for thread in threads:
        result.counts += thread.counts
        result.leaked += thread.leaked
        result.wrong += thread.wrong
    result.counts["changes"] = sum(map(len, facts.versions.values())) + len(facts.banners)
    judge([seen for thread in threads for seen in thread.seen], facts, result)
    return result


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=1.5)
    chosen = parser.parse_args()
    variables = {
        name: os.environ[name]
        for name in ("DATABASE_URL", "CITEWELL_PAGE_CACHE")
        if name in os.environ
    }
    with (
        tempfile.TemporaryDirectory() as folder,
        serve_demo(Path(folder), quiet=True, **variables) as site,
    ):
        started = time.time()
        result = run(site, chosen.requests, chosen.seed, chosen.pause)
    for name, count in sorted(result.counts.items()):
        print(f"{count:>8}  {name}")  # noqa: T201
    print(f"{time.time() - started:.0f} s; latest answer late by {result.latest} s")  # noqa: T201
    for name in ("late", "stale", "leaked", "wrong"):
        found = getattr(result, name)
        print(f"{len(found):>8}  {name}", *found[:5], sep="\n          ")  # noqa: T201
    return bool(result.stale or result.leaked or result.wrong)


if __name__ == "__main__":
    sys.exit(main())
