"""From a finding to a conflict: its id, its severity and its explanation in plain English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.configuring.labels import measure_words
from pipeline.configuring.reconciling import ReconcilingConfig
from pipeline.reconciling.findings import Finding
from pipeline.reconciling.keys import digest, fact_id
from pipeline.reconciling.phrasing import quoted
from pipeline.reconciling.severity import weigh
from pipeline.types import Conflict

_ONE_THING = ("number of ", "share of ", "record of ")
_OPENINGS = {
    "value": "The sources disagree on",
    "revision": "A later figure replaces an earlier one on",
    "bound": "A stated limit is broken on",
    "sum": "The figures do not add up on",
    "rank": "The order stated and the figures disagree on",
    "record": "A record does not hold on",
    "attribute": "Two statements cannot both hold on",
}


def conflicts_of(findings: Iterable[Finding], config: ReconcilingConfig) -> list[Conflict]:
    """Return one conflict a finding, worst first; findings on the same facts with the same values are one."""
    found: dict[str, Conflict] = {}
    for finding in findings:
        conflict = _conflict(finding, config)
        known = found.get(conflict.conflict_id)
        if known is None or _rank(conflict) < _rank(known):
            found[conflict.conflict_id] = conflict
    return sorted(found.values(), key=lambda c: (-c.severity, c.kind, c.conflict_id))


def _rank(conflict: Conflict) -> tuple[float, str, tuple[str, ...]]:
    return (-conflict.severity, conflict.explanation, conflict.claim_ids_a)


def _conflict(finding: Finding, config: ReconcilingConfig) -> Conflict:
    facts = tuple(sorted({fact_id(k) for k in finding.keys}))
    key = finding.keys[0]
    severity, weighed = weigh(finding, config.severity)
    subjects = sorted({e.resolution.subject for e in finding.side_a if e.key == key and e.resolution.subject})
    subject = subjects[0] if subjects else None
    return Conflict(
        # The values and facts make the id, not the claims: one more article that agrees leaves it as it is.
        conflict_id="x" + digest(finding.kind, finding.name, facts, finding.value_a, finding.value_b),
        kind=finding.kind,
        severity=severity,
        contest_id=key.contest_id,
        subject_id=key.subject_id,
        subject=subject,
        measure=key.measure,
        unit=key.unit,
        value_a=finding.value_a,
        value_b=finding.value_b,
        claim_ids_a=tuple(e.claim.claim_id for e in finding.side_a),
        claim_ids_b=tuple(e.claim.claim_id for e in finding.side_b),
        fact_ids=facts,
        explanation=_explained(finding, subject, weighed, config.labels),
    )


def _explained(finding: Finding, subject: str | None, weighed: str, labels: Mapping[str, str]) -> str:
    key, scope = finding.keys[0], finding.keys[0].scope
    words = measure_words(labels, key.measure, key.unit)
    # "on turnout" and "on seats of Blue", but "on the number of provinces".
    named = f"the {words}" if words.startswith(_ONE_THING) else words
    what = named + (f" of {subject}" if subject else "") + (f" in {scope}" if scope else "")
    sides = f"{quoted(finding.side_a)} {'then' if finding.kind == 'revision' else 'against'} {quoted(finding.side_b)}"
    if finding.kind in ("sum", "rank", "record"):
        sides = f"{finding.value_a} against {finding.value_b}; {sides}"
    reason = finding.reason[0].upper() + finding.reason[1:]
    note = f" {finding.note}" if finding.note else ""
    return f"{_OPENINGS[finding.kind]} {what}: {sides}. {reason}.{note} {weighed}"
