"""Ankle sprain."""

from demo.blocks import bullet_list, emergency, questions, routine, steps, text, treatments, urgent
from demo.content import Condition

ANKLE_SPRAIN = Condition(
    slug="ankle-sprain",
    title="Ankle sprain",
    names=(
        ("twisted ankle", "lay"),
        ("rolled ankle", "lay"),
        ("lateral ligament injury of the ankle", "technical"),
    ),
    summary="The foot turns in and ligaments on the outside are stretched or torn. Most heal well "
    "with early movement.",
    help=(
        emergency(
            "Go to an emergency department, or call 999, if",
            [
                "the foot is out of shape, cold, pale or numb",
                "bone shows, or the skin is tight and white over it",
                "you cannot take a few steps on it, right away or now",
                "it began with a fit, a faint or a blow to the head",
                "in the days after, you have chest pain or are breathless",
            ],
            "It may be broken or dislocated; chest pain later can be a clot in the lung.",
        ),
        urgent(
            "Call NHS 111 or go to an urgent treatment centre if",
            [
                "pressing on the bone itself hurts much",
                "you are older or your bones are thin",
                "the calf becomes swollen and painful in the days after",
            ],
            "An X-ray or a check for a clot may be needed.",
        ),
        routine(
            "Make an appointment if",
            ["you cannot walk well after a week or so", "it keeps giving way"],
            "Balance training can still help later.",
        ),
    ),
    facts=("Moving and walking early, as pain allows, is better than weeks of rest.",),
    aspects={
        "overview": (
            text(
                "Bands of tissue, called ligaments, hold the ankle on its outside. A misstep turns "
                "the foot in and stretches or tears them. The swelling and the bruise look worse "
                "than the injury often is."
            ),
        ),
        "symptoms": (bullet_list("pain and swelling", "a bruise", "a wobbly feeling"),),
        "causes": (text("Uneven ground, sport, tired legs, an earlier sprain."),),
        "diagnosis": (text("Where it hurts and whether you can walk decide about an X-ray."),),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                ("Early walking and exercises", "Often usual again sooner.", "Some pain at first."),
                ("A brace for some weeks", "Feels safer.", "Stiffness if worn too long."),
                ("An operation", "Rarely needed.", "Infection, nerve injury, stiffness."),
            ),
        ),
        "self_care": (
            steps(
                "The first days",
                ("Protect", "Avoid what hurts much, for a day or two."),
                ("Lift and wrap", "Keep it up and wrap it if that eases the swelling."),
                ("Move", "Circle the foot and walk as soon as you can bear it."),
                ("Balance", "Stand on one leg, near something to hold."),
            ),
        ),
        "living_with_it": (
            text(
                "Walk as normally as you can, even if slowly. Go back to sport when you can hop "
                "and turn without pain."
            ),
        ),
        "outlook": (
            text("It often takes weeks, sometimes longer; some ankles stay wobbly."),
            questions(
                ("Is ice good?", "It may ease pain for a short time. Not directly on the skin."),
            ),
        ),
        "prevention": (text("Train your balance before you go back to sport."),),
    },
    areas=("ankle-and-foot",),
    symptoms=("swelling", "pain-in-a-joint"),
    related=("plantar-heel-pain", "knee-osteoarthritis"),
    image="foot",
)
