"""Articles written for this project without a look at the rules, with what a reader finds in them; and their scorer.

A file of `blind/` holds articles. `=== id` begins one, `people:` names who is in it, and each further line is a line of the page
with a letter for what it is: A language switch, N navigation, H headline, S summary, D date (with its value), B byline, T sub-heading,
P paragraph, C attribution, O other, X other or attribution. A plus sign puts the line right under the one above; else a blank line
stands between. In a line `{=…}` is the value of an attribution, `{kind:speaker#part|…}` a quotation: d direct, p partial, f fragment,
n a name, s scare marks, x neither asked for nor wrong. Run as a script it prints every difference.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import define, field

HERE = Path(__file__).parent
SAMPLES = Path(os.environ.get("NEWSMODEL_SHARED", HERE.parents[2] / "shared")) / "samples"
_LINE = re.compile(r"(?P<role>[ANHSDBTPCOX])(?P<joined>\+?)(?: (?P<value>[\d-]+))?> (?P<text>.*)")
_MARK = re.compile(
    r"\{(?:=(?P<credit>[^{}]*)|(?P<kind>[dpfnsx])(?::(?P<speaker>[^|#]*)(?:#(?P<part>\d+))?)?\|(?P<said>[^{}]*))\}"
)


@define
class BlindArticle:
    """A page's text and the gold of `quotes_score.py` (``row``) and of the layout."""

    name: str
    language: str
    text: str = ""
    people: list[str] = field(factory=list)
    quotes: list[dict[str, Any]] = field(factory=list)
    not_quotes: list[dict[str, Any]] = field(factory=list)
    neutral: list[dict[str, Any]] = field(factory=list)
    credits: list[str] = field(factory=list)
    lines: dict[str, list[str]] = field(factory=dict)
    date: str | None = None

    @property
    def row(self) -> dict[str, Any]:
        return {"quotes": self.quotes, "not_quotes": self.not_quotes, "neutral": self.neutral}

    def add(self, role: str, marked: str, *, joined: bool) -> None:
        self.text += "" if not self.text else "\n" if joined else "\n\n"
        begin = len(self.text)
        at = 0
        for mark in _MARK.finditer(marked):
            self.text += marked[at : mark.start()]
            at = mark.end()
            if (credit := mark["credit"]) is not None:
                self.credits.append(credit)
                self.text += credit
            else:
                self._add_quote(mark)
        self.text += marked[at:]
        self.lines.setdefault(role, []).append(self.text[begin:])

    def _add_quote(self, mark: re.Match[str]) -> None:
        start, said = len(self.text), mark["said"]
        self.text += said
        end, kind = len(self.text), mark["kind"]
        plain = {"start": start, "end": end, "text": said}
        if kind in "ns":
            self.not_quotes.append({**plain, "kind": {"n": "name", "s": "scare"}[kind]})
        elif kind in "fx":
            self.neutral.append({**plain, "kind": "neutral"})
        else:
            same = [one for one in self.quotes if mark["part"] and one["part"] == mark["part"]]
            if same:
                same[0]["parts"].append((start, end))
                same[0]["end"] = end
                return
            self.quotes.append(
                {
                    **plain,
                    "kind": {"d": "direct", "p": "partial"}[kind],
                    "speaker_name": mark["speaker"] or None,
                    "part": mark["part"],
                    "parts": [(start, end)] if mark["part"] else None,
                }
            )


def articles(names: tuple[str, ...] = ("ar", "ru", "en")) -> Iterator[BlindArticle]:
    """Read the articles of some files."""
    for name in names:
        article = None
        for line in (HERE / "blind" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("==="):
                if article:
                    yield article
                article = BlindArticle(line[4:], name[:2])
            elif not article:
                continue
            elif line.startswith("people:"):
                article.people = [one.strip() for one in line[7:].split(";") if one.strip()]
            elif found := _LINE.fullmatch(line):
                article.add(found["role"], found["text"], joined=bool(found["joined"]))
                article.date = found["value"] or article.date
            elif line:
                raise ValueError(line)
        if article:
            yield article


def scorer() -> Any:
    """`quotes_score.py` of the samples, as a module."""
    spec = importlib.util.spec_from_file_location("quotes_score", SAMPLES / "quotes_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def layout_errors(article: BlindArticle) -> list[str]:
    """Return what the layout says otherwise than a reader."""
    from newsmodel.page import lay_out

    layout, text, gold = lay_out(article.text), article.text, article.lines
    errors = [] if layout.language == article.language else [f"language {layout.language}"]
    for what, span, role in (("headline", layout.headline, "H"), ("summary", layout.summary, "S")):
        got = [text[slice(*span)]] if span else []
        if got != gold.get(role, []):
            errors.append(f"{what}: {got}")
    if (str(layout.date_published)[:10] if layout.date_published else None) != article.date:
        errors.append(f"date: {layout.date_published} for {article.date}")
    paragraphs = [text[slice(*span)] for span in layout.paragraphs]
    headings = [text[slice(*one.heading)] for one in layout.sections if one.heading]
    values = [text[slice(*one.value)] for one in layout.credits]
    for what, found, wanted in (
        ("paragraph", paragraphs, gold.get("P", [])),
        ("heading", headings, gold.get("T", [])),
        ("credit", values, article.credits),
    ):
        free = " ".join(gold.get("X", []))
        errors += [f"{what} too many: {one}" for one in found if one not in wanted and one not in free]
        errors += [f"{what} missed: {one}" for one in wanted if one not in found]
    return errors


def score(article: BlindArticle, score_module: Any, problems: list[str]) -> Counter[str]:
    """Count quotes, speakers, layout errors and people of one article."""
    from score_adapter import quotes

    from newsmodel.page import read_page

    count: Counter[str] = Counter(articles=1, gold=len(article.quotes))
    found = quotes(article.text, article.language)
    hit, rest = score_module.match(article.text, article.row, found)
    count["hit"] = len(hit)
    for number, gold in enumerate(article.quotes):
        near = article.text[max(0, gold["start"] - 60) : gold["start"] + 30].replace("\n", "⏎")
        if gold["speaker_name"]:
            count["with_speaker"] += 1
        if number not in hit:
            problems.append(f"missed: {near}")
            continue
        said = next((found[at]["speaker"] for at in hit[number][0] if found[at]["speaker"]), None)
        if gold["speaker_name"]:
            right = bool(said) and score_module.name_ok(said, [gold["speaker_name"]], article.language)
            count["right"] += right
            count["full"] += bool(said) and score_module.name_full(
                said, [gold["speaker_name"]], article.language
            )
            if not right:
                problems.append(f"speaker {said!r} for {gold['speaker_name']!r}: {near}")
    for at in rest:
        if why := score_module.classify(article.row, found[at], hit):
            count["false"] += 1
            problems.append(f"false {why}: {article.text[found[at]['start'] - 20 : found[at]['end'] + 10]}")
    errors = layout_errors(article)
    count["layout"] = len(errors)
    problems += errors
    for person in read_page(article.text).article.people:
        names = [one for one in article.people if score_module.name_ok(person.name, [one], article.language)]
        if not names:
            count["wrong_people"] += 1
            problems.append(f"no person: {person.name}")
        elif person.name not in names:
            problems.append(f"(note) person as {person.name!r} for {names[0]!r}")
    return count


def scores(names: tuple[str, ...], *, show: bool = False) -> dict[str, Counter[str]]:
    """Score the articles of some files."""
    module = scorer()
    totals: dict[str, Counter[str]] = {}
    for article in articles(names):
        problems: list[str] = []
        totals.setdefault(article.language, Counter()).update(score(article, module, problems))
        if show and problems:
            sys.stdout.write("\n  ".join([f"\n== {article.name}", *problems]) + "\n")
    return totals


def f1(count: Counter[str]) -> float:
    """F1 of the spans."""
    found = count["hit"] + count["false"]
    return 2 * count["hit"] / (found + count["gold"])


if __name__ == "__main__":
    for language, count in scores(tuple(sys.argv[1:]) or ("ar", "ru", "en"), show=True).items():
        sys.stdout.write(
            f"{language}: {count['articles']} articles, spans F1 {100 * f1(count):.1f} of {count['gold']}, "
            f"right speakers {count['right']}/{count['with_speaker']} (full {count['full']}), "
            f"layout errors {count['layout']}, wrong people {count['wrong_people']}\n"
        )
