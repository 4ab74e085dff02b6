"""Settings of the test run: fast hashing, plain static files, no data of the real site."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="citewell-tests-"))

from config.settings import *  # noqa: F403
from config.settings import CITEWELL_PAGE_CACHE, DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# A pooled connection would keep the test database from being dropped.
DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="citewell-media-"))
# Tests change rows in transactions that are never committed; the cache has tests of its own.
CITEWELL_PAGE_CACHE = {**CITEWELL_PAGE_CACHE, "store": "off"}
# Tests count queries; those about what is due turn the looks on.
CITEWELL_DUE_INTERVAL = 0
# Test clients sign in without a request, which the lock-out needs; its own tests switch it on.
AXES_ENABLED = False
