from __future__ import annotations

import sys
from pathlib import Path

# The fuzzer is a program of its own, whose files find each other by name.
sys.path.insert(0, str(Path(__file__).parent))
