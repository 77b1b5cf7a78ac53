"""What every committed file keeps to: no registry, no machine, no file too long to read, a fixed top level."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Put together from parts, so that this file does not name them either.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("deb", "debian", "org"),
    )
]
MACHINE_PATH = re.compile(
    r"(?<![\w.~*/-])/(?:" + "|".join(("root", "work", "tmp/w", "Users", r"home/\w+", "opt")) + r")/\.?\w"
)
TOP_LEVEL = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "configs",
    "corpus",
    "outputs",
    "pipeline",
    "pyproject.toml",
    "requirements",
    "tests",
}
LONGEST = 299


def committed() -> list[str]:
    """Return the paths git keeps, relative to the root and without those deleted here, sorted."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no list of committed files")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    return sorted(name for name in os.fsdecode(listing).split("\0") if name and (ROOT / name).is_file())


def hits(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    """Return "path:line" for every line of these files in which the pattern is found, whatever the encoding."""
    found = []
    for name in names:
        lines = (ROOT / name).read_bytes().decode("utf-8", errors="replace").splitlines()
        found += [f"{name}:{number}" for number, line in enumerate(lines, start=1) if pattern.search(line)]
    return found


def test_the_list_of_committed_files_holds_this_project() -> None:
    assert {"pyproject.toml", "Makefile", "pipeline/types.py", "requirements/lock.txt"} <= set(committed())


def test_no_file_names_a_registry() -> None:
    assert hits(re.compile("|".join(map(re.escape, REGISTRY_HOSTS))), committed()) == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert hits(MACHINE_PATH, [name for name in committed() if not name.startswith("corpus/")]) == []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("see /" + "home/ann/notes.txt", True),
        ('"/' + 'root/.cache"', True),
        ("read from /" + "work/main", True),
        ("a relative path such as home/ann/notes.txt", False),
        ("in the wheel, site/root/file", False),
        ("/etc/hosts", False),
    ],
)
def test_what_counts_as_a_path_of_a_machine(line: str, named: bool) -> None:
    assert bool(MACHINE_PATH.search(line)) is named


def test_the_lock_files_say_nothing_of_where_packages_come_from() -> None:
    assert hits(re.compile(r"://|--(extra-)?index-url|--find-links|--trusted-host"), lock_files()) == []


@pytest.mark.parametrize("name", [f"requirements/{name}.txt" for name in ("lock", "uv", "spark", "fuzz")])
def test_every_locked_package_has_one_version_and_hashes(name: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert packages
    assert [p for p in packages if not re.match(r"[a-z0-9-]+==\S+ (; .+ )?\\\n    --hash=sha256:[0-9a-f]{64}", p)] == []


def lock_files() -> list[str]:
    return [name for name in committed() if name.startswith("requirements/")]


def test_no_module_is_too_long_to_read() -> None:
    modules = [name for name in committed() if name.startswith("pipeline/") and name.endswith(".py")]
    lengths = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in modules}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_the_top_level_is_fixed() -> None:
    visible = {name.split("/")[0] for name in committed() if not name.startswith(".")}
    assert visible - TOP_LEVEL == set()


def test_of_the_outputs_only_the_note_is_committed() -> None:
    assert [name for name in committed() if name.startswith("outputs/")] == ["outputs/README.md"]
