"""A cache in Redis without which the site is slower, not broken."""

import logging
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


class SparableRedisCache(RedisCache):
    """Django's cache in Redis; while Redis is gone it is an empty one that keeps nothing."""

    def _spared(self, name: str, instead: Any, *args: Any, **options: Any) -> Any:
        try:
            return getattr(RedisCache, name)(self, *args, **options)
        except (RedisError, OSError) as error:
            logger.error("The cache does not answer: %s", type(error).__name__)
            return instead

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return self._spared("get", default, key, default, version)

    def get_many(self, keys: Any, version: Any = None) -> Any:
        return self._spared("get_many", {}, keys, version)

    def set(self, key: Any, value: Any, *args: Any, **options: Any) -> None:
        self._spared("set", None, key, value, *args, **options)

    def set_many(self, data: Any, *args: Any, **options: Any) -> Any:
        return self._spared("set_many", list(data), data, *args, **options)

    def add(self, key: Any, value: Any, *args: Any, **options: Any) -> Any:
        return self._spared("add", True, key, value, *args, **options)

    def touch(self, key: Any, *args: Any, **options: Any) -> Any:
        return self._spared("touch", False, key, *args, **options)

    def delete(self, key: Any, version: Any = None) -> Any:
        return self._spared("delete", False, key, version)

    def delete_many(self, keys: Any, version: Any = None) -> Any:
        return self._spared("delete_many", None, keys, version)

    def has_key(self, key: Any, version: Any = None) -> Any:
        return self._spared("has_key", False, key, version)

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> Any:
        return self._spared("incr", delta, key, delta, version)

    def clear(self) -> Any:
        return self._spared("clear", False)
