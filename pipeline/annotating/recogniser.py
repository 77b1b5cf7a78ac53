"""The recogniser's decisions and the sentences' starts, all tokens of an article at once.

spaCy walks through a text token by token; two thirds of the recogniser's time go there into locks, not products.
But whether a name begins at a token depends on nothing that was decided before, as long as none is open. So what
would be done at each token with no name open is worked out in one product, and the names that would begin there are
followed to their ends in rounds: the first after the beginning for all of them, then the second, and so on. The walk
that is left only steps over what lies inside a name already taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.annotating.encoding import Encoder, Floats, UnknownShape

Ints = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Entity = tuple[int, int, str]  # first token, token after the last, label

_FEATURES = 3  # the token itself, the first of the open name, the token before


@dataclass(frozen=True, slots=True)
class _Moves:
    """Columns of the scores: of beginning, going on, ending and single-token names a label, and of no name."""

    labels: tuple[str, ...]
    begin: Ints
    inside: Ints
    last: Ints
    unit: Ints
    out: int


class Recogniser:
    """Finds entities as spaCy's greedy `ner` does."""

    def __init__(self, ner: Any) -> None:
        """Take the weights out of the component. Raises UnknownShape where spaCy's own code must run it."""
        try:
            tokens, lower, upper = ner.model.layers
            encoder, _, linear = tokens.layers
            weights = lower.get_param("W")  # (features, out, pieces, in)
            pad, bias = lower.get_param("pad")[0], lower.get_param("b")
            self._reduce, self._reduce_bias = np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b")
            self._score, self._score_bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
            names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
            self._moves = _moves(names)
            fits = len(weights) == _FEATURES and weights.shape[2] == 2 and not ner.model.attrs["unseen_classes"]
            fits = fits and ner.cfg["beam_width"] == 1 and self._score.shape[1] == len(names)
        except (AttributeError, KeyError, ValueError, TypeError, IndexError) as error:
            raise UnknownShape(str(error)) from None
        if not fits or (linear.name, upper.name, lower.name) != ("linear", "linear", "precomputable_affine"):
            raise UnknownShape(ner.model.name)
        self._encoder = Encoder(encoder)
        self.columns = self._encoder.columns
        self._width = weights.shape[1]
        self._lower = [np.ascontiguousarray(w.transpose(2, 1, 0).reshape(w.shape[2], -1)) for w in weights]
        self._pad = [np.ascontiguousarray(p.T.reshape(-1)) for p in pad]
        self._bias = np.ascontiguousarray(bias.T.reshape(-1))
        moves = self._moves
        self._closed = np.concatenate([moves.begin, moves.unit, [moves.out]])

    def entities(self, doc: Any) -> list[Entity]:
        """Return the entities of a spaCy Doc without entities, in order; its sentence starts are kept to."""
        if not len(doc):
            return []
        tokens = self._encoder([doc])[0] @ self._reduce
        tokens += self._reduce_bias
        facts = doc.to_array(["IS_SPACE", "SENT_START"])
        space = facts[:, 0] == 1
        ends = np.append(facts[1:, 1] == 1, True)  # no name goes beyond this token
        own = tokens @ self._lower[0]
        begins, labels, units = self._closed_moves(own, space, ends)
        stops = self._follow(tokens, own, begins, labels, ends)
        found = sorted(
            [(int(i), int(i) + 1, int(label)) for i, label in units]
            + [(int(b), int(s) + 1, int(label)) for b, s, label in zip(begins, stops, labels, strict=True)]
        )
        out, free = [], 0
        for start, end, label in found:
            if start >= free:
                out.append((start, end, self._moves.labels[label]))
                free = end
        return out

    def _closed_moves(self, own: Floats, space: Flags, ends: Flags) -> tuple[Ints, Ints, list[tuple[int, int]]]:
        """Where a name would begin and its label, and the names of one token, each as if none were open there."""
        state = own + self._pad[1]
        state += self._pad[2]
        scores = self._scored(state)[:, self._closed]
        count = len(self._moves.labels)
        scores[ends | space, :count] = -np.inf
        scores[space, count : 2 * count] = -np.inf
        best = scores.argmax(axis=1)
        begins = np.flatnonzero(best < count)
        units = np.flatnonzero((best >= count) & (best < 2 * count))
        return begins, best[begins], list(zip(units, best[units] - count, strict=True))

    def _follow(self, tokens: Floats, own: Floats, begins: Ints, labels: Ints, ends: Flags) -> Ints:
        """The last token of the name that begins at each of `begins`."""
        stops = begins + 1
        open_: Ints = np.arange(len(begins))
        first = tokens[begins] @ self._lower[1]
        while len(open_):
            at = stops[open_]
            state = own[at] + first[open_]
            state += tokens[at - 1] @ self._lower[2]
            scores = self._scored(state)
            row: Ints = np.arange(len(open_))
            label = labels[open_]
            inside, last = scores[row, self._moves.inside[label]], scores[row, self._moves.last[label]]
            on = ~ends[at] & (inside > last)
            open_ = open_[on]
            stops[open_] += 1
        return stops

    def _scored(self, state: Floats) -> Floats:
        state += self._bias
        hidden = np.maximum(state[:, : self._width], state[:, self._width :])
        scores: Floats = hidden @ self._score
        scores += self._score_bias
        return scores


class SentenceStarts:
    """Marks where sentences begin, as spaCy's `senter` does."""

    def __init__(self, senter: Any) -> None:
        """Take the weights out of the component. Raises UnknownShape."""
        try:
            encoder, output = senter.model.layers
            softmax = output.layers[0]
            self._weights, self._bias = np.ascontiguousarray(softmax.get_param("W").T), softmax.get_param("b")
        except (AttributeError, KeyError, ValueError, TypeError, IndexError) as error:
            raise UnknownShape(str(error)) from None
        if softmax.name != "softmax" or self._weights.shape[1] != len(senter.labels):
            raise UnknownShape(softmax.name)
        self._encoder, self._senter = Encoder(encoder), senter
        self.columns = self._encoder.columns

    def mark(self, doc: Any) -> None:
        """Set the sentence starts of a spaCy Doc."""
        if len(doc):
            scores = self._encoder([doc])[0] @ self._weights + self._bias
            self._senter.set_annotations([doc], [scores.argmax(axis=1)])


def _moves(names: list[str]) -> _Moves:
    """Sort the columns of the scores ("B-ORG", "I-ORG", ..., "O"). Raises ValueError where one is missing."""
    labels = tuple(name[2:] for name in names if name.startswith("B-"))
    columns = [np.array([names.index(f"{move}-{label}") for label in labels], dtype=np.intp) for move in "BILU"]
    return _Moves(labels, columns[0], columns[1], columns[2], columns[3], names.index("O"))
