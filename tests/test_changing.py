"""One field changed, or two, in every document that there is: nothing differs in silence, and what was valid stays valid.

A sample of the changes; `scripts/sweep_changes.py` makes all.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from changing import Document, Outcome, documents, several_changes, validator_of

from newsmodel import InputError

pytestmark = pytest.mark.untraced  # what it runs is covered elsewhere, and tracing takes most of its time

EACH = {"newsml-1": 151, "nitf": 101, "newsml-g2": 701}
"""One change of so many is tried: primes, so that every kind of change comes up somewhere."""


TAKEN_ALONG = frozenset({"newsml-1", "nitf"})
"""Formats in which foreign things may take something with them that the standard demands, when they go."""


def of(format: str, shared: Path) -> list[Document]:  # noqa: A002
    found = []
    for path in documents(format, shared):
        try:
            found.append(Document.of(path, format, validator_of(format, shared)))
        except InputError:  # some examples of the standard are no articles
            continue
    return found


def wrong(document: Document, outcome: Outcome) -> bool:
    """What was not valid may get worse: its schema says less of it than there is."""
    kept = document.broken or ("extras" in outcome.change and document.format in TAKEN_ALONG)
    return bool(outcome.silent) or bool(outcome.broken and not kept)


@pytest.mark.parametrize("format", EACH)
def test_one_change(format: str, shared: Path) -> None:  # noqa: A002
    found, met = [], 0
    for document in of(format, shared):
        changes = list(document.all_changes())
        for at, name, article in islice(changes, met % EACH[format], None, EACH[format]):
            outcome = document.changed(at, name, article)
            if wrong(document, outcome):
                found.append(str(outcome))
        met += len(changes)
    assert found == []
    assert met > 5000


@pytest.mark.parametrize("format", EACH)
def test_two_changes_at_once(format: str, shared: Path) -> None:  # noqa: A002
    found, met = [], 0
    for document in of(format, shared):
        for at, article in enumerate(document.articles[:2]):
            for name, changed in several_changes(article, 2, 2, f"{document.name} {at}"):
                outcome = document.changed(at, name, changed)
                met += 1
                if wrong(document, outcome):
                    found.append(str(outcome))
    assert found == []
    assert met > 50
