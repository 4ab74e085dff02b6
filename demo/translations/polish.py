"""The demo in Polish: home page and three conditions, emergency parts first."""

from demo.blocks import bullet_list, emergency, numbered_list, routine, text, urgent
from demo.content import Condition
from demo.translations import Translation

LOW_BACK_PAIN = Condition(
    slug="low-back-pain",
    title="Ból krzyża",
    names=(("lumbago", "lay"), ("ból w dole pleców", "lay")),
    summary="Ból między dolnymi żebrami a pośladkami. Jest bardzo częsty, zwykle niegroźny i często "
    "słabnie w ciągu tygodni, choć może mocno dokuczać.",
    help=(
        emergency(
            "Zadzwoń pod 999 lub jedź natychmiast na oddział ratunkowy, gdy bolą plecy lub noga i",
            [
                "nie możesz oddać moczu, trudno zacząć lub przerwać albo nie czujesz, że mocz płynie",
                "popuszczasz mocz lub stolec",
                "czujesz drętwienie wokół narządów płciowych, odbytu lub po wewnętrznej stronie ud",
                "obie nogi bolą, słabną lub drętwieją albo noga szybko traci siłę",
                "ból zaczął się po ciężkim upadku lub wypadku",
                "boli klatka piersiowa, nagle rozdziera w brzuchu lub plecach albo robi ci się słabo",
                "masz gorączkę i czujesz się ciężko chory albo masz zaburzenia świadomości",
            ],
            "Wystarczy jeden objaw. Nie czekaj na wizytę i nie prowadź samochodu. Silnie uciśnięte "
            "nerwy mogą w ciągu godzin ulec trwałemu uszkodzeniu.",
        ),
        urgent(
            "Zadzwoń do NHS 111 lub poproś o wizytę tego samego dnia, gdy",
            [
                "masz gorączkę lub dreszcze razem z bólem pleców",
                "chorowałeś na raka, bierzesz sterydy, wstrzykujesz narkotyki "
                "lub masz słabą odporność",
                "chudniesz bez powodu albo ból budzi cię co noc",
                "jedna stopa lub noga jest słaba albo powoli słabnie",
            ],
            "Zacznij od tego, co zauważyłeś: od tego zależy, jak szybko ktoś cię zbada.",
        ),
        routine(
            "Umów się na wizytę, gdy",
            [
                "ból po kilku tygodniach nie zaczął słabnąć",
                "nie pozwala spać, pracować lub opiekować się innymi",
            ],
            "Pomoże lekarz rodzinny lub fizjoterapeuta; najpierw nie trzeba robić zdjęcia.",
        ),
    ),
    facts=(
        "Zwykle nie ma jednej przyczyny, którą pokazałoby zdjęcie.",
        "Ból nie znaczy, że coś się niszczy: ruch z niewielkim bólem zwykle jest bezpieczny.",
        "Leżenie w łóżku przez wiele dni usztywnia i osłabia plecy.",
    ),
    aspects={
        "overview": (
            text(
                "W dole pleców blisko siebie leżą mięśnie, stawy, krążki i nerwy i wszystko to może "
                "boleć. U większości osób nikt nie potrafi powiedzieć, co dokładnie, i rzadko "
                "zmienia to postępowanie."
            ),
        ),
        "symptoms": (
            bullet_list(
                "tępy lub ostry ból i sztywność w dole pleców",
                "ból promieniujący do pośladka lub uda",
                "gorzej w niektórych pozycjach, lepiej w innych",
            ),
        ),
        "treatments": (
            text(
                "Ćwiczenia pomagają wielu osobom; żaden ich rodzaj nie okazał się wyraźnie lepszy od "
                "innych. Na początku mięśnie mogą boleć bardziej.",
                "Leki przeciwbólowe mogą trochę ulżyć, ale mają działania niepożądane. Zapytaj "
                "farmaceutę lub lekarza, zanim je weźmiesz.",
            ),
        ),
        "self_care": (
            numbered_list(
                "Ruszaj się dalej, małymi krokami i często zmieniaj pozycję.",
                "Stopniowo wracaj do tego, co robisz na co dzień.",
                "Sprawdzaj, czy nie pojawił się któryś z objawów nagłych z początku strony.",
            ),
        ),
        "outlook": (text("Często słabnie w ciągu tygodni. Może wrócić i znów minąć."),),
    },
    areas=(),
    symptoms=(),
    related=(),
    image="spine",
)

BPPV = Condition(
    slug="bppv",
    title="Łagodne położeniowe zawroty głowy",
    names=(("BPPV", "abbreviation"), ("kręci się w głowie przy obracaniu w łóżku", "lay")),
    summary="Krótkie napady wirowania, gdy porusza się głowa, na przykład przy obracaniu się w łóżku. "
    "Pochodzą z ucha wewnętrznego, same nie są groźne i często można je szybko leczyć.",
    help=(
        emergency(
            "Zadzwoń natychmiast pod 999, gdy kręci ci się w głowie i",
            [
                "opada twarz po jednej stronie, słabnie lub drętwieje ręka lub noga, mowa jest bełkotliwa",
                "nagle źle widzisz, widzisz podwójnie, nie możesz przełykać, iść lub stać",
                "nagle pojawił się silny ból głowy lub szyi albo sztywność karku z gorączką",
                "boli klatka piersiowa, serce bije nierówno lub mdlejesz",
                "zaczęło się po uderzeniu w głowę lub szyję",
            ],
            "Mogą to być objawy udaru lub innego stanu nagłego. Liczy się każda minuta, także wtedy, "
            "gdy objawy już minęły.",
        ),
        urgent(
            "Zadzwoń do NHS 111 lub poproś o wizytę tego samego dnia, gdy",
            [
                "wirowanie nie ustaje, nawet gdy leżysz nieruchomo",
                "nagle gorzej słyszysz na jedno ucho",
                "ciągle wymiotujesz",
            ],
            "Napady położeniowe są krótkie. Wirowanie, które trwa, to coś innego.",
        ),
        routine(
            "Umów się na wizytę, gdy",
            ["napady wracają", "boisz się ruszać lub wychodzić"],
            "Opowiedz dokładnie, jaki ruch je wywołuje.",
        ),
    ),
    facts=(
        "Napady są krótkie i następują po ruchu głowy.",
        "Nie uszkadzają ucha ani mózgu.",
        "Największym zagrożeniem są upadki.",
    ),
    aspects={
        "overview": (
            text(
                "W uchu wewnętrznym znajdują się drobne kryształki. Gdy kilka z nich trafi do kanału, "
                "który wyczuwa obroty, kanał zgłasza ruch, którego nie ma, i świat wiruje."
            ),
        ),
        "symptoms": (
            bullet_list(
                "wirowanie przy kładzeniu się, obracaniu, patrzeniu w górę i schylaniu",
                "ustaje wkrótce po znieruchomieniu",
                "nudności i niepewny chód między napadami",
            ),
        ),
        "treatments": (
            text(
                "Manewr repozycyjny, na przykład Epleya, ma przesunąć kryształki z kanału. W trakcie "
                "może się mocno kręcić w głowie. Przy chorej szyi nie jest dla każdego: powiedz o tym "
                "wcześniej.",
                "Można też poczekać: często mija samo, ale dłużej grożą upadki.",
            ),
        ),
        "self_care": (
            numbered_list(
                "Zanim wstaniesz, posiedź chwilę na brzegu łóżka.",
                "Obracaj się powoli, przy zapalonym świetle.",
                "Nie prowadź samochodu, dopóki ruchy głowy wywołują wirowanie.",
            ),
        ),
        "outlook": (text("Często mija. Jeśli wróci, można leczyć ponownie."),),
    },
    areas=(),
    symptoms=(),
    related=(),
    image="ear",
)

MIGRAINE = Condition(
    slug="migraine",
    title="Migrena",
    names=(("napadowy ból głowy", "lay"),),
    summary="Napady bólu głowy, często pulsującego, z nudnościami i niechęcią do światła i hałasu. "
    "Napad mija, ale może na wiele godzin wyłączyć z życia.",
    help=(
        emergency(
            "Zadzwoń natychmiast pod 999, gdy ból głowy",
            [
                "pojawił się nagle i od razu jest najsilniejszy w życiu",
                "występuje z osłabieniem lub drętwieniem po jednej stronie, "
                "opadaniem twarzy, zaburzeniami mowy lub widzenia",
                "występuje z gorączką i sztywnym karkiem, sennością, splątaniem lub drgawkami",
                "zaczął się po urazie głowy",
                "pojawia się w ciąży lub po porodzie razem z zaburzeniami widzenia lub obrzękiem",
            ],
            "Nie czekaj, aż minie, i nie prowadź samochodu.",
        ),
        urgent(
            "Zadzwoń do NHS 111 lub poproś o wizytę tego samego dnia, gdy",
            [
                "ból jest nowy, a masz ponad 50 lat, bolą skronie lub szczęka przy jedzeniu",
                "ból z dnia na dzień narasta albo budzi cię w nocy",
                "napad trwa dłużej niż trzy dni",
            ],
            "Powiedz, czym ten ból różni się od poprzednich.",
        ),
        routine(
            "Umów się na wizytę, gdy",
            ["napady są częste", "leki przeciwbólowe bierzesz wiele dni w miesiącu"],
            "Zapisuj dni bólu i leki: taki dzienniczek pomaga dobrać leczenie.",
        ),
    ),
    facts=(
        "Migrena jest prawdziwą chorobą mózgu, a nie słabością.",
        "Zbyt częste leki przeciwbólowe same mogą wywoływać ból głowy.",
        "Są sposoby, żeby napadów było mniej.",
    ),
    aspects={
        "overview": (
            text(
                "Skłonność do migreny jest częściowo rodzinna. Napad mogą wywołać zmiany: brak snu, "
                "opuszczony posiłek, napięcie i jego koniec. Często nie wiadomo, co go wywołało."
            ),
        ),
        "symptoms": (
            bullet_list(
                "ból, często po jednej stronie, gorszy przy ruchu",
                "nudności, wymioty, niechęć do światła i hałasu",
                "u niektórych wcześniej błyski, zygzaki lub mrowienie, które powoli się szerzy",
            ),
        ),
        "treatments": (
            text(
                "Leki przyjęte wcześnie mogą skrócić napad. Nie każdy lek jest dla każdego: znaczenie "
                "mają ciąża, serce i inne leki. Zapytaj lekarza lub farmaceutę.",
                "Przy częstych napadach istnieją leki zapobiegawcze. Zmniejszają liczbę napadów u "
                "części osób i mają działania niepożądane.",
            ),
        ),
        "self_care": (
            bullet_list(
                "Odpocznij w cichym, ciemnym miejscu.",
                "Jedz i śpij w stałych porach.",
                "Notuj napady i liczbę dni z lekami.",
            ),
        ),
        "outlook": (text("U wielu osób napady z wiekiem słabną."),),
    },
    areas=(),
    symptoms=(),
    related=(),
    image="",
)

POLISH = Translation(
    code="pl",
    wording={
        "emergency": "Zadzwoń teraz pod {number}",
        "urgent": "Zadzwoń do {label} pod {number}",
        "crisis": "Zadzwoń do {label} pod {number}, bezpłatnie, o każdej porze",
    },
    home={
        "heading": "Co ci dolega?",
        "introduction": "Klinika jest zmyślona. Po polsku są na razie trzy strony; reszta jest po "
        "angielsku. W Wielkiej Brytanii możesz poprosić NHS o bezpłatnego tłumacza.",
    },
    section=("Dolegliwości", "Czym są, kiedy szukać pomocy i co wiadomo o leczeniu."),
    cards="Dolegliwości po polsku",
    conditions=(LOW_BACK_PAIN, BPPV, MIGRAINE),
)
