"""Nothing active comes in with a page; each kind of it is named."""

import pytest

from importing.document import Document, block_lines, plain, to_html
from importing.readers import read_article

PAGE = """
<html><head><title>Pain</title><base href="https://example.org/a/">
<link rel="stylesheet" href="x.css"><style>p{color:red}</style><script>evil()</script></head>
<body onload="evil()"><h1 onclick="evil()">Pain</h1>
<p style="color:red">Safe words <a href="javascript:alert(1)">one</a>
<a href=" java&#10;script:alert(1)">two</a> <a href="JaVaScRiPt&colon;alert(1)">three</a>
<a href="data:text/html,<script>evil()</script>">four</a> <a href="vbscript:evil()">five</a>
<a href="https://example.org/?a=1&b=2" onmouseover="evil()">six</a> <a href="../b">seven</a>.</p>
<img src="data:image/png;base64,AAAA" alt="Inline picture">
<img src="javascript:evil()" alt="Script picture" onerror="evil()">
<img src="https://example.org/knee.png" alt="A knee" onerror="evil()">
<img src="https://track.example/1.gif" width="1" height="1">
<iframe src="https://video.example/1">Frame words</iframe>
<object data="evil.swf">Object words</object><embed src="evil.swf">
<svg onload="evil()"><script>evil()</script><text>Drawn words</text></svg>
<form action="/send"><label>Your name</label><input value="Send"><button>Go</button></form>
<p>&lt;script&gt;shown as text&lt;/script&gt; &lt;b onclick=evil()&gt;</p>
<math><mi>x</mi></math><template><p>Template words</p></template>
<noscript><p>No script words</p></noscript>
<!-- a comment <script>evil()</script> -->
<p hidden>Hidden words</p><p style="display:none">More hidden words</p>
</body></html>
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return read_article(PAGE.encode(), "a.html")


def html_of(document: Document) -> str:
    lines = [line for block in document.blocks for line in block_lines(block)]
    return "\n".join([document.title, document.lead, *map(to_html, lines)])


def test_only_a_few_tags_come_out(document: Document) -> None:
    html = html_of(document)
    assert "<script" not in html
    assert "onclick=evil()>" not in html
    assert "&lt;script&gt;shown as text&lt;/script&gt;" in html


def test_no_unsafe_address_comes_out(document: Document) -> None:
    everything = html_of(document) + repr(document.blocks) + repr(document.dropped)
    for unsafe in ("javascript:", "data:", "vbscript:"):
        assert unsafe not in everything.lower()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("script (2)", "script"),
        ("style (4)", "style"),
        ("onload (2)", "event handler"),
        ("onerror (2)", "event handler"),
        ("javascript address", "unsafe address"),
        ("data address", "unsafe address"),
        ("vbscript address", "unsafe address"),
        ("Inline picture", "safe address"),
        ("image", "tracking"),
        ("iframe https://video.example/1", "embedded"),
        ("Drawn words", "embedded"),
        ("Your name", "form"),
        ("Send", "form"),
        ("Go", "button"),
        ("Template words", "template"),
        ("No script words", "without script"),
        ("Hidden words", "hidden"),
        ("More hidden words", "hidden"),
    ],
)
def test_it_is_named(document: Document, text: str, reason: str) -> None:
    assert any(line.text == text and reason in line.reason for line in document.dropped)


def test_safe_links_stay_and_relative_ones_are_completed() -> None:
    html = (
        '<base href="https://example.org/a/"><h1>Pain</h1><p>Lead.</p><p>See <a href="../b">b</a>.'
    )
    (paragraph,) = read_article(html.encode(), "a.html").blocks
    assert to_html(block_lines(paragraph)[0]) == 'See <a href="https://example.org/b">b</a>.'


def test_an_address_cannot_leave_its_attribute() -> None:
    html = (
        """<h1>Pain</h1><p>Lead.</p><p>A <a href='https://example.org/"onclick="evil()'>link</a>."""
    )
    (paragraph,) = read_article(html.encode(), "a.html").blocks
    line = block_lines(paragraph)[0]
    assert plain(line) == "A link."
    assert '"onclick' not in to_html(line)


def test_markdown_is_as_safe_as_html() -> None:
    text = (
        "# Pain\n\nLead.\n\n[one](javascript:alert(1)) <javascript:alert(1)> "
        "![two](data:image/png;base64,AAAA) <b onclick='evil()'>three</b>\n\n"
        "<script>evil()</script>\n"
    )
    document = read_article(text.encode(), "a.md")
    html = html_of(document) + repr(document.blocks)
    for unsafe in ("javascript:", "data:", "evil()"):
        assert unsafe not in html
    assert {"javascript address", "script", "onclick"} <= {line.text for line in document.dropped}
