"""Sciatica."""

from demo.blocks import bullet_list, myth, routine, text, treatments, urgent
from demo.conditions.low_back_pain import CAUDA_EQUINA
from demo.content import Condition

SCIATICA = Condition(
    slug="sciatica",
    title="Sciatica",
    names=(
        ("trapped nerve in the back", "lay"),
        ("nerve pain down the leg", "lay"),
        ("lumbar radicular pain", "technical"),
        ("lumbosacral radiculopathy", "technical"),
    ),
    summary="Pain that runs from the lower back or buttock down one leg because a nerve root is "
    "irritated. It can be fierce, and it often settles by itself over weeks to months.",
    help=(
        CAUDA_EQUINA,
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "your foot drops or drags, or the leg is weak or slowly getting weaker",
                "you have a fever, or lose weight without trying",
                "you have had cancer and this pain is new",
            ],
            "Weakness that grows needs to be seen quickly, even when the pain is less. If strength "
            "goes within hours, or both legs are affected, call 999.",
        ),
        routine(
            "Make an appointment if",
            [
                "it is no better after several weeks",
                "you cannot sleep or work",
                "simple measures do not help",
            ],
            "Ask what can be done meanwhile and when a scan would make sense.",
        ),
    ),
    facts=(
        "The pain is in the leg, the cause is usually in the back.",
        "Many people get better without an operation.",
        "Weakness, numbness between the legs and bladder trouble are emergency signs.",
    ),
    aspects={
        "overview": (
            text(
                "The sciatic nerve is as thick as a finger. It is made of roots that leave the "
                "spine in the lower back and runs through the buttock to the foot. When a root is "
                "pressed or inflamed, the leg hurts where that nerve goes.",
            ),
        ),
        "symptoms": (
            bullet_list(
                "shooting, burning or electric pain from the buttock to the calf or foot",
                "pins and needles or numbness in the same strip of skin",
                "worse with coughing, sneezing or sitting",
                "sometimes a weak foot or toe",
            ),
        ),
        "causes": (
            text(
                "Often a disc bulges and touches the root: see [[slipped-disc|slipped disc]]. "
                "Narrowing of the bony canal is another cause, more often in older people. Rarely "
                "it is an infection, a tumour or a broken bone, which is why some signs need "
                "speed.",
                "Pain down the leg can also come from the hip or from the muscles of the buttock.",
            ),
        ),
        "diagnosis": (
            text(
                "What you tell and an examination of strength, feeling and reflexes are usually "
                "enough. A scan is for emergency signs, growing weakness, or when an injection or "
                "operation is considered.",
            ),
        ),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Time, staying active as you can",
                    "It often eases without more.",
                    "Waiting is wrong when emergency signs or growing weakness appear.",
                ),
                (
                    "Exercise with guidance",
                    "May help you to move with more trust; we give no figures.",
                    "May hurt more at first.",
                ),
                (
                    "Medicines for nerve pain",
                    "Gabapentin and pregabalin: the national guideline says not to offer them for "
                    "sciatica, because they did not help and can harm.[@nice-back]",
                    "Dizziness, tiredness, dependence. If you take one already, do not stop "
                    "suddenly: ask who prescribes it.",
                ),
                (
                    "An injection near the nerve",
                    "May ease severe, recent pain for a time.",
                    "Rarely infection, bleeding or nerve damage.",
                ),
                (
                    "An operation to free the nerve",
                    "May bring faster relief for some with severe pain that stays.",
                    "Infection, bleeding, nerve damage; pain may stay or come back.",
                ),
            ),
        ),
        "self_care": (
            text(
                "Walk a little and often, change position, and rest in a way that eases the leg, "
                "for a short time. Warmth may help. A pharmacist can say which pain relief is safe "
                "for you."
            ),
        ),
        "living_with_it": (
            text(
                "Sitting is often hardest. Stand up often, and ask at work for tasks that let you "
                "move. Do not drive while you cannot brake hard without hesitating."
            ),
        ),
        "outlook": (
            text("Pain usually fades before numbness does. It can come back."),
            myth(
                "Such pain must mean damage that needs an operation.",
                "Many people get better without one. Pain can be fierce while the nerve recovers.",
            ),
        ),
        "prevention": (
            text(
                "Being active and not smoking are sensible. We know of no sure way to prevent it."
            ),
        ),
    },
    areas=("back", "leg"),
    symptoms=("pain-down-the-leg", "pins-and-needles", "numbness"),
    related=("slipped-disc", "low-back-pain"),
    image="spine",
)
