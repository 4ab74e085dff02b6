"""Neck pain."""

from demo.blocks import bullet_list, do_and_dont, emergency, routine, text, treatments, urgent
from demo.content import Condition

NECK_PAIN = Condition(
    slug="neck-pain",
    title="Neck pain",
    names=(
        ("stiff neck", "lay"),
        ("crick in the neck", "lay"),
        ("cervicalgia", "technical"),
        ("cervical spondylosis", "technical"),
    ),
    summary="Pain or stiffness between the skull and the shoulders. It is common, often comes "
    "without injury and usually eases over weeks.",
    help=(
        emergency(
            "Call 999 now if you have neck pain and",
            [
                "a fever with a severe headache, a rash, confusion, or light hurts your eyes: do "
                "not wait for a rash",
                "it began after a fall, a crash or a blow to the head or neck: do not move",
                "sudden weakness, a drooping face or eyelid, slurred speech, double vision, loss "
                "of sight, or trouble swallowing or walking",
                "you lose control of bladder or bowels, or go numb between the legs",
                "your arms and legs become weak, or shocks run down your back and limbs",
                "the worst headache of your life came within seconds",
                "chest pain, or pain spreading to jaw or arm with sweating or breathlessness",
            ],
            "These can be meningitis, a broken neck, a torn artery, a stroke, pressure on the "
            "spinal cord or a heart attack. Say if your neck was manipulated in the last days.",
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "your hands slowly become clumsy or your legs unsteady",
                "an arm is getting weaker",
                "you have a fever, lose weight, or have had cancer",
                "you have rheumatoid arthritis and this pain is new",
                "you are over 50 with a new headache, a sore scalp or pain in the jaw",
            ],
            "Clumsy hands and unsteady legs can mean pressure on the spinal cord.",
        ),
        routine(
            "Make an appointment if",
            ["it has not eased after a few weeks", "pain or tingling runs down an arm"],
            "A GP or physiotherapist can examine you; an X-ray is seldom needed.",
        ),
    ),
    facts=(
        "Worn joints and discs are common on scans of people without pain.",
        "Gentle movement is better than a collar.",
        "Neck manipulation has rare but serious risks: ask about them first.",
    ),
    aspects={
        "overview": (
            text(
                "The neck moves the head all day and never quite rests. Muscles tire, joints get "
                "stiff, and worry tightens both."
            ),
        ),
        "symptoms": (
            bullet_list(
                "hard to turn or tilt the head",
                "aching that spreads to the shoulders or the back of the head",
                "headache that starts in the neck",
            ),
        ),
        "causes": (
            text(
                "Sleeping awkwardly, long work in one position, strain, stress. Often no cause is "
                "found.",
                "Changes of age show on scans but say little about pain: a study of older people "
                "describes only a weak link with neck pain.[@worn-necks]",
            ),
        ),
        "diagnosis": (
            text(
                "An examination is usually enough. Scans are for warning signs and nerve trouble."
            ),
        ),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Exercises and staying active",
                    "Worth trying; no figures here.",
                    "Soreness at first.",
                ),
                (
                    "Hands-on treatment with exercise",
                    "May ease pain for some; reviewers have looked at which "
                    "kinds.[@neck-treatments]",
                    "Soreness, dizziness. Very rarely damage to an artery and a stroke.",
                ),
                (
                    "Pain tablets",
                    "May help for a short time.",
                    "Depends on the tablet: ask a pharmacist.",
                ),
            ),
        ),
        "self_care": (
            do_and_dont(
                ["move your neck gently, often", "use warmth", "change position while working"],
                [
                    "do not wear a collar without advice",
                    "do not drive if you cannot turn your head",
                ],
            ),
        ),
        "living_with_it": (text("Raise the screen, rest the arms, get up often."),),
        "outlook": (text("It often eases within weeks; it may come back."),),
        "prevention": (text("Regular movement is the best that is known; it is no guarantee."),),
    },
    areas=("neck",),
    symptoms=("neck-pain-and-stiffness", "headache", "stiffness"),
    related=("tension-type-headache", "slipped-disc"),
    image="neck",
)
