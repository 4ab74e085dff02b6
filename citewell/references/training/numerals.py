# ruff: noqa: E501 (patterns and tables read better unbroken)
"""Make the numbers of a reference: pages, dates, identifiers, addresses."""

import random


class Numerals:
    """Makes numbers with a seeded generator."""

    rng: random.Random

    def chance(self, share: float) -> bool:
        """Be true in a share of calls."""
        return self.rng.random() < share

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

    def accessed(self) -> dict[str, list[list[int]]]:
        """Return the date a page was looked at."""
        return {
            "date-parts": [
                [self.rng.randint(2005, 2024), self.rng.randint(1, 12), self.rng.randint(1, 28)]
            ]
        }

    def isbn(self) -> str:
        """Return an ISBN-13 with its check digit."""
        digits = "978" + "".join(str(self.rng.randint(0, 9)) for _ in range(9))
        check = -sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(digits)) % 10
        return f"{digits[:3]}-{digits[3]}-{digits[4:7]}-{digits[7:]}-{check}"

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
