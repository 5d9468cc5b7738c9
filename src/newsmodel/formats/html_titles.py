"""Which of the titles that a page gives is the headline of its article."""

from __future__ import annotations

from attrs import evolve

from newsmodel.formats.html_names import folded, without_publisher
from newsmodel.formats.html_sources import Found, Sources
from newsmodel.formats.html_values import host_of

_OPEN_GRAPH, _JSON_LD, _HEADING = "meta[og:title]", "json-ld", "h1"


def titles_of(values: list[Found], sources: Sources) -> list[Found]:
    """Return the titles without the publisher's name in them, the headline first."""
    publishers = [
        one.name for each in sources.found if each.slot == "publisher" for one in each.value if one.name
    ]
    publishers.append(host_of(sources.page.address))
    texts = {each.source: each.value[0].value for each in values}
    cut: list[Found] = []
    for each in values:
        others = tuple(text for source, text in texts.items() if source != each.source)
        short = without_publisher(each.value[0].value, others, tuple(publishers))
        if short != each.value[0].value:
            cut.append(evolve(each, value=(evolve(each.value[0], value=short), *each.value[1:])))
        else:
            cut.append(each)
    best = _best({each.source: each.value[0].value for each in cut})
    return sorted(cut, key=lambda each: each.source != best)


def _best(texts: dict[str, str]) -> str | None:
    """Return which source has the headline.

    OpenGraph and JSON-LD have the article's own title, where they agree. Where they do not, the one that says no more than the
    heading that is shown repeats what was shortened or sharpened for the page; unless what sets them apart is only a line
    over the headline ("Interview: …"), which belongs to it where the page shows it.
    """
    graph, linked, heading = (folded(texts.get(name, "")) for name in (_OPEN_GRAPH, _JSON_LD, _HEADING))
    if not graph or not linked or graph == linked:
        return _OPEN_GRAPH if graph else None
    if graph.endswith(linked) or linked.endswith(graph):
        return _JSON_LD if linked == heading else _OPEN_GRAPH
    if linked != heading and heading.startswith(graph):  # cut off
        heading = graph
    agreeing = sum(folded(text) == graph for source, text in texts.items() if source in ("microdata", "rdfa"))
    return _JSON_LD if heading == graph and not agreeing else _OPEN_GRAPH
