"""The one error that a run ends with."""

from __future__ import annotations


class RunError(Exception):
    """A run that cannot go on. The message is one plain sentence for the user, with the mend."""


class UsageError(Exception):
    """A command that was asked for something it cannot be asked for. One plain sentence, with the mend."""
