"""Where the page's tests find Chromium, and how they open a page."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # making.py lies here

from pipeline.reporting.content import Tables
from pipeline.reporting.page import render

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


NO_CHROMIUM = "no Chromium here: install Debian's package chromium, or name the program in CHROMIUM"


def program() -> str:
    """Where Chromium is, "" where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""


def _chromium() -> str:
    path = program()
    if not path:
        pytest.skip(NO_CHROMIUM)
    if importlib.util.find_spec("playwright") is None:
        pytest.skip("no playwright here: it is among the development dependencies")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of the page; they are skipped, with the reason, where there is none."""
    path = _chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Opened:
    """A page in a browser of its own, what it asked the network for, and what it complained of."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
        self.context.set_default_timeout(60_000)
        self.tab = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.tab.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))

    def go(self, address: str) -> Any:
        self.tab.goto("about:blank")
        self.tab.goto(address)
        self.tab.wait_for_selector("html[data-ready=yes]")
        return self.tab

    def text(self, selector: str) -> str:
        return str(self.tab.inner_text(selector))


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Opened]]:
    """Give a function that opens a fresh browser window, with playwright's options for it."""
    made: list[Opened] = []

    def window(**options: Any) -> Opened:
        made.append(Opened(browser, **options))
        return made[-1]

    yield window
    for one in made:
        one.context.close()


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[[Tables], str]:
    """Write the page of these tables and give its address."""

    def write(tables: Tables) -> str:
        path = tmp_path / "report.html"
        path.write_text(render(tables), encoding="utf-8")
        return path.as_uri()

    return write
