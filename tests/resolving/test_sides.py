"""Which words are a side of a referendum, and which are names of their own or may be either."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.sides import load_sides
from pipeline.configuring.strict import ConfigError
from pipeline.resolving.entities import resolve_entities
from pipeline.types import Claim, Contest, Extraction
from tests.resolving.marked_up import article, claim

VOTE = Contest("c", "TO", "referendum", None, None, 2031, "2031-05-14", "test")

# The sentence with the subject in brackets -> the side; None: as printed.
SENTENCES = [
    ("[Yes] won 57 percent.", "Yes"),
    ('The ["No" side] captured 75 percent.', "No"),
    ("The [No camp] took 57 percent.", "No"),
    ("[No votes] were 3,548,477.", "No"),
    ("[voted Yes] 1,230,937", "Yes"),
    ("Of the islanders 57 percent [voted against] and 43 percent for.", "No"),
    ("Some 57 percent voted [against] the new treaty.", "No"),
    ("The final count was 66.4 percent [in favour], it said.", "Yes"),
    ("[voted in favor of the new constitution] 57 percent", "Yes"),
    ("57 percent [rejected the draft constitution]", "No"),
    ("57 percent [approved the amendments]", "Yes"),
    ("The [opponents] of the proposed charter won 57 percent.", "No"),
    ("The [opponents], symbolised by an orange, won 57 percent.", "No"),
    ("while [supporters] got 43 percent", "Yes"),
    ("[Supporters] polled 43 percent.", "Yes"),
    ("The islanders [voted No to independence] by 57 percent to 43.", "No"),
    ("The islanders [voted Yes on the charter] by 57 percent to 43.", "Yes"),
    ("The draft was rejected with 57 percent [opposed] and 43 in favour.", "No"),
    # names of their own, and what cannot be told
    ("[Remain] won 48 percent.", None),
    ("[Orange] won 57 percent.", None),
    ("[backed independence] 57 percent", None),
    ("Some 57 percent voted [against] separation.", None),
    ("[voted to keep their king] 57 percent", None),
    ("[rejected] 57 percent", None),
    ("Smith's [supporters] got 43 percent.", None),
    ("government [supporters] got 43 percent", None),
    ("[Supporters] of the premier got 43 percent.", None),
    ("[No Land Tax Party] won 57 percent.", None),
    ("[opposed him] 57 percent", None),
    # one vote of several, and questions asked the other way round
    ("On the second question [No] won 57 percent.", None),
    ("In the recall vote [supporters] got 43 percent.", None),
    ("In the recall vote [No] won 57 percent.", "No"),
]


def _claim(marked: str) -> Claim:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    plain = claim(article("a", text, "TO"), text[start:end], "party", "vote_share", at=(start, end))
    return replace(plain, sentence=text, sentence_start=0, sentence_end=len(text))


def _side(config: Configuration, marked: str, contest: Contest | None = VOTE) -> tuple[str | None, str | None, str]:
    one = _claim(marked)
    return resolve_entities([Extraction("a", (), (one,))], config).resolve_subject(one, 2031, contest)


@pytest.mark.parametrize(("marked", "side"), SENTENCES)
def test_a_side_is_one_entity_whatever_it_is_called(config: Configuration, marked: str, side: str | None) -> None:
    entity, name, why = _side(config, marked)
    own = _side(config, f"[{side or 'Yes'}] won 57 percent.")
    if side is None:
        assert entity != own[0], why
        assert "side of the referendum" not in why
    else:
        assert (entity, name) == own[:2], why
        assert name == side


@pytest.mark.parametrize(
    "contest",
    [
        None,
        replace(VOTE, kind="legislative"),
        replace(VOTE, country="CH"),
        replace(VOTE, country="AU", date="1988-09-03"),
    ],
)
def test_only_a_referendum_on_one_question_has_sides(config: Configuration, contest: Contest | None) -> None:
    assert "side of the referendum" not in _side(config, "The [No camp] took 57 percent.", contest)[2]


def test_where_a_side_is_called_remain_supporters_may_be_either(config: Configuration) -> None:
    remain, supporters = _claim("[Remain] won 48 percent."), _claim("[Supporters] polled 43 percent.")
    table = resolve_entities([Extraction("a", (), (remain, replace(supporters, claim_id="k2")))], config)
    assert "side of the referendum" not in table.resolve_subject(supporters, 2031, VOTE)[2]


def test_a_side_is_told_apart_from_parties(config: Configuration) -> None:
    one = _claim("[Yes] won 57 percent.")
    table = resolve_entities([Extraction("a", (), (one,))], config)
    entity, _, _ = table.resolve_subject(one, 2031, VOTE)
    assert [e.party_kind for e in table.entities if e.entity_id == entity] == ["side"]


def test_a_referendum_has_two_sides_in_the_configuration(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "configs" / "names" / "sides.toml").read_text(encoding="utf-8")
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "sides.toml").write_text(text.replace('name = "No"', 'name = "Yes"'), encoding="utf-8")
    with pytest.raises(ConfigError, match="two sides"):
        load_sides(tmp_path)
