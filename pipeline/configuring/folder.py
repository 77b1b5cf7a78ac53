"""Where the configuration lies: in the checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

from pipeline.configuring.strict import ConfigError

_PACKAGE = Path(__file__).resolve().parent.parent


def configs_folder(package: Path = _PACKAGE) -> Path:
    """Return the folder of configuration files that `package` goes with, as an absolute path.

    In a checkout that is `configs/` beside the package, so that an edit there takes effect; in an installed
    wheel the copy it carries. The working folder plays no part. Raises ConfigError where there is neither.
    """
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "configs").is_dir():
        return checkout / "configs"
    if (package / "_configs").is_dir():
        return package / "_configs"
    raise ConfigError(f"{package}: no configuration is installed with it; install tallywire again or use --config")
