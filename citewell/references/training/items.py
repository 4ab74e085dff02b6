# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Make CSL items to render as references: parts of gold references and our own words, recombined."""

import random
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from citewell.references.reading import names, wording
from citewell.references.reading.lexicon import DATA as READING_DATA
from citewell.references.training.examples import Example

Item = dict[str, Any]
_PROPER = re.compile(r"^[^\W\d_][^\W\d_.'’ -]*(?:[.'’ -]+[^\W\d_]+)*\.?$")
_WORDS = Path(__file__).parent / "data" / "medical.txt"


@lru_cache(maxsize=1)
def words() -> dict[str, list[str]]:
    """Return our word lists by name."""
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            current = lists.setdefault(line[2:].split(",")[0], [])
        elif line.strip():
            current.append(line.strip())
    lists["journal"] = [
        line
        for line in (READING_DATA / "journals.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return lists


@dataclass
class Pool:
    """What gold references lend: titles, names, journals, publishers, places."""

    titles: list[str] = field(default_factory=list)
    books: list[str] = field(default_factory=list)
    people: list[names.Name] = field(default_factory=list)
    journals: list[str] = field(default_factory=list)
    proceedings: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, examples: list[Example]) -> "Pool":
        """Collect the parts of `examples`."""
        pool = cls()
        for example in examples:
            labels = {label for label, _, _ in example.stretches}
            serial = "volume" in labels
            for label, start, end in example.stretches:
                text = example.text[start:end]
                if label == "title":
                    title = wording.read_title(text)
                    if len(title) > 8:
                        (pool.titles if serial or "pages" in labels else pool.books).append(title)
                elif label == "author":
                    pool.people += [
                        n
                        for n in names.read_names(text)
                        if _PROPER.match(n.get("family", "")) and _PROPER.match(n.get("given", ""))
                    ]
                elif label == "container":
                    (pool.journals if serial else pool.proceedings).append(
                        wording.read_container(text)
                    )
                elif label == "publisher":
                    pool.publishers.append(wording.clean_text(text))
                elif label == "location":
                    pool.places.append(wording.read_place(text))
        return pool


class Maker:
    """Makes items with a seeded generator."""

    def __init__(self, pool: Pool, rng: random.Random) -> None:
        self.pool, self.rng, self.words = pool, rng, words()

    def pick(self, name: str) -> str:
        """Return one of our words."""
        return self.rng.choice(self.words[name])

    def chance(self, share: float) -> bool:
        """Be true in a share of calls."""
        return self.rng.random() < share

    def title(self) -> str:
        """Return an article's title: from gold or ours, some in two sentences, some In Capitals."""
        if self.chance(0.04):
            return self.pick("foreign")
        title = self.sentence()
        if self.chance(0.09):
            more = (
                self.sentence()
                if self.chance(0.5)
                else self.pick("design")
                if self.chance(0.7)
                else f"An {self.rng.choice(('update', 'analysis', 'overview', 'evaluation'))} of the {self.pick('group')} on {self.pick('condition')} and its {self.pick('outcome')}"
            )
            title = f"{title.rstrip('?.')}{self.rng.choice('??.!')} {more[0].upper() + more[1:]}"
        if self.chance(0.15):
            title = " ".join(
                w[0].upper() + w[1:] if len(w) > 3 or n == 0 else w
                for n, w in enumerate(title.split())
            )
        return title

    def sentence(self) -> str:
        """Return one sentence a title is made of."""
        if self.chance(0.4) and self.pool.titles:
            return self.rng.choice(self.pool.titles)
        c, i, p, d, o, m = (
            self.pick(n)
            for n in ("condition", "intervention", "population", "design", "outcome", "mechanism")
        )
        year = self.rng.randint(1985, 2022)
        form = self.rng.choice(
            (
                f"Effect of {i} on {o} in {p} with {c}: {d}",
                f"{i} for {c}",
                f"{i} for {c}: {d}",
                f"{i} versus {self.pick('intervention')} in {p} with {c}: {d}",
                f"{i} vs. {self.pick('intervention')} for {c} ({d})",
                f"The role of {m} in {c}",
                f"{m} in {c}",
                f"{m} and {o}",
                f"Prevalence of {c} in {p}",
                f"Prevalence and risk factors of {c} among {p}, {year}-{year + self.rng.randint(1, 12)}",
                f"Does {i} reduce {o} in {p}?",
                f"Is {c} associated with {o}? {d}",
                f"What is the effect of {i}? A survey of {p}",
                f"{c}",
                f"{c}: {d}",
                f"{c}. {d}",
                f"{c}--an update",
                f"Diagnosis and treatment of {c}",
                f"Diagnosis and management of {c} in {p}: {d}",
                f"{o} and {c} in {p}: a {self.rng.randint(2, 20)}-year follow-up",
                f"Association between {o} and {c}: results from {p}",
                f"{d}: {i} for {c}",
                f"{self.rng.choice(('Global burden of', 'Epidemiology of', 'Pathophysiology of', 'Genetics of', 'Trends in', 'Clinical features of'))} {c}",
                f"Efficacy and safety of {i} ({self.rng.choice('ABCDEFGH')}{self.rng.choice('ABCDEFGH')}{self.rng.randint(1, 99)}) in {c}",
                f"{m} regulates {o} via {self.pick('mechanism')}",
                f"{m}-dependent regulation of {self.pick('mechanism')}: implications for {c}",
                f"Letter to the editor: {c}",
                f"Commentary: {i} for {c}. Where are we now?",
                f"“{self.rng.choice(('Living with', 'Just get on with it', 'It is not in my head'))}”: experiences of {p} with {c}",
                f"{i} in the treatment of {c}. II. {o}",
                f"{i} in {p}; {d}",
                f"Proceedings of a workshop on {c}",
                f"{year} guidelines for {c}",
                f"The {self.rng.choice(('SMART', 'PROMISE', 'START', 'BEST'))} study: {d}",
                f"[{c} and {o} in {p}]",
            )
        )
        return form[0].upper() + form[1:]

    def person(self) -> names.Name:
        """Return a person, most from gold, some with particles, suffixes, double names."""
        if self.chance(0.6) and self.pool.people:
            return self.rng.choice(self.pool.people)
        family = self.pick("family")
        if self.chance(0.12):
            particle = self.pick("particle")
            family = particle + ("" if particle in ("O'", "Mc") else " ") + family
        elif self.chance(0.08):
            family = f"{family}{self.rng.choice((' ', '-'))}{self.pick('family')}"
        given = self.pick("given")
        if self.chance(0.5):
            given += " " + self.rng.choice(
                (self.pick("given"), self.rng.choice("ABCDEFGHJKLMNPRSTW") + ".")
            )
        name = {"family": family, "given": given}
        if self.chance(0.02):
            name["suffix"] = self.rng.choice(("Jr.", "III", "Sr.", "II"))
        return name

    def people(self, most: int = 12) -> list[names.Name]:
        """Return one to `most` people, sometimes with a group behind."""
        count = min(most, self.rng.choice((1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 8, 10, 12)))
        listed = [self.person() for _ in range(count)]
        if self.chance(0.05):
            listed.append({"literal": self.group()})
        return listed

    def group(self) -> str:
        """Return the name of a study group."""
        if self.chance(0.4):
            return self.pick("group")
        letters = "".join(
            self.rng.choice("ABCDEFGHILMNOPRSTUV") for _ in range(self.rng.randint(3, 6))
        )
        number = self.rng.choice(
            ("", "", f"-{self.rng.randint(1, 4)}", f" {self.rng.randint(1, 3)}", "-HF", " II")
        )
        return f"{letters}{number} {self.pick('group-kind')}"

    def journal(self) -> str:
        """Return a journal's name."""
        if self.chance(0.04):
            return self.pick("foreign-journal")
        if self.chance(0.55) or not self.pool.journals:
            return self.pick("journal")
        return self.rng.choice(self.pool.journals)

    def pages(self) -> str:
        """Return pages: full or abbreviated ranges, single, with letters, e-locators."""
        first = self.rng.choice((self.rng.randint(1, 400), self.rng.randint(100, 9999)))
        last = first + self.rng.randint(1, 28)
        kind = self.rng.random()
        if kind < 0.45:
            return f"{first}-{last}"
        if kind < 0.75:
            a, b = str(first), str(last)
            cut = (
                next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
                if len(a) == len(b)
                else 0
            )
            return f"{a}-{b[cut:]}"
        if kind < 0.8:
            return str(first)
        if kind < 0.86:
            letter = self.rng.choice(("S", "e", "E", "H", "W", "A", "s", "i"))
            return f"{letter}{first}-{letter if self.chance(0.5) else ''}{last}"
        if kind < 0.95:
            return f"e{self.rng.randint(1, 999999)}"
        return self.rng.choice(
            (
                f"{self.rng.randint(10000, 999999):06d}",
                f"CD{self.rng.randint(1, 15000):06d}",
                f"m{first}",
                f"{first}.e{last % 30 + 1}",
            )
        )

    def doi(self) -> str:
        """Return a DOI in one of the shapes publishers give."""
        n = self.rng.randint(1000, 9999999)
        year = self.rng.randint(1998, 2022)
        tail = self.rng.choice(
            (f"j.{self.rng.choice(('spinee', 'jpain', 'cell', 'pain', 'apmr'))}.{year}.{n % 13:02d}.{n % 997:03d}", f"s{n:05d}-{n % 999:03d}-{n % 9999:04d}-{n % 9}",
             f"journal.pone.{n:07d}", f"1471-2474-{n % 20}-{n % 400}", f"bmj.{'abc'[n % 3]}{n % 9999}", f"NEJMoa{n}", f"S0140-6736({n % 23:02d}){n % 99999:05d}-{n % 9}",
             f"nature{n % 99999}", f"fpsyg.{year}.{n % 99999:05d}", f"brain/aw{'abcdefgh'[n % 8]}{n % 999:03d}", f"ijms{n}", f"JVI.{n % 99999:05d}-{n % 20:02d}", f"{n}")
        )  # fmt: skip
        return f"10.{self.rng.choice((1016, 1007, 1136, 1186, 1371, 1093, 1056, 1001, 3389, 3390, 1128, 1038, 1097))}/{tail}"

    def issued(self) -> list[int]:
        """Return date-parts: most only a year."""
        parts = [self.rng.choice((self.rng.randint(1995, 2023), self.rng.randint(1950, 2023)))]
        if self.chance(0.4):
            parts.append(self.rng.randint(1, 12))
            if self.chance(0.6):
                parts.append(self.rng.randint(1, 28))
        return parts

    def article(self) -> Item:
        """Return a journal article."""
        item: Item = {
            "type": "article-journal",
            "title": self.title(),
            "author": self.people() if self.chance(0.97) else [{"literal": self.pick("group")}],
            "container-title": self.journal(),
            "issued": {"date-parts": [self.issued()]},
        }
        if self.chance(0.96):
            item["volume"] = str(
                self.rng.choice(
                    (self.rng.randint(1, 60), self.rng.randint(1, 400), self.rng.randint(1, 12))
                )
            )
            if self.chance(0.6):
                n = self.rng.randint(1, 24)
                item["issue"] = self.rng.choice(
                    (str(n),) * 12
                    + (
                        f"Suppl {n % 5 + 1}",
                        "Suppl",
                        f"{n} Suppl",
                        f"Pt {n % 4 + 1}",
                        f"{n}-{n + 1}",
                        f"{n} Suppl {n % 3 + 1}",
                        f"{n % 4 + 1} Pt 1",
                        str(7900 + n),
                    )
                )
        if self.chance(0.95):
            item["page"] = self.pages()
        if self.chance(0.5):
            item["DOI"] = self.doi()
        if self.chance(0.15):
            item["PMID"] = str(self.rng.randint(1000000, 36999999))
        if self.chance(0.08):
            item["PMCID"] = f"PMC{self.rng.randint(100000, 9999999)}"
        if self.chance(0.07):
            item["URL"] = self.url()
            item["accessed"] = self.accessed()
        return item

    def accessed(self) -> dict[str, list[list[int]]]:
        """Return the date a page was looked at."""
        return {
            "date-parts": [
                [self.rng.randint(2005, 2024), self.rng.randint(1, 12), self.rng.randint(1, 28)]
            ]
        }

    def book(self) -> Item:
        """Return a book, report, thesis, chapter or paper, by the parts it gets."""
        item: Item = {
            "type": "book",
            "title": self.pick("book")
            if self.chance(0.4) or not self.pool.books
            else self.rng.choice(self.pool.books),
            "author": self.people(4),
            "publisher": self.pick("publisher")
            if self.chance(0.6) or not self.pool.publishers
            else self.rng.choice(self.pool.publishers),
            "publisher-place": self.pick("place")
            if self.chance(0.6) or not self.pool.places
            else self.rng.choice(self.pool.places),
            "issued": {"date-parts": [self.issued()[:1]]},
        }
        if self.chance(0.35):
            item["edition"] = str(self.rng.randint(2, 12))
        if self.chance(0.15):
            item["ISBN"] = self.isbn()
        return item

    def isbn(self) -> str:
        """Return an ISBN-13 with its check digit."""
        digits = "978" + "".join(str(self.rng.randint(0, 9)) for _ in range(9))
        check = -sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(digits)) % 10
        return f"{digits[:3]}-{digits[3]}-{digits[4:7]}-{digits[7:]}-{check}"

    def chapter(self) -> Item:
        """Return a chapter in an edited book."""
        item = self.book()
        item |= {
            "type": "chapter",
            "title": self.title(),
            "container-title": item["title"],
            "editor": self.people(3),
            "page": self.pages(),
        }
        return item

    def paper(self) -> Item:
        """Return a paper in proceedings."""
        item = self.book()
        place = (
            self.pick("conference")
            if self.chance(0.5) or not self.pool.proceedings
            else self.rng.choice(self.pool.proceedings)
        )
        item |= {
            "type": "paper-conference",
            "title": self.title(),
            "container-title": place,
            "page": self.pages(),
        }
        return item

    def page(self) -> Item:
        """Return a web page of an organisation or a person."""
        organisation = self.pick("organisation")
        item: Item = {
            "type": "webpage",
            "title": self.pick("page") if self.chance(0.7) else self.title(),
            "author": [{"literal": organisation}] if self.chance(0.8) else self.people(2),
            "container-title": self.pick("site"),
            "publisher": self.pick("organisation"),
            "publisher-place": self.pick("place"),
            "issued": {"date-parts": [self.issued()]},
            "accessed": self.accessed(),
            "URL": self.url(),
        }
        return item

    def url(self) -> str:
        """Return a made-up address."""
        host = self.rng.choice(
            (
                "www.who.example",
                "www.nhs.example",
                "www.cdc.example",
                "health.example",
                "www.nice.example",
                "docs.example",
            )
        )
        path = "/".join(
            self.rng.choice(
                (
                    "en",
                    "conditions",
                    "back-pain",
                    "guidance",
                    "ng59",
                    "news-room",
                    "fact-sheets",
                    "2020",
                    "index.html",
                    "pub_123.pdf",
                    "vertigo",
                    "data",
                )
            )
            for _ in range(self.rng.randint(0, 4))
        )
        return f"{self.rng.choice(('https', 'https', 'http'))}://{host}/{path}"

    def report(self) -> Item:
        """Return a report or guideline of an organisation."""
        item = self.book()
        item |= {
            "type": "report",
            "title": self.pick("page") if self.chance(0.3) else self.title(),
            "author": [{"literal": self.pick("organisation")}]
            if self.chance(0.8)
            else item["author"],
            "publisher": self.pick("organisation") if self.chance(0.6) else item["publisher"],
        }
        item["number"] = self.rng.choice(
            ("NG59", "CG88", "TR-12", "WHO/MSD/17.2", f"{self.rng.randint(2, 999)}")
        )
        if self.chance(0.4):
            item["URL"] = self.url()
            item["accessed"] = self.accessed()
        item.pop("edition", None)
        return item

    def thesis(self) -> Item:
        """Return a thesis."""
        item = self.book()
        item |= {
            "type": "thesis",
            "title": self.title(),
            "author": [self.person()],
            "genre": self.rng.choice(
                (
                    "PhD thesis",
                    "Ph.D. dissertation",
                    "Master's thesis",
                    "Doctoral dissertation",
                    "dissertation",
                    "PhD dissertation",
                    "MSc thesis",
                )
            ),
            "publisher": self.pick("university"),
        }
        item.pop("edition", None)
        item.pop("ISBN", None)
        return item

    def preprint(self) -> Item:
        """Return a preprint."""
        item = self.article()
        for name in ("volume", "issue", "page", "PMID", "PMCID"):
            item.pop(name, None)
        server = self.rng.choice(("bioRxiv", "medRxiv", "Research Square", "PsyArXiv", "SSRN"))
        return item | {
            "type": "article",
            "publisher": server,
            "container-title": server,
            "genre": "Preprint",
            "DOI": f"10.1101/{self.rng.randint(2019, 2023)}.{self.rng.randint(1, 12):02d}.{self.rng.randint(1, 28):02d}.{self.rng.randint(20000000, 29999999)}",
        }

    def news(self) -> Item:
        """Return a newspaper article."""
        parts = [*self.issued()[:1], self.rng.randint(1, 12), self.rng.randint(1, 28)]
        return {
            "type": "article-newspaper",
            "title": self.title(),
            "author": self.people(2),
            "container-title": self.pick("newspaper"),
            "issued": {"date-parts": [parts]},
            "page": self.rng.choice(("A1", "7", "B12", "C3", "23")),
            "URL": self.url(),
            "accessed": self.accessed(),
        }
