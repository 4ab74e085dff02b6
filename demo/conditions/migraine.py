"""Migraine."""

from demo.blocks import bullet_list, emergency, routine, text, treatments, urgent
from demo.content import Condition

HEADACHE_SIGNS = emergency(
    "Call 999 now if you have a headache and",
    [
        "it came like a blow, or was at its worst within minutes",
        "a drooping face, a weak or numb arm or leg, slurred speech, confusion or a seizure",
        "fever with a stiff neck, drowsiness, confusion, a rash, or light hurts your eyes: do not "
        "wait for a rash",
        "a painful red eye, or you lose sight or see double, even for a short time",
        "it began after a blow to the head and you are sleepy, sick or confused",
        "you are pregnant, or had a baby in the last weeks, and it is severe, or you see spots, "
        "swell, or have pain below the ribs",
        "others in the same house feel ill too: go out into fresh air first",
    ],
    "These can be a bleed, a stroke, meningitis, an acute eye illness, an inflamed artery, "
    "pre-eclampsia or carbon monoxide. A first aura cannot be told from a stroke at home: call.",
)

HEADACHE_URGENT = urgent(
    "Call NHS 111 or ask for a same-day appointment if",
    [
        "you are over 50 and the headache is new, your scalp is sore, or your jaw hurts when you "
        "chew: an artery may be inflamed, which can cost your sight",
        "you are pregnant or have just had a baby, and the headache is new; call your maternity "
        "unit if you have one",
        "it wakes you, or is worse lying down or coughing, and keeps getting worse",
        "you have had cancer, have a weak immune system or take blood thinners",
        "you have migraine with aura and use a pill, patch or ring with oestrogen: ask today "
        "whether to go on with it",
    ],
    "Say which of these you have first. If your sight changes, call 999.",
)

MIGRAINE = Condition(
    slug="migraine",
    title="Migraine",
    names=(
        ("sick headache", "lay"),
        ("one-sided headache", "lay"),
        ("hemicrania", "former"),
        ("migraine with aura", "technical"),
    ),
    summary="Attacks of moderate to severe headache with sickness or with trouble bearing light "
    "and sound. Some people see flickering or feel tingling before.",
    help=(
        HEADACHE_SIGNS,
        HEADACHE_URGENT,
        routine(
            "Make an appointment if",
            [
                "attacks come often or keep you from your life",
                "you take pain tablets on many days of the month",
            ],
            "Bring a diary of attacks and of what you took.",
        ),
    ),
    facts=(
        "Migraine is an illness of the brain, not a weakness of character.",
        "Taking pain tablets too often can itself cause headache.",
        "The first aura ever, and weakness or loss of speech, are emergencies.",
    ),
    aspects={
        "overview": (
            text(
                "In an attack nerves and vessels around the brain react too strongly. Attacks last "
                "hours to a few days; between them you are well."
            ),
        ),
        "symptoms": (
            bullet_list(
                "throbbing pain, often on one side, worse with movement",
                "feeling or being sick",
                "light, sound or smells are hard to bear",
                "before it, in some: zigzag lines, blind spots, tingling, trouble finding words",
            ),
        ),
        "causes": (
            text(
                "It runs in families. Hormones, too little or too much sleep, skipped meals, "
                "stress and its end, and alcohol can set off attacks. Triggers differ, and often "
                "there is none."
            ),
        ),
        "diagnosis": (
            text(
                "What you tell is the test. A scan is for warning signs, not for typical migraine."
            ),
        ),
        "treatments": (
            treatments(
                "Choices to talk about, benefits beside harms",
                (
                    "Common pain tablets, taken early",
                    "May shorten an attack for some people.",
                    "Stomach, kidney and heart risks with some; headache from taking them often.",
                ),
                (
                    "Triptans",
                    "Made for attacks; they help some people and not others.",
                    "Tight chest, tingling. Not for people with heart disease or stroke.",
                ),
                (
                    "Medicines taken every day to prevent attacks",
                    "Fewer attacks for some people.",
                    "Depends on the medicine; some must not be taken in pregnancy.",
                ),
            ),
            text("We name no doses here: a prescriber or pharmacist fits them to you."),
        ),
        "self_care": (
            bullet_list(
                "lie down in a dark, quiet room",
                "cool the forehead or neck",
                "drink small amounts often",
                "keep regular times for sleep and meals",
            ),
        ),
        "living_with_it": (
            text("Tell family and people at work what helps in an attack and what does not."),
        ),
        "outlook": (text("Attacks change through life and often become rarer with age."),),
        "prevention": (
            text("Regular days, movement and a diary are worth trying; no one thing helps all."),
        ),
    },
    areas=("head-and-face",),
    symptoms=("headache", "dizziness"),
    related=("tension-type-headache", "trigeminal-neuralgia"),
    image="head",
)
