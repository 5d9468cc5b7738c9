"""The language of an element (XML 1.0 §2.12): its own, or that of what is around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsmodel.model.constraints import check_for
from newsmodel.model.values import LanguageTag, language_tag
from newsmodel.syntax.xml import XML_NS

if TYPE_CHECKING:
    from lxml import etree

LANG: Final = f"{{{XML_NS}}}lang"


def valid_language(tag: str) -> str | None:
    """Return a language tag in its normal form; None for what is none."""
    normal = language_tag(tag)
    return normal if next(_language_faults(normal, "language"), None) is None else None


_language_faults = check_for(LanguageTag)


def inherited_language(element: etree._Element) -> str | None:
    """Return the language that an element inherits; None for none (an empty tag takes the one further out back), or for what is no language tag."""
    around = element.getparent()
    while around is not None:
        if (tag := around.get(LANG)) is not None:
            return valid_language(tag)
        around = around.getparent()
    return None
