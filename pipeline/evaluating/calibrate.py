"""Measured precision per rule: what `confidence` is read off."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pipeline.evaluating.score import Score

HEAD = """# How often each rule was right on the project's marked articles: [right, said]. Written by
# `tallywire evaluate GOLD --calibrate FILE`; not to be edited by hand. `figure`: the rule that read the measure,
# right when measure, place and value are the marked ones. `subject`: the rule that tied the figure to its
# subject, right when the subject is a marked one, counted where the figure is right.
"""


def counts(score: Score) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return [right, said] of each reading rule and each naming rule, in the order of their names."""
    figure: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    subject: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for answer in score.answers:
        reading, _, naming = str(answer.claim["rule"]).partition("/")
        figure[reading][0] += answer.value
        figure[reading][1] += 1
        if naming and answer.value:
            subject[naming][0] += answer.subject
            subject[naming][1] += 1
    for row in score.extra:
        figure[str(row["rule"]).partition("/")[0]][1] += 1
    return dict(sorted(figure.items())), dict(sorted(subject.items()))


def write(score: Score, path: Path) -> None:
    """Write the counts as TOML to `path`. Raises OSError where it cannot be written."""
    figure, subject = counts(score)
    lines = [HEAD, "[figure]", *_lines(figure), "", "[subject]", *_lines(subject)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lines(table: dict[str, list[int]]) -> list[str]:
    return [f'"{name}" = [{right}, {said}]' for name, (right, said) in table.items()]
