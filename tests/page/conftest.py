from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of samples, which is no part of the project."""
    default = Path(__file__).parents[3] / "shared"
    folder = Path(os.environ.get("NEWSMODEL_SHARED", default)) / "samples"
    if not folder.is_dir():
        pytest.skip(f"the samples are not there: {folder}; NEWSMODEL_SHARED names the folder that holds them")
    return folder
