from __future__ import annotations

import sys
from pathlib import Path

# Workers find the stand-in stages by name, on the path that they are given by their parent.
sys.path.insert(0, str(Path(__file__).parent))
