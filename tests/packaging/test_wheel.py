"""The wheel carries its configuration, and works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, folder: Path, **environment: str) -> str:
    """Run Python with these arguments in `folder` and return what it printed; a failure shows its errors."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), folder=ROOT)
    (built,) = folder.glob("tallywire-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    run("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(target), str(wheel), folder=target)
    return target


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_wheel_holds_the_types_marker_and_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "pipeline/py.typed" in names
        assert "tallywire = pipeline.cli:main" in archive.read(entry_points).decode()
        assert [name for name in names if name.split("/")[0] in {"tests", "corpus", "outputs", "configs"}] == []


def test_the_wheel_carries_every_configuration_file_unchanged(installed: Path) -> None:
    assert files(ROOT / "configs") == files(installed / "pipeline" / "_configs")
    assert files(ROOT / "configs")


def test_an_installed_wheel_finds_its_configuration_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    code = "from pipeline.configuring.folder import configs_folder; print(configs_folder())"
    printed = run("-c", code, folder=tmp_path, PYTHONPATH=str(installed))
    assert Path(printed) == installed.resolve() / "pipeline" / "_configs"


def test_an_installed_wheel_does_the_main_job_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "one.txt").write_text("The Fatah Alliance won 47 of the 329 seats in Iraq's election of May 12, 2018.")
    code = "import sys; from pipeline.cli import main; sys.argv[0] = 'tallywire'; main()"
    printed = run("-c", code, "run", "articles", "--out", "found", folder=tmp_path, PYTHONPATH=str(installed))
    assert "claims: 2" in printed.splitlines()
    assert {"knowledge.parquet", "claims.parquet", "conflicts.parquet"} <= set(files(tmp_path / "found" / "current"))


def test_a_checkout_uses_the_files_one_can_edit() -> None:
    assert configs_folder() == ROOT / "configs"


def test_a_folder_named_configs_beside_an_installed_package_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "configs").mkdir()
    (tmp_path / "pipeline" / "_configs").mkdir(parents=True)
    assert configs_folder(tmp_path / "pipeline") == tmp_path / "pipeline" / "_configs"


def test_an_installation_without_configuration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no configuration is installed"):
        configs_folder(tmp_path / "pipeline")
