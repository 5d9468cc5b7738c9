"""The quick way as straight-line code: what reads the objects of one table, written as source text and compiled.

An object is some attributes, a text, and children that are objects in their turn. To look up in a plan, for each of them, what there is
to do takes most of the time that reading takes. So a function is made for each table, in which stands only what that table has; what
it needs to know stands in its variables. A row remains the one place where a field is said: all of this follows from `QuickPlan`.

`source_of` shows the code of a table. It looks like this for texts (``description``, say), shortened:

    def read(element, context, language):
        got = blank[:]
        foreign = []
        for name, raw in element.items():
            leaf = leaves_1.get(name)
            if leaf is None:
                foreign.append((element, name, None))
                continue
            slot, known = leaf
            got[slot] = known[raw]
        text = element.text
        if text is not None and text.strip(WHITE):
            if len(element):
                raise Odd
            got[0] = texts_2[text]
        ...
        made = new(twin)
        (made.value, made.language, made.direction, made.role, made.extras,) = got
        made.__class__ = cls
        return made
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import NOTHING

from newsmodel.model.quick_making import Memory, making
from newsmodel.syntax.xml import WHITE
from newsmodel.syntax.xml_language import LANG, inherited_language, valid_language
from newsmodel.syntax.xml_quick_plan import Child, Leaf, Node, QuickPlan, Several
from newsmodel.syntax.xml_reading import CHILD

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.codec.context import Context

Reads: TypeAlias = "Callable[[etree._Element, Context, str | None], Any]"  # noqa: SLF001  # the name of lxml's type
"""From an element, and the language around it, to an object; raises one of `TROUBLE` for what is left to the other way."""

UNKNOWN: Final = ""
"""The language around an element, where nobody has looked for it."""
MANY, ONE, NODE, REFUSED = range(4)
"""What a child is: one object of several, the only one, an element of the same object, none that is read here."""


class Odd(ValueError):  # a sign, and no error
    """Something that the quick way leaves alone."""


class Lacking(Odd):
    """An object that is in order, but for a field that it cannot be without; with its element, for one inside it may raise this too."""


def _refuse(_: object) -> Any:
    raise Odd


def source_of(quick: QuickPlan) -> str:
    """Return the code that reads the objects of a table, to look at."""
    return _Code(quick).source


def reader_of(quick: QuickPlan, kept: Callable[..., Any]) -> Reads:
    """Compile what reads the objects of a table; ``kept`` makes extras of what no row takes."""
    code = _Code(quick)
    names = code.names | {"kept": kept}
    exec(compile(code.source, f"<the quick way of {quick.table.cls.__name__}>", "exec"), names)  # noqa: S102  # written here
    read: Reads = names["read"]
    return read


_CHOOSING = [
    "if type(inner) is tuple:",
    "    choices, other = inner",
    "    for key, known in choices:",
    "        inner = known.get(child.get(key))",
    "        if inner is not None:",
    "            break",
    "    else:",
    "        inner = other",
]
"""Of one tag, several children that fixed attributes tell apart."""


def entry_of(child: Child) -> list[Any]:
    """Return what there is to know of a child: what it is, its bit (0 for one that repeats), its slot, what reads it, its plan."""
    bit = 0 if child.plan.repeats else child.bit
    if child.node is not None:
        return [NODE, bit, -1, child.node, child.plan]
    if child.table is None:
        return [REFUSED, bit, -1, None, child.plan]
    entry: list[Any] = [MANY if child.many else ONE, bit, child.slot, None, child.plan]

    def read(element: etree._Element, context: Context, language: str | None) -> Any:
        entry[3] = (child.quick or child.quicken()).simply  # made when it is first needed
        return entry[3](element, context, language)

    entry[3] = read
    return entry


class _Code:
    """The code of one table, and the names that stand in it."""

    def __init__(self, quick: QuickPlan) -> None:
        self.quick = quick
        self.blank = quick.blank[:]
        self.lines: list[str] = []
        self.names: dict[str, Any] = {
            "Odd": Odd,
            "Lacking": Lacking,
            "UNKNOWN": UNKNOWN,
            "NOTHING": NOTHING,
            "WHITE": WHITE,
            "LANG": LANG,
            "CHILD": CHILD,
            "inherited_language": inherited_language,
            "valid_language": valid_language,
        }
        self._twins: list[tuple[int, int, bool]] = []
        """Slots whose values go to another, and whether that one may have the same value."""
        self._functions: list[str] = []
        body = [*self._text_alone(), "got = blank[:]", "foreign = []"]
        body += [*self._element(quick.top, "None"), *self._end()]
        self.names["blank"] = self.blank
        head = "def read(element, context, language):"
        self.source = "\n".join([*self._functions, head, *_indented(body)]) + "\n"

    def _named(self, name: str, value: Any) -> str:
        name = f"{name}_{len(self.names)}"
        self.names[name] = value
        return name

    def _slot(self, blank: Any) -> int:
        """Make a slot that is no field's."""
        self.blank.append(blank)
        return len(self.blank) - 1

    def _text_alone(self) -> list[str]:
        """Look up what is nothing but a text: names come again and again, and what was made of one may stand in many articles."""
        quick = self.quick
        leaf = quick.top.markup or quick.top.text
        if leaf is None or leaf.slot < 0 or quick.required != [leaf.slot]:
            return []

        def read(text: str) -> Any:
            if not text.strip(WHITE):
                raise Odd
            got = quick.blank[:]
            got[leaf.slot] = leaf.known[text]
            if (made := quick.make(got)) is None:
                raise Odd
            return made

        here = " and language == context.language" if quick.language >= 0 else ""
        return [
            "if not len(element):",
            "    text = element.text",
            f"    if text and not element.keys(){here}:",
            f"        return {self._named('alone', Memory(read))}[text]",
        ]

    # an element

    def _element(self, node: Node, way: str) -> list[str]:
        leaves = {name: self._leaf(leaf) for name, leaf in node.attributes.items()}
        foreign = self._foreign(f"(element, name, {way})")
        return [
            "for name, raw in element.items():",
            f"    leaf = {self._named('leaves', leaves)}.get(name)",
            "    if leaf is None:",
            f"        {foreign}",
            "        continue",
            "    slot, known = leaf",
            "    got[slot] = known[raw]",
            *(self._markup(node.markup) if node.markup is not None else ["text = element.text"]),
            f"{'if' if node.markup is None else 'elif'} text is not None and text.strip(WHITE):",
            *self._text(node),
            *(
                []
                if node.markup is not None
                else ["elif len(element):", *_indented(self._children(node, way))]
            ),
        ]

    def _markup(self, leaf: Leaf) -> list[str]:
        """Read markup where nobody wants to know what is lost in it: to say that, its place must be known."""
        if leaf.accept is None:
            return ["text = element.text", "if len(element):", "    raise Odd"]
        names = self._named("decode", leaf.entry[1].codec.decode), self._named("accept", leaf.accept)
        return [
            "text = element.text",
            "if len(element):",
            "    if context.losses.heard:",
            "        raise Odd",
            f"    got[{leaf.slot}] = {names[1]}({names[0]}(element, context))",
        ]

    def _foreign(self, handle: str) -> str:
        return f"foreign.append({handle})" if self.quick.extras >= 0 else "raise Odd"

    def _leaf(self, leaf: Leaf | None) -> tuple[int, Memory]:
        """Return the slot for an attribute's value, and what reads it."""
        if leaf is None:
            return self._slot(None), Memory(str)  # the step's own
        if leaf.constant is not None:
            return self._slot(None), Memory({leaf.constant: leaf.constant}.__getitem__)
        if leaf.further >= 0 or (leaf.slot >= 0 and leaf.shared):
            slot = self._slot(NOTHING)
            self._twins.append((slot, max(leaf.further, leaf.slot), leaf.further >= 0))
            return slot, leaf.known
        return (leaf.slot, leaf.known) if leaf.slot >= 0 else (self._slot(None), Memory(_refuse))

    def _text(self, node: Node) -> list[str]:
        leaf = node.markup or node.text
        if leaf is None or leaf.slot < 0:
            return ["    raise Odd"]
        value = f"    got[{leaf.slot}] = {self._named('texts', leaf.known)}[text]"
        return [value] if node.markup is not None else ["    if len(element):", "        raise Odd", value]

    def _children(self, node: Node, way: str) -> list[str]:
        entries: dict[str, Any] = {}
        kinds: set[int] = set()
        for tag, child in node.children.items():
            each = [*child.all] if isinstance(child, Several) else [child]
            for one in each:
                one.entry = self._entry(one)
                kinds.add(one.entry[0])
            entries[tag] = child.choices() if isinstance(child, Several) else child.entry
        several = any(isinstance(child, Several) for child in node.children.values())
        once = any(entry[1] for entry in self._all_entries(node))
        lines: list[str] = []
        if kinds & {MANY, ONE}:
            lines += ["own = element.get(LANG)", "if own is not None:", "    language = valid_language(own)"]
            if (
                LANG not in node.attributes and self.quick.extras >= 0
            ):  # then it would be among what is foreign
                lines = ["if foreign:", *_indented(lines)]
        if once:
            lines.append("seen = 0")
        foreign = self._foreign(f"(child, CHILD, {way})")
        lines += [
            "for child in element:",
            "    tail = child.tail",
            "    if tail is not None and tail.strip(WHITE):",
            "        raise Odd",
            "    tag = child.tag",
            f"    inner = {self._named('children', entries)}.get(tag)",
            *(_indented(_CHOOSING) if several else []),
            "    if inner is None:",
            "        if type(tag) is str:",
            f"            {foreign}",
            "        continue",
            "    kind, bit, slot, read, plan = inner",
        ]
        if once:
            lines += [
                "    if bit:",
                "        if seen & bit:",
                f"            {foreign}",
                "            continue",
                "        seen |= bit",
            ]
        return lines + _indented(self._branches(kinds, way))

    @staticmethod
    def _all_entries(node: Node) -> list[list[Any]]:
        each = [child.all if isinstance(child, Several) else [child] for child in node.children.values()]
        return [child.entry for children in each for child in children]

    def _branches(self, kinds: set[int], way: str) -> list[str]:
        says = {
            MANY: [
                "value = read(child, context, language)",
                "items = got[slot]",
                "if items:",
                "    items.append(value)",
                "else:",
                "    got[slot] = [value]",
            ],
            ONE: [
                "if got[slot] is not blank[slot]:",
                "    raise Odd",
                "got[slot] = read(child, context, language)",
            ],
            NODE: [f"read(child, got, foreign, context, language, ({way}, plan, 1))"],
            REFUSED: ["raise Odd"],
        }
        lines: list[str] = []
        for at, kind in enumerate(sorted(kinds)):
            word = "if" if at == 0 else "elif"
            test = f"{word} kind == {kind}:" if len(kinds) > 1 else "if True:"
            lines += [test, *_indented(says[kind])]
        return lines or ["raise Odd"]

    def _entry(self, child: Child) -> list[Any]:
        """Return `entry_of` a child; an element of the same object is read by a function of its own."""
        entry = entry_of(child)
        if child.node is not None:
            name = f"fill_{len(self.names)}_{len(self._functions)}"
            head = f"def {name}(element, got, foreign, context, language, way):"
            self._functions += [head, *_indented(self._element(child.node, "way"))]
            entry[3] = lambda *given: self.names[name](*given)
        return entry

    # the object

    def _end(self) -> list[str]:
        quick = self.quick
        lines: list[str] = []
        for slot, field, may_agree in self._twins:
            lines += [
                f"if got[{slot}] is not NOTHING:",
                f"    if got[{field}] is blank[{field}]:",
                f"        got[{field}] = got[{slot}]",
                f"    elif got[{field}] != got[{slot}]:" if may_agree else "    else:",
                "        raise Odd",
            ]
        for slot in quick.lists:
            lines += [f"if got[{slot}]:", f"    got[{slot}] = tuple(got[{slot}])"]
        if quick.extras >= 0:
            lines += [
                "if foreign:",
                "    if context.keep:",
                f"        got[{quick.extras}] = kept(foreign, len(foreign), context)",
                "    elif context.losses.heard:",
                "        raise Odd",
            ]
        for slot in quick.required:
            lines += [f"if got[{slot}] is NOTHING:", "    raise Lacking(element)"]
        if quick.language >= 0:
            lines += [
                f"if got[{quick.language}] is None:",
                "    if language is UNKNOWN:",
                "        language = inherited_language(element)",
                '    if language != context.language and element.get(LANG) != "":',
                f"        got[{quick.language}] = language",
            ]
        lacking = len(self.blank) - len(quick.fields)
        values = "got" if not lacking else f"got[:{len(quick.fields)}]"
        made, names = making(quick.table.cls, values, "raise Odd")
        self.names |= names | {"Odd": Odd}
        return [*lines, *made]


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]
