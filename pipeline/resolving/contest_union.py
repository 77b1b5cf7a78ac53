"""European elections: each member of the Union holds its own, and most figures are of one member's vote."""

from __future__ import annotations

import dataclasses

from pipeline.configuring.configuration import Configuration
from pipeline.resolving.contest_evidence import Evidence
from pipeline.resolving.contest_main import Main
from pipeline.resolving.contest_verdict import Verdict
from pipeline.types import Claim


def member_told(claim: Claim, main: Main, evidence: Evidence, config: Configuration) -> str | None:
    """The member of the Union whose part of the main election a claim tells of; None for all, or for no such election.

    The only member that the sentence names ("In Italy the Democrats got 40.8 percent"), else the one whose party it
    is ("behind the UMP, which got 21%"), else the only one of the article ("LONDON - ... in the European elections").
    Several, or the Union's own seat, tell of all of them.
    """
    if main.occasion is None or main.occasion.country != config.contests.kinds.union:
        return None
    at = claim.quantity.char_start - claim.sentence_start
    behind = claim.sentence[at:].partition(",")[0]
    seats = config.contests.kinds.union_seats
    named = {c.value for c in evidence.countries if c.basis.casefold() not in seats}
    owners = {p.country for p in config.parties.find(claim.subject_text or "", None, main.occasion.year)}
    owners = owners if len(owners) == 1 else set()  # "the Socialists" are of many
    for here in (_named(claim.sentence[:at], config), _named(behind, config), owners, named):
        members = here & set(config.contests.kinds.union_members)
        if members:
            return members.pop() if len(members) == 1 else None
    return None


def _named(text: str, config: Configuration) -> set[str]:
    """The countries that the words of the text name, but for the seats of the Union."""
    plain = text.replace("'s", " ").replace("\u2019s", " ")
    words = [word.strip('.,;:()"') for word in plain.split()]
    inside = {n for n in range(1, len(words)) if config.places.division_of(f"{words[n - 1]} {words[n]}")}
    titles = config.annotating.titles  # "the party of German Chancellor Angela Merkel" sits with others
    inside |= {n for n, word in enumerate(words[1:]) if word[:1].isupper() and word.casefold() in titles}
    named = (w for n, w in enumerate(words) if w[:1].isupper() and n not in inside)  # "Northern Ireland" is no Ireland
    codes = (config.places.country_of(w) for w in named if w.casefold() not in config.contests.kinds.union_seats)
    return {code for code in codes if code is not None}


def of_member(verdict: Verdict, member: str | None, config: Configuration) -> Verdict:
    """The verdict with the member's part of a European election in the place of the whole."""
    if member is None or verdict.occasion is None or verdict.occasion.country != config.contests.kinds.union:
        return verdict
    occasion = dataclasses.replace(verdict.occasion, country=member)
    return dataclasses.replace(verdict, occasion=occasion, basis=f"{verdict.basis}; told of {member}")
