"""Text as it stands in a document of XML in UTF-8: the few characters that are written otherwise, as libxml2 writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsmodel.syntax.xml import XML_NS


class NeedsTree(Exception):
    """No error: what is to be written needs a tree of elements, as unknown content does that is put back."""


def text_of(text: str) -> str:
    """Return a text as it stands between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text


def attribute_of(text: str) -> str:
    """Return a text as it stands in an attribute, without the quotes."""
    text = text_of(text)
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "\n" in text:
        text = text.replace("\n", "&#10;")
    return text.replace("\t", "&#9;") if "\t" in text else text


class _Known(dict[str, str]):
    """Names that were asked for, each found by ``find`` when it is the first time."""

    def __init__(self, find: Callable[[str], str]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: str) -> str:
        name = self[key] = self._find(key)
        return name


class Names:
    """The names of elements and attributes where some ``namespaces`` (URIs by prefix, '' for the default) are declared.

    A name in another namespace raises `NeedsTree`: it would have to be declared.
    """

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        self._namespaces = {prefix: uri for prefix, uri in namespaces.items() if uri}
        self.tags = _Known(self._of_element)
        """The name of an element by its tag in Clark notation."""
        self.keys = _Known(self._of_attribute)
        """The name of an attribute by its key in Clark notation."""
        self._inside: dict[str, Names] = {}

    def _of_element(self, tag: str) -> str:
        uri = tag[1:].partition("}")[0] if tag.startswith("{") else ""
        if uri == self._namespaces.get("", ""):
            return tag.rpartition("}")[2]
        return self._prefixed(tag)

    def _of_attribute(self, key: str) -> str:
        return self._prefixed(key) if key.startswith("{") else key

    def _prefixed(self, key: str) -> str:
        uri, _, local = key[1:].partition("}") if key.startswith("{") else ("", "", key)
        for prefix, known in {**self._namespaces, "xml": XML_NS}.items():
            if prefix and known == uri:
                return f"{prefix}:{local}"
        raise NeedsTree(key)

    def inside(self, default: str) -> Names:
        """Return the names inside an element that declares another default namespace."""
        names = self._inside.get(default)
        if names is None:
            names = self._inside[default] = Names({**self._namespaces, "": default})
        return names
