"""What holds for all tests: one way to run property tests here and in CI."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadline: the first example pays for imports. CI draws the same examples each time, so that it never fails by luck.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
