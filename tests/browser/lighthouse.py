"""Lighthouse's scores on a phone, a part of ``make bench-pages``; left out without npx.

Lighthouse is a program of Node's and not a part of the project: npx fetches it to measure.
"""

import json
import os
import shutil
import statistics
import subprocess
from typing import Any

from tests.browser.serving import CHROMIUM, FLAGS

PACKAGE = "lighthouse@12.8.2"
"""The last line that runs on Node 18 and 20."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
VISITS = 3


def scores(url: str) -> dict[str, Any] | None:
    """Medians of a few visits, of 100 each, and what took points; None without npx."""
    if not shutil.which("npx"):
        return None
    reports = [_report(url) for _ in range(VISITS)]
    return {
        name: statistics.median(100 * each["categories"][name]["score"] for each in reports)
        for name in CATEGORIES
    } | {"took points": sorted({fault for each in reports for fault in _faults(each)})}


def _report(url: str) -> dict[str, Any]:
    flags = " ".join(["--headless=new", *FLAGS])
    done = subprocess.run(
        [
            *("npx", "--yes", PACKAGE, url, "--quiet", "--output=json"),
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
        ],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "CHROME_PATH": CHROMIUM or ""},
    )
    report: dict[str, Any] = json.loads(done.stdout)
    if problem := report.get("runtimeError"):
        raise RuntimeError(f"Lighthouse on {url}: {problem['message']}")
    return report


def _faults(report: dict[str, Any]) -> list[str]:
    """Audits that count in a category and are not passed."""
    return [
        one["id"]
        for name in CATEGORIES
        for one in report["categories"][name]["auditRefs"]
        if one["weight"]
        and (report["audits"][one["id"]]["score"] or 0) < 0.9
        and report["audits"][one["id"]]["score"] is not None
    ]
