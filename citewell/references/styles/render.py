"""Walks a style over one item and builds the tree of its reference."""

from collections.abc import Sequence

from citewell.references.csl import DATE_VARIABLES, NAME_VARIABLES
from citewell.references.styles.blob import Blob
from citewell.references.styles.dates import date_parts, read_date, render_date
from citewell.references.styles.names import NameList
from citewell.references.styles.numbers import RANGED, Number, read_number
from citewell.references.styles.state import MARKS, Group, RenderState
from citewell.references.styles.style import Node
from citewell.references.styles.textcase import with_case

_CASED_IN_ENGLISH = frozenset(
    """event publisher publisher-place event-place title container-title collection-title
    authority genre title-short medium archive archive-place""".split()  # noqa: SIM905
)
_NUMERIC = RANGED | {
    "call-number", "division", "part-number", "printing-number", "section",
    "supplement-number", "version", "supplement",
}  # fmt: skip


class Renderer(RenderState):
    """Walks the nodes of a style over one item."""

    def run(self, nodes: Sequence[Node]) -> Blob:
        """The unsettled tree of the reference."""
        return Blob([Blob(self.all(nodes))])

    def all(self, nodes: Sequence[Node]) -> list[Blob]:
        return [blob for node in nodes for blob in self.one(node)]

    def one(self, node: Node) -> list[Blob]:
        if node.tag == "choose":
            return self.all(self._branch(node))
        render = getattr(self, f"_{node.tag}", None)
        blob = render(node) if render else None
        return [] if blob is None else [blob]

    # Elements

    def _layout_group(self, node: Node, children: Sequence[Node]) -> Blob | None:
        """A group is shown if one of its variables is, or if it never asked for any."""
        self.groups.append(Group())
        started = self.started
        branch = Blob(
            self.all(children),
            prefix=node.get("prefix"),
            suffix=node.get("suffix"),
            delimiter=node.get("delimiter"),
            marks=[(kind, node.get(kind)) for kind in MARKS if node.get(kind)],
        )
        group = self.groups.pop()
        if group.shown or (group.term and not group.tried):
            self.groups[-1].shown = True
            return branch
        self.started = started
        self.groups[-1].tried = group.tried
        return None

    def _group(self, node: Node) -> Blob | None:
        return self._layout_group(node, node.children)

    def _text(self, node: Node) -> Blob | None:
        strips = node.get("strip-periods") == "true"
        self.stripping += strips
        try:
            if macro := node.get("macro"):
                inner = self._layout_group(Node("group", {}), self.style.macros[macro].children)
                if inner is None:
                    return None
                attributes = {k: v for k, v in node.attributes.items() if k != "macro"}
                marks = [(kind, attributes[kind]) for kind in MARKS if kind in attributes]
                return Blob([inner], node.get("prefix"), node.get("suffix"), marks=marks)
            if node.get("term"):
                return self._term(node)
            if "value" in node.attributes:
                self.groups[-1].term = True
                self._block()
                return self.leaf(node.get("value"), node)
            return self._variable(node)
        finally:
            self.stripping -= strips

    def _block(self) -> None:
        if self.blocking:
            self.substituting[-1] = False

    def _term(self, node: Node) -> Blob:
        plural = node.get("plural") == "true"
        word = self.style.locale.term(node.get("term"), node.get("form", "long"), plural)
        self.groups[-1].term = self.groups[-1].term or bool(word)
        if not self.started:
            word = with_case(word, "capitalize-first")
        if self.stripping:
            word = word.replace(".", "")
        self._block()
        return self.leaf(word, node)

    def _wanted(self, node: Node) -> list[str]:
        """The variables of a node that are still to be shown."""
        variables = node.get("variable").split()
        wanted = [name for name in variables if name not in self.done]
        if self.blocking:
            self.done.update(variables)
        return wanted

    def _variable(self, node: Node) -> Blob | None:
        wanted = self._wanted(node)
        name = wanted[0] if wanted else ""
        if name == "year-suffix":
            self.success()
            return None
        value = self.item.get(name)
        if node.get("form") == "short" and self.item.get(f"{name}-short"):
            value = self.item[f"{name}-short"]
        if not isinstance(value, str | int | float) or value == "":
            self.groups[-1].tried = True
            return None
        self.success()
        text = str(value)
        if name in RANGED or name == "page-first":
            return self._numeric(node, name)
        if name in ("URL", "DOI"):
            blob = self.leaf(text, node, periods=True)
            blob.link = text if text.startswith("http") else ""
            if name == "DOI" and not blob.link:
                blob.link = f"https://doi.org/{text}"
            return blob
        if name in _CASED_IN_ENGLISH:
            if not self.english and node.get("text-case") == "title":
                kept = {k: v for k, v in node.attributes.items() if k != "text-case"}
                node = Node(node.tag, kept)
        elif name != "section":
            text = text.replace("\\", "")
        return self.leaf(text, node)

    def _number_of(self, name: str) -> Number:
        if name not in self.numbers:
            form = self.style.options.get("page-range-format", "")
            text, kind = str(self.item[name]), str(self.item.get("type") or "")
            self.numbers[name] = read_number(name, text, kind, self.style.locale, form)
        return self.numbers[name]

    def _numeric(self, node: Node, name: str) -> Blob:
        number = self._number_of(name)
        branch = Blob(prefix=node.get("prefix"), suffix=node.get("suffix"))
        branch.marks = [(kind, node.get(kind)) for kind in MARKS if node.get(kind)]
        case, locale = node.get("text-case"), self.style.locale
        for value in number.values:
            if value.shown_label:
                from_field = number.values[0].label == value.label
                form = number.label_form if from_field else "short"
                word = locale.term(number.label or "", form or "long", value.plural)
                branch.add(self.leaf((word or value.label) + value.label_end, None))
            text = with_case(value.particle, case) + with_case(value.value, case)
            if value.counts:
                if node.get("form") == "ordinal" and value.value.isdecimal() and not value.particle:
                    text = locale.ordinal(int(value.value))
                branch.add(Blob(text, suffix=value.joiner))
            else:
                leaf = self.leaf(text, None)
                leaf.suffix = value.joiner
                branch.add(leaf)
        self.started = True
        return branch

    def _number(self, node: Node) -> Blob | None:
        wanted = self._wanted(node)
        if not wanted or not self.item.get(wanted[0]):
            self.groups[-1].tried = True
            return None
        self.success()
        return self._numeric(node, wanted[0])

    def _label(self, node: Node) -> Blob:
        name = node.get("variable")
        term, plural = name, False
        if self.item.get(name):
            number = self._number_of(name)
            plural = number.plural
            number.label_form = number.label_form or node.get("form")
            if number.label and (name == "number" or (name == "page" and not node.get("plural"))):
                term = number.label
        if node.get("plural") in ("never", "always"):
            plural = node.get("plural") == "always"
        word = self.style.locale.term(term, node.get("form", "long"), plural)
        if self.stripping or node.get("strip-periods") == "true":
            word = word.replace(".", "")
        self.groups[-1].term = self.groups[-1].term or bool(word)
        return self.leaf(word, node)

    def _date(self, node: Node) -> Blob | None:
        wanted = self._wanted(node)
        value = self.item.get(wanted[0]) if wanted else None
        date = read_date(value)
        names = [part.get("name") for part in date_parts(node, self)[1]]
        if not any(date.get(name) for name in [*names, "literal"]):
            self.groups[-1].tried = True
            return render_date(node, value, self) if date.get("season") else None
        self.success()
        return render_date(node, value, self)

    def _names(self, node: Node) -> Blob | None:
        wanted = self._wanted(node)
        self.groups[-1].tried = True
        self.substituting.append(True)
        name, label = node.child("name"), node.child("label")
        output: list[Blob] = []
        label_variable = wanted[0] if wanted else ""
        substitute = node.child("substitute")
        if not any(self.item.get(one) for one in wanted) and substitute is not None:
            self.blocking = True
            wanted = []
            found = self._substitute(substitute.children, output)
            if found is not None:
                wanted = self.item_names(found)
        blob = NameList(self, node, name).render(wanted, label_variable, label)
        if blob is not None:
            output.append(blob)
        if not self.substituting.pop():
            self.substituting[-1] = False
        if len(self.substituting) == 1:
            self.blocking = False
        return Blob(output) if len(output) > 1 else output[0] if output else None

    def item_names(self, node: Node) -> list[str]:
        return [name for name in node.get("variable").split() if self.item.get(name)]

    def _substitute(self, nodes: Sequence[Node], output: list[Blob]) -> Node | None:
        """Try what stands in for missing names; a bare ``names`` found is given back."""
        for node in nodes:
            if not self.substituting[-1]:
                break
            if node.tag == "choose":
                if (found := self._substitute(self._branch(node), output)) is not None:
                    return found
            elif node.tag == "names" and not node.children:
                if any(self.item.get(name) for name in self._wanted(node)):
                    self.substituting[-1] = False
                    return node
            else:
                output.extend(self.one(node))
        return None

    # Conditions

    def _branch(self, choose: Node) -> Sequence[Node]:
        for branch in choose.children:
            if branch.tag == "else" or self._holds(branch):
                return branch.children
        return ()

    def _holds(self, node: Node) -> bool:
        tests: list[bool] = []
        for kind, value in node.attributes.items():
            names = value.split()
            if kind == "type":
                tests.append(self.item.get("type") in names)
            elif kind == "variable":
                tests.extend(bool(self._filled(name)) for name in names)
            elif kind == "is-numeric":
                tests.extend(self._is_numeric(name) for name in names)
            elif kind == "is-uncertain-date":
                tests.extend(bool((self.item.get(name) or {}).get("circa")) for name in names)
            elif kind == "locator":
                tests.extend(False for _ in names)
        match = node.get("match", "all")
        if match == "any":
            return any(tests)
        return not any(tests) if match == "none" else all(tests)

    def _filled(self, name: str) -> bool:
        value = self.item.get(name)
        if name in DATE_VARIABLES:
            return bool(read_date(value)) or bool(isinstance(value, dict) and value.get("circa"))
        return (
            bool([one for one in value if one]) if name in NAME_VARIABLES and value else bool(value)
        )

    def _is_numeric(self, name: str) -> bool:
        return bool(self.item.get(name)) and name in _NUMERIC and self._number_of(name).numeric
