"""The services of the demo clinic; prices are invented."""

from demo.blocks import bullet_list, callout, download, heading, steps, text
from demo.content import Service

BEFORE = callout(
    "Before you book",
    "If you have an emergency sign, do not book: call 999. The condition pages list them first.",
)

SERVICES = (
    Service(
        "first-appointment",
        "First appointment",
        "Time to listen, an examination, and a plan that you understand and agree to.",
        (
            BEFORE,
            heading("What happens"),
            steps(
                "In the room",
                ("We listen", "What troubles you, what you fear, what you hope for."),
                ("We examine", "Strength, feeling, reflexes, movement; only what you agree to."),
                ("We explain", "What it may be, what it is not, and how sure we are."),
                ("We plan", "Choices with benefits and harms; doing nothing is one of them."),
            ),
            heading("What it cannot do"),
            text("One visit may not find a cause. Some pain has none that anybody can find."),
            download("questions-to-ask", "Questions to take with you"),
        ),
        ("ruth-calder", "samir-okoye"),
        "£60 for 45 minutes (an invented price)",
    ),
    Service(
        "exercise-group",
        "Exercise group for backs and knees",
        "Eight people, one physiotherapist, exercises you can go on with at home.",
        (
            BEFORE,
            heading("What to expect"),
            bullet_list(
                "warm-up and strength at your own pace",
                "no mirror, no contest",
                "sore muscles for a day or two are usual",
            ),
            text(
                "Exercise eases pain for some people with [[knee-osteoarthritis|osteoarthritis of "
                "the knee]] and [[low-back-pain|low back pain]], not for everybody. Their pages "
                "say what trials found."
            ),
            download("walking-diary", "Walking diary"),
        ),
        ("ruth-calder",),
        "£12 for each hour (an invented price)",
    ),
    Service(
        "balance-clinic",
        "Balance clinic",
        "For spinning and unsteadiness: finding out which kind it is, and treating it if we can.",
        (
            BEFORE,
            heading("What to expect"),
            text(
                "We test how your eyes and balance respond. If it is "
                "[[bppv|positional vertigo]], we may treat it at once. The treatment makes you "
                "spin for a moment; bring somebody to take you home."
            ),
        ),
        ("mei-hollis",),
        "£55 for 40 minutes (an invented price)",
    ),
    Service(
        "hand-clinic",
        "Hand and shoulder clinic",
        "Splints, exercises and advice for hands, elbows and shoulders.",
        (
            BEFORE,
            heading("What to expect"),
            text(
                "We see people with [[carpal-tunnel-syndrome|carpal tunnel syndrome]], "
                "[[tennis-elbow|tennis elbow]] and [[frozen-shoulder|frozen shoulder]], and say "
                "when a surgeon should be asked."
            ),
        ),
        ("jonas-farrow",),
        "£50 for 30 minutes; splints extra (invented prices)",
    ),
)
