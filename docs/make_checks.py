"""Writes the reference of checks from the rules themselves: the code of every problem, and what it means.

Run it after a change of a rule (``make generated``); a test fails when the page is not fresh.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import frozen

from newsmodel import document_rules, schemas, validation
from newsmodel.cli.check import NO_ARTICLE
from newsmodel.problems import Code

PAGE: Final = Path(__file__).parent / "reference" / "checks.md"


@frozen
class Part:
    """A part of the page: the codes of rules that look at the same thing."""

    title: str
    about: str
    codes: Iterable[Code]


PARTS: Final = (
    Part(
        "Documents in XML",
        "NewsML-G2, NewsML 1 and NITF, without any schema (`newsmodel.check_document`):",
        document_rules.XML_RULES,
    ),
    Part("Documents in JSON", "Any of them (`newsmodel.check_document`):", document_rules.JSON_RULES),
    Part(
        "Official schemas",
        "Documents in XML, where a folder of schemas is given (`newsmodel.Schemas`, `--schema`):",
        schemas.CODES,
    ),
    Part(
        "Articles",
        "The finished article, whatever format it came in (`newsmodel.validate`):",
        (*validation.RULES, NO_ARTICLE),
    ),
)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page."""
    lines = [
        "# Checks",
        "",
        "% Written by docs/make_checks.py from the rules themselves: do not edit.",
        "",
        "What `newsmodel check` and the functions behind it find, by the codes of the problems.",
        "Findings in capitals, such as `UNREAD`, are [losses](../explanation/losses.md) of reading and no problems of these kinds.",
    ]
    for part in PARTS:
        lines += ["", f"## {part.title}", "", part.about, "", "| Code | Meaning |", "|---|---|"]
        lines += [f"| `{each.code}` | {each.meaning} |" for each in part.codes]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
