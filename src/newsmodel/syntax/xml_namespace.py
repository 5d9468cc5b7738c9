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


class Tags:
    """The tags of a document as they came, to be given back after it was read, and changed, as if they were others."""

    def __init__(self, root: etree._Element) -> None:
        self._tags = {element: tag_of(element) for element in root.iter(etree.Element)}
        self._prefixes = {prefix for element in self._tags for prefix in element.nsmap if prefix}

    def restore(self, root: etree._Element, element: etree._Element) -> None:
        """Give the tags back; what is new stands in the namespace that ``element`` came in, where it stood in its namespace now."""
        if all(tag_of(inner) == tag for inner, tag in self._tags.items()):
            return
        now, came = etree.QName(element).namespace, etree.QName(self._tags[element]).namespace
        for inner in root.iter(etree.Element):
            if (tag := self._tags.get(inner)) is not None:
                inner.tag = tag
            elif etree.QName(inner).namespace == now:
                inner.tag = f"{{{came}}}{local_name(tag_of(inner))}" if came else local_name(tag_of(inner))
        etree.cleanup_namespaces(root, keep_ns_prefixes=sorted(self._prefixes))


def _lower_attributes(element: etree._Element) -> None:
    """Bring attributes without a namespace to lower case, where that names no attribute that is there already."""
    for name in list(map(str, element.attrib)):
        if name.lower() != name and not name.startswith("{") and name.lower() not in element.attrib:
            element.set(name.lower(), element.attrib.pop(name))
