"""Conflicts of kind attribute: two leaders of one party, two holders of one office, two offices of one person.

Offices and leads change hands, and names are many: only plain statements of people who are surely two, printed within
days of each other, are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.configuring.reconciling import Attributes, ReconcilingConfig
from pipeline.keeping import finder
from pipeline.reconciling.comparing import same_article, same_sentence
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.findings import Finding, side
from pipeline.reconciling.stages import day
from pipeline.reconciling.wording import words
from pipeline.types import Entity, MentionLink, Resolved

Spans = Mapping[str, Sequence[tuple[int, int, str]]]


def attribute_findings(evidences: Sequence[Evidence], resolved: Resolved, config: ReconcilingConfig) -> list[Finding]:
    """Return one finding per two people of one lead or office, and per two offices of one person."""
    entities = {e.entity_id: e for e in resolved.entities}
    wanted = {e.claim.article_id for e in evidences if e.claim.measure == "leads"}
    links_of = finder(resolved.links, article_of)
    spans = _spans(links_of, wanted)
    held: dict[tuple[str, str, str], dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    offices: dict[tuple[str, str], dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    leads: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for e in evidences:
        if e.key.alone or e.key.subject_id is None or not _plain(e, config):
            continue
        contest, person = e.key.contest_id or "", e.key.subject_id
        if e.claim.measure == "leads" and (party := _value_entity(e, spans)) is not None:
            leads[contest, party, person].append(e)
        elif e.claim.measure == "role" and (office := _office(e, entities, config.attributes)) is not None:
            held[contest, "office", office][person].append(e)
            offices[contest, person][office].append(e)
    for (contest, party, person), said in leads.items():
        held[contest, f"lead {_post(said, config.attributes)}".strip(), party][person] = said
    found: list[Finding] = []
    for (_, what, which), holders in held.items():
        if what == "office" and which in config.attributes.company_offices:
            found.extend(_holders(what, {p: h for p, h in holders.items() if _printed_twice(h)}, entities, config))
        else:
            found.extend(_holders(what, holders, entities, config))
    return found + [f for by_office in offices.values() for f in _incompatible(by_office, config)]


def _plain(e: Evidence, config: ReconcilingConfig) -> bool:
    before, after = _around(e)
    if e.claim.measure == "role" and not set(after).isdisjoint(config.attributes.after_words):
        return False
    near = words(e.claim.value_text or "") + before + after
    return e.claim.confidence >= config.sums.confident and set(near).isdisjoint(config.attributes.past_words)


def _post(evidences: Sequence[Evidence], config: Attributes) -> str:
    """Return the person's post in the party where any print has one beside its name; "" for a plain leader."""
    near = [word for e in evidences for part in _around(e, 2) for word in part]
    return next((word for word in near if word in config.party_posts), "")


def _printed_twice(evidences: list[Evidence]) -> bool:
    return len({e.claim.article_id for e in evidences}) > 1


def _around(e: Evidence, behind: int = 1) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two words right before the office and as many right after it: "former", "-elect"."""
    q, start = e.claim.quantity, e.claim.sentence_start
    before = words(e.claim.sentence[: max(0, q.char_start - start)])
    after = words(e.claim.sentence[max(0, q.char_end - start) :])
    return before[-2:], after[:behind]


def article_of(links: Sequence[MentionLink]) -> str:
    """Return the article of these links, which are all of one."""
    return links[0].mention.article_id


def _spans(links_of: Callable[[str], Sequence[MentionLink] | None], articles: set[str]) -> Spans:
    return {
        article: [(k.mention.char_start, k.mention.char_end, k.entity_id) for k in links_of(article) or ()]
        for article in articles
    }


def _value_entity(e: Evidence, spans: Spans) -> str | None:
    """Return the entity that the value's own words name; None where no mention lies there."""
    q = e.claim.quantity
    found = [i for start, end, i in spans.get(e.claim.article_id, ()) if start < q.char_end and q.char_start < end]
    return found[0] if len(set(found)) == 1 else None


def _office(e: Evidence, entities: Mapping[str, Entity], config: Attributes) -> str | None:
    """Return the office where it is exclusive and surely of the contest's country; a guest's office is another's."""
    office = " ".join(words(e.claim.value_text or ""))
    person = entities.get(e.key.subject_id or "")
    country = e.contest.country if e.contest is not None else None
    if office not in config.exclusive_offices or person is None or country is None or person.country != country:
        return None
    return office


def _holders(
    what: str, holders: Mapping[str, list[Evidence]], entities: Mapping[str, Entity], config: ReconcilingConfig
) -> Iterator[Finding]:
    for a, b in combinations(sorted(holders), 2):
        if _two_people(a, b, entities):
            reason = f"one {what} has two holders in prints of {config.attributes.window_days} days"
            yield from _pair(holders[a], holders[b], reason, what, config)


def _two_people(a: str, b: str, entities: Mapping[str, Entity]) -> bool:
    """True where no name of one shares a word with a name of the other: Sadr and Moqtada al-Sadr may be one."""
    if a not in entities or b not in entities:
        return False
    names = [set(words(" ".join((entities[i].name, *entities[i].aliases)))) for i in (a, b)]
    return names[0].isdisjoint(names[1])


def _incompatible(by_office: Mapping[str, list[Evidence]], config: ReconcilingConfig) -> Iterator[Finding]:
    for first, second in config.attributes.incompatible:
        if first in by_office and second in by_office:
            reason = f"nobody is {first} and {second} at once"
            yield from _pair(by_office[first], by_office[second], reason, "two offices", config)


def _pair(
    ones: list[Evidence], others: list[Evidence], reason: str, name: str, config: ReconcilingConfig
) -> Iterator[Finding]:
    """Yield one finding where some claims of the two sides are near each other in time, with the nearest ones first."""
    strong = [[e for e in s if e.claim.rule not in config.attributes.weak_rules] for s in (ones, others)]
    near = _nearest(strong[0], strong[1], config.attributes.window_days)
    if near is None:
        return
    a, b = near
    yield Finding(
        kind="attribute",
        side_a=side(ones),
        side_b=side(others),
        value_a=_said(a),
        value_b=_said(b),
        distance=config.severity.text_distance,
        reason=reason,
        keys=tuple(dict.fromkeys((a.key, b.key))),
        name=name,
        inside=same_article(a, b),
    )


def _nearest(ones: list[Evidence], others: list[Evidence], window: int) -> tuple[Evidence, Evidence] | None:
    """Return two claims printed within the window, or in one undated article; walks both sides once, in date order."""
    dated = sorted(
        (
            (d, side_number, e.sort_key, e)
            for side_number, s in ((0, ones), (1, others))
            for e in s
            if (d := day(e.published))
        ),
        key=lambda x: x[:3],
    )
    best: tuple[int, Evidence, Evidence] | None = None
    last: dict[int, tuple[int, Evidence]] = {}
    for d, number, _, e in dated:
        other = last.get(1 - number)
        last[number] = (d.toordinal(), e)
        if other is None or same_sentence(other[1], e):
            continue
        days = d.toordinal() - other[0]
        if days <= window and (best is None or days < best[0]):
            best = (days, other[1], e) if number else (days, e, other[1])
    if best is not None:
        return best[1], best[2]
    undated = {e.claim.article_id: e for e in ones if not e.published}
    for e in others:
        one = undated.get(e.claim.article_id)
        if one is not None and not same_sentence(one, e):
            return one, e
    return None


def _said(e: Evidence) -> str:
    return f"{e.resolution.subject or e.claim.subject_text}: {e.claim.value_text}"
