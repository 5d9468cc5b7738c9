"""Which of our TopicSets an item needs: a document with many items has them all, one with a single item those that it refers to."""

from __future__ import annotations

import re
from typing import Final

from newsmodel.formats.newsml_1_topics import OWN_SET, REFERENCES
from newsmodel.syntax.xml_cutting import cut, first_tag

_OWN: Final = re.compile(rb"\sFormalName\s*=\s*[\"']%s[\"']" % OWN_SET.encode())
_DUID: Final = re.compile(rb"\sDuid\s*=\s*[\"']([^\"']+)")
_REFERENCE: Final = re.compile(rb"\s(?:%s)\s*=\s*[\"']#([^\"']+)" % "|".join(REFERENCES).encode())


class TopicIndex:
    """The beginning of a document, which knows of each of our TopicSets what it is called and what it refers to."""

    def __init__(self, head: bytes) -> None:
        self._sets: list[bytes] = []
        self._others: list[tuple[int, bytes]] = []
        """What is none of them and more than white space, each with how many of them stand before it."""
        self._by_name: dict[bytes, int] = {}
        at = 0
        for start, end in cut(head, "TopicSet"):
            topics = head[start:end]
            if not _OWN.search(topics[slice(*first_tag(topics))]):
                continue
            self._keep(head[at:start])
            for name in _DUID.findall(topics):
                self._by_name[name] = len(self._sets)
            self._sets.append(topics)
            at = end
        self._keep(head[at:])
        self._always = [name for _, other in self._others for name in _REFERENCE.findall(other)]

    def _keep(self, other: bytes) -> None:
        if other.strip() or not self._others:
            self._others.append((len(self._sets), other))

    def head_for(self, rest: bytes) -> bytes:
        """Return the beginning of a document that goes on with ``rest``, without those of our TopicSets that nothing in it refers to."""
        used: set[int] = set()
        waiting = [*self._always, *_REFERENCE.findall(rest)]
        while waiting:
            found = self._by_name.get(waiting.pop())
            if found is not None and found not in used:
                used.add(found)
                waiting += _REFERENCE.findall(self._sets[found])
        parts = [((at, 0), other) for at, other in self._others]
        parts += [((number, 1), self._sets[number]) for number in used]
        return b"".join(part for _, part in sorted(parts))
