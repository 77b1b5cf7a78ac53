"""The extractions of a run, kept on disk: claims alone stay in memory, for every stage after asks for them."""

from __future__ import annotations

import marshal
from operator import attrgetter
from pathlib import Path

from pipeline.keeping import Keeper, maker
from pipeline.types import Claim, ContestCue, Extraction, Mention

_of_mention = attrgetter(*Mention.__slots__)
_of_cue = attrgetter(*ContestCue.__slots__)
_mention, _cue = maker(Mention), maker(ContestCue)


def extraction_keeper(folder: Path | None = None) -> Keeper[Extraction]:
    """Return what keeps extractions in `folder`, under their articles' ids."""
    # Claims are few beside the articles, and each stage would make its own of them.
    claims: dict[str, tuple[Claim, ...]] = {}

    def pack(extraction: Extraction) -> bytes:
        if extraction.claims:
            claims[extraction.article_id] = extraction.claims
        mentions = [_of_mention(mention) for mention in extraction.mentions]
        cues = [_of_cue(cue) for cue in extraction.cues]
        # A third of the time that JSON takes; nobody but this process writes these bytes.
        return marshal.dumps((extraction.article_id, mentions, cues, extraction.aliases, extraction.sentence_prints))

    def unpack(data: bytes) -> Extraction:
        article_id, mentions, cues, aliases, prints = marshal.loads(data)
        return Extraction(
            article_id,
            tuple([_mention(*fields) for fields in mentions]),
            claims.get(article_id, ()),
            tuple([_cue(*fields) for fields in cues]),
            aliases,
            prints,
        )

    return Keeper(folder, pack, unpack)
