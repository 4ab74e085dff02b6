"""What pages put around a title (rubrics, menus, names, contents) changes nothing else."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.document import Document, Heading
from importing.readers import read_article
from tests.effort import examples

from .docx_maker import make_docx, paragraph, run
from .words import lost


@dataclass(frozen=True)
class Article:
    """A short article of our own; its sections are a heading and the text below it."""

    title: str
    lead: str
    sections: tuple[tuple[str, str], ...]
    references: str = "References"


ENGLISH = Article(
    "Frozen shoulder: what helps?",
    "A frozen shoulder grows stiff over months and thaws by itself within one to three years.",
    (
        ("Who gets it", "Mostly people between forty and sixty, more often those with diabetes."),
        ("What helps", "Gentle movement. Injections ease pain for some weeks, then no longer."),
        ("When to get help", "A hot, swollen shoulder with fever needs a doctor the same day."),
    ),
)
SCRIPTS = {
    "Greek": Article(
        "Παγωμένος ώμος",
        "Ο παγωμένος ώμος γίνεται δύσκαμπτος μέσα σε μήνες και περνά μόνος του.",
        (
            ("Ποιοι τον παθαίνουν", "Κυρίως άνθρωποι από σαράντα ως εξήντα ετών."),
            ("Τι βοηθά", "Η ήπια κίνηση. Οι ενέσεις ανακουφίζουν για λίγες εβδομάδες."),
        ),
        "Βιβλιογραφικές αναφορές",
    ),
    "Arabic": Article(
        "الكتف المتجمدة",
        "تتيبس الكتف المتجمدة خلال أشهر ثم تتحسن وحدها خلال سنة إلى ثلاث سنوات.",
        (
            ("من يصاب بها", "يصاب بها غالبا من هم بين الأربعين والستين من العمر."),
            ("ما الذي يساعد", "تساعد الحركة اللطيفة. وتخفف الحقن الألم لأسابيع قليلة."),
        ),
        "قائمة المراجع",
    ),
    "Hebrew": Article(
        "כתף קפואה",
        "כתף קפואה נעשית נוקשה במשך חודשים וחולפת מעצמה תוך שנה עד שלוש שנים.",
        (
            ("מי חולה בה", "בעיקר אנשים בגיל ארבעים עד שישים, ויותר מהם חולי סוכרת."),
            ("מה עוזר", "תנועה עדינה. זריקות מקלות על הכאב לכמה שבועות בלבד."),
        ),
        "מקורות",
    ),
    "Japanese": Article(
        "五十肩について",
        "五十肩は数か月かけて肩が動かしにくくなり、一年から三年で自然によくなります。",
        (
            (
                "だれがなりやすいか",
                "四十歳から六十歳の人に多く、糖尿病のある人ではさらに多いです。",
            ),
            ("何が役に立つか", "やさしく動かすことです。注射の効果は数週間ほどです。"),
        ),
        "引用文献",
    ),
    "Russian": Article(
        "Замороженное плечо",
        "Замороженное плечо теряет подвижность за месяцы и проходит само за один-три года.",
        (
            ("Кто болеет", "Чаще люди от сорока до шестидесяти лет, особенно с диабетом."),
            ("Что помогает", "Спокойное движение. Уколы облегчают боль на несколько недель."),
        ),
        "Список литературы",
    ),
}
REFERENCES = (
    "1. Sample A, Mock B. An invented trial of movement. J Test. 2011;3:1-9.",
    "2. Mock C. Injections in stiff joints. Invented Med. 2015;12:44-52.",
)
KICKERS = ("PATIENT INFORMATION", "NEWS & ADVICE", "Health topics", "INVENTED JOINT CENTRE")
MENUS = (
    "Home\nAbout us\nOur team\nContact",
    "Home | Services | Blog | Contact",
    "Home > Conditions > Shoulder",
    "Skip to content\nMenu\nHome\nServices\nBook now",
)
BYLINES = (
    "Joan Whitby",
    "By Joan Whitby, physiotherapist",
    "by Joan Whitby and Peter van der Laan",
    "Joan Whitby, MD; Peter Orr, RN",
    "Joan Whitby\nPhysiotherapist",
    "By the editorial team\nUpdated: March 2021",
)
CONTENTS = ("In this article", "Jump to", "Contents:", "On this page")


def plain(article: Article, above: list[str], below: list[str], marks: str = "") -> str:
    parts = [*above, article.title, *below, article.lead]
    for heading, text in article.sections:
        parts += [f"{marks}{heading}", text]
    return "\n\n".join([*parts, article.references, "\n".join(REFERENCES)])


def assert_read(document: Document, article: Article, source: str) -> None:
    assert (document.title, document.lead) == (article.title, article.lead)
    found = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert found == [heading for heading, _ in article.sections]
    assert len(document.references) == len(REFERENCES)
    assert not lost(source, document)


opening = st.tuples(
    st.lists(st.sampled_from(MENUS), max_size=1),
    st.lists(st.sampled_from(KICKERS), max_size=1),
    st.lists(st.sampled_from(BYLINES), max_size=1),
    st.lists(st.sampled_from(CONTENTS), max_size=1),
)


def lines_below(byline: list[str], contents: list[str]) -> list[str]:
    headings = "\n".join(heading for heading, _ in ENGLISH.sections)
    return byline + [f"{word}\n{headings}" for word in contents]


@settings(max_examples=examples(60), deadline=None)
@given(opening)
def test_a_plain_text_is_read_whatever_stands_around_its_title(
    parts: tuple[list[str], list[str], list[str], list[str]],
) -> None:
    menu, kicker, byline, contents = parts
    text = plain(ENGLISH, menu + kicker, lines_below(byline, contents))
    assert_read(read_article(text.encode(), "a.txt"), ENGLISH, text)


@settings(max_examples=examples(60), deadline=None)
@given(opening, st.sampled_from(["## ", "##"]))
def test_markdown_is_read_whatever_stands_around_its_title(
    parts: tuple[list[str], list[str], list[str], list[str]], marks: str
) -> None:
    menu, kicker, byline, contents = parts
    below = lines_below(byline, contents)
    spaced = [part.replace("\n", "\n\n") for part in menu + kicker]
    text = plain(ENGLISH, spaced, [part.replace("\n", "\n\n") for part in below], marks)
    text = text.replace(ENGLISH.title, f"{marks[1:]}{ENGLISH.title}", 1)
    text = text.replace("\n\nReferences", f"\n\n{marks}References")
    read = read_article(text.encode(), "a.md")
    assert_read(read, ENGLISH, text.replace("#", " ").replace("\n1. ", "\n").replace("\n2. ", "\n"))


@settings(max_examples=examples(30), deadline=None)
@given(opening)
def test_a_word_file_is_read_whatever_stands_around_its_title(
    parts: tuple[list[str], list[str], list[str], list[str]],
) -> None:
    _, kicker, byline, contents = parts
    above = [line for part in kicker for line in part.split("\n")]
    below = [line for part in lines_below(byline, contents) for line in part.split("\n")]
    body = "".join(map(paragraph, above)) + paragraph(ENGLISH.title, "Title")
    body += "".join(map(paragraph, [*below, ENGLISH.lead]))
    for heading, text in ENGLISH.sections:
        body += paragraph(run(heading, "b")) + paragraph(text)
    body += paragraph(run("References", "b")) + "".join(map(paragraph, REFERENCES))
    document = read_article(make_docx(body), "a.docx")
    assert_read(document, ENGLISH, "\n".join([*above, *below, plain(ENGLISH, [], [])]))


def test_what_stands_around_the_title_is_named_with_its_reason() -> None:
    text = plain(ENGLISH, [KICKERS[0]], [BYLINES[4]])
    reasons = {each.text: each.reason for each in read_article(text.encode(), "a.txt").dropped}
    assert reasons[KICKERS[0]] == "above the title"
    assert reasons["Joan Whitby"] == reasons["Physiotherapist"]
    assert reasons["Joan Whitby"].startswith("byline")


@pytest.mark.parametrize("heading", ["Carpal Tunnel", "Physical Therapy", "Causes", "Treatment"])
def test_a_heading_right_below_the_title_is_no_name(heading: str) -> None:
    """The same words come again in the text, or a heading below is written like it."""
    text = (
        f"Numb fingers\n\n{heading}\n\nThe nerve is pressed in the carpal tunnel; physical therapy "
        "helps some.\n\nOur Results\n\nMost people are better within months of treatment.\n"
    )
    document = read_article(text.encode(), "a.txt")
    found = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert found == [heading, "Our Results"]


FORMS = ("{}", "■ {}", "【{}】", "* {} *", "== {} ==", "{}¶", "\u200f{}\u200e", "\u200b{}\ufeff")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_headings_of_any_script_and_mark_are_found(script: str, form: str) -> None:
    article = SCRIPTS[script]
    sections = tuple((form.format(heading), text) for heading, text in article.sections)
    marked = Article(article.title, article.lead, sections, form.format(article.references))
    document = read_article(plain(marked, [], []).encode(), "a.txt")
    kept = "【{}】" if form == "【{}】" else "{}"
    found = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert found == [kept.format(heading) for heading, _ in article.sections]
    assert (document.title, document.lead) == (article.title, article.lead)
    assert len(document.references) == len(REFERENCES)
