"""The shared store in Redis, for the processes of several machines."""

from __future__ import annotations

import logging
import time

import redis

from citewell.pagecache.tokens import digest, new_token

logger = logging.getLogger(__name__)

BELIEVED = 0.25
"""Seconds a process goes on with the generation it read, before it asks again."""
PATIENCE = 0.25
"""Seconds it waits for Redis to answer."""
PAUSE = 1.0
"""Seconds it leaves Redis alone after a failure."""


class RedisStore:
    """Keys with one prefix; answers end by themselves, Redis forgets what it has no room for."""

    def __init__(self, address: str, prefix: str) -> None:
        self.redis = redis.Redis.from_url(
            address, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
        )
        self.prefix = prefix
        self.token_key = f"{prefix}generation"
        self.was_read = False
        self.must_renew = False
        self.believed: tuple[float, str] = (0.0, "")
        self.paused_until = 0.0

    def generation(self) -> str | None:
        """The token, asked for at most four times a second."""
        self.was_read = True
        now = time.monotonic()
        read_at, token = self.believed
        if token and now - read_at < BELIEVED:
            return token
        if now < self.paused_until:
            return None
        try:
            if self.must_renew:
                self.redis.set(self.token_key, new_token())
                self.must_renew = False
            else:
                self.redis.set(self.token_key, new_token(), nx=True)
            found = self.redis.get(self.token_key)
        except redis.RedisError as error:
            self._failed(error)
            return None
        token = found.decode("ascii", "replace") if isinstance(found, bytes) else ""
        self.believed = (now, token)
        return token or None

    def renew(self) -> None:
        """Write a new token; what cannot be written now is written before the next reading."""
        self.was_read = False
        self.believed = (0.0, "")
        try:
            self.redis.set(self.token_key, new_token())
            self.must_renew = False
        except redis.RedisError as error:
            self._failed(error)

    def read(self, generation: str, key: str) -> bytes | None:
        """What stands under the key."""
        try:
            found = self.redis.get(f"{self.prefix}{generation}:{digest(key)}")
        except redis.RedisError as error:
            self._failed(error)
            return None
        return found if isinstance(found, bytes) else None

    def write(self, generation: str, key: str, kept: bytes, seconds: float) -> None:
        """Keep it until it is wrong by time."""
        try:
            self.redis.set(
                f"{self.prefix}{generation}:{digest(key)}", kept, px=max(1, int(seconds * 1000))
            )
        except redis.RedisError as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not self.must_renew:
            logger.error("The page cache's Redis does not answer: %s", type(error).__name__)
        self.must_renew = True
        self.believed = (0.0, "")
        self.paused_until = time.monotonic() + PAUSE
