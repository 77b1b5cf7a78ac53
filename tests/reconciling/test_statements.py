"""Records, leads and offices: values that are texts."""

from __future__ import annotations

import pytest
from build import Story


def record(story: Story, article: str, text: str, **more: object) -> Story:
    return story.says(
        article,
        "record",
        text,
        value_text=text,
        unit="record",
        quantity={"value": None, "low": None, "high": None},
        **more,
    )


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("lowest since 2003", "lowest since 2005", ["record"]),
        ("lowest since 2003", "lowest since 2003", []),
        ("record low", "lowest since 2005", []),
        ("lowest since \u00b2\u2070\u2070\u00b3", "lowest since 2005", []),  # small digits are no year
        ("lowest since 2003", "highest since 2005", []),
        ("lowest since 2003", "lowest since the war", []),
    ],
)
def test_two_baselines_of_one_record(first: str, second: str, kinds: list[str]) -> None:
    story = record(record(Story(), "A", first), "B", second)
    assert story.kinds() == kinds


@pytest.mark.parametrize(
    ("text", "before", "kinds"),
    [
        ("lowest since 2020", "41", ["record"]),  # 2027 was lower
        ("lowest since 2020", "52", []),
        ("lowest since 2027", "41", []),  # the baseline itself is outside
        ("lowest since 2029", "41", []),
        ("record low", "41", ["record"]),
        ("highest since 2020", "41", []),
        ("highest since 2020", "52", ["record"]),
    ],
)
def test_a_figure_breaks_a_record(text: str, before: str, kinds: list[str]) -> None:
    story = record(Story(), "A", text).says("A", "turnout", "44.5").says("B", "turnout", before, contest="c2027")
    assert story.kinds() == kinds


def test_a_record_says_nothing_of_another_country() -> None:
    story = record(Story(), "A", "record low").says("A", "turnout", "44.5")
    assert story.contest("c2027", 2027, country="CZ").says("B", "turnout", "41", contest="c2027").kinds() == []


def office(story: Story, article: str, person: str, title: str, **more: object) -> Story:
    more = {
        "subject_kind": "person",
        "value_text": title,
        "unit": "text",
        "sentence": f"As {title} {person} spoke.",
    } | more
    return story.says(article, "role", title, person, **more)


def people(*names: str, country: str = "IQ") -> Story:
    story = Story()
    for name in names:
        story.entity(name, "person", country)
    return story


def test_two_holders_of_one_office_cannot_both_hold() -> None:
    story = people("Ana Lind", "Otto Berg")
    office(office(story, "A", "Ana Lind", "prime minister"), "B", "Otto Berg", "prime minister")
    assert story.kinds() == ["attribute"]
    assert {f.verdict for f in story.reconcile().facts} == {"disputed"}


@pytest.mark.parametrize(
    "why", ["former", "months later", "may be one person", "guest", "not exclusive", "other contest"]
)
def test_two_holders_that_may_both_be_right(why: str) -> None:
    second = "Lind" if why == "may be one person" else "Otto Berg"
    title = "minister" if why == "not exclusive" else "prime minister"
    story = people("Ana Lind", second, country="CZ" if why == "guest" else "IQ")
    more: dict[str, object] = {"contest": "c2027"} if why == "other contest" else {}
    if why == "former":
        more["sentence"] = f"Former {title} Otto Berg spoke."
    story.article("B", "2031-09-01" if why == "months later" else "2031-05-14")
    office(office(story, "A", "Ana Lind", title), "B", second, title, **more)
    assert story.kinds() == []


def test_two_offices_of_one_person_cannot_both_hold() -> None:
    story = people("Ana Lind")
    office(office(story, "A", "Ana Lind", "prime minister"), "B", "Ana Lind", "president")
    assert story.kinds() == ["attribute"]


def leads(story: Story, article: str, person: str, party: str, verb: str = "leads") -> Story:
    n = len(story.claims)
    sentence = f"{person} {verb} {party} now."
    story.says(article, "leads", party, person, subject_kind="person", value_text=party, unit="text", sentence=sentence)
    claim = story.claims[n][0]
    return story.link(article, claim.quantity.char_start, claim.quantity.char_end, party)


def test_two_leaders_of_one_party_cannot_both_hold() -> None:
    story = people("Ana Lind", "Otto Berg")
    assert leads(leads(story, "A", "Ana Lind", "Blue List"), "B", "Otto Berg", "Blue List").kinds() == ["attribute"]


def test_two_leaders_of_two_parties_can() -> None:
    story = people("Ana Lind", "Otto Berg")
    assert leads(leads(story, "A", "Ana Lind", "Blue List"), "B", "Otto Berg", "Red List").kinds() == []


def test_one_leader_of_two_parties_can() -> None:
    story = people("Ana Lind")
    assert leads(leads(story, "A", "Ana Lind", "Blue List"), "B", "Ana Lind", "Unity Alliance").kinds() == []


@pytest.mark.parametrize(
    ("one", "other", "kinds"), [("is president of", "leads", []), ("chairs", "leads", ["attribute"])]
)
def test_a_party_may_have_a_president_beside_its_leader(one: str, other: str, kinds: list[str]) -> None:
    story = leads(people("Ana Lind", "Otto Berg"), "A", "Ana Lind", "Blue List", one)
    assert leads(story, "B", "Otto Berg", "Blue List", other).kinds() == kinds


def test_two_presidents_of_one_party_cannot_both_hold() -> None:
    story = leads(people("Ana Lind", "Otto Berg"), "A", "Ana Lind", "Blue List", "is president of")
    assert leads(story, "B", "Otto Berg", "Blue List", "is president of").kinds() == ["attribute"]
