"""What all tests share: the folder of samples that is no part of the project, and how hard hypothesis works."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_ALIKE = {
    "deadline": None,  # a slow machine is no bug; what must be fast has a test that says so
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],  # whole articles are large
}
# The same examples every run: a red run is the fault of a change. `thorough` draws new ones, and many.
settings.register_profile("same", max_examples=60, derandomize=True, **_ALIKE)
settings.register_profile("thorough", max_examples=2000, print_blob=True, **_ALIKE)
settings.load_profile(os.environ.get("NEWSMODEL_HYPOTHESIS", "same"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and official schemas beside the project."""
    folder = Path(os.environ.get("NEWSMODEL_SHARED", Path(__file__).parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no samples at {folder}: NEWSMODEL_SHARED names the folder that holds them")
    return folder.resolve()
