"""Articles about exercise, dizziness and pain that lasts."""

from demo.blocks import (
    bullet_list,
    button,
    callout,
    do_and_dont,
    emergency,
    figure,
    heading,
    image,
    key_facts,
    myth,
    numbered_list,
    questions,
    steps,
    text,
)
from demo.conditions.bppv import STROKE_SIGNS
from demo.conditions.low_back_pain import CAUDA_EQUINA
from demo.content import Article

EXERCISE = Article(
    slug="is-it-safe-to-exercise-with-back-pain",
    title="Is it safe to exercise with back pain?",
    lead="For most people, yes: moving with some pain is safe, and staying in bed is not better. "
    "There are a few signs that mean stop and get help.",
    body=(
        CAUDA_EQUINA,
        heading("Why moving is safe for most backs"),
        text(
            "Pain is an alarm, not a measure of damage. In [[low-back-pain|ordinary back pain]] "
            "the alarm is often too loud for too long. Movement that you add a little at a time "
            "teaches it to calm down.",
            "Muscles and joints that are used keep their strength; rest takes it away quickly.",
        ),
        image("walking", "A drawing of a person walking"),
        heading("Which exercise is best?"),
        text(
            "The one you will go on with. We know of no exercise that is best for everybody. For "
            "back pain that has lasted, a review of trials found less pain with exercise than "
            "without: about 15 points less on a scale of 100, on average, after some three "
            "months.[@cochrane-back] The national guideline for England covers exercise "
            "too.[@nice-back]"
        ),
        do_and_dont(
            [
                "start with what you can do on a bad day",
                "let pain rise a little and settle again within a day",
                "mix walking, strength and things you enjoy",
            ],
            [
                "do not force yourself through pain that keeps rising",
                "do not stop altogether after one bad day",
            ],
        ),
        heading("When should I stop?"),
        bullet_list(
            "when an emergency sign from the box above appears",
            "when a leg gets weaker",
            "when you feel chest pain, faint or cannot get your breath",
        ),
        heading("What nobody knows"),
        text("Who will profit most, and how much is enough. Trials differ, and so do people."),
    ),
    authors=("owen-tully", "ruth-calder"),
    topics=("moving",),
    conditions=("low-back-pain", "sciatica"),
    published_on="2026-09-14",
    related=("do-i-need-a-scan-for-back-pain", "exercise-group"),
    image="walking",
)

DIZZY = Article(
    slug="why-am-i-dizzy-when-i-turn-over",
    title="Why am I dizzy when I turn over in bed?",
    lead="The most common reason is loose crystals in the inner ear. It feels dreadful, passes "
    "quickly and can often be treated in one visit.",
    body=(
        STROKE_SIGNS,
        heading("What is happening in the ear?"),
        text(
            "Crystals that have come loose roll in a canal when you turn your head. For a moment "
            "the ear reports a spin that is not there. Doctors call it "
            "[[bppv|benign paroxysmal positional vertigo]]."
        ),
        heading("How can I tell it from something worse?"),
        key_facts(
            "Typical of loose crystals",
            "A movement of the head starts it, every time.",
            "It stops soon after you keep still.",
            "Hearing, speech, sight, strength and walking are as always.",
        ),
        text("If any of these does not fit, have it looked at soon; with a sign above, call 999."),
        heading("What helps?"),
        text(
            "A clinician can move the crystals out with a manoeuvre. The best known one was "
            "tried in trials, which a review sums up.[@cochrane-epley] It makes you spin while it "
            "is done, and it does not work for everybody."
        ),
        heading("Until then"),
        numbered_list(
            "Sit up slowly and wait before you stand.",
            "Keep a light within reach.",
            "Do not drive or climb while movements make you spin.",
        ),
        button("What our balance clinic does", "balance-clinic"),
    ),
    authors=("owen-tully", "mei-hollis"),
    topics=("balance",),
    conditions=("bppv",),
    published_on="2026-10-02",
    related=("balance-clinic",),
    image="ear",
)

LASTING_PAIN = Article(
    slug="why-does-pain-last",
    title="Why does pain last when the injury has healed?",
    lead="Nerves and brain can go on warning when there is nothing left to warn of. The pain is "
    "real, and it can change.",
    body=(
        emergency(
            "Call 999 now if",
            [
                "pain is new or quickly worse, with weakness, numbness, or trouble with bladder or "
                "bowels",
                "you have chest pain, a sudden severe headache, or a fever and feel very ill",
                "you may be about to end your life, or have taken too many tablets",
            ],
            "Pain that has lasted can still have a new cause. Samaritans listen on 116 123, free, "
            "at any time.",
        ),
        heading("An alarm that stays on"),
        figure(
            "head",
            "A drawing of a head seen from the side",
            "Pain is felt where it hurts and made in the nervous system; both are real.",
        ),
        text(
            "Pain protects. After weeks the body has often repaired what it can, while the "
            "system that warns has become quicker and louder. Little things then hurt."
        ),
        myth(
            "If nothing shows on the scan, it is all in my head.",
            "All pain is made by the nervous system, and all of it is real.",
        ),
        heading("What can turn it down?"),
        steps(
            "Small steps, in any order",
            ("Understand it", "Knowing that hurt is not always harm makes moving easier."),
            ("Move a little", "The same amount on good and bad days."),
            ("Sleep", "A regular time helps more than trying hard."),
            ("Do what matters", "Pain takes less room when life takes more."),
        ),
        heading("What about medicines?"),
        text(
            "They help fewer people with lasting pain than most expect, and strong ones can do "
            "lasting harm. Never stop one suddenly by yourself; ask the person who prescribes it."
        ),
        questions(
            ("Will it go away?", "For some it does. For many it becomes smaller beside life."),
            (
                "Is there somebody to talk to now?",
                "Samaritans on 116 123, at any time, free. In danger call 999.",
            ),
        ),
        callout(
            "What we do not know",
            "Why two people with the same injury can have such different pain.",
        ),
    ),
    authors=("owen-tully", "samir-okoye"),
    topics=("pain",),
    conditions=("low-back-pain", "neck-pain"),
    published_on="2026-08-20",
    related=("is-it-safe-to-exercise-with-back-pain",),
    image="head",
)
