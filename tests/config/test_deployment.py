"""What the public address decides: cookies, HSTS, whose word about https is believed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from operations.serving import Server

PROJECT = Path(__file__).resolve().parents[2]
PROBE = """
import json
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in (
    "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT",
    "DEBUG", "ALLOWED_HOSTS")}))
"""


def run(code: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATA_DIR": str(folder),
        **variables,
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_https_makes_cookies_secure_and_hsts_last(tmp_path: Path) -> None:
    seen = json.loads(run(PROBE, tmp_path, BASE_URL="https://clinic.example").stdout)
    assert seen["SESSION_COOKIE_SECURE"]
    assert seen["CSRF_COOKIE_SECURE"]
    assert seen["SECURE_SSL_REDIRECT"]
    assert seen["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert not seen["DEBUG"]


def test_http_on_the_default_works_without_https(tmp_path: Path) -> None:
    seen = json.loads(run(PROBE, tmp_path).stdout)
    assert not seen["SESSION_COOKIE_SECURE"]
    assert not seen["SECURE_SSL_REDIRECT"]
    assert seen["SECURE_HSTS_SECONDS"] == 0
    assert {"localhost", "127.0.0.1"} <= set(seen["ALLOWED_HOSTS"])


CACHES = "from django.conf import settings; print(*[settings.CACHES[n]['BACKEND'] for n in %r])"


def test_a_shared_cache_holds_what_is_cached_and_what_is_counted(tmp_path: Path) -> None:
    """Sessions, throttles and lock-outs of several servers agree only there."""
    probe = CACHES % (("default", "throttle"),)
    shared = run(probe, tmp_path, CITEWELL_CACHE_URL="redis://127.0.0.1:6379/0").stdout.split()
    assert shared == ["operations.caching.SparableRedisCache"] * 2
    alone = run(probe, tmp_path).stdout.split()
    assert [name.rpartition(".")[2] for name in alone] == ["LocMemCache", "FileBasedCache"]


def test_a_wrong_setting_stops_the_start_in_one_sentence(tmp_path: Path) -> None:
    result = run(PROBE, tmp_path, PORT="eighty")
    assert result.returncode == 1
    assert result.stderr.startswith("Settings: PORT must be a whole number")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("url", ["mysql://a/b", "postgres://", "nonsense"])
def test_a_wrong_database_address_stops_the_start_without_showing_it(url, tmp_path) -> None:
    result = run(PROBE, tmp_path, DATABASE_URL=url)
    assert result.returncode == 1
    assert "DATABASE_URL must look like" in result.stderr
    assert url not in result.stderr.replace("postgres://user", "")


@pytest.mark.parametrize(("https", "believed"), [(True, "10.0.0.1"), (False, "")])
def test_only_trusted_proxies_are_believed_and_only_with_https(settings, https, believed) -> None:
    settings.HTTPS = https
    settings.ENVIRONMENT = SimpleNamespace(
        citewell_workers=1, citewell_threads=1, trusted_proxies=("10.0.0.1",)
    )
    assert ",".join(Server(["127.0.0.1:1"]).cfg.forwarded_allow_ips) == believed
