"""What all tests share: the folder of samples that is no part of the project, and how hard hypothesis works."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

_ALIKE = settings(
    deadline=None,  # a slow machine is no bug; what must be fast has a test that says so
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],  # whole articles are large
)
# The same examples every run: a red run is the fault of a change. `thorough` draws new ones, and many.
settings.register_profile("same", _ALIKE, max_examples=60, derandomize=True)
settings.register_profile("thorough", _ALIKE, max_examples=2000, print_blob=True)
settings.register_profile(
    "unshrunk", _ALIKE, max_examples=500, phases=[Phase.generate]
)  # the first sight of a bug
settings.load_profile(os.environ.get("NEWSMODEL_HYPOTHESIS", "same"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and official schemas beside the project."""
    folder = Path(os.environ.get("NEWSMODEL_SHARED", Path(__file__).parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no samples at {folder}: NEWSMODEL_SHARED names the folder that holds them")
    return folder.resolve()
