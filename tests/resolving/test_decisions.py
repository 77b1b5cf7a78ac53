"""Decisions by people: what they change, what they leave, and that a row taken away leaves no trace."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from pipeline.configuring.configuration import Configuration
from pipeline.configuring.decisions import Decision, Decisions, load_decisions, read_decisions
from pipeline.configuring.strict import ConfigError
from pipeline.resolving.decided import decided_claims
from pipeline.resolving.entities import EntityTable, resolve_entities
from pipeline.types import Extraction
from tests.resolving.marked_up import article

PEOPLE = [
    article("a", "[person Chris Perryman] spoke. [person Perryman] left.", "GB"),
    article("b", "[person Chris Perriman] spoke.", "GB"),
    article("c", "[person Alma Kvist] and [person Sven Kvist] met.", "SE"),
    article("d", "[party Orchard Reform League] won; the [party Orchard List] lost.", "XK"),
]


def decided(config: Configuration, *rows: tuple[str, str, str]) -> Configuration:
    return dataclasses.replace(config, decisions=Decisions(tuple(Decision(*row, "seen it") for row in rows)))


def ids(table: EntityTable) -> dict[tuple[str, str], str]:
    return {(link.mention.article_id, link.mention.text): link.entity_id for link in table.links}


@pytest.fixture
def plain(config: Configuration) -> dict[tuple[str, str], str]:
    found = ids(resolve_entities(PEOPLE, config))
    assert found["a", "Chris Perryman"] == found["b", "Chris Perriman"]
    assert found["c", "Alma Kvist"] != found["c", "Sven Kvist"]
    return found


def test_same_takes_the_second_into_the_first_and_nothing_else_changes(
    config: Configuration, plain: dict[tuple[str, str], str]
) -> None:
    alma, sven = plain["c", "Alma Kvist"], plain["c", "Sven Kvist"]
    table = resolve_entities(PEOPLE, decided(config, ("same", alma, sven)))
    found = ids(table)
    assert found["c", "Alma Kvist"] == found["c", "Sven Kvist"] == alma
    assert {place: entity for place, entity in found.items() if place[0] != "c"} == {
        place: entity for place, entity in plain.items() if place[0] != "c"
    }
    assert "by decision" in next(link.basis for link in table.links if link.mention.text == "Sven Kvist")
    assert sven not in {entity.entity_id for entity in table.entities}
    assert table.unapplied(decided(config, ("same", alma, sven)).decisions) == []


def test_a_row_taken_away_leaves_no_trace(config: Configuration, plain: dict[tuple[str, str], str]) -> None:
    resolve_entities(PEOPLE, decided(config, ("same", plain["c", "Alma Kvist"], plain["c", "Sven Kvist"])))
    assert ids(resolve_entities(PEOPLE, config)) == plain


def test_a_name_is_parted_from_its_entity_which_keeps_its_id(
    config: Configuration, plain: dict[tuple[str, str], str]
) -> None:
    entity = plain["a", "Chris Perryman"]
    found = ids(resolve_entities(PEOPLE, decided(config, ("different", entity, "Chris Perriman"))))
    assert found["a", "Chris Perryman"] == found["a", "Perryman"] == entity
    assert found["b", "Chris Perriman"] not in set(plain.values())


def test_a_name_is_parted_within_one_article_too(config: Configuration) -> None:
    one = [article("e", "[person Chris Perryman] met [person Chris Perriman].", "GB")]
    before = ids(resolve_entities(one, config))
    assert len(set(before.values())) == 1
    after = ids(resolve_entities(one, decided(config, ("different", before["e", "Chris Perryman"], "Chris Perriman"))))
    assert len(set(after.values())) == 2


def test_entities_kept_apart_stay_so_when_an_article_would_join_them(config: Configuration) -> None:
    apart = [article("f", "[party Orchard Reform League]", "XK"), article("g", "[party Plum Union]", "XK")]
    before = ids(resolve_entities(apart, config))
    joined = [*apart, article("h", "the [party Plum Union] ([party Orchard Reform League])", "XK", aliases=_ALIASES)]
    assert len(set(ids(resolve_entities(joined, config)).values())) == 1
    pair = (before["f", "Orchard Reform League"], before["g", "Plum Union"])
    found = ids(resolve_entities(joined, decided(config, ("different", *pair))))
    assert (found["f", "Orchard Reform League"], found["g", "Plum Union"]) == pair


_ALIASES = (("Plum Union", "Orchard Reform League"),)


def test_of_two_decisions_on_one_pair_the_later_counts(
    config: Configuration, plain: dict[tuple[str, str], str]
) -> None:
    pair = (plain["c", "Alma Kvist"], plain["c", "Sven Kvist"])
    assert ids(resolve_entities(PEOPLE, decided(config, ("same", *pair), ("different", *pair)))) == plain


UNKNOWN = "per-0123456789abcdef"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("same", "{alma}", UNKNOWN)], f"{UNKNOWN} is no entity that this run knows"),
        ([("different", "{alma}", "Nobody Here")], "Nobody Here is no name in the articles that this run knows"),
        ([("same", "{alma}", "{party}")], "two entities of one kind"),
        ([("different", "{alma}", "{chris}"), ("same", "{sven}", "{alma}"), ("same", "{sven}", "{chris}")], "apart"),
    ],
)
def test_what_cannot_be_applied_is_said_and_does_no_harm(
    config: Configuration, plain: dict[tuple[str, str], str], rows: list[tuple[str, str, str]], said: str
) -> None:
    names = {"alma": plain["c", "Alma Kvist"], "sven": plain["c", "Sven Kvist"]}
    names |= {"chris": plain["a", "Chris Perryman"], "party": plain["d", "Orchard Reform League"]}
    made = decided(config, *((kind, one.format(**names), two.format(**names)) for kind, one, two in rows))
    table = resolve_entities(PEOPLE, made)
    (sentence,) = table.unapplied(made.decisions)
    assert said in sentence and "not applied" in sentence
    assert ids(table)["a", "Chris Perryman"] == names["chris"]


CLAIMS = {"k_1": "a_1", "k_2": "a_1", "k_3": "a_2"}
OWN = ("c_own", "a date in the sentence")


@pytest.mark.parametrize(
    ("rows", "claim", "contest", "basis"),
    [
        ([], "k_1", "c_own", "a date in the sentence"),
        ([("contest", "k_1", "c_new")], "k_1", "c_new", "by decision (seen it); else: a date in the sentence"),
        ([("contest", "k_1", "c_new")], "k_2", "c_own", "a date in the sentence"),
        ([("contest", "a_1", "c_new")], "k_2", "c_new", "by decision (seen it); else: a date in the sentence"),
        ([("contest", "k_1", "c_own"), ("contest", "a_1", "c_new")], "k_1", "c_own", "by decision"),
        ([("drop", "k_1", "")], "k_1", None, "dropped by decision (seen it); else: a date in the sentence"),
        ([("contest", "k_1", "c_lost")], "k_1", "c_own", "a date in the sentence"),
    ],
)
def test_a_claims_contest(rows: list[tuple[str, str, str]], claim: str, contest: str | None, basis: str) -> None:
    found = decided_claims(Decisions(tuple(Decision(*row, "seen it") for row in rows)), CLAIMS, {"c_own", "c_new"})
    contest_id, why = found.contest(claim, OWN)
    assert contest_id == contest and why.startswith(basis)


def test_decisions_on_what_is_not_there_are_told() -> None:
    rows = (Decision("drop", "k_9", "", ""), Decision("contest", "k_1", "c_9", ""))
    said = decided_claims(Decisions(rows), CLAIMS, {"c_own"}).unapplied
    assert ["k_9 is no claim" in said[0], "c_9 is no contest" in said[1]] == [True, True]


@pytest.mark.parametrize(
    ("row", "mend"),
    [("odd,a,b,", "the kinds are"), ("same,a,,", "lacks an id"), ("drop,,,", "lacks an id"), ("same,a,b", "fields")],
)
def test_a_file_that_cannot_be_meant_is_refused(tmp_path: Path, row: str, mend: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(f"kind,id_a,id_b,note\n{row}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=mend):
        read_decisions(path)


def test_without_a_file_nothing_is_decided(tmp_path: Path) -> None:
    assert load_decisions(tmp_path).rows == ()


def test_the_decisions_digest_tells_decisions_not_comments(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("kind,id_a,id_b,note\ndrop,k_1,,\n", encoding="utf-8")
    two.write_text("# a remark\nkind,id_a,id_b,note\ndrop,k_1,,\n", encoding="utf-8")
    assert read_decisions(one).digest == read_decisions(two).digest != Decisions().digest


def test_order_of_articles_does_not_matter_to_decisions(
    config: Configuration, plain: dict[tuple[str, str], str]
) -> None:
    made = decided(config, ("different", plain["a", "Chris Perryman"], "Chris Perriman"))
    backwards: list[Extraction] = list(reversed(PEOPLE))
    assert ids(resolve_entities(backwards, made)) == ids(resolve_entities(PEOPLE, made))
