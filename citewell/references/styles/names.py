"""Names: order, initials, “and”, “et al.”, labels."""

import re
from typing import Any

from citewell.references.styles.blob import Blob
from citewell.references.styles.personal import initials, split_particles
from citewell.references.styles.scripts import has_letter, is_letter
from citewell.references.styles.state import RenderState
from citewell.references.styles.style import Node


def join(blobs: list[Blob | None], delimiter: str, final: Blob | None = None) -> Blob | None:
    """Put blobs behind one another, ``final`` before the last of them."""
    whole = [blob for blob in blobs if blob is not None and blob.content]
    if not whole:
        return None
    if len(whole) > 1:
        keep = 2 if final else 1
        for blob in whole[: len(whole) - keep]:
            blob.suffix += delimiter
        if final:
            whole.insert(len(whole) - 1, final)
    return Blob([Blob([blob]) for blob in whole])


class NameList:
    """The names of one ``names`` element, with the options that reach it."""

    def __init__(self, renderer: RenderState, names: Node, name: Node | None) -> None:
        self.renderer, self.names, self.name = renderer, names, name
        self.options = dict(renderer.style.options)
        if name is not None:
            self.options.update(name.attributes)
        self.delimiter = (name.get("delimiter") if name else "") or self.options.get(
            "name-delimiter", ", "
        )

    def option(self, key: str, default: str = "") -> str:
        return self.options.get(key, default)

    def render(self, variables: list[str], label_variable: str, label: Node | None) -> Blob | None:
        """All names of these variables."""
        item, lists = self.renderer.item, []
        common = self._common_term(variables, label)
        for variable in variables:
            persons = [dict(one) for one in item.get(variable) or [] if isinstance(one, dict)]
            if not persons:
                continue
            blob = join([self._list(persons)], "")
            if blob is not None:
                lists.append(self._labelled(blob, common or variable, len(persons), label))
            if common:
                break
        if not lists:
            return None
        self.renderer.started = True
        delimiter = self.names.attributes.get("delimiter", self.option("names-delimiter"))
        return Blob(
            [Blob(list(lists), delimiter=delimiter)],
            prefix=self.names.get("prefix"),
            suffix=self.names.get("suffix"),
        )

    def _common_term(self, variables: list[str], label: Node | None) -> str:
        if len(variables) != 2 or label is None:
            return ""
        first, second = (self.renderer.item.get(variable) for variable in variables)
        term = "".join(sorted(variables))
        known = self.renderer.style.locale.term(term, label.get("form", "long"))
        return term if known and first and first == second else ""

    def _labelled(self, blob: Blob, term: str, count: int, label: Node | None) -> Blob:
        if label is None:
            return blob
        word = self.renderer.style.locale.term(term, label.get("form", "long"), count > 1)
        if label.get("strip-periods") == "true":
            word = word.replace(".", "")
        text = self.renderer.leaf(word, label, serious=False)
        before = self.names.children.index(label) == 0 if label in self.names.children else False
        if before and any(child.tag == "name" for child in self.names.children):
            return Blob([text, blob])
        return Blob([Blob([blob, text])])

    def _list(self, persons: list[dict[str, Any]]) -> Blob | None:
        least, first = int(self.option("et-al-min", "0")), int(self.option("et-al-use-first", "1"))
        shortened = bool(least) and len(persons) >= least and least >= first
        use_last = self.option("et-al-use-last") == "true"
        shown = persons
        if shortened:
            keep = min(first, least - 2) if use_last else first
            if len(persons) > keep:
                shown = persons[:keep] + (persons[-1:] if use_last else [])
        blobs = [self._one(person, place) for place, person in enumerate(shown)]
        whole: list[Blob | None] = [blob for blob in blobs if blob is not None and blob.content]
        if len(shown) < len(persons):
            return self._et_al(whole, use_last)
        return join(whole, self.delimiter, self._final(len(whole), bool(shown[-1].get("literal"))))

    def _et_al(self, blobs: list[Blob | None], use_last: bool) -> Blob | None:
        several = len(blobs) > 1
        if use_last:
            before = self.delimiter if len(blobs) > 2 else " "
            dots = Blob("…", prefix=before, suffix=" ") if several else None
            return join(blobs, self.delimiter, dots)
        joined = join(blobs, self.delimiter)
        if joined is None:
            return None
        term = self.renderer.style.locale.term("et-al")
        return Blob([joined, Blob(term, prefix=self.delimiter if several else " ")])

    def _final(self, count: int, organisation: bool) -> Blob | None:
        if count < 2:
            return None
        word = self.option("and")
        if not word:
            return Blob(self.delimiter)
        text = "&" if word == "symbol" else self.renderer.style.locale.term("and")
        # Before an organisation a pair has no comma, whatever the style says for persons.
        always = self.option("delimiter-precedes-last") == "always" and not organisation
        return Blob(text, prefix=self.delimiter if count > 2 or always else " ", suffix=" ")

    def _one(self, person: dict[str, Any], place: int) -> Blob | None:
        self.renderer.success()
        if literal := person.get("literal"):
            parts = [self._leaf(part) for part in re.split(r"\s*\|\s*", str(literal))]
            return join([join(parts, self.delimiter)], " ")
        blob = self._person({k: str(v) for k, v in person.items() if v not in (None, "")}, place)
        return Blob([blob]) if blob else None

    def _leaf(self, text: str) -> Blob | None:
        return self.renderer.leaf(text, None, serious=False) if text else None

    def _person(self, name: dict[str, str], place: int) -> Blob | None:
        name = {"family": "", "given": "", **name}
        family = name["family"]
        if len(family) > 1 and family[0] == family[-1] == '"':
            name["family"] = family[1:-1]
        elif (
            family
            and name["given"]
            and not name.get("non-dropping-particle")
            and name.get("parse-names", "true") not in ("False", "false", "0")
        ):
            split_particles(name)
        ending = self.options.get("initialize-with")
        hyphen = self.option("initialize-with-hyphen") != "false"
        if ending is not None:
            if name["family"]:
                whole = self.option("initialize") == "false"
                name["given"] = initials(name["given"], ending, hyphen, whole)
            if name.get("suffix"):
                name["suffix"] = initials(name["suffix"], ending, hyphen, True)
        if self.option("form") == "short":
            name["given"] = name["suffix"] = name["dropping-particle"] = ""
        return self._ordered(name, place)

    def _suffix(self, text: str) -> Blob | None:
        blob = self._leaf(text.removesuffix("."))
        if blob is not None and text.endswith("."):
            blob.suffix = "." + blob.suffix
        return blob

    def _ordered(self, name: dict[str, str], place: int) -> Blob | None:
        family, given = self._leaf(name["family"]), self._leaf(name["given"])
        particle = name.get("non-dropping-particle", "")
        before, dropping = self._leaf(particle), self._leaf(name.get("dropping-particle", ""))
        suffix = self._suffix(name.get("suffix", ""))
        if not has_letter(name["family"]):
            if not is_letter(name["given"][:1]):
                return join([before, family, given], "")
            return join([join([before, family], " "), given], " ")
        language = str(self.renderer.item.get("language") or "")
        in_order = name.get("static-ordering", "False") not in ("False", "false", "0")
        if in_order or language[:2] in ("ja", "zh") or language in ("vi", "hu"):
            return join([join([before, family], " "), given], " ")
        gap = "" if particle[-1:] in ("’", "'", "-", " ") and particle else " "
        order = self.option("name-as-sort-order")
        if order == "all" or (order == "first" and place == 0):
            separator = self.option("sort-separator", ", ")
            first = join([before, family], gap)
            second = join([given, dropping], " ")
            return join([join([first, second], separator), suffix], separator)
        written = name.get("dropping-particle", "")
        joins = written[-1:] in ("'", "ʼ", "’", "-") and written[:-1] != "de"
        if dropping and not before and joins:
            family, dropping = join([dropping, family], ""), None
        if gap:
            second = join([dropping, before, family], " ")
        else:
            second = join([dropping, join([before, family], "")], " ")
        comma = ", " if name.get("comma-suffix") else " "
        return join([given, join([second, suffix], comma)], " ")
