"""Articles in many layouts and scripts: what is understood of each."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from importing.document import Document, Heading, Image, ListBlock, Table
from importing.readers import read_article

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Expected:
    """What a reader would say of an article."""

    title: str
    lead: str
    headings: tuple[tuple[str, int], ...]
    lists: tuple[int, ...] = ()
    references: int = 0
    teasers: int = 0
    tables: int = 0
    images: int = 0


EXPECTED = {
    "capitals_wrapped.txt": Expected(
        "UNDERSTANDING TENSION HEADACHE",
        "Tension headache is",
        (("WHAT IT FEELS LIKE", 2), ("WHEN TO GET HELP", 2), ("WHAT HELPS", 2)),
        lists=(3,),
        references=3,
    ),
    "no_blank_lines.txt": Expected(
        "Sprained ankle",
        "A sprain means",
        (
            ("What should I do in the first days?", 2),
            ("When should I see someone?", 2),
            ("Getting back to sport", 2),
        ),
    ),
    "numbered_sections.txt": Expected(
        "Sleep and back pain: a short guide",
        "Poor sleep and back pain",
        (
            ("1. Why sleep matters", 2),
            ("2. What you can try", 2),
            ("2.1 Regular times", 3),
            ("2.2 Positions", 3),
            ("3. When to ask for help", 2),
        ),
        lists=(3,),
        references=2,
    ),
    "colons.txt": Expected(
        "Shingles",
        "Shingles is a painful rash",
        (("Symptoms:", 2), ("Treatment:", 2), ("Prevention:", 2)),
        lists=(3,),
    ),
    "bold_lines.md": Expected(
        "Carpal tunnel syndrome",
        "Carpal tunnel syndrome is",
        (("What causes it?", 2), ("Treatment", 2), ("Surgery", 2)),
        references=2,
        tables=1,
    ),
    "setext_footnotes.md": Expected(
        "Gout at a glance",
        "Gout is a kind of arthritis",
        (("What an attack feels like", 2), ("Living with gout", 2)),
        lists=(3,),
        images=1,
    ),
    "web_page.html": Expected(
        "Plantar heel pain",
        "Plantar heel pain is pain",
        (("Causes", 2), ("What you can do", 2), ("Exercises", 3), ("Shoes and insoles", 3)),
        lists=(2,),
        references=3,
        teasers=3,
        tables=1,
        images=1,
    ),
    "old_page.html": Expected(
        "Dizziness when turning over",
        "Short spells of spinning",
        (("What is it?", 2), ("What helps?", 2)),
        lists=(3,),
        references=2,
    ),
    "arabic.txt": Expected(
        "ألم أسفل الظهر",
        "ألم أسفل الظهر شائع",
        (("متى أطلب المساعدة فورا؟", 2), ("ما الذي يساعد", 2)),
        lists=(3,),
        references=3,
    ),
    "hebrew.html": Expected(
        "כאב גב תחתון",
        "כאב גב תחתון נפוץ",
        (("מתי לפנות לעזרה?", 2), ("מה עוזר", 2)),
        lists=(2,),
        references=2,
    ),
    "german_copied.txt": Expected(
        "Wadenkrampf in der Nacht",
        "Ein Wadenkrampf ist",
        (("Was hilft sofort?", 2), ("Was beugt vor", 2), ("Wann zum Arzt", 2)),
        references=2,
        teasers=2,
    ),
    "capitals_over_lines.txt": Expected(
        "Knee pain in runners",
        "Knee pain is common",
        (
            ("Common causes", 2),
            ("TREATMENT OPTIONS", 2),
            ("Exercise Therapy", 3),
            ("Taping", 3),
            ("BOTTOM LINE", 2),
        ),
        lists=(3,),
        references=4,
        tables=1,
    ),
    "blog_theme.html": Expected(
        "Migraine triggers",
        "Triggers differ",
        (("Common triggers:", 2), ("What to do", 4)),
        lists=(3,),
        references=2,
        teasers=2,
    ),
    "escaped_numbers.md": Expected(
        "Back pain in pregnancy",
        "About half",
        (("1. Causes", 2), ("2. What helps", 2), ("Medicines", 3)),
        lists=(2,),
        references=2,
        teasers=2,
    ),
    "greek.txt": Expected(
        "Πόνος στη μέση",
        "Ο πόνος στη μέση",
        (("Πότε να ζητήσω βοήθεια;", 2), ("Τι βοηθά", 2)),
        references=2,
    ),
    "japanese.txt": Expected(
        "腰痛について",
        "腰痛はとても",
        (("いつ受診しますか?", 2), ("何が役に立ちますか", 2)),
        references=2,
    ),
    "cards_at_end.txt": Expected(
        "Neck pain: what helps and what does not",
        "Neck pain is common",
        (("Staying active", 2), ("Manual treatment", 2)),
        references=3,
        teasers=3,
    ),
}


def summary(document: Document) -> Expected:
    blocks = document.blocks
    return Expected(
        document.title,
        document.lead,
        tuple((block.text, block.level) for block in blocks if isinstance(block, Heading)),
        tuple(len(block.items) for block in blocks if isinstance(block, ListBlock)),
        len(document.references),
        len(document.teasers),
        sum(isinstance(block, Table) for block in blocks),
        sum(isinstance(block, Image) for block in blocks),
    )


@pytest.mark.parametrize("name", EXPECTED)
def test_an_article_is_understood(name: str) -> None:
    found = summary(read_article((ARTICLES / name).read_bytes(), name))
    expected = EXPECTED[name]
    assert found.lead.startswith(expected.lead)
    assert found == Expected(**{**vars_of(expected), "lead": found.lead})


def vars_of(expected: Expected) -> dict[str, object]:
    return {name: getattr(expected, name) for name in Expected.__dataclass_fields__}


def test_every_article_has_its_expectation() -> None:
    assert {path.name for path in ARTICLES.iterdir()} == set(EXPECTED)


def test_the_example_is_understood(shared: Path) -> None:
    path = shared / "examples/lower-back-pain.txt"
    document = read_article(path.read_bytes(), path.name)
    found = summary(document)
    assert found.title.endswith("Lower Back Pain?")
    assert found.lead
    assert [level for _, level in found.headings] == [2, 2, 2, 2]
    assert found.lists == (3, 4)
    assert (found.references, found.teasers) == (14, 6)
    assert document.teasers_heading == "Common Conditions"
    named = {line.text for line in document.dropped}
    assert {"top of page", "bottom of page", "We offer way more..."} <= named


def test_references_stay_as_pasted(shared: Path) -> None:
    path = shared / "examples/lower-back-pain.txt"
    text = path.read_text("utf-8")
    for reference in read_article(path.read_bytes(), path.name).references:
        assert reference.text in text


def test_odd_spaces_in_a_reference_stay() -> None:
    line = "1. Example A,  Sample\u00a0B. An invented study. J Test.  2001;3:1-9."
    text = f"Pain\n\nPain is felt by all of us.\n\nReferences\n\n{line}"
    assert [r.text for r in read_article(text.encode(), "a.txt").references] == [line]


def test_a_hundred_and_thirty_references_all_arrive() -> None:
    lines = [
        f"{n}. Example A, Sample B{n}. Invented study number {n}. J Test. 2001;{n}:1-9."
        for n in range(1, 131)
    ]
    text = "A long review\n\nThis is what the review is about.\n\nMethods\n\nWe looked at all.\n\n"
    for heading in ("References\n\n", ""):
        document = read_article((text + heading + "\n".join(lines)).encode(), "a.txt")
        assert [reference.text for reference in document.references] == lines


def test_citation_marks_in_the_text_stay_readable() -> None:
    html = "<h1>Pain</h1><p>It eases pain.<sup>1,2</sup> Often<sub>x</sub>.</p>"
    assert read_article(html.encode(), "a.html").lead == "It eases pain.1,2 Oftenx."
    text = b"Pain\n\nIt eases pain.1,2 It is so.\n\nMore text is here.3-5"
    assert read_article(text, "a.txt").lead == "It eases pain.1,2 It is so."
