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


class _Kept(Extraction):
    """An extraction whose mentions and cues are made when somebody asks: who goes through the articles seldom does."""

    __slots__ = ("_cues", "_mentions")
    _mentions: bytes | tuple[Mention, ...]
    _cues: bytes | tuple[ContestCue, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The article's mentions, in text order."""
        made = self._mentions
        if isinstance(made, bytes):
            made = tuple([_mention(*fields) for fields in marshal.loads(made)])
            _set(self, "_mentions", made)
        return made

    @property
    def cues(self) -> tuple[ContestCue, ...]:
        """What the article says of its main election."""
        made = self._cues
        if isinstance(made, bytes):
            made = tuple([_cue(*fields) for fields in marshal.loads(made)])
            _set(self, "_cues", made)
        return made


_set = object.__setattr__  # the values are frozen


def extraction_keeper(folder: Path | None = None) -> Keeper[Extraction]:
    """Return what keeps extractions in `folder`, under their articles' ids."""
    # Claims are few beside the articles, and each stage would make its own of them.
    claims: dict[str, tuple[Claim, ...]] = {}

    def pack(extraction: Extraction) -> bytes:
        if extraction.claims:
            claims[extraction.article_id] = extraction.claims
        # A third of the time that JSON takes; nobody but this process writes these bytes.
        mentions = marshal.dumps([_of_mention(mention) for mention in extraction.mentions])
        cues = marshal.dumps([_of_cue(cue) for cue in extraction.cues])
        return marshal.dumps((extraction.article_id, mentions, cues, extraction.aliases, extraction.sentence_prints))

    def unpack(data: bytes) -> Extraction:
        article_id, mentions, cues, aliases, prints = marshal.loads(data)
        kept = object.__new__(_Kept)
        _set(kept, "article_id", article_id)
        _set(kept, "claims", claims.get(article_id, ()))
        _set(kept, "aliases", aliases)
        _set(kept, "sentence_prints", prints)
        _set(kept, "_mentions", mentions)
        _set(kept, "_cues", cues)
        return kept

    return Keeper(folder, pack, unpack)
