"""mypy refuses rows that are wrong, and takes those that are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "typing"
api = pytest.importorskip("mypy.api", reason="mypy is not installed (it is in the group `types`)")


def errors_of(name: str) -> dict[int, set[str]]:
    """The codes of mypy's errors in a file, by line."""
    out, err, _ = api.run(
        [
            "--strict",
            "--no-incremental",
            "--cache-dir",
            "/dev/null",
            "--hide-error-context",
            str(FOLDER / name),
        ]
    )
    assert err == ""
    found: dict[int, set[str]] = {}
    for line in out.splitlines():
        if match := re.match(rf".*{name}:(\d+): error: .*\[([\w-]+)\]$", line):
            found.setdefault(int(match[1]), set()).add(match[2])
    return found


def test_wrong_rows_are_refused() -> None:
    expected = {
        number: set(said.split(", "))
        for number, line in enumerate((FOLDER / "refused.py").read_text("utf-8").splitlines(), 1)
        if (said := line.partition("# refused: ")[2])
    }

    assert errors_of("refused.py") == expected


def test_right_rows_are_taken() -> None:
    assert errors_of("accepted.py") == {}
