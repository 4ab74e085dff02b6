# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Make CSL items to render as references: parts of gold references and our own words, recombined."""

import random
from typing import Any

from citewell.references.reading import names
from citewell.references.training.numerals import Numerals
from citewell.references.training.pool import Picks, Pool, words

Item = dict[str, Any]


class Maker(Numerals):
    """Makes items with a seeded generator."""

    def __init__(self, pool: Pool, rng: random.Random) -> None:
        self.pool, self.rng, self.words = pool, rng, words()

    def pick(self, name: str) -> str:
        """Return one of our words."""
        return self.rng.choice(self.words[name])

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
        form = self.pick("title-form").format_map(Picks(self.rng, self.words))
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
        if self.chance(0.3):
            return self.pick("group")
        if self.chance(0.2):
            return f"{self.pick('group-kind')} {self.rng.choice(('on', 'for'))} {self.pick('condition').title()}"
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
            if self.chance(0.02):  # some journals count volumes by the year
                item["volume"] = str(item["issued"]["date-parts"][0][0])
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
                        f"{n % 12 + 1}_suppl",
                        f"S{n % 4 + 1}",
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
        if self.chance(0.2):
            item["URL"] = self.url()
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
