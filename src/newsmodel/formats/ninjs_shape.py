"""Between a version's document and the one shape that the tables know: names of ninjs 3, and lists where several things stand.

Only names and forms change here, never what is said; `places` leads from a place in the one shape to that in the document.
"""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import Factory, define

from newsmodel.formats.ninjs_keys import Form, Key, Leaf, Shape, Version, names_of
from newsmodel.syntax.json import escape_pointer

_SUFFIXED: Final = re.compile(r"(headline|description|body)_([a-zA-Z0-9_].*)", re.DOTALL)
_NAME: Final = re.compile(r"[a-zA-Z0-9][^\s]*")
"""What may be a key of ninjs 1 that somebody chose (the pattern of 1.0; later ones allow more)."""
TYPE_OF_SUFFIX: Final = {
    "xhtml": "application/xhtml+xml",
    "text": "text/plain",
    "html": "text/html",
    "html5": "text/html",
    "nitf": "application/nitf+xml",
}
"""The form of a text, as ninjs 1 says it at the end of a key."""
_SUFFIX_OF_TYPE: Final = {kind: suffix for suffix, kind in reversed(TYPE_OF_SUFFIX.items())}
_SCHEME_END: Final = re.compile(r"[/#](?=[^/#]*\Z)")


def split_uri(uri: str) -> tuple[str, str] | None:
    """Return the scheme and the code that a URI is made of: the code is what follows the last slash or number sign."""
    end = _SCHEME_END.search(uri)
    if end is None or not uri[end.end() :] or uri[: end.end()].endswith("://"):
        return None
    return uri[: end.end()], uri[end.end() :]


@define
class ToOneShape:
    """Reads a document of a version. ``slips`` are the keys that only another version has, with the name that they should have."""

    version: Version
    places: dict[str, str] = Factory(dict)
    slips: list[tuple[str, str]] = Factory(list)

    def object(self, raw: dict[str, Any], shape: Shape, at: str = "", came: str = "") -> dict[str, Any]:
        """Return an object in the one shape."""
        out: dict[str, Any] = {}
        raw = _coded(raw, shape)
        for name, value in raw.items():
            there = f"{came}/{escape_pointer(name)}"
            key = names_of(shape, self.version).get(name)
            if key is not None and not (key.form == Form.SUFFIXED and not isinstance(value, list)):
                self._known(out, key, value, at, there, name)
            elif (found := self._suffixed(name, value, shape)) is not None:
                key, text = found
                texts = out.setdefault(key.name, [])
                if isinstance(texts, list):
                    self._came(f"{at}/{key.name}/{len(texts)}", there)
                    texts.append(text)
                    continue
                out.setdefault(name, value)
            elif key is not None:
                self._known(out, key, value, at, there, name)
            else:
                self._came(f"{at}/{escape_pointer(name)}", there)
                out[name] = value
        return out

    def _known(self, out: dict[str, Any], key: Key, value: Any, at: str, there: str, name: str) -> None:
        if key.name in out and isinstance(out[key.name], list) and isinstance(value, list):
            out[key.name] += self.value(value, key, f"{at}/{key.name}", there)
            return
        if key.name in out:  # said under two names: the first counts
            out.setdefault(name if name != key.name else f"{name} ", value)
            return
        if not (key.exists(self.version) and key.called(self.version) == name):
            self.slips.append((there, key.called(self.version) if key.exists(self.version) else ""))
        self._came(f"{at}/{key.name}", there)
        out[key.name] = self.value(value, key, f"{at}/{key.name}", there)

    def value(self, value: Any, key: Key, at: str, came: str) -> Any:
        """Return what stands under a key in the one shape."""
        if key.form == Form.NAMED and isinstance(value, dict):
            value, came = self._named(value, key, at, came), ""
        words = dict(key.words_of_one)
        if isinstance(value, str) and value in words:
            return words[value]
        inner = key.value
        if isinstance(inner, Leaf):
            return value
        if isinstance(value, list):
            value = _without_numbers(value, key) if key.form == Form.NAMED else value
            return [
                self.object(
                    item, inner, f"{at}/{number}", f"{came}/{number}" if came else self._at(f"{at}/{number}")
                )
                if isinstance(item, dict)
                else item
                for number, item in enumerate(value)
            ]
        return self.object(value, inner, at, came) if isinstance(value, dict) else value

    def _named(self, value: dict[str, Any], key: Key, at: str, came: str) -> list[Any]:
        items: list[Any] = []
        for name, item in value.items():
            self._came(f"{at}/{len(items)}", f"{came}/{escape_pointer(name)}")
            if isinstance(item, dict):
                items.append({key.name_key: name, **item} if key.name_key not in item else item)
            else:
                items.append({key.name_key: name, "value": item} if key.name == "altIds" else item)
        return items

    def _suffixed(self, name: str, value: Any, shape: Shape) -> tuple[Key, dict[str, Any]] | None:
        """Return the text that stands under a key with a suffix, or under its bare name."""
        match = _SUFFIXED.fullmatch(name)
        bare, suffix = (match[1], match[2]) if match else (name, "")
        key = next((each for each in shape.keys if each.form == Form.SUFFIXED and each.one == bare), None)
        if key is None or isinstance(value, list):
            return None
        return key, {**_said_by(suffix, key), "value": value}

    def _came(self, at: str, there: str) -> None:
        if at != there:
            self.places[at] = there

    def _at(self, place: str) -> str:
        return self.places.get(place, place)

    def place_in_document(self, place: str) -> str:
        """Return where something stands in the document."""
        tokens = place.split("/")
        for end in range(len(tokens), 0, -1):
            outer = "/".join(tokens[:end])
            if outer in self.places:
                return "/".join([self.places[outer], *tokens[end:]])
        return place


def _without_numbers(items: list[Any], key: Key) -> list[Any]:
    """Take away names that are nothing but the number in the list: that is what we call what has no name."""
    return [
        {name: inner for name, inner in item.items() if name != key.name_key}
        if isinstance(item, dict) and item.get(key.name_key) == str(number)
        else item
        for number, item in enumerate(items, 1)
    ]


def _coded(raw: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """Put the scheme and the code of ninjs 1 together, where they can be told apart again."""
    if shape.coded is None or "code" not in raw or shape.coded in raw:
        return raw
    scheme, code = raw.get("scheme"), raw["code"]
    rest = {name: value for name, value in raw.items() if name not in ("scheme", "code")}
    if isinstance(scheme, str) and isinstance(code, str) and split_uri(scheme + code) == (scheme, code):
        return {**rest, shape.coded: scheme + code}
    if (
        isinstance(code, str | int)
        and not isinstance(code, bool)
        and "literal" not in raw
        and shape.key("literal")
    ):
        kept = {"scheme": scheme} if "scheme" in raw else {}
        return {**rest, **kept, "literal": str(code)}
    return raw


def _said_by(suffix: str, key: Key) -> dict[str, str]:
    if not suffix or (key.name == "descriptions" and suffix == "text"):
        return {}
    if key.name == "bodies" and suffix in TYPE_OF_SUFFIX:
        kind = {"contentType": TYPE_OF_SUFFIX[suffix]}
        return kind if _SUFFIX_OF_TYPE[TYPE_OF_SUFFIX[suffix]] == suffix else {"role": suffix, **kind}
    return {"role": suffix}


def suffix_of(text: dict[str, Any], key: Key) -> str:
    """Return what ninjs 1 has at the end of the key under which a text stands; "" for nothing."""
    role, kind = text.get("role"), text.get("contentType")
    if isinstance(role, str) and _NAME.fullmatch(role):
        return role
    if key.name == "headlines":
        return ""
    if key.name == "descriptions":
        return "text"
    return _SUFFIX_OF_TYPE.get(kind.lower(), "text") if isinstance(kind, str) else "text"


def is_name(name: object) -> bool:
    """Whether ninjs 1 can have a key of this name where names are free."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def in_version(value: Any, key: Key | None, shape: Shape, version: Version) -> Any:
    """Return an object of the one shape, or a list of such, as a version writes it. Keys that nobody knows stay."""
    if isinstance(value, list):
        if key is not None and key.form == Form.NAMED and version[0] == 1:
            return _by_name(value, key, shape, version)
        return [in_version(item, key, shape, version) for item in value]
    if not isinstance(value, dict):
        return value
    out: dict[str, Any] = {}
    for name, inner in _apart(value, shape, version).items():
        known = shape.key(name)
        if known is None:
            out[name[1:] if name.startswith("@@") else name] = inner
        elif known.form == Form.SUFFIXED and version[0] == 1 and isinstance(inner, list):
            out |= _with_suffixes(inner, known)
        else:
            out[known.called(version)] = _value_in_version(inner, known, version)
    return out


def _value_in_version(value: Any, key: Key, version: Version) -> Any:
    if isinstance(value, str) and version[0] == 1:
        return {later: first for first, later in key.words_of_one}.get(value, value)
    return in_version(value, key, key.value, version) if isinstance(key.value, Shape) else value


def _apart(value: dict[str, Any], shape: Shape, version: Version) -> dict[str, Any]:
    """Take a URI apart into a scheme and a code, for ninjs 1."""
    if version[0] != 1 or shape.coded is None:
        return value
    out: dict[str, Any] = {}
    for name, inner in value.items():
        parts = split_uri(inner) if name == shape.coded and isinstance(inner, str) else None
        if parts is not None:
            out |= {"scheme": parts[0], "code": parts[1]}
        elif name in ("literal", shape.coded):
            out.setdefault("code", inner)
        else:
            out[name] = inner
    return out


def _with_suffixes(texts: list[Any], key: Key) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for text in texts:
        if not isinstance(text, dict):
            continue
        suffix = suffix_of(text, key)
        name = f"{key.one}_{suffix}" if suffix else f"{key.one}"
        out[name] = text.get("value")
    return out


def _by_name(items: list[Any], key: Key, shape: Shape, version: Version) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for item in items:
        if not isinstance(item, dict):
            continue
        name = item.get(key.name_key)
        rest = {each: inner for each, inner in item.items() if each != key.name_key}
        name = name if isinstance(name, str) and name not in out else _free(out)
        plain = key.name == "altIds" and rest.keys() == {"value"}
        out[name] = rest["value"] if plain else in_version(rest, None, shape, version)
    return out


def _free(taken: dict[str, Any]) -> str:
    """Return a name that nobody has: the number in the list, if that is free."""
    return next(
        str(number) for number in range(len(taken) + 1, 2 * len(taken) + 3) if str(number) not in taken
    )
