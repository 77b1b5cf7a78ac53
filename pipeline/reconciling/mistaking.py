"""When two figures that cannot both be right are likelier of two things than a contradiction.

Asked only of pairs that are apart. What is printed is asked, not what the print allows: a wider interval must never
make a figure believed that was not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.configuring.reconciling import Comparing, ReconcilingConfig
from pipeline.reconciling.comparing import agree
from pipeline.reconciling.evidence import Evidence
from pipeline.reconciling.keys import Key
from pipeline.reconciling.severity import printed_distance

_FIGURES_ASKED = 40  # of one article on one key
_LIMITS = ("at_least", "at_most", "more_than", "less_than")

# Country, subject, measure, unit, scope and the printed value -> the articles that print it, by contest.
Places = Mapping[tuple[object, ...], Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the claims of one key: each article's own figures on it, and where else they are printed."""

    by_article: Mapping[str, Sequence[Evidence]]
    scattered: frozenset[str]
    places: Places
    config: ReconcilingConfig


def places_of(by_key: Mapping[Key, Sequence[Evidence]], config: ReconcilingConfig) -> Places:
    """Return where each figure of a counted measure is printed; a chamber has its seats in every year."""
    found: dict[tuple[object, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, evidences in by_key.items():
        if key.alone or key.contest_id is None or key.measure not in config.comparing.counted:
            continue
        for e in evidences:
            found[_place(e)][key.contest_id].add(e.claim.article_id)
    return {place: {c: frozenset(a) for c, a in contests.items()} for place, contests in found.items()}


def surroundings(evidences: Sequence[Evidence], places: Places, config: ReconcilingConfig) -> Surroundings:
    """Return the surroundings of one key's claims."""
    found: dict[str, dict[object, Evidence]] = defaultdict(dict)
    for e in evidences:
        found[e.claim.article_id].setdefault((e.interval, e.claim.quantity.value), e)
    by_article = {article_id: list(different.values()) for article_id, different in found.items()}
    scattered = frozenset(article_id for article_id, figures in by_article.items() if _scattered(figures, config))
    return Surroundings(by_article, scattered, places, config)


def two_writers(
    ones: Sequence[Evidence], others: Sequence[Evidence], around: Surroundings
) -> tuple[Evidence, Evidence] | None:
    """Return two claims of articles of which neither gives both figures; None where each two have such an article.

    A writer who gives 200 seats of a chamber knows what the 37 in the next paragraph are: not its seats.
    """
    config = around.config.comparing
    alone = [a for a in ones if not _gives(a.claim.article_id, others[0], around, config)]
    across = [b for b in others if not _gives(b.claim.article_id, ones[0], around, config)]
    return (alone[0], across[0]) if alone and across else None


def mistaken(same: Sequence[Evidence], around: Surroundings) -> bool:
    """True where claims of one print stand only in scattered articles, or print the figure of another round or year.

    "Just 35 percent of those on the rolls came", printed between the rounds, is the first round's turnout.
    """
    articles = {e.claim.article_id for e in same}
    if articles <= around.scattered:
        return True
    contests = around.places.get(_place(same[0]), {})
    own = same[0].key.contest_id
    here = len(contests.get(own or "", ()))
    return any(c != own and len(printing - articles) >= here for c, printing in contests.items())


def limited(e: Evidence) -> bool:
    """True for "more than 55" and the like."""
    return e.claim.quantity.qualifier in _LIMITS


def _place(e: Evidence) -> tuple[object, ...]:
    country = e.contest.country if e.contest is not None else None
    return (country, e.key.subject_id, e.key.measure, e.key.unit, e.key.scope, e.claim.quantity.value)


def _gives(article_id: str, figure: Evidence, around: Surroundings, config: Comparing) -> bool:
    return any(agree(e, figure, config) for e in around.by_article[article_id])


def _scattered(figures: Sequence[Evidence], config: ReconcilingConfig) -> bool:
    """True for an article that itself prints two figures far apart: they are of two parts of which none was read."""
    firm = [e for e in figures if not limited(e) and not e.earlier]
    return any(
        a.stage == b.stage
        and a.aspects == b.aspects
        and printed_distance(a, b, config.severity) > config.comparing.inside_far
        for a, b in combinations(firm[:_FIGURES_ASKED], 2)
    )
