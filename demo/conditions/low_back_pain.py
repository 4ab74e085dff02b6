"""Low back pain."""

from demo.blocks import (
    bullet_list,
    callout,
    do_and_dont,
    emergency,
    figure,
    heading,
    myth,
    questions,
    routine,
    steps,
    text,
    treatments,
    urgent,
)
from demo.content import Condition

CAUDA_EQUINA_SIGNS = (
    "you cannot pass urine, find it hard to start or stop, or cannot feel it passing",
    "you leak urine or stool, or cannot tell when bladder or bowel is full",
    "you are numb or tingling around your genitals, back passage or inner thighs, or wiping "
    "feels different",
    "sex feels different or numb, or an erection is newly impossible",
    "both legs are painful, weak or numb, or a leg is quickly losing strength",
    "it began after a bad fall, a car crash or another serious injury",
    "you have chest pain, a sudden tearing pain in the tummy or back, or you feel faint",
    "you have a fever and feel very ill, or are confused",
)
ACT_NOW = (
    "One sign is enough. Do not wait for an appointment, and do not drive yourself. Nerves that "
    "are pressed hard can be damaged for good within hours."
)
CAUDA_EQUINA = emergency(
    "Call 999 or go to an emergency department now if you have back or leg pain and",
    CAUDA_EQUINA_SIGNS,
    ACT_NOW,
)

LOW_BACK_PAIN = Condition(
    slug="low-back-pain",
    title="Low back pain",
    names=(
        ("lumbago", "former"),
        ("bad back", "lay"),
        ("backache", "lay"),
        ("non-specific low back pain", "technical"),
        ("LBP", "abbreviation"),
    ),
    summary="Pain between the lowest ribs and the buttocks. It is very common, usually not "
    "dangerous, and often eases over weeks even though it can hurt a great deal.",
    help=(
        CAUDA_EQUINA,
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "you have a fever, or feel unwell or shivery, together with back pain",
                "you have had cancer, take steroids, inject drugs or have a weak immune system",
                "you lose weight without trying, or the pain wakes you every night",
                "one foot or leg is weak, or slowly getting weaker",
                "you are over 50 and this is new, or your bones are thin, even without a big fall",
            ],
            "Say what you have noticed first: these signs decide how quickly you are seen.",
        ),
        routine(
            "Make an appointment if",
            [
                "the pain has not begun to ease after a few weeks",
                "it keeps you from sleeping, working or looking after others",
                "you are worried, or do not know what you may do",
            ],
            "A GP or a physiotherapist can help; you do not need a scan first.",
        ),
    ),
    facts=(
        "Most back pain has no single cause that a scan could show.",
        "Hurting is not the same as harming: moving with some pain is usually safe.",
        "Staying in bed for days makes backs stiffer and weaker.",
        "Emergency signs are rare. Knowing them lets you worry less about the rest.",
    ),
    aspects={
        "overview": (
            figure(
                "spine",
                "A drawing of a spine with its discs",
                "The spine is a column of bones with discs between them; it is strong and made to "
                "move.",
            ),
            text(
                "Your lower back carries you all day. Muscles, joints, discs and nerves lie close "
                "together there, and any of them can hurt. In most people nobody can say which, "
                "and this rarely changes what helps.",
                "Doctors call it <b>non-specific</b> when there is no sign of a particular "
                "illness. That does not mean it is not real.",
            ),
        ),
        "symptoms": (
            bullet_list(
                "aching, stiffness or sharp pain in the lower back",
                "muscles that tighten or cramp",
                "pain that spreads into the buttock or thigh",
                "worse with some movements or positions, better with others",
            ),
            text(
                "Pain that shoots below the knee, with tingling or numbness, may be "
                "[[sciatica|sciatica]]."
            ),
        ),
        "causes": (
            text(
                "Often it starts after lifting, twisting or nothing at all. Poor sleep, worry, low "
                "mood, hard or dull work and long rest can all make pain louder and longer.",
                "Wear in the spine is part of getting older, as grey hair is. Many people with "
                "worn discs on a scan have no pain.",
            ),
            myth(
                "My back is out of place.",
                "The joints of the spine do not slip out of place and back. A back that feels "
                "locked is usually muscles holding tight.",
            ),
        ),
        "diagnosis": (
            text(
                "Somebody should listen, examine how you move, test strength, feeling and "
                "reflexes, and ask about the emergency signs. That is usually enough.",
                "A scan is useful when it could change what is done: when serious illness is "
                "suspected or an operation is considered. Otherwise it often shows harmless "
                "changes that worry people.",
            ),
        ),
        "treatments": (
            text(
                "The national guideline for England asks clinicians not to offer scans as a matter "
                "of routine, and to use hands-on treatment only together with "
                "exercise.[@nice-back] What exercise does for back pain that has lasted for more "
                "than 12 weeks is known from a review of trials.[@cochrane-back]"
            ),
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Staying active, exercise you like",
                    "For pain that has lasted: about 15 points less pain on a scale of 100 than "
                    "without exercise, and 7 points better at daily tasks, some three months "
                    "on.[@cochrane-back] These are averages; some people gain less, or nothing.",
                    "Sore muscles at first. Stop and ask if an emergency sign appears.",
                    "moderate",
                ),
                (
                    "Hands-on treatment as part of a programme with exercise",
                    "May ease pain for a while for some people.",
                    "Soreness for a day or two is common. Serious harm is rare, but it happens.",
                ),
                (
                    "Anti-inflammatory pain tablets",
                    "May ease pain for some people for a short time.",
                    "Can harm stomach, kidneys and heart. Ask a pharmacist first, above all if you "
                    "take other medicines, are pregnant or have other illnesses.",
                ),
                (
                    "Strong opioid painkillers",
                    "The guideline says not to offer them for back pain that has "
                    "lasted.[@nice-back]",
                    "Drowsiness, constipation, dependence, and dangerous breathing problems. If "
                    "you take one already, do not stop suddenly: ask who prescribes it.",
                ),
                (
                    "Paracetamol alone",
                    "The guideline says not to offer it as the only treatment.[@nice-back]",
                    "Safe for most people as the leaflet says; too much harms the liver.",
                ),
            ),
        ),
        "self_care": (
            do_and_dont(
                [
                    "keep moving; change position often",
                    "go back to your usual day a little at a time",
                    "use warmth if it feels good",
                    "sleep in whatever position hurts least",
                ],
                [
                    "do not stay in bed for days",
                    "do not wait until all pain is gone before you move",
                    "do not wear a belt or brace for long without advice",
                ],
            ),
            steps(
                "Getting going again",
                ("Find a start", "Choose something you can do even on a bad day."),
                ("Do it every day", "The same small amount, with breaks."),
                ("Add a little", "Only when the last days went well."),
                ("Plan for setbacks", "Do less for a day or two, then go back to the plan."),
            ),
        ),
        "living_with_it": (
            text(
                "Tell people at work what you can do, not only what you cannot. Small changes, "
                "such as moving about every half hour, often help more than special chairs."
            ),
        ),
        "outlook": (
            text(
                "It often eases within weeks. For some it comes back or stays; then "
                "the aim is to do what matters to you with less pain, and that can get better at "
                "any time."
            ),
        ),
        "prevention": (
            heading("What may help"),
            text(
                "Being active most days, sleeping enough and not smoking are good for backs and "
                "for the rest of you. Nobody can promise that pain will not come back."
            ),
            questions(
                (
                    "Is lifting bad for me?",
                    "No. Backs get stronger by being used. Build up slowly to what your day needs.",
                ),
                (
                    "Do I need a harder mattress?",
                    "Choose what lets you sleep. We know of no mattress that is right for all.",
                ),
            ),
            callout(
                "What we do not know",
                "Who will have lasting pain, and which exercise suits whom, is hard to foretell.",
            ),
        ),
    },
    areas=("back",),
    symptoms=("pain-in-the-back", "stiffness"),
    related=("sciatica", "slipped-disc"),
    image="spine",
)
