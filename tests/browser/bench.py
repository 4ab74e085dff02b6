"""What a first visit costs a reader: ``make bench-pages``, on the demo, the production server.

Bytes are those that came over the wire, compressed, headers included; pictures of the
content are left out. Times are taken on a phone's window with the processor slowed four
times and a slow 4G line (1.6 Mbit/s, 150 ms), the median of several visits without cache.
"""

import json
import statistics
from typing import Any

from playwright.sync_api import Browser

from tests.browser.kinds import KINDS
from tests.browser.lighthouse import scores
from tests.browser.serving import Site, demo_in_browser

MEASURED = ("condition", "article", "home")
VISITS = 5
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
OBSERVE = """
window.seen = { lcp: 0, cls: 0, tbt: 0 };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.lcp = entry.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.cls += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.tbt += Math.max(0, entry.duration - 50); })
  .observe({ type: "longtask", buffered: true });
"""  # noqa: E501


def visit(browser: Browser, url: str, *, slow: bool) -> dict[str, Any]:
    """One visit with an empty cache: what was loaded, and what was seen when."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.add_init_script(OBSERVE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on(
        "Network.responseReceived",
        lambda event: (
            event["response"]["url"].startswith("http")
            and kinds.update({event["requestId"]: event["type"]})
        ),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(url, wait_until="networkidle")
    seen: dict[str, Any] = page.evaluate("window.seen")
    context.close()
    counted = {key: kind for key, kind in kinds.items() if kind != "Image"}
    scripts = [key for key, kind in counted.items() if kind == "Script"]
    return {
        "bytes": int(sum(sizes.get(key, 0) for key in counted)),
        "requests": len(counted),
        "script_bytes": int(sum(sizes.get(key, 0) for key in scripts)),
        **seen,
    }


def measure(browser: Browser, site: Site) -> dict[str, dict[str, Any]]:
    """The figures of each page: bytes of one visit, times as the median of several."""
    figures = {}
    for kind in MEASURED:
        url = f"{site.url}{KINDS[kind]}"
        visit(browser, url, slow=False)  # renditions and caches are made
        first = visit(browser, url, slow=False)
        slow = [visit(browser, url, slow=True) for _ in range(VISITS)]
        figures[kind] = {name: first[name] for name in ("bytes", "requests", "script_bytes")} | {
            "lcp_ms": round(statistics.median(each["lcp"] for each in slow)),
            "cls": round(max(each["cls"] for each in slow), 3),
            "tbt_ms": round(statistics.median(each["tbt"] for each in slow)),
        }
        if judged := scores(url):
            figures[kind]["lighthouse"] = judged
    return figures


def main() -> None:
    """Serve the demo, measure, print JSON."""
    with demo_in_browser(CITEWELL_DEMO_INDEXED="1") as (browser, site):
        print(json.dumps(measure(browser, site), indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
