# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Look at the lines of a pasted list: headings, link rows, bullets, numbers."""

import re
from dataclasses import dataclass

_HEADING = re.compile(
    r"^[\W\d]*(?:(?:show |view |hide |list of |selected |key |cited |full |additional )?(?:references?|bibliograph(?:y|ies)|literature|works|sources|citations|further reading|recommended reading|footnotes|endnotes|notes)"
    r"(?: cited| list| and (?:notes|further reading|sources|links|resources))?"
    r"|literatur(?:verzeichnis|angaben|hinweise|liste)?|quellen(?:verzeichnis|angaben)?|weiterführende literatur"
    r"|références?(?: bibliographiques)?|bibliographie|referencias(?: bibliográficas)?|bibliografía|fuentes|referências(?: bibliográficas)?"
    r"|bibliografia|riferimenti(?: bibliografici)?|referenties|literatuur(?:lijst)?|referenser|referanser|litteratur(?:förteckning|liste)?|källor|kilder|kildeliste"
    r"|bibliografie|bronnen(?:lijst)?|literatura|źródła|piśmiennictwo|bibliografia|zdroje|irodalom(?:jegyzék)?|lähteet|viitteet|kirjallisuus"
    r"|kaynaklar|kaynakça|referințe|βιβλιογραφία|список литературы|литература|источники|المراجع|مراجع|מקורות"
    r"|参考文献|参考資料|参考资料|引用文献|文献|참고\s?문헌)[\W\d]*$",
    re.IGNORECASE,
)
_CHIP_WORDS = re.compile(
    r"(?:\[|\()?\b(?:PubMed(?:\s?Central)?(?:\sAbstract)?|Google\s?Scholar|Cross\s?Ref(?:\sFull\sText)?|PMC\sfree\sarticle|Free\sPMC\sarticle|Web\sof\sScience|Scopus"
    r"|View\s(?:Article|in\sScopus|PDF|in\sarticle|at\spublisher)|Full\sText(?:\sPDF)?|Abstract|Ref\slist|DOI|CAS|ISI|Medline|Article|Download|Export(?:\scitation)?|Show\sabstract|Europe\sPMC|Go\sto|PDF|Cited\sby(?:\s\d+)?|Return\sto\sref(?:erence)?(?:\s\d+)?"
    r"|Open\sAccess|Publisher\sFull\sText|OpenURL|SFX|ADS|MathSciNet|Chemical\sAbstracts)\b(?:\]|\))?|[|•·;,:\-–/ \t.()\[\]]|\u2191|\^",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=(?:Google|PubMed|Cross|View|Article|Full))")
_KIND = re.compile(
    r"^(?:[IVX\d]+[.)]\s+|[A-Z][.)]\s+)?(?:clinical |primary |secondary |international |national |other |online )*"
    r"(?:guidelines?|(?:systematic )?reviews?|meta-analys[ei]s|trials|randomi[sz]ed.*trials|books?|websites?|web ?pages?|articles?|journals?|journal articles"
    r"|internet|online sources|reports?|studies|cohort studies|case (?:reports|series)|theses|papers|preprints|primary sources|secondary sources|other|background|videos?|datasets?)\b[\w\s,&/-]*$",
    re.IGNORECASE,
)
BULLET = re.compile(
    r"^\s*(?:[•·‧◦▪■□●○‣⁃∙➢➤►▸→❖◆★✓✔✦*\uf0b7\uf0a7\uf0d8]|[-–—+~»#](?=\s)|o(?=\s{1,4}[A-Z]))[ \t\u00a0]*"
)


@dataclass(frozen=True)
class Line:
    """A line of the pasted text with its place; `blank_before` counts empty lines above it."""

    text: str
    start: int
    end: int
    blank_before: int = 0

    @property
    def indent(self) -> int:
        """Return the width of the white space in front."""
        return len(self.text) - len(self.text.lstrip())


def read_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank."""
    lines: list[Line] = []
    position = blanks = 0
    for piece in text.split("\n"):
        if piece.strip():
            lines.append(Line(piece, position, position + len(piece), blanks))
            blanks = 0
        else:
            blanks += 1
        position += len(piece) + 1
    return lines


def is_heading(line: str) -> bool:
    """Tell whether a line is the heading of a reference list ("References", "Literatur:")."""
    return len(line) < 80 and bool(_HEADING.match(line.strip()))


def is_chips(line: str) -> bool:
    """Tell whether a line holds nothing but links behind a reference ("[PubMed] [Google Scholar]")."""
    text = _RUN_TOGETHER.sub(" ", re.sub(r"\s", " ", line.strip()))
    if text.count("[") != text.count("]"):
        return False  # the second half of a wrapped row
    return (
        2 < len(text) < 200 and bool(re.search(r"[A-Za-z]", text)) and not _CHIP_WORDS.sub("", text)
    )


def names_kind(text: str) -> bool:
    """Tell whether a line names a kind of works: "Guidelines", "B. Randomised trials"."""
    return bool(_KIND.match(text))


def is_group_heading(line: Line, following: Line | None, first: bool) -> bool:
    """Tell whether a line names a group of references ("Guidelines", "Systematic reviews:")."""
    text = line.text.strip().strip("*_#= ")
    if not text or len(text) > 70 or re.search(r"\d{3}|https?:|www\.|@|,\s[A-Z]\.?\b", text):
        return False
    words = text.split()
    if len(words) > 7 or text[-1] in ".,;" or not text[0].isalnum() or text[0].islower():
        return False
    if re.search(
        r"\w\w[.?!]\s|\b(?:available|retrieved|accessed|from|doi|url|in)\b[\w\s]*:$", text, re.I
    ):
        return False
    if text.endswith(":"):
        return bool(first or line.blank_before or len(words) < 5)
    apart = (
        (first or line.blank_before)
        and following is not None
        and (following.blank_before or first or line.blank_before)
    )
    named = names_kind(text)
    looks_like_name = re.search(r"\b[A-Z]{1,3}$", text) and not text.isupper()
    return bool(
        apart
        and not looks_like_name
        and (
            named
            or (text.isupper() and len(words) > 1)
            or (len(words) <= 5 and line.blank_before and following and following.blank_before)
        )
    )
