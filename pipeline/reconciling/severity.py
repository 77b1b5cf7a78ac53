"""How bad a conflict is, from 0 to 1, and why: distance, how settled, witnesses, how sure the readings are."""

from __future__ import annotations

from pipeline.configuring.reconciling import Severity
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.findings import Finding
from pipeline.reconciling.intervals import gap
from pipeline.reconciling.phrasing import plural


def distance(a: Evidence, b: Evidence, config: Severity) -> float:
    """Return how far apart two figures of one unit are, 0 to 1; percent figures by points, others by their size."""
    if a.claim.value_text is not None or b.claim.value_text is not None:
        return config.text_distance
    return scaled(
        gap(a.interval, b.interval), a.claim.quantity.value, b.claim.quantity.value, a.claim.quantity.unit, config
    )


def printed_distance(a: Evidence, b: Evidence, config: Severity) -> float:
    """Return how far apart the two figures are as printed, 0 to 1; what the prints allow is not asked."""
    x, y = a.claim.quantity.value or 0.0, b.claim.quantity.value or 0.0
    return scaled(abs(x - y), x, y, a.claim.quantity.unit, config)


def scaled(missing: float, a: float | None, b: float | None, unit: str, config: Severity) -> float:
    """Return a gap as a part of the largest that counts."""
    if unit == "percent":
        return min(1.0, missing / config.points_far)
    size = max(abs(a or 0.0), abs(b or 0.0))
    return min(1.0, missing / size / config.share_far) if size else 1.0


def weigh(finding: Finding, config: Severity) -> tuple[float, str]:
    """Return the severity, rounded as the explanation shows it, and one or two sentences on what it is made of."""
    sides = (finding.side_a, finding.side_b)
    origins = [len({e.origin for e in s}) for s in sides]
    confidence = min(max(e.confidence for e in (x.claim for x in s)) for s in sides)
    stage = min(
        (max((e.stage for e in s), key=config.stages.__getitem__) for s in sides), key=config.stages.__getitem__
    )
    value = (config.base + config.spread * finding.distance) * confidence * config.stages[stage]
    value *= config.lone_witness if min(origins) == 1 else 1.0
    why = [
        f"distance {finding.distance:.2f} of 1",
        "a side of unstated stage" if stage == "unknown" else f"the less settled side is {stage}",
        f"{plural(origins[0], 'origin')} against {origins[1]}",
        f"the less sure reading has confidence {confidence:.2f}",
    ]
    for holds, weight, words in (
        (finding.inside and finding.kind in ("value", "bound"), config.same_article, "both stand in one article"),
        (finding.ambiguous, config.ambiguous, "an article gives several figures for this"),
        (finding.guessed, config.guess, "the stage or the order had to be guessed"),
    ):
        if holds:
            value *= weight
            why.append(words)
    return _capped(value, confidence, finding, why, config)


def _capped(value: float, confidence: float, finding: Finding, why: list[str], config: Severity) -> tuple[float, str]:
    value = min(1.0, value)
    if finding.kind == "revision":
        value *= config.revision_cap
    doubtful = confidence < config.doubtful_below
    if doubtful:
        value *= config.doubtful_cap
    note = " The reading of a sentence is doubtful, so this comes last." if doubtful else ""
    shown = round(value, 2)
    return shown, f"Severity {shown:.2f}: {', '.join(why)}.{note}"
