"""Osteoarthritis of the knee."""

from demo.blocks import (
    bullet_list,
    do_and_dont,
    emergency,
    key_facts,
    routine,
    text,
    treatments,
    urgent,
)
from demo.content import Condition

KNEE_OSTEOARTHRITIS = Condition(
    slug="knee-osteoarthritis",
    title="Osteoarthritis of the knee",
    names=(
        ("worn knee", "lay"),
        ("wear and tear of the knee", "lay"),
        ("gonarthrosis", "technical"),
        ("knee OA", "abbreviation"),
    ),
    summary="The knee hurts and gets stiff because the joint as a whole changes: cartilage, bone, "
    "lining and muscles. Much can be done without an operation.",
    help=(
        emergency(
            "Go to an emergency department, or call 999, if",
            [
                "the knee is suddenly hot, very swollen and you feel ill or feverish",
                "after an injury you cannot put weight on it, or it looks out of shape",
                "the calf is swollen and painful, and you are breathless or have chest pain",
            ],
            "An infected joint and a clot in the lung need treatment within hours.",
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "the knee locks and cannot be straightened",
                "the calf is swollen, warm and painful",
                "the knee is hot and swollen without fever",
            ],
            "Ask about a clot in the leg if you have been ill, lying down or travelling.",
        ),
        routine(
            "Make an appointment if",
            ["pain keeps you from walking or sleeping", "what you do yourself does not help"],
            "Ask for a programme of exercise first.",
        ),
    ),
    facts=(
        "Pain and what an X-ray shows often do not match.",
        "Exercise is safe for most people with worn knees and can ease pain.",
        "An operation is for few people, after other things have been tried.",
    ),
    aspects={
        "overview": (
            text(
                "Joints repair themselves all the time. In osteoarthritis repair does not keep up, "
                "and the whole joint changes. It is not simply worn out like a tyre."
            ),
        ),
        "symptoms": (
            bullet_list(
                "pain with walking, stairs or kneeling",
                "stiff after rest, for a short while",
                "creaking, swelling, a knee that gives way",
            ),
        ),
        "causes": (
            text("Age, earlier injuries, weight, family and heavy kneeling work all play a part."),
        ),
        "diagnosis": (
            text("Age, story and examination are often enough; an X-ray adds little at first."),
        ),
        "treatments": (
            key_facts(
                "What a review of trials found about exercise",
                "54 trials were found; 44 of them measured pain directly after treatment.",
                "Right after treatment pain was lower by 12 points on a scale of 100 "
                "(the true mean is likely between 10 and 15).",
                "Movement was better by 10 points of 100 (likely between 8 and 13).",
                "Two to six months after the programme pain was lower by 6 points (likely "
                "between 3 and 9).",
                "The review searched up to May 2013 and is not the newest version.[@cochrane-knee]",
            ),
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Exercise for strength and fitness",
                    "Less pain and better movement on average.[@cochrane-knee]",
                    "Sore muscles, a little more pain at first.",
                ),
                ("Losing weight, if heavy", "Less load on the knee.", "Hard to keep up alone."),
                (
                    "Anti-inflammatory gel or tablets",
                    "Ease pain for some people.",
                    "Gel: skin reactions. Tablets: stomach, kidneys, heart.",
                ),
                (
                    "A new joint",
                    "Can take away much pain where other things did not; we give no figures.",
                    "Infection, clots, stiffness; some still hurt.",
                ),
            ),
        ),
        "self_care": (
            do_and_dont(
                ["walk as far as is comfortable, then a little more", "use a stick if it helps"],
                ["do not rest the knee for weeks", "do not buy cures that promise new cartilage"],
            ),
        ),
        "living_with_it": (
            text("Plan days with rest between loads; choose shoes that feel good."),
        ),
        "outlook": (text("It changes slowly. Some knees get better, many stay as they are."),),
        "prevention": (
            text("Strong legs, a healthy weight and care after injuries are sensible."),
        ),
    },
    areas=("knee",),
    symptoms=("pain-in-a-joint", "stiffness", "swelling"),
    related=("ankle-sprain",),
    image="knee",
)
