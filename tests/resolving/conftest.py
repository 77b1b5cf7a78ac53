"""What the tests of the resolving stage share: the shipped configuration, and articles made of marked-up sentences."""

from __future__ import annotations

import pytest

from pipeline.configuring.configuration import Configuration, load
from pipeline.configuring.folder import configs_folder
from pipeline.resolving.tools import Tools, make_tools


@pytest.fixture(scope="session")
def config() -> Configuration:
    return load(configs_folder())


@pytest.fixture(scope="session")
def tools(config: Configuration) -> Tools:
    return make_tools(config)
