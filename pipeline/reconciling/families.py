"""Which articles share so many sentences that they are one piece of writing, edited."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.configuring.reconciling import Origins
from pipeline.types import Extraction

Numbers = npt.NDArray[np.int64]


@dataclass(slots=True)
class Groups:
    """Disjoint sets; the smallest member stands for its set, so the result does not depend on the order of joining."""

    parent: dict[Hashable, Hashable] = field(default_factory=dict)

    def find(self, item: Hashable) -> Hashable:
        """Return the smallest member of the item's set."""
        root = item
        while self.parent.setdefault(root, root) != root:
            root = self.parent[root]
        while self.parent[item] != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def join(self, a: Hashable, b: Hashable) -> None:
        """Make one set of the sets of a and b."""
        low, high = sorted((self.find(a), self.find(b)))  # type: ignore[type-var]
        self.parent[high] = low


@dataclass(frozen=True, slots=True)
class _Shared:
    """The sentences that several articles print, one row a sentence and article: the rows of one sentence together,
    in order of the articles' numbers. `last` is the last row of the same sentence, `first` the first.
    """

    owner: Numbers
    first: Numbers
    last: Numbers


def article_families(extractions: Iterable[Extraction], config: Origins) -> dict[str, str]:
    """Return article_id -> the smallest article_id of those that share enough of its sentences.

    `extractions` come in order of their articles' ids. An article that shares with none is not in it.
    """
    names: list[str] = []
    sizes = array("L")
    prints, owners = array("q"), array("i")
    for extraction in extractions:
        # Not the prints but their hashes: equal prints need only meet, and numbers take a tenth of the room of texts.
        own = {hash(h) for start, end, h in extraction.sentence_prints if end - start >= config.min_sentence_chars}
        prints.extend(own)
        owners.extend([len(names)] * len(own))
        names.append(extraction.article_id)
        sizes.append(len(own))
    groups = Groups()
    for one, shared in _counts(_shared(prints, owners), config):
        for other, times in shared.items():
            if times >= config.family_shared and times >= config.family_share * min(sizes[one], sizes[other]):
                groups.join(names[one], names[other])
    return {article_id: str(groups.find(article_id)) for article_id in list(groups.parent)}  # type: ignore[misc]


def _shared(prints: array[int], owners: array[int]) -> _Shared:
    keys = np.array(prints, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], np.array(owners, dtype=np.int64)[order]
    begins = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
    lengths = np.diff(begins, append=len(keys))
    several = lengths > 1
    rows = np.repeat(several, lengths)
    lengths = lengths[several]
    first = np.repeat(np.cumsum(lengths) - lengths, lengths)
    return _Shared(owner[rows], first, first + np.repeat(lengths, lengths) - 1)


def _counts(shared: _Shared, config: Origins) -> Iterator[tuple[int, Counter[int]]]:
    """Yield for each article how many sentences it shares with others that come after it."""
    by_owner = np.argsort(shared.owner, kind="stable")
    owner = shared.owner[by_owner]
    begins = np.flatnonzero(np.diff(owner, prepend=-1)).tolist()
    for start, end in pairwise([*begins, len(owner)]):
        found: Counter[int] = Counter()
        for row in by_owner[start:end].tolist():
            first, last = int(shared.first[row]), int(shared.last[row])
            # Of a sentence that everybody prints, each is held against the first and against its neighbours.
            if last - first >= config.all_pairs and row != first:
                last = min(last, row + config.window)
            found.update(shared.owner[row + 1 : last + 1].tolist())
        yield int(owner[start]), found
