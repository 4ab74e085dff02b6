"""Plantar heel pain."""

from demo.blocks import bullet_list, emergency, routine, steps, text, treatments, urgent
from demo.content import Condition

PLANTAR_HEEL_PAIN = Condition(
    slug="plantar-heel-pain",
    title="Plantar heel pain",
    names=(
        ("plantar fasciitis", "technical"),
        ("heel spur", "lay"),
        ("policeman's heel", "former"),
        ("jogger's heel", "lay"),
    ),
    summary="Pain under the heel, worst with the first steps after rest. It is a nuisance that "
    "usually goes away, but it can take many months.",
    help=(
        emergency(
            "Go to an emergency department, or call 999, if",
            [
                "after a jump or fall you cannot put weight on the heel",
                "the foot is cold, pale or blue and suddenly very painful",
                "the foot is hot, red and swollen and you feel ill or feverish",
                "the calf is swollen and painful, and you have chest pain or are breathless",
            ],
            "A broken bone, a blocked artery, an infection or a clot cannot wait.",
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "you have diabetes and a sore, red, swollen or broken-skinned foot",
                "the calf is swollen and painful",
                "you heard or felt a snap at the heel or calf",
            ],
            "With diabetes every foot problem is urgent.",
        ),
        routine(
            "Make an appointment if",
            ["it has not eased after some weeks", "both heels hurt and you are stiff each morning"],
            "Bring the shoes you wear most.",
        ),
    ),
    facts=(
        "A bony spur on an X-ray is common and rarely the reason for the pain.",
        "It often gets better without injections or operations.",
    ),
    aspects={
        "overview": (text("The strong band under the foot is sore where it joins the heel."),),
        "symptoms": (
            bullet_list(
                "stabbing pain with the first steps in the morning",
                "better after some walking, worse after long standing",
            ),
        ),
        "causes": (
            text("Much standing or running, a sudden change of load, stiff calves, hard shoes."),
        ),
        "diagnosis": (text("Pressing on the heel and your story are enough."),),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Stretching calf and foot",
                    "Worth trying; we give no figures.",
                    "Soreness at first.",
                ),
                ("Soft heel pads", "Comfort for some.", "Little harm."),
                (
                    "A steroid injection",
                    "A review of 47 trials found it no better than a dummy injection for "
                    "pain.[@heel-review]",
                    "Painful; thinner fat pad, a torn band, infection, all rare.",
                ),
            ),
        ),
        "self_care": (
            steps(
                "A stretch before the first step",
                ("Sit on the bed", "Put the sore foot across the other knee."),
                ("Pull the toes up", "Until you feel a stretch under the foot."),
                ("Hold and repeat", "A few times, gently, each morning."),
            ),
        ),
        "living_with_it": (text("Swap running for cycling or swimming for a while."),),
        "outlook": (text("It often goes away, though it can take many months."),),
        "prevention": (text("Raise your load slowly and change worn shoes."),),
    },
    areas=("ankle-and-foot",),
    symptoms=("pain-in-the-heel",),
    related=("ankle-sprain",),
    image="foot",
)
