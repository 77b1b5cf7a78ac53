"""configs/reconciling.toml: what is refused, and that what it names exists."""

from __future__ import annotations

from pathlib import Path

import pytest
from build import CONFIG

from pipeline.configuring.reconciling import load_reconciling
from pipeline.configuring.strict import ConfigError

TEXT = (Path(__file__).parents[2] / "configs" / "reconciling.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("count_days = 60", "count_days = 60\ncolour = 1", "colour"),
        ("count_days = 60", "", "count_days"),
        ('whole = "seats_total"', "", "lacks 'whole'"),
        ("whole_value = 100.0", "", "either 'whole' or 'whole_value'"),
        ("projected = 0.4", "", "projected"),
        ('["president", "premier"]', '["president"]', "pair of offices"),
        ('kind = "ratio"', 'kind = "quotient"', "quotient"),
    ],
)
def test_wrong_configuration_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in TEXT
    (tmp_path / "reconciling.toml").write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load_reconciling(tmp_path)


def test_every_distinction_and_relation_has_a_reason_and_a_name_of_its_own() -> None:
    for blocks in (CONFIG.distinction, CONFIG.relation):
        assert all(b.reason for b in blocks)
        assert len({b.name for b in blocks}) == len(blocks)


def test_a_measure_behaves_in_one_way() -> None:
    c = CONFIG.comparing
    listed = [*c.counted, *c.growing, *c.texts]
    assert len(set(listed)) == len(listed)
