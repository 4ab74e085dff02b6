"""Generated articles: lines, trees of tags and plans that any layout can come from."""

from html import escape

from hypothesis import strategies as st

from .docx_maker import paragraph, run, table

# fmt: off
VOCABULARY = [
    "Pain", "moves", "walk", "the", "a", "spine", "Example", "Sample", "J", "et", "al",
    "2019;12(3):45-52.", "doi:10.9999/x", "References", "Literatur", "Symptoms:", "What", "helps?",
    "1.", "2.", "3.1", "(a)", "-", "*", "•", "#", "##", ">", "|", "**", "_", "`", "[1]", "~~~",
    "===", "---", "Menu", "Share", "Comments", "Related", "articles", "top", "of", "page",
    "cookies", "©", "2020", "By", "Dr", "Read", "more", "ألم", "المراجع", "כאב", "מקורות",
    "■", "・", "【", "】", "a)", "b)", "①", "¶", ":", "and", "Ann", "\u200b", "\u200f", "\u00ad",
    "参考文献", "痛み", "١.", "naïve", "½", "\t", "https://example.org",
]
LINES = [
    "References", "REFERENCES", "Related articles", "2 Comments", "Share this article",
    "Example A, Sample B. An invented study. J Test. 2019;12:45-52.", "top of page", "Read more",
    "##Causes", "#Causes and care", "* Causes *", "== Causes ==", "■ Causes", "【痛み】", "・痛み",
    "a) one", "b) two", "c) three", "4. Conclusion", "Common causes are:", "sitting",
    "lifting badly",
    "PATIENT INFORMATION", "Home > Blog > Pain", "Ann Example", "By Ann Example, nurse", "Contents",
    "In this article", "目次", "Abstract", "A guide for patients", "Subject: pain", "From: Ann",
    "\u200fכאב\u200f", "Causes¶", "{#causes}", "1)痛み", "Conditions", "Our team",
    "Physiotherapist",
    "You may also like", "Reader says: thanks", "===", "- one", "  - two", "1. one", "2) two",
]
TAGS = [
    "p", "div", "section", "article", "main", "aside", "nav", "header", "footer", "h1", "h2", "ul",
    "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "figure", "figcaption",
    "span", "b", "em", "a", "sub", "sup", "button", "label", "form", "details", "summary", "pre",
    "br", "template", "noscript", "video", "iframe", "select", "option", "textarea", "caption",
    "center", "font", "svg", "embed", "source", "wbr", "img", "input", "hr",
]
CLASSES = ["", "", "", "card", "menu", "share", "comments", "footnotes", "sidebar", "cookie",
           "authors", "backlink", "toc-backref", "header", "footer", "sr-only", "author-date",
           "lead"]
# fmt: on
phrase = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(" ".join)
long_phrase = st.lists(st.sampled_from(VOCABULARY), min_size=20, max_size=60).map(" ".join)
line = st.one_of(phrase, long_phrase, st.sampled_from(LINES))


def plain_text(lines: list[tuple[str, int]]) -> str:
    return "".join(text + "\n" * (1 + blank) for text, blank in lines)


# HTML: a tree of tags with a numbered word in every place a reader sees
node = st.recursive(
    phrase,
    lambda inner: st.tuples(
        st.sampled_from(TAGS), st.sampled_from(CLASSES), st.lists(inner, max_size=5)
    ),
    max_leaves=30,
)


def as_html(tree: object, seen: list[str]) -> str:
    if isinstance(tree, str):
        word = f"word{len(seen)}"
        seen.append(word)
        return escape(f"{tree} {word} ")
    tag, name, children = tree  # type: ignore[misc]
    inside = "".join(as_html(child, seen) for child in children)
    if tag in ("br", "embed", "source", "wbr", "img", "input", "hr"):
        return f"<{tag}>{inside}"
    address = "#x" if name == "toc-backref" else "https://example.org/x"
    extra = {"a": f' href="{address}"', "li": ' id="fn1"' if name == "footnotes" else ""}
    return f'<{tag} class="{name}"{extra.get(tag, "")}>{inside}</{tag}>'


# Markdown and Word files, from the same plan of an article

plain_words = st.lists(
    st.sampled_from([*VOCABULARY[:3], "References", "Symptoms", "Menu", "Share", "ألم", "2019"]),
    min_size=1,
    max_size=8,
).map(" ".join)
plan = st.lists(
    st.tuples(
        st.sampled_from(["heading", "text", "list", "quote", "table", "bold", "caps"]), plain_words
    ),
    min_size=1,
    max_size=14,
)


def as_markdown(parts: list[tuple[str, str]], seen: list[str]) -> str:
    out = []
    for number, (kind, text) in enumerate(parts):
        text = f"{text} word{number}"
        seen.append(text)
        out.append(
            {
                "heading": f"## {text}",
                "text": text,
                "list": f"- {text}\n  1. item{number}",
                "quote": f"> {text}",
                "table": f"| {text} | b |\n|---|---|\n| c{number} | d |",
                "bold": f"**{text}**",
                "caps": text.upper(),
            }[kind]
        )
    return "\n\n".join(out)


def as_word(parts: list[tuple[str, str]], seen: list[str]) -> str:
    """The body of a Word file; what it shows is added to `seen`."""
    body = ""
    for number, (kind, text) in enumerate(parts):
        text = f"{text} word{number}"
        seen.append(text.upper() if kind == "caps" else text)
        body += {
            "heading": paragraph(text, "Heading1"),
            "text": paragraph(text),
            "list": paragraph(text, level=number % 3),
            "quote": paragraph(text, "Quote"),
            "table": table([[text, "b"], ["c", "d"]]),
            "bold": paragraph(run(text, "b")),
            "caps": paragraph(text.upper()),
        }[kind]
    return body
