"""Articles about choosing: scans, tablets, operations."""

from demo.blocks import (
    bullet_list,
    callout,
    cards,
    heading,
    key_facts,
    questions,
    table,
    text,
    treatments,
)
from demo.conditions.knee_osteoarthritis import KNEE_OSTEOARTHRITIS
from demo.conditions.low_back_pain import CAUDA_EQUINA
from demo.conditions.migraine import HEADACHE_SIGNS
from demo.content import Article

SCAN = Article(
    slug="do-i-need-a-scan-for-back-pain",
    title="Do I need a scan for back pain?",
    lead="Usually not. A scan helps when it could change what is done; otherwise it often finds "
    "harmless changes and causes worry.",
    body=(
        CAUDA_EQUINA,
        heading("What a scan shows"),
        text(
            "Bones, discs and nerves, as they are that day. It does not show pain. Worn joints and "
            "discs are ordinary with age, and many people who have them feel nothing. A study of "
            "older people describes only a weak link between worn necks and neck "
            "pain.[@worn-necks]"
        ),
        heading("When a scan is right"),
        bullet_list(
            "an emergency sign, such as those above",
            "a leg that is getting weaker",
            "suspected infection, cancer or a broken bone",
            "when an operation or injection is being considered",
        ),
        heading("The harm of a scan that is not needed"),
        table(
            "Two kinds of scan",
            ("Scan", "What to know"),
            (
                ("MRI", "No X-rays; narrow and loud; finds much that does not matter"),
                ("CT or X-ray", "Uses radiation; shows bone well"),
            ),
        ),
        questions(
            (
                "What if something serious is missed?",
                "That is what the questions and the examination are for. Come back at once if a "
                "warning sign appears, and say which.",
            ),
        ),
        text(
            "The national guideline for England asks clinicians not to offer scans as a matter of "
            "routine outside specialist clinics, and there only if the result is likely to change "
            "what is done.[@nice-back]"
        ),
        cards("Read next", "low-back-pain", "slipped-disc"),
    ),
    authors=("owen-tully", "ruth-calder"),
    topics=("choosing", "visits"),
    conditions=("low-back-pain", "slipped-disc"),
    published_on="2026-09-28",
    related=("why-does-pain-last",),
    image="spine",
)

PAIN_TABLETS = Article(
    slug="can-pain-tablets-cause-headache",
    title="Can pain tablets cause headache?",
    lead="Yes. Taken on many days a month, tablets against headache can keep headaches coming. "
    "Cutting down can help, but some tablets must not be stopped alone.",
    body=(
        HEADACHE_SIGNS,
        heading("How does it begin?"),
        text(
            "It starts with [[migraine|migraine]] or [[tension-type-headache|tension-type "
            "headache]]. Tablets help, so they are taken more often, and a new headache appears "
            "when they wear off."
        ),
        heading("Which tablets?"),
        text(
            "All common ones: paracetamol, anti-inflammatory tablets, triptans, and above all "
            "those with codeine or other opioids."
        ),
        callout(
            "Do not stop these by yourself",
            "Opioids, sedatives and medicines taken every day for other illnesses must be reduced "
            "with the person who prescribes them. Stopping suddenly can be dangerous.",
        ),
        heading("What is stopping like?"),
        text("Headaches often get worse for days to weeks before they get better."),
        key_facts(
            "Before you begin",
            "Write down each headache and each tablet.",
            "Choose a quiet time, and tell those around you.",
            "Ask a GP or pharmacist what to do with bad attacks meanwhile.",
        ),
    ),
    authors=("owen-tully", "samir-okoye"),
    topics=("choosing", "pain"),
    conditions=("migraine", "tension-type-headache"),
    published_on="2026-07-06",
    related=("why-does-pain-last",),
    image="head",
)

KNEE_OPERATION = Article(
    slug="should-i-have-my-knee-replaced",
    title="Should I have my knee replaced?",
    lead="A new joint can take away much pain when a worn knee has taken over your life. It is a "
    "big operation, and exercise is worth trying first.",
    body=(
        KNEE_OSTEOARTHRITIS.help[0],
        heading("What to try first"),
        text(
            "Exercise with guidance. A review of trials found that it eased pain and improved "
            "movement right after treatment;[@cochrane-knee] the page on "
            "[[knee-osteoarthritis|osteoarthritis of the knee]] gives its numbers."
        ),
        heading("What a new knee can do, and what it may do to you"),
        treatments(
            "Two ways, benefits beside harms",
            (
                "Exercise and time",
                "Less pain on average,[@cochrane-knee] and no hospital.",
                "Slow; sore at first.",
            ),
            (
                "A new knee",
                "Can take away much pain where other things did not; we give no figures.",
                "Infection, clots, stiffness, another operation years later; some still hurt.",
            ),
        ),
        heading("Asking for numbers"),
        text(
            "Ask the surgeon for the numbers of that hospital, and of how many people. If you hear "
            "“half the risk”, ask: half of what? [[what-does-one-in-a-hundred-mean|What numbers "
            "about risks mean]] shows why."
        ),
        heading("Questions to take with you"),
        bullet_list(
            "What happens if I wait a year?",
            "What will I be able to do, and when?",
            "Who looks after me in the first weeks?",
        ),
    ),
    authors=("owen-tully",),
    topics=("choosing",),
    conditions=("knee-osteoarthritis",),
    published_on="2026-06-11",
    related=("how-do-i-prepare-for-an-appointment", "exercise-group"),
    image="knee",
)
