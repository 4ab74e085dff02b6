"""One request a while to a host, and none where its robots.txt says no. Pure."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from citewell.references.links.asking import Answer, Asking, ask

MOST_ROBOTS_BYTES = 500_000
LONGEST_PAUSE = 10.0
"""Seconds; a host that asks for longer pauses gets these."""


class Politeness:
    """Remembers, for one run, when each host was asked last and what it allows.

    Args:
        pause: seconds between two requests to one host.
        sleep, clock: for tests.
    """

    def __init__(
        self,
        asking: Asking,
        pause: float = 1.0,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.asking, self.pause = asking, pause
        self._sleep, self._clock = sleep, clock
        self._last: dict[str, float] = {}
        self._rules: dict[str, RobotFileParser | str] = {}

    def may_ask(self, url: str) -> str:
        """Wait for the host's turn; the problem that forbids to ask, else empty."""
        try:
            parts = urlsplit(url)
            origin = f"{parts.scheme}://{parts.netloc}"
        except ValueError:
            return "no-http"
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return "no-http"
        if origin not in self._rules:
            self.wait(parts.hostname)
            self._rules[origin] = self._read(origin)
        rules = self._rules[origin]
        if isinstance(rules, str):
            return rules
        if not rules.can_fetch(self.asking.agent, url):
            return "robots"
        delay = rules.crawl_delay(self.asking.agent)
        self.wait(parts.hostname, float(delay) if delay else 0.0)
        return ""

    def wait(self, host: str, delay: float = 0.0) -> None:
        """Sleep until a host may be asked again, and note that it is asked now."""
        pause = max(self.pause, min(delay, LONGEST_PAUSE))
        rest = self._last.get(host, -LONGEST_PAUSE) + pause - self._clock()
        if rest > 0:
            self._sleep(rest)
        self._last[host] = self._clock()

    def _read(self, origin: str) -> RobotFileParser | str:
        """The rules of an origin; the problem where it cannot be asked at all."""
        answer = ask(self.asking, "GET", f"{origin}/robots.txt", MOST_ROBOTS_BYTES)
        if answer.location.startswith((f"{origin}/", origin.replace("http://", "https://") + "/")):
            answer = ask(self.asking, "GET", answer.location, MOST_ROBOTS_BYTES)
        if answer.problem:
            return answer.problem
        return _rules(answer)


def _rules(answer: Answer) -> RobotFileParser | str:
    rules = RobotFileParser()
    if answer.status == 200:
        rules.parse(answer.body.decode("utf-8", "replace").splitlines())
    elif answer.status in (429,) or answer.status >= 500:
        return "robots"  # nobody knows what it allows; ask again another day
    else:
        rules.parse([])
    return rules
