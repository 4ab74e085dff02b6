"""WordPress exports: what the reader finds, what it refuses, that no word is lost."""

import contextlib
import io
import re
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.document import (
    Document,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Refused,
    Table,
    block_lines,
    plain,
)
from importing.readers.wordpress import Export, Item, items, read_post, survey
from tests.effort import examples

from .words import lost
from .wxr_maker import SITE, attachment, author, export, item

EXPORTS = Path(__file__).parent / "exports"
quick = settings(
    max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def read(data: bytes) -> tuple[Export, list[Item]]:
    return survey(io.BytesIO(data)), list(items(io.BytesIO(data)))


def document(content: str, *others: str, **fields: object) -> Document:
    """The article of one post with this content."""
    title = str(fields.pop("title", "A post"))
    found, (first, *_rest) = read(export(item(1, title, content, **fields), *others))
    return read_post(first, found).document


def lines(found: Document) -> list[str]:
    return [plain(line) for block in found.blocks for line in block_lines(block)]


def reasons(found: Document) -> dict[str, str]:
    return {each.text: each.reason for each in found.dropped}


def from_file(name: str) -> tuple[Export, dict[str, Item]]:
    found, all_items = read((EXPORTS / name).read_bytes())
    return found, {each.number: each for each in all_items}


# The files


def test_an_export_of_the_classic_editor() -> None:
    found, posts = from_file("classic.xml")
    assert (found.site, found.version) == ("http://www.przychodnia.example/blog", "1.1")
    assert found.authors == {"admin": "Zofia Wiśniewska"}
    article = read_post(posts["12"], found).document
    assert article.title == "Ból krzyża – co pomaga?"
    assert article.lead == "Ból krzyża zwykle ustępuje sam w ciągu kilku tygodni. Ruch nie szkodzi."
    assert [type(block) for block in article.blocks] == [
        Paragraph, Image, Heading, Paragraph, ListBlock, Heading, Paragraph, Paragraph, Paragraph,
    ]  # fmt: skip
    assert lines(article)[1:3] == ["Dwie osoby na spacerze", "Spacer po parku"]
    assert "Zapis wyników: x ]]> y, a [sic] zostaje." in lines(article)
    assert "ibuprofen" in lines(article)
    assert len(article.references) == 2
    assert posts["12"].date_utc != posts["12"].date
    assert posts["15"].date_utc is None
    assert posts["12"].comments == 1
    about = read_post(posts["2"], found).document
    assert about.lead == "Leczymy ruchem i rozmową."
    assert '[contact-form-7 id="9" title="Kontakt"]' in reasons(about)


def test_an_export_of_the_block_editor() -> None:
    found, posts = from_file("blocks.xml")
    article = read_post(posts["101"], found).document
    assert article.title == "Dizzy when you turn over? 🌀 It may be BPPV"
    assert article.lead == "What the spins mean, and when they do not wait."
    kinds = [type(block) for block in article.blocks]
    assert kinds.count(Table) == kinds.count(Quote) == kinds.count(Image) == 1
    image = next(block for block in article.blocks if isinstance(block, Image))
    assert image.alt == "Three loops & a snail-shaped part"
    assert image.caption == "The canals of the inner ear"
    text = lines(article)
    assert "In an emergency call 999 first." in text
    assert "The manoeuvre, step by step" in text
    assert "Ask before you try it with a neck problem." in text
    assert [plain(note.content) for note in article.footnotes] == ["Counted in an invented survey."]
    named = reasons(article)
    assert named["https://www.youtube.com/watch?v=invented"].startswith("embedded")
    assert named["Open on weekday mornings"].endswith("(acf/opening-hours)")
    assert "acf/opening-hours" in named
    assert '[booking_form place="harbour" lines=2]' in named
    assert any("clinic/notice" in warning for warning in article.warnings)
    arabic = read_post(posts["102"], found).document
    assert arabic.title == "الدوار عند الاستلقاء"
    assert [block.text for block in arabic.blocks if isinstance(block, Heading)] == [
        "متى تطلب المساعدة"
    ]


@pytest.mark.parametrize("name", ["classic.xml", "blocks.xml"])
def test_no_word_of_the_files_is_lost(name: str) -> None:
    found, posts = from_file(name)
    for post in posts.values():
        if post.kind in ("post", "page"):
            seen = re.sub(r"</?(?:sup|a|em|strong)\b[^>]*>", "", post.content)
            seen = re.sub(r"<!--.*?-->|<[^>]*>|\[/?caption[^\]]*\]", " ", seen)
            assert not lost(unescape(seen), read_post(post, found).document)


def test_words_behind_a_password_are_never_held() -> None:
    found, posts = from_file("blocks.xml")
    assert posts["111"].protected
    assert "SECRET" not in repr(posts) + repr(found)


# Text of the classic editor


def test_blank_lines_part_paragraphs_and_single_ones_break_lines() -> None:
    found = document("First line\nsecond line\n\n\nThird\r\n\r\nLast <b>bold\n\nsplit</b> end")
    assert found.lead == "First line second line"
    assert lines(found) == ["Third", "Last bold", "split end"]


def test_line_ends_between_blocks_say_nothing() -> None:
    found = document(
        "Lead.\n\n<h2>One\n two</h2>\n\n<ul>\n<li>a</li>\n\n<li>b\n\nc</li>\n</ul>\nEnd"
    )
    assert [type(block) for block in found.blocks] == [Heading, ListBlock, Paragraph]
    assert lines(found) == ["One two", "a", "b", "c", "End"]


def test_a_picture_with_caption_keeps_it_in_both_spellings() -> None:
    image = f'<img src="{SITE}/wp-content/uploads/a.jpg" alt="A knee" />'
    for caption in (
        f'[caption width="300"]{image} The <em>knee</em> bends[/caption]',
        f'[wp_caption width="300" caption="The knee bends"]{image}[/wp_caption]',
    ):
        (picture,) = document(f"Lead.\n\n{caption}").blocks
        assert isinstance(picture, Image)
        assert (picture.alt, picture.caption) == ("A knee", "The knee bends")


def test_a_gallery_shows_its_pictures_and_names_those_that_are_missing() -> None:
    library = (attachment(3, "2019/05/a.jpg", "A", "First"), attachment(4, "b.png", "B", parent=1))
    found = document('Lead.\n\n[gallery ids="3,99"]', *library)
    (picture,) = found.blocks
    assert (picture.src, picture.alt, picture.caption) == (  # type: ignore[union-attr]
        f"{SITE}/wp-content/uploads/2019/05/a.jpg", "A", "First",
    )  # fmt: skip
    assert "[gallery] 99" in reasons(found)
    (own,) = document("Lead.\n\n[gallery]", *library).blocks
    assert own.alt == "B"  # type: ignore[union-attr]


def test_codes_are_named_and_what_stands_between_them_stays() -> None:
    found = document('Lead.\n\n[su_note color="red"]Call 999 first[/su_note]\n\n[toc_list id=3]')
    assert lines(found) == ["Call 999 first"]
    assert {'[su_note color="red"]', "[toc_list id=3]"} <= reasons(found).keys()


@pytest.mark.parametrize(
    "words", ["[1]", "[sic]", "[n = 12]", "[OR=1.4, p=0.03]", "[see table 2]", "[Ca2+]", "[...]"]
)
def test_brackets_that_are_words_stay(words: str) -> None:
    found = document(f"Lead.\n\nIt was {words} so.")
    assert lines(found) == [f"It was {words} so."]
    assert not found.dropped


def test_a_code_that_may_be_words_stays_and_is_said() -> None:
    found = document("Lead.\n\nMore [recent-posts] here, and [[shown]] as it is.")
    assert lines(found) == ["More [recent-posts] here, and [shown] as it is."]
    assert "[recent-posts]" in found.warnings[0]


def test_an_address_alone_on_a_line_is_an_embed_where_the_host_is_known() -> None:
    found = document(
        "Lead.\n\nhttps://youtu.be/x\n\n[embed]https://vimeo.com/1[/embed]\n\nhttps://own.example/x"
    )
    assert lines(found) == ["https://own.example/x"]
    assert {"https://youtu.be/x", "https://vimeo.com/1"} <= reasons(found).keys()


def test_the_excerpt_is_the_lead_unless_it_repeats_the_text() -> None:
    found = document("Text of it.", excerpt="In short.")
    assert (found.lead, lines(found)) == ("In short.", ["Text of it."])
    assert document("Text of it.\n\nMore.", excerpt="Text of it").lead == "Text of it."


def test_scripts_and_unsafe_addresses_are_named_and_gone() -> None:
    found = document(
        'Lead.<script>alert(1)</script>\n\n<a href="javascript:x" onclick="y">Text</a>'
    )
    assert "javascript" not in repr(found.blocks)
    assert {"script", "onclick", "javascript address"} <= reasons(found).keys()


# Blocks


def test_a_gallery_of_blocks_keeps_each_caption() -> None:
    figure = '<figure><img src="{0}.png" alt="{0}"/><figcaption>{0}1</figcaption></figure>'
    found = document(
        '<!-- wp:paragraph --><p>Lead.</p><!-- /wp:paragraph --><!-- wp:gallery {"ids":[1]} -->'
        f'<figure class="wp-block-gallery">{figure.format("a")}{figure.format("b")}'
        "<figcaption>All of them</figcaption></figure><!-- /wp:gallery -->"
    )
    images = [block for block in found.blocks if isinstance(block, Image)]
    assert [image.caption for image in images] == ["a1", "b1"]
    assert "All of them" in lines(found)


def test_a_reusable_block_that_holds_itself_ends() -> None:
    own = item(9, "Shared", '<p>Once.</p><!-- wp:block {"ref":9} /-->', kind="wp_block")
    found = document('<!-- wp:block {"ref":9} /--><!-- wp:block {"ref":8} /-->', own)
    assert {"block 9", "block 8"} <= reasons(found).keys()


def test_text_beside_blocks_is_read_as_the_classic_editor_wrote_it() -> None:
    found = document(
        "Old one\n\nOld two\n<!-- wp:paragraph --><p>New\none</p><!-- /wp:paragraph -->"
    )
    assert [found.lead, *lines(found)] == ["Old one", "Old two", "New one"]


# Nothing is lost

VOCABULARY = [
    "Pain", "References", "Related articles", "1.", "- one", "[sic]", "[1]", "&amp;", "ألم", "żółw",
    "🌀", "]]>", "<", "a < b", "https://example.org/x", "[", "]", "[[x]]", "-->", "[/", "##",
]  # fmt: skip
OPENINGS = [
    ("", ""), ("<p>", "</p>"), ("<h2>", "</h2>"), ("<ul>\n<li>", "</li>\n</ul>"),
    ("<blockquote>", "</blockquote>"), ("<pre>", "</pre>"), ("<div class='x'>", "</div>"),
    ("<!-- wp:paragraph -->\n<p>", "</p>\n<!-- /wp:paragraph -->"),
    ("<!-- wp:group {\"a\":{\"b\":1}} --><div>", "</div><!-- /wp:group -->"),
    ("<!-- wp:html -->", "<!-- /wp:html -->"), ("<!-- wp:x/y -->", "<!-- /wp:x/y -->"),
    ("[note]", "[/note]"), ("[su_box a=\"b\"]", "[/su_box]"), ("<b>", "</b>"), ("<!--more-->", ""),
    ("<table><tr><td>", "</td><td>b</td></tr></table>"),
    ("[caption width=\"3\"]<img src=\"a.png\" alt=\"\">", "[/caption]"),
    ("<figure><img src='a.png' alt=''><figcaption>", "</figcaption></figure>"),
]  # fmt: skip
words_of_it = st.lists(st.sampled_from(VOCABULARY), max_size=6).map(" ".join)
tree = st.recursive(
    words_of_it,
    lambda inner: st.tuples(st.sampled_from(OPENINGS), st.lists(inner, max_size=4)),
    max_leaves=20,
)


def as_content(node: object, seen: list[str]) -> str:
    if isinstance(node, str):
        seen.append(f"word{len(seen)}")
        return f"{node} {seen[-1]}\n"
    (opening, closing), children = node  # type: ignore[misc]
    return f"{opening}{''.join(as_content(child, seen) for child in children)}{closing}\n\n"


@quick
@given(st.lists(tree, min_size=1, max_size=6))
def test_no_post_loses_a_word(nodes: list[object]) -> None:
    seen: list[str] = []
    content = "".join(as_content(node, seen) for node in nodes)
    assert not lost(" ".join(seen), document(content)), content


@quick
@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_read(text: str, title: str) -> None:
    clean = re.sub("[\0\ud800-\udfff]", "", escape(text, quote=False))
    found = document(clean.replace("[", "("), title=re.sub("[\0\ud800-\udfff]", "", title))
    visible = re.sub("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", clean)
    assert not lost(unescape(visible.replace("[", "(")), found)


# What is refused, and what is not

GOOD = export(item(1, "A post", "Text."), before=author("anna", "Anna"))
ENTITIES = b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
REFUSED = {
    "an empty file": b"",
    "blanks": b" \n ",
    "plain text": b"Just text",
    "a PDF": b"%PDF-1.7",
    "HTML": b"<!DOCTYPE html><html><body>Not an export</body></html>",
    "another feed": b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
    "an Atom feed": b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    "a file cut short": GOOD[: len(GOOD) // 2],
    "a broken tag": GOOD.replace(b"</item>", b"</itm>"),
    "an unknown entity": GOOD.replace(b"The Clinic", b"The &nbsp; Clinic"),
    "an entity bomb": GOOD.replace(b"<rss", ENTITIES + b"<rss", 1),
    "an external entity": GOOD.replace(
        b"<rss", b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss', 1
    ),
    "an external document type": GOOD.replace(
        b"<rss", b'<!DOCTYPE rss SYSTEM "http://example.org/x.dtd"><rss', 1
    ),
    "a NUL byte": GOOD.replace(b"Text.", b"Te\0xt."),
    "tags nested without end": GOOD.replace(b"<item>", b"<a>" * 50_000 + b"<item>", 1),
    "two roots": GOOD + GOOD,
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_one_sentence(name: str) -> None:
    with pytest.raises(Refused) as refused:
        read(REFUSED[name])
    assert str(refused.value).endswith((".", "date."))
    assert "\n" not in str(refused.value)


def test_a_post_of_more_parts_than_any_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importing.readers.wordpress.export._MOST_ELEMENTS", 1_000)
    read(export(*(item(n, content="Text.") for n in range(100))))
    with pytest.raises(Refused):
        read(GOOD.replace(b"<item>", b"<item>" + b"<a/>" * 1_000, 1))


@pytest.mark.parametrize("cut", range(0, 2000, 97))
def test_a_file_cut_anywhere_is_refused(cut: int) -> None:
    with pytest.raises(Refused):
        survey(io.BytesIO(GOOD[: len(GOOD) - 3 - cut]))


def test_control_characters_are_taken_out_and_said() -> None:
    found, (post,) = read(GOOD.replace(b"Text.", b"T\x08ex\x0bt\x1f."))
    assert post.content == "Text."
    assert found.warnings == ["3 control characters were removed."]


def test_bytes_of_another_encoding_are_read_and_said() -> None:
    found, (post,) = read(GOOD.replace(b"Text.", "café żółw".encode() + b" caf\xe9"))
    assert post.content == "café żółw café"
    assert "Windows-1252" in found.warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1250"])
def test_other_encodings_are_read(encoding: str) -> None:
    text = GOOD.decode().replace("Text.", "żółw").replace('"UTF-8"', f'"{encoding}"')
    _found, (post,) = read(text.encode(encoding))
    assert post.content == "żółw"


def test_old_and_unknown_versions_are_read() -> None:
    for version in ("1.0", "1.1", "1.3"):
        found, (post,) = read(export(item(1, content="Text.", excerpt="Short."), version=version))
        assert (found.version, post.content, post.excerpt) == (version, "Text.", "Short.")


HARD = {
    "open captions": "[caption]" * 50_000,
    "captions and one end": "[caption]" * 50_000 + "[/caption]",
    "brackets": "[" * 200_000,
    "codes": "[a b=" * 50_000,
    "quotes in a code": '[a b="' + "c='" * 50_000 + "]",
    "open comments": "<!--" * 100_000,
    "blocks": "<!-- wp:a -->" * 20_000,
    "a block of spaces": f"<!-- wp:a{' ' * 200_000}x -->",
    "line ends": "\n" * 200_000,
    "spaces": f"a{' ' * 200_000}b\n{' ' * 200_000}",
    "nested divs": "<div>" * 50_000,
    "deep settings": f"<!-- wp:a {'[' * 50_000} /--> <!-- wp:b {{\"a\":{'[' * 50_000}}} /-->",
    "a long text": "word " * 1_000_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_hard_posts_are_read_or_refused(name: str) -> None:
    with contextlib.suppress(Refused):
        assert document(f"Deep text.\n\n{HARD[name]}").title == "A post"
