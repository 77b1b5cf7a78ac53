"""The parser's moves, all sentences of a chunk at once.

spaCy adds up the features of each sentence's next move one by one, and takes a lock for every one of them: that is
most of the parser's time. Here the scores of all sentences' next moves are one product; the moves are spaCy's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import numpy as np

from pipeline.annotating.encoding import FEWEST, Floats, UnknownShape


class Parser:
    """Finds heads and labels as spaCy's greedy `parser` does."""

    def __init__(self, parser: Any) -> None:
        """Take the weights out of the component. Raises UnknownShape where spaCy's own code must run it."""
        try:
            # What a state of spaCy's looks at, as spaCy's own scoring asks for it.
            self._token_ids = import_module("spacy.ml.parser_model").ParserStepModel.get_token_ids
            tokens, lower, upper = parser.model.layers
            linear = tokens.layers[-1]
            weights = lower.get_param("W")  # (features, out, pieces, in)
            self._features, self._width = weights.shape[:2]
            self._reduce, self._reduce_bias = np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b")
            self._score, self._score_bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
            # The pieces side by side: of each hidden value the first piece, then of each the second.
            self._lower = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(weights.shape[3], -1))
            self._pad = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(self._features, -1)
            self._bias = np.ascontiguousarray(lower.get_param("b").T.reshape(-1))
            fits = weights.shape[2] == 2 and not parser.model.attrs["unseen_classes"]
            fits = fits and parser.cfg["beam_width"] == 1 and self._score.shape[1] == parser.moves.n_moves
        except (ImportError, AttributeError, KeyError, ValueError, TypeError, IndexError) as error:
            raise UnknownShape(str(error)) from None
        if not fits or (linear.name, upper.name, lower.name) != ("linear", "linear", "precomputable_affine"):
            raise UnknownShape(parser.model.name)
        self._parser = parser
        self._sizes = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))

    def parse(self, docs: Sequence[Any], vectors: Sequence[Floats]) -> None:
        """Set heads and labels of spaCy Docs, none of them empty; `vectors` are their tokens' in their context."""
        features = self._precomputed(np.concatenate(list(vectors)))
        states = self._parser.moves.init_batch(docs)
        open_ = list(states)
        while open_:
            at = self._token_ids(self._sizes, open_) + 1  # 0, the first row, is no token
            if len(at) < FEWEST:
                at = np.resize(at, (FEWEST, self._features))
            sums = features[0][at[:, 0]]
            for column in range(1, self._features):
                sums += features[column][at[:, column]]
            sums += self._bias
            scores = np.maximum(sums[:, : self._width], sums[:, self._width :]) @ self._score
            scores += self._score_bias
            open_ = self._parser.transition_states(open_, scores[: len(open_)])
        self._parser.set_annotations(docs, states)

    def _precomputed(self, vectors: Floats) -> list[Floats]:
        """What each token adds to a move's hidden values: a table for each place it may have; row 0 is no token."""
        tokens = vectors @ self._reduce
        tokens += self._reduce_bias
        product = tokens @ self._lower
        size = 2 * self._width
        parts = [product[:, n * size : (n + 1) * size] for n in range(self._features)]
        return [np.concatenate([pad[None], part]) for pad, part in zip(self._pad, parts, strict=True)]
