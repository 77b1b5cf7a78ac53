"""Single words that are a firm's in an article which also names somebody called so: Henry Ford and Ford Motor Co."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.resolving.names import PersonName
from pipeline.resolving.tools import Tools
from pipeline.types import Mention

_STRIP = ".,;:()'\"&"


def firm_limits(mentions: Sequence[Mention], people: Mapping[str, PersonName], tools: Tools) -> dict[str, int]:
    """Return each word that begins or ends a firm's longer name, with the sum up to which a mention of it is the firm.

    `people` are the prints that recognition took for people. "William Clay Ford Jr may one day run Ford Motor Co.
    Ford's board ..." is about both; for a word of the list of namesakes the firm is meant unless something says no.
    """
    bare = {text for text in people if " " not in text}
    bare |= {m.text for m in mentions if m.kind == "body" and tools.bearings.short_for_a_firm(m.text)}
    words = tools.names.bearing
    limits: dict[str, int] = {}
    for mention in mentions if bare else ():
        first, space, _ = mention.text.partition(" ")
        if not space or mention.kind not in ("body", "person"):
            continue
        before_last, _, last = mention.text.rpartition(" ")
        named = [word for word in (first, before_last.rpartition(" ")[2], last) if word in bare]
        if not named:
            continue
        headed = last.strip(_STRIP).lower() in words.company
        firm = headed or tools.bearings.names_a_firm(mention.text)
        for word in named:
            if tools.bearings.short_for_a_firm(word) and (mention.kind == "body" or firm):
                limits[word] = words.firm_limit
            elif firm:
                limits.setdefault(word, words.namesake_limit)
    return limits
