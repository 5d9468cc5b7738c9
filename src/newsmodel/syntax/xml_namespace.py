"""The namespace of a document, whatever it came in: none, an older one, a wrong one."""

from __future__ import annotations

from lxml import etree

from newsmodel.syntax.xml import local_name, tag_of


def into_namespace(element: etree._Element, namespace: str, *, lower: bool = False) -> str | None:
    """Put an element, and all in it that is in its own namespace or in none, into a namespace; return the one it had.

    Elements of other namespaces stay as they are. With ``lower``, tags and attributes are brought to lower case, for vocabularies that
    have no upper case and that came from SGML. The tree itself is changed.
    """
    own = etree.QName(element).namespace
    for inner in element.iter(etree.Element):
        tag = tag_of(inner)
        uri = tag[1:].partition("}")[0] if tag.startswith("{") else None
        if uri is not None and uri not in (own, namespace):
            continue
        name = local_name(tag)
        wanted = f"{{{namespace}}}{name.lower() if lower else name}"
        if tag != wanted:
            inner.tag = wanted
        if lower:
            _lower_attributes(inner)
    return own


def _lower_attributes(element: etree._Element) -> None:
    """Bring attributes without a namespace to lower case, where that names no attribute that is there already."""
    for name in list(map(str, element.attrib)):
        if name.lower() != name and not name.startswith("{") and name.lower() not in element.attrib:
            element.set(name.lower(), element.attrib.pop(name))
