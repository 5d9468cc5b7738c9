"""The QCodes in an item, and the catalogue that declares the aliases of an item that we write.

A QCode means something only where a catalogue of its item declares the alias (NewsML-G2 2.35 specification, "QCodes").
Articles bring codes whose scheme no catalogue of IPTC's has: our own readers' (``cptype:city``), and those of NewsML 1 and
NITF, whose schemes have a name and no URI. The item declares these itself: decision 0013.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final
from urllib.parse import quote

from attrs import frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SyntaxFault
from newsmodel.formats.catalogs import Catalog, Catalogs, iptc_catalog, is_unknown, refers_to_unknown
from newsmodel.formats.newsml_g2_values import NAR_NS, OWN_NS, is_uri
from newsmodel.losses import LossKind
from newsmodel.model import Article, Extra
from newsmodel.syntax.xml import indent, local_name, parse_xml, tag_of
from newsmodel.syntax.xml_text import attribute_of

ATTRIBUTES: Final = frozenset(
    {
        "accesstype", "aspect", "audiochannels", "audiocodec", "authoritystatus", "colourindicator",
        "colourspace", "concepttype", "confirmationstatus", "creator", "derivedfrom", "durationunit",
        "encoding", "environment", "format", "hashtype", "heightunit", "how", "idformat", "interactiontype",
        "jobtitle", "layoutorientation", "market", "marketlabelsrc", "mode", "part", "pubconstraint",
        "qcode", "radunit", "ratertype", "ratingtype", "rel", "rendition", "renditionref", "reposrole",
        "representation", "residrefformat", "role", "scaleunit", "scope", "severity", "symbolsrc", "target",
        "tech", "timeunit", "type", "valcalctype", "valueunit", "videocodec", "videodefinition",
        "videoscaling", "why", "widthunit",
    }
)  # fmt: skip
"""The attributes of the types QCodeType and QCodeListType; a test compares them with the schema."""
PLAIN: Final = {("timestamp", "role"), ("a", "rel")}
"""Elements and attributes of these names that hold plain text: the role of a message's time, the relation of a link in a text."""
OUR_SCHEMES: Final = {alias: f"{OWN_NS}{alias}/" for alias in ("cptype", "hld", "nitf", "wire", "mail")}
"""The schemes of the codes that readers of ours give to what their formats say by place or by name."""
_UNNAMED: Final = f"{OWN_NS}scheme/"
"""What the URI of a scheme begins with of which nothing is known but what its sender calls it."""
_ALL: Final = f"{{{NAR_NS}}}*"
_CATALOG, _REFERENCE, _SCHEME = (f"{{{NAR_NS}}}{name}" for name in ("catalog", "catalogRef", "scheme"))
_PLAIN_REFERENCE: Final = re.compile(rf'<catalogRef xmlns="{NAR_NS}" href="([^"&<]*)"(?:/>|></catalogRef>)')
"""A reference as most stand in extras: it need not be parsed."""
_PLACE: Final = re.compile(r"(catalog|catalogRef)(?:\[[0-9]+\])?(/@href)?")


@frozen(eq=False)
class Used:
    """A QCode where it stands, or what stands there for one."""

    element: etree._Element
    attribute: str
    code: str

    @property
    def alias(self) -> str:
        """The alias of the scheme; empty where there is none, or where a URI stands there."""
        alias, colon, _ = self.code.partition(":")
        return alias if colon and not is_uri(self.code) else ""


def codes_of(element: etree._Element) -> Iterator[Used]:
    """Give the QCodes in the attributes of an element of NewsML-G2."""
    for key, value in element.items():
        name = str(key)
        if name in ATTRIBUTES and (local_name(tag_of(element)), name) not in PLAIN:
            for code in value.split():
                yield Used(element, name, code)


def undeclared(catalogs: Catalogs, used: Iterable[Used]) -> dict[str, list[Used]]:
    """Return the QCodes whose alias is not declared, by alias."""
    unknown: dict[str, list[Used]] = {}
    for each in used:
        if each.alias and each.alias not in catalogs.schemes:
            unknown.setdefault(each.alias, []).append(each)
    return unknown


def undeclared_in(item: etree._Element) -> frozenset[str]:
    """Return the aliases that an item uses and that no catalogue of it that is known declares."""
    used = {code.alias: code for element in item.iter(_ALL) for code in codes_of(element)}
    if used.keys() <= _iptc().keys() | {""} and _refers_to_newest(item):
        return frozenset()
    return frozenset(undeclared(Catalogs.within([item], ()), used.values()))


def undeclared_among(values: Iterable[str]) -> frozenset[str]:
    """Return the aliases in attributes of an item (`ATTRIBUTES`) that refers to IPTC's catalogue alone, and that this does not declare."""
    return frozenset[str]().union(*map(_undeclared_aliases, values))


@lru_cache(1024)
def _undeclared_aliases(value: str) -> tuple[str, ...]:
    """Return the aliases in a value that IPTC's catalogue does not declare. (Codes come again and again.)"""
    codes = [code for code in value.split() if ":" in code and not is_uri(code)]
    return tuple({code.partition(":")[0] for code in codes} - _iptc().keys() - {""})


@cache
def _iptc() -> dict[str, str]:
    return dict(iptc_catalog().schemes)


def _refers_to_newest(item: etree._Element) -> bool:
    newest = iptc_catalog().href
    return any(each.get("href") == newest for each in item.iterchildren(_REFERENCE))


def declare(
    item: etree._Element, article: Article, context: Context, but: frozenset[str] = frozenset()
) -> None:
    """Declare in an item the aliases that it uses and no catalogue of it declares, ``but`` for some that it came with.

    Where it refers to catalogues that nobody has they may be declared there; only IPTC's are seen to. Of a scheme that nobody
    has said the URI of, one is ASSUMED.
    """
    if aliases := undeclared_in(item) - but:
        declare_aliases(item, aliases, article, context)


def declare_aliases(
    item: etree._Element, aliases: frozenset[str], article: Article, context: Context
) -> None:
    """Declare aliases that no catalogue of an item declares, as `declare` does."""
    said, references = _brought(article, context)
    for each in references:
        item.insert(_behind_catalogs(item), each)
    if refers_to_unknown(item):
        if aliases & _iptc().keys():
            item.insert(_behind_catalogs(item), etree.Element(_REFERENCE, href=iptc_catalog().href))
        return
    said |= _known(aliases) | said
    catalog = etree.Element(_CATALOG)
    for alias in sorted(aliases if aliases <= said.keys() else aliases - _only_put_back(item, context, said)):
        etree.SubElement(catalog, _SCHEME, alias=alias, uri=said.get(alias) or _assumed(alias, context))
    if not len(catalog):
        return
    indent(catalog, frozenset(), frozenset())
    item.insert(_behind_catalogs(item), catalog)


def declarations(aliases: frozenset[str], article: Article, context: Context) -> str | None:
    """Return as text what `declare_aliases` puts behind the reference to IPTC's catalogue, in an item that nothing is put back into.

    ``aliases`` are of no scheme of IPTC's. None for what is no plain text.
    """
    said, references = _brought(article, context)
    if references:
        if any(each.attrib.keys() != ["href"] or len(each) or each.text for each in references):
            return None
        return "".join(
            f'\n  <catalogRef href="{attribute_of(each.get("href", ""))}"/>' for each in references
        )
    said |= _known(aliases) | said
    lines = [_as_text(alias, said.get(alias) or _assumed(alias, context)) for alias in sorted(aliases)]
    return f"\n  <catalog>{''.join(lines)}\n  </catalog>"


@lru_cache(512)
def _as_text(alias: str, uri: str) -> str:
    return f'\n    <scheme alias="{attribute_of(alias)}" uri="{attribute_of(uri)}"/>'


def _known(aliases: frozenset[str]) -> dict[str, str]:
    return OUR_SCHEMES | {alias: _iptc()[alias] for alias in aliases & _iptc().keys()}


def _assumed(alias: str, context: Context) -> str:
    uri = _uri_of_unnamed(alias)
    if context.losses.heard:
        reason = f"nobody has said which scheme {alias!r} is"
        context.note_place(LossKind.ASSUMED, "catalog/scheme/@uri", uri, reason=reason)
    return uri


@lru_cache(512)
def _uri_of_unnamed(alias: str) -> str:
    return f"{_UNNAMED}{quote(alias, safe='')}/"


def _only_put_back(item: etree._Element, context: Context, said: dict[str, str]) -> frozenset[str]:
    """Return the aliases of unknown schemes that only unknown content uses: that goes back as it came."""
    inside = {each for kept in context.put_back if etree.iselement(kept) for each in kept.iter(_ALL)}
    used: dict[bool, set[str]] = {True: set(), False: set()}
    for element in item.iter(_ALL):
        used[element in inside] |= {code.alias for code in codes_of(element)}
    return frozenset(used[True] - used[False] - said.keys())


def _behind_catalogs(item: etree._Element) -> int:
    return sum(1 for child in item if child.tag in (_CATALOG, _REFERENCE))


def _brought(article: Article, context: Context) -> tuple[dict[str, str], list[etree._Element]]:
    """Return what an item that is written without unknown content needs of the catalogues that its codes came with.

    These are the schemes of those that stood in the document themselves, and the references to others.
    """
    schemes: dict[str, str] = {}
    references: list[etree._Element] = []
    for index, extra in enumerate(article.extras if not context.keep else ()):
        found = _catalog_in(extra)
        if found is None:
            continue
        if found.tag == _CATALOG:
            schemes |= {alias: uri for alias, uri in Catalog.of(found).schemes if alias not in schemes}
        elif found.tag == _REFERENCE and is_unknown(found.get("href", "")):
            references.append(found)
            if context.losses.heard:
                context.losses[:] = [loss for loss in context.losses if loss.path != f"extras[{index}]"]
    return schemes, references


def _catalog_in(extra: Extra) -> etree._Element | None:
    """Return the catalogue, or the reference to one, that an extra is or holds the address of."""
    match = _PLACE.fullmatch(extra.place) if extra.place.startswith("catalog") else None
    if match is None or extra.format != "newsml-g2":
        return None
    if plain := _PLAIN_REFERENCE.fullmatch(extra.raw or ""):
        return etree.Element(_REFERENCE, href=plain[1])
    if match[2]:
        return etree.Element(_REFERENCE, href=extra.raw or "") if match[1] == "catalogRef" else None
    try:
        return parse_xml((extra.raw or "").encode())
    except SyntaxFault:
        return None


def is_derived(extra: Extra) -> bool:
    """Whether an extra is a catalogue that is made anew whenever its aliases are used: with our schemes, and known ones of IPTC's."""
    raw = extra.raw or ""
    if not (extra.place.startswith("catalog") and raw.startswith("<catalog")):
        return False
    if raw.startswith("<catalogRef") and iptc_catalog().href not in raw:
        return False  # as mostly: it need not be parsed
    found = _catalog_in(extra)
    if found is not None and found.tag == _REFERENCE:
        return dict(found.attrib) == {"href": iptc_catalog().href} and not len(found)
    if found is None or found.attrib or any(child.tag != _SCHEME or len(child) for child in found):
        return False
    schemes, known = Catalog.of(found).schemes, dict(iptc_catalog().schemes)
    return len(schemes) == len(found) and all(
        uri.startswith(OWN_NS) or known.get(alias) == uri for alias, uri in schemes
    )
