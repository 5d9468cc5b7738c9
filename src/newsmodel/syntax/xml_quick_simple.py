"""The simplest of the quick ways: an object that is a few attributes, and a text or children of one list.

Nine of ten objects in a document are such. What is known of a table stands in the variables of a function made for it: to look each up
in an object, and to call a method for each step, would take a third of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import NOTHING

from newsmodel.syntax.xml import WHITE
from newsmodel.syntax.xml_language import inherited_language
from newsmodel.syntax.xml_quick_pass import SHORT, UNKNOWN, Odd

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.codec.context import Context
    from newsmodel.syntax.xml_quick_plan import QuickPlan, Simple

Reads: TypeAlias = "Callable[[etree._Element, Context, str | None], Any]"  # noqa: SLF001  # the name of lxml's type
"""From an element, and the language around it, to an object."""


def refuse(_: object) -> None:
    """Read nothing."""
    raise Odd


def simple_reader(quick: QuickPlan, simple: Simple) -> Reads:
    """Return what reads the objects of a table that has this way; it raises one of `TROUBLE` for one that is not so simple."""
    blank, required, language_slot, make = quick.blank, tuple(quick.required), quick.language, quick.make
    attributes, children, leaf = simple.attributes, simple.children, simple.text
    text_slot = -1 if leaf is None else leaf.slot
    brief_text, long_text = (refuse, refuse) if leaf is None else (leaf.brief, leaf.read)

    def read(element: etree._Element, context: Context, language: str | None) -> Any:
        got = blank[:]
        for name, raw in element.items():
            slot, brief, long, shared = attributes[name]
            if shared and got[slot] is not blank[slot]:
                raise Odd
            got[slot] = brief(raw) if len(raw) < SHORT else long(raw)
        text = element.text
        if text is not None and text.strip(WHITE):
            if text_slot < 0 or len(element):
                raise Odd
            got[text_slot] = brief_text(text) if len(text) < SHORT else long_text(text)
        elif len(element):
            items: list[Any] = []
            inner: Any = None
            for child in element:
                inner = children[child.tag]
                tail = child.tail
                if tail is not None and tail.strip(WHITE):
                    raise Odd
                items.append((inner.quick or inner.quicken()).simply(child, context, language))
            got[inner.slot] = tuple(items)
        for slot in required:
            if got[slot] is NOTHING:
                raise Odd
        if language_slot >= 0 and got[language_slot] is None:
            if language is UNKNOWN:
                language = inherited_language(element)
            if language != context.language:
                got[language_slot] = language
        made = make(got)
        if made is None:
            raise Odd
        return made

    return read
