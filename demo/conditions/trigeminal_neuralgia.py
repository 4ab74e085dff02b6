"""Trigeminal neuralgia."""

from demo.blocks import bullet_list, emergency, quote, routine, text, treatments, urgent
from demo.content import Condition

TRIGEMINAL_NEURALGIA = Condition(
    slug="trigeminal-neuralgia",
    title="Trigeminal neuralgia",
    names=(
        ("nerve pain in the face", "lay"),
        ("tic douloureux", "former"),
        ("TN", "abbreviation"),
    ),
    summary="Sudden, very strong pain in one side of the face, like an electric shock, lasting "
    "seconds. It is rare and it can be treated.",
    help=(
        emergency(
            "Call 999 now if",
            [
                "your face droops, an arm or leg is weak, or speech is slurred",
                "face or jaw pain comes with chest pain, sweating or breathlessness",
                "your face swells quickly, or swallowing, breathing or opening the mouth is hard",
                "you lose sight or see double, even for a short time",
                "a new medicine is followed by a rash with fever, blisters or sore mouth and eyes",
                "you want to end your life because of the pain",
            ],
            "You can also call Samaritans on 116 123 at any time, free.",
        ),
        urgent(
            "Call NHS 111 or ask for a same-day appointment if",
            [
                "you are over 50 with pain at the temple or in the jaw, or changed sight",
                "the face is numb, or hearing is less on that side",
                "a new medicine is followed by a rash, fever, sore throat or bruises",
                "you cannot eat or drink because of the pain",
                "a rash with blisters appears on the face or near the eye",
            ],
            "An inflamed artery or shingles near the eye can cost sight.",
        ),
        routine(
            "Make an appointment if",
            ["short, sharp pains come back in the same place"],
            "See a dentist too: teeth are the more common cause of face pain.",
        ),
    ),
    facts=(
        "Light touch, wind, chewing or talking can set it off.",
        "Ordinary pain tablets do not help; other medicines may.",
    ),
    aspects={
        "overview": (
            text(
                "The trigeminal nerve has three branches and carries feeling from the forehead, "
                "the cheek and the jaw. In this illness it fires by itself or at a light touch. "
                "Between the shocks the face may feel quite normal."
            ),
        ),
        "symptoms": (
            bullet_list(
                "shocks of pain for seconds, again and again",
                "always on the same side, rarely on both",
                "days or months without pain between",
            ),
            quote(
                "I stopped brushing my teeth for fear of the next shock.",
                "Invented for this demonstration",
            ),
        ),
        "causes": (
            text(
                "Often a vessel presses on the nerve near the brain. In a few people multiple "
                "sclerosis or a tumour is found."
            ),
        ),
        "diagnosis": (
            text(
                "What you tell comes first: where it hurts, for how long, and what sets it off. "
                "Feeling and movement of the face are examined, and a scan may look for causes. "
                "Tooth, jaw and sinus trouble should be thought of too."
            ),
        ),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Medicines that calm nerves",
                    "May ease attacks; we give no figures.",
                    "Dizziness, tiredness, rashes that can be severe; blood tests are needed with "
                    "some; some harm an unborn child.",
                ),
                (
                    "An operation on the nerve or vessel",
                    "May bring long relief for some.",
                    "Numb face, hearing loss; stroke and death are rare.",
                ),
            ),
        ),
        "self_care": (text("Lukewarm food, a scarf against wind, chewing on the other side."),),
        "living_with_it": (
            text(
                "Fear of the next attack is part of it; talk about it with people close to you and "
                "with those who treat you. If you eat less because of the pain, say so early."
            ),
        ),
        "outlook": (text("It comes and goes; treatment often has to be changed over time."),),
        "prevention": (text("None is known beyond avoiding your own triggers."),),
    },
    areas=("head-and-face",),
    symptoms=("pain-in-the-face",),
    related=("migraine",),
    image="face",
)
