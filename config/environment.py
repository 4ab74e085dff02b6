"""The environment as one frozen, typed object; the only place that reads variables.

Pure: no Django. All faults are reported in one message, an unknown ``CITEWELL_*``
variable is a fault (a misspelt setting must not be silently ignored), and no value
of a secret is ever printed. ``docs/settings.md`` is made from the fields below.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "CITEWELL_"


class SettingsError(ValueError):
    """One or more variables are wrong; the message names each in a sentence."""


def boolean(text: str) -> bool:
    """``1/true/yes/on`` or ``0/false/no/off``, whatever the case."""
    lowered = text.strip().lower()
    if lowered in {"1", "true", "yes", "on"}:
        return True
    if lowered in {"0", "false", "no", "off", ""}:
        return False
    raise ValueError("must be 1 or 0 (also true/false, yes/no, on/off)")


def whole_number(minimum: int, maximum: int) -> Callable[[str], int]:
    """A reader for a whole number between the two bounds, both included."""

    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text.strip()) or not minimum <= int(text) <= maximum:
            raise ValueError(f"must be a whole number from {minimum} to {maximum}")
        return int(text)

    return read


def names(text: str) -> tuple[str, ...]:
    """Comma-separated names, blanks dropped."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def one_of(*words: str) -> Callable[[str], str]:
    """A reader for one of some words."""

    def read(text: str) -> str:
        if text.strip() not in words:
            raise ValueError(f"must be {' or '.join(words)}")
        return text.strip()

    return read


def redis_address(text: str) -> str:
    """An address of a Redis."""
    if not re.match(r"rediss?://[^/\s]", text.strip()):
        raise ValueError("must look like redis://host:port/number")
    return text.strip()


def address(text: str) -> str:
    """An absolute http(s) address without path, query or trailing slash."""
    parts = urlsplit(text.strip())
    try:
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        port_is_right = False
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or not port_is_right
        or parts.path not in {"", "/"}
        or parts.query
        or parts.fragment
    ):
        raise ValueError("must look like https://clinic.example or http://localhost:8000")
    return f"{parts.scheme}://{parts.netloc}"


def web_address(text: str) -> str:
    """An absolute http(s) address, a path allowed, without query and trailing slash."""
    parts = urlsplit(text.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("must look like https://api.example.org or https://example.org/path")
    return text.strip().rstrip("/")


def path_segment(text: str) -> str:
    """One path segment in small letters, without slashes."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", text.strip()):
        raise ValueError("must be small letters, digits and hyphens, without slashes")
    return text.strip()


def page_cache(text: str) -> str:
    """``files``, ``off``, or the address of a Redis."""
    lowered = text.strip()
    if lowered in {"files", "off"} or re.match(r"rediss?://[^/\s]", lowered):
        return lowered
    raise ValueError("must be files, off or redis://host:port/number")


def host_name(text: str) -> str:
    """A host name in small letters, without scheme, port and path."""
    if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", text.strip().lower()):
        raise ValueError("must be a host name such as admin.clinic.example")
    return text.strip().lower()


def networks(text: str) -> tuple[str, ...]:
    """Comma-separated networks such as ``10.20.0.0/16`` or single addresses."""
    found = names(text)
    for each in found:
        try:
            ipaddress.ip_network(each, strict=False)
        except ValueError:
            raise ValueError("must be networks such as 10.20.0.0/16, with commas") from None
    return found


def choice(*known: str) -> Callable[[str], str]:
    """A reader for one of a few words."""

    def read(text: str) -> str:
        if text.strip().lower() not in known:
            raise ValueError(f"must be one of {', '.join(known)}")
        return text.strip().lower()

    return read


def setting(
    read: Callable[[str], Any], default: Any, help_text: str, *, secret: bool = False
) -> Any:
    """A field of :class:`Environment`: how it is read, its default, what it means."""
    return field(default=default, metadata={"read": read, "help": help_text, "secret": secret})


@dataclass(frozen=True)
class Environment:
    """Every variable the site reads. The field's name in capitals is the variable's name."""

    debug: bool = setting(boolean, False, "Show error pages to developers. Never in production.")
    base_url: str = setting(
        address,
        "",
        "The site's public address. With https, cookies are Secure and HSTS is on. "
        "Empty: http://localhost and the port.",
    )
    check_base_url: str = setting(
        address,
        "",
        "Where printed leaflets lead: a short address that will answer as long as paper is about. "
        "Empty: BASE_URL.",
    )
    port: int = setting(whole_number(1, 65535), 8000, "The port that `make run` serves on.")
    allowed_hosts: tuple[str, ...] = setting(
        names, (), "Further host names the site answers to, beside the one in BASE_URL."
    )
    trusted_proxies: tuple[str, ...] = setting(
        names,
        ("127.0.0.1", "::1"),
        "Addresses of proxies whose X-Forwarded-Proto (https only) and "
        "X-Forwarded-For are believed.",
    )
    database_url: str = setting(
        str,
        "",
        "postgres://user:password@host:port/name. Empty: SQLite in DATA_DIR.",
        secret=True,
    )
    data_dir: Path = setting(
        Path,
        Path("var"),
        "Database, uploads and the secret key; relative to the project's folder.",
    )
    secret_key: str = setting(
        str,
        "",
        "Signs sessions and links. Empty: one is made at the first start and kept in DATA_DIR.",
        secret=True,
    )
    admin_password: str = setting(
        str,
        "",
        "Password of the demo's users at the first start. Empty: a random one, printed once.",
        secret=True,
    )
    citewell_admin_path: str = setting(path_segment, "admin", "Where the admin lives.")
    citewell_admin_host: str = setting(
        host_name,
        "",
        "The only host name the admin answers to, such as admin.clinic.example. Empty: all.",
    )
    citewell_admin_networks: tuple[str, ...] = setting(
        networks,
        (),
        "Networks the admin can be reached from, with commas: 10.20.0.0/16. Empty: all.",
    )
    citewell_two_factor_groups: tuple[str, ...] = setting(
        names,
        (),
        "Groups that cannot use the admin without a second factor, with commas; * for all who "
        "may. Whoever has set one up is always asked for it.",
    )
    citewell_demo_indexed: bool = setting(
        boolean,
        False,
        "Lets search engines index the demonstration, so that it can be measured as a real site "
        "is. Never on a public address: a deploy check refuses it.",
    )
    citewell_session_hours: int = setting(
        whole_number(1, 336), 12, "Hours after which whoever signed in must do so again."
    )
    citewell_autosave_interval: int = setting(
        whole_number(0, 600_000),
        2_000,
        "Milliseconds after the last change until a draft is saved by itself; 0 switches it off.",
    )
    citewell_review_grace_days: int = setting(
        whole_number(0, 3650),
        30,
        "Days a clinical review may be overdue before readers are told.",
    )
    citewell_due_interval: int = setting(
        whole_number(0, 3600),
        10,
        "Seconds between looks, by visits, for versions that are due; "
        "0: `publish_scheduled` alone publishes them.",
    )
    citewell_workers: int = setting(whole_number(1, 64), 2, "Server processes.")
    citewell_threads: int = setting(whole_number(1, 64), 4, "Threads in each server process.")
    citewell_page_cache: str = setting(
        page_cache,
        "files",
        "Where processes share cached pages: files in DATA_DIR, or redis://host:port/number for "
        "several machines; off: each visit makes its page.",
        secret=True,
    )
    citewell_page_cache_megabytes: int = setting(
        whole_number(1, 10_000), 32, "Memory for cached pages in each server process."
    )
    citewell_email_url: str = setting(
        str,
        "",
        "smtp://user:password@host:port or smtps://…; empty: e-mails are printed to the console.",
        secret=True,
    )

    citewell_listen: tuple[str, ...] = setting(
        names,
        (),
        "Addresses the server listens on, such as 0.0.0.0 in a container. Empty: this machine's "
        "own (loopback), for a proxy on it.",
    )
    citewell_static_dir: str = setting(
        str, "", "Where static files are gathered, where they come with an image. Empty: DATA_DIR."
    )
    citewell_cache_url: str = setting(
        redis_address,
        "",
        "redis://host:port/number: what several servers share, such as counts of failed sign-ins. "
        "Empty: each process has its own.",
        secret=True,
    )
    citewell_log: str = setting(
        one_of("text", "json"),
        "text",
        "How the log is written; json also has a line for each request.",
    )
    citewell_metrics_token: str = setting(
        str,
        "",
        "Whoever sends it as a Bearer token reads /metrics. Empty: there is no such page.",
        secret=True,
    )
    citewell_backup_recipients: tuple[str, ...] = setting(
        names,
        (),
        "Public keys of age (age1…), with commas: `backup` encrypts for them. Empty: it does not.",
    )

    citewell_theme: str = setting(
        path_segment,
        "",
        "A file of `static/css/themes/` without its ending, such as heather. Empty: our own.",
    )
    citewell_security_contact: str = setting(
        str,
        "",
        "E-mail or https address for reports of weaknesses, in /.well-known/security.txt. "
        "Empty: there is no such file.",
    )

    citewell_api_v3: bool = setting(
        boolean,
        False,
        "Wagtail's v3 API, which also writes, at /api/v3/: tokens act without a second factor "
        "and read drafts; see docs/api.md.",
    )

    citewell_webhooks: tuple[str, ...] = setting(
        names,
        (),
        "https addresses, with commas, that are told when a page is published or withdrawn; "
        "see docs/webhooks.md. Empty: none.",
        secret=True,
    )
    citewell_webhook_secret: str = setting(
        str, "", "Signs webhooks; 16 characters or more, the same as the receiver's.", secret=True
    )

    citewell_doi_system: str = setting(
        web_address, "https://doi.org", "Where `check_links` asks whether a DOI is known."
    )
    citewell_links_stand_ins: tuple[str, ...] = setting(
        names,
        (),
        "For tests: hosts with ports, such as 127.0.0.1:8123, that `check_links` may ask though "
        "they are of the own network.",
    )
    citewell_lookup_crossref: str = setting(
        web_address,
        "",
        "Where references are looked up by DOI and ISBN: https://api.crossref.org. Empty: nowhere.",
    )
    citewell_lookup_pubmed: str = setting(
        web_address,
        "",
        "Where references are looked up by PubMed number: "
        "https://eutils.ncbi.nlm.nih.gov/entrez/eutils. Empty: nowhere.",
    )
    citewell_lookup_contact: str = setting(
        str,
        "",
        "E-mail address given with every look-up, as both services ask. Empty: no look-ups.",
    )
    citewell_lookup_timeout: int = setting(
        whole_number(1, 120), 10, "Seconds to wait for the answer to a look-up."
    )
    citewell_lookup_retries: int = setting(
        whole_number(0, 10), 2, "How often a failed look-up is tried again, after growing pauses."
    )

    citewell_search_learning: bool = setting(
        boolean,
        True,
        "Tell editors words that five or more visitors met within a day and found nothing by. "
        "Off: nothing is counted.",
    )
    citewell_search_method: str = setting(
        choice("get", "post"),
        "get",
        "How search forms send: get gives addresses that can be linked, post keeps the words out "
        "of every address.",
    )

    @property
    def scheme(self) -> str:
        """``http`` or ``https``, as BASE_URL says."""
        return urlsplit(self.public_url).scheme

    @property
    def public_url(self) -> str:
        """BASE_URL, or the local address where it is empty."""
        return self.base_url or f"http://localhost:{self.port}"

    @property
    def hosts(self) -> list[str]:
        """Host names the site answers to: its own, loopback, and those allowed beside."""
        own = urlsplit(self.public_url).hostname or "localhost"
        beside = filter(None, (self.citewell_admin_host, *self.allowed_hosts))
        return list(dict.fromkeys([own, "localhost", "127.0.0.1", "[::1]", *beside]))


def read_environment(variables: Mapping[str, str]) -> Environment:
    """Read ``variables`` (such as ``os.environ``); an empty value means the default.

    Raises:
        SettingsError: naming every wrong or unknown variable at once.
    """
    faults: list[str] = []
    values: dict[str, Any] = {}
    known = {each.name.upper(): each for each in fields(Environment)}
    for name, each in known.items():
        text = variables.get(name, "")
        if not text.strip():
            continue
        try:
            values[each.name] = each.metadata["read"](text)
        except ValueError as error:
            shown = "" if each.metadata["secret"] else f" (it is {text!r})"
            faults.append(f"{name} {error}{shown}.")
    for name in sorted(variables):
        if name.startswith(PREFIX) and name not in known:
            faults.append(f"{name} is not a setting; docs/settings.md lists them all.")
    if faults:
        raise SettingsError(" ".join(faults))
    return Environment(**values)


def settings_page() -> str:
    """The text of ``docs/settings.md``: a table of every variable."""
    rows = []
    for each in fields(Environment):
        default = each.default
        if isinstance(default, tuple):
            default = ", ".join(default)
        shown = (
            f"`{int(default) if isinstance(default, bool) else default}`" if str(default) else "–"
        )
        rows.append(f"| `{each.name.upper()}` | {shown} | {each.metadata['help']} |")
    return "\n".join(
        [
            "# Settings",
            "",
            "Environment variables, all optional. This page is made by `make docs`.",
            "A variable that starts with `CITEWELL_` and is not listed here stops the start.",
            "",
            "| variable | default | meaning |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    print(settings_page(), end="")  # noqa: T201
