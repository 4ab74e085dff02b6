"""An article whose fourteen references are kept exactly as they were pasted."""

from demo.blocks import bullet_list, callout, cards, heading, table, text
from demo.conditions.low_back_pain import CAUDA_EQUINA
from demo.content import Article
from demo.sources import PASTED

NECK_AND_BACK = Article(
    slug="can-a-problem-in-the-neck-cause-low-back-pain",
    title="Can a problem in the neck cause low back pain?",
    lead="Rarely, and then for a serious reason. That treating the top of the neck relieves "
    "ordinary back pain is claimed, but the sources we were shown do not establish it.",
    body=(
        CAUDA_EQUINA,
        heading("What is known"),
        text(
            "Single patients have been described whose leg pain came from pressure on the spinal "
            "cord in the neck or chest (references 2 and 8). A description of single patients "
            "shows that something can happen, not that it is usual, and not what helps others."
        ),
        heading("What is claimed"),
        text(
            "Some practitioners say that small misalignments of the top two bones pull on the "
            "cord, tilt the body and so cause back pain, and that adjusting them helps."
        ),
        heading("What the sources can carry"),
        table(
            "The fourteen references below, by what kind of work their titles say they are",
            ("Kind of work", "What it can show"),
            (
                ("Case report, or a few patients", "That something can happen"),
                ("Look back at treated patients, without others to compare", "Ideas to test"),
                ("Animals", "How tissue may react, not what helps people"),
                ("Theory and commentary", "Ideas to test"),
                ("Cost of services", "Nothing about causes"),
                ("Review of trials (reference 14)", "What treatments do for neck pain"),
            ),
        ),
        text(
            "None of the titles is of a trial in which adjusting the neck was compared with "
            "something else for low back pain. Absence here is not proof that it cannot help; it "
            "means that nobody should promise it."
        ),
        heading("Harms to know of"),
        bullet_list(
            "soreness, headache and dizziness after neck treatment",
            "very rarely, a torn artery in the neck and a stroke after forceful manipulation",
            "X-rays that are not needed",
            "time and money, while something else is missed",
        ),
        callout(
            "If somebody offers it",
            "Ask what it was compared with, in how many people, and what harms were seen.",
        ),
        cards("Read next", "low-back-pain", "neck-pain"),
    ),
    authors=("owen-tully", "ruth-calder"),
    topics=("choosing",),
    conditions=("low-back-pain", "neck-pain"),
    published_on="2026-11-03",
    related=("do-i-need-a-scan-for-back-pain",),
    references=PASTED,
    image="neck",
)
