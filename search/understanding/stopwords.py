"""Words a search leaves aside, and words it takes less seriously, by language."""

from typing import Final

# Grammar: says nothing about what is wrong.
GRAMMAR: Final = {
    "en": frozenset(
        """a about above after again all also am an and any anyone are arent as at be because been
        before being both but by can could couldnt did do does doesnt doing done dont during each
        else etc every for from get gets getting go goes going gone got had has have havent having
        he hed her here hers herself him himself his how i id if ill im in into is isnt it its
        itself ive just let lets like ll made make makes making may maybe me might mine more most
        much must my myself need needs of not never off often on once one only or other our ours out own
        please really s said same say shall she should shouldnt so some someone something
        sometimes somebody still such t take takes taking tell than that thats the their theirs
        them themselves then there theres these they thing things this those through to told
        too under until up upon us use used using very want wants was wasnt we well went were
        what whats when whenever where whether which while who whom whos whose why will with would
        wouldnt yet you your yours yourself know known think thought find found give given happen
        happens happened come comes mean means around over ever way lot per via vs re ve d m"""
        .split()
    ),
    "de": frozenset(
        """aber als am an auch auf aus bei bin bis da dann das dass dem den der des die doch ein eine
        einem einen einer es fur habe haben hat ich ihr im in ist kann mein meine mich mir mit nach
        nicht noch nur oder sehr sein seine sich sie sind so und uns vom von vor war was wenn wer
        wie wird wir zu zum zur""".split()
    ),
    "fr": frozenset(
        """a ai au aux avec c ce ces cette d dans de des du elle en est et eu il ils j je l la le les
        leur lui ma mais me mes moi mon n ne nous on ou par pas pour qu que qui s sa se ses si son
        sont sur t ta te tes toi ton tu un une vous y""".split()
    ),
    "es": frozenset(
        """a al con de del el ella en es esta esto ha hay la las le lo los me mi mis muy no o para
        pero por que se si sin son su sus te tengo tu un una y ya""".split()
    ),
    "tr": frozenset("acaba ama bana ben bir bu cok da de gibi icin ile ise ki mi mu ne var ve ya".split()),
    "it": frozenset(
        """a al che chi ci con da dal dei del della di e gli ha ho i il in io la le lo ma mi mia mio
        nel non o per piu se si sono su un una""".split()
    ),
}

# True of many pages or of the asker: helps to choose, must not decide.
WEAK: Final = {
    "en": frozenset(
        """people person man woman men women mother father mom mum dad son daughter wife husband
        brother sister grandmother grandfather grandma grandpa friend family boy girl year years
        old month months week weeks day days time times today yesterday always never sudden
        suddenly normal good bad best better worse help helps stop stops cure cured treat treated
        treatment treatments therapy remedy symptom symptoms sign signs cause causes caused
        causing reason prevent prevention test tests diagnosis diagnosed diagnose doctor prognosis
        information info facts advice possible serious dangerous new long last lasts first
        early late feel feels feeling felt look looks looking right left
        side while eat eating keep keeps keeping certain different type types
        kind kinds disease diseases disorder disorders condition conditions syndrome problem
        problems illness wrong severe mild many few little big two three several""".split()
    ),
}

# "fever, no rash": what follows is absent. Not part of a fixed phrase of the lay table, it
# must neither be demanded nor help.
NEGATION: Final = {
    "en": frozenset("no without nor neither".split()),
    "de": frozenset("kein keine keinen ohne nicht".split()),
    "fr": frozenset("sans pas ni".split()),
    "es": frozenset("sin no ni".split()),
    "it": frozenset("senza non".split()),
    "tr": frozenset("degil yok".split()),
}
# "not" says something is absent only where something could be had: "not have a fever" is
# an absent fever, "not sleeping" is a complaint.
NOT: Final = frozenset("not never dont doesnt didnt havent hasnt hadnt".split())
HAVING: Final = frozenset("have had having got a an any".split())
# Where the reach of a negation ends.
NEGATION_ENDS: Final = frozenset("but and with though although however just only or".split())
