"""tallywire as a spaCy component: `nlp.add_pipe("tallywire")` puts claims into `doc._.claims`.

Importing this package makes `doc._.claims` known, which is all that is needed to read Docs that were stored.
"""

from __future__ import annotations

from pipeline.component.component import Tallywire, make_component
from pipeline.component.storing import claims_of

__all__ = ["Tallywire", "claims_of", "make_component"]
