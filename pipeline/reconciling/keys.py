"""The key of a fact: what two claims must share before they are compared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipeline.types import Claim, Resolution


@dataclass(frozen=True, slots=True)
class Key:
    """(contest, subject, measure, unit, scope); `alone` is set where the claim is compared with nothing."""

    contest_id: str | None
    subject_id: str | None
    measure: str
    unit: str
    scope: str | None
    alone: str = ""

    @property
    def sort_key(self) -> tuple[str, ...]:
        """A total order of keys; None sorts first."""
        return (self.contest_id or "", self.subject_id or "", self.measure, self.unit, self.scope or "", self.alone)


def key_of(claim: Claim, resolution: Resolution, origin: str) -> Key:
    """Return the claim's key. A claim whose contest or subject cannot be told stands alone, with its own repeats."""
    untold = resolution.contest_id is None or (claim.subject_kind != "contest" and resolution.subject_id is None)
    q = claim.quantity
    alone = ""
    if untold:
        alone = digest(
            claim.article_id,
            origin,
            claim.subject_text,
            q.value,
            q.low,
            q.high,
            q.qualifier,
            claim.value_text,
            claim.stage,
        )
    if resolution.dropped:
        alone = digest("dropped", claim.claim_id)
    return Key(resolution.contest_id, resolution.subject_id, claim.measure, q.unit, resolution.scope, alone)


def fact_id(key: Key) -> str:
    """Return the id of the fact on this key: it does not depend on which articles speak of it."""
    return "f" + digest(*key.sort_key, key.contest_id is None, key.subject_id is None, key.scope is None)


def digest(*parts: object) -> str:
    """Return 16 hex digits that depend on the parts alone."""
    text = "\x1f".join(repr(part) for part in parts)
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()
