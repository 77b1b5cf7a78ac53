"""The model's convolutional encoder, an article at a time: thinc's arithmetic without its bookkeeping.

thinc looks up, copies and normalises a batch of texts in many small steps that cost as much as the products. Here
the weights are laid out once for numpy, what a word is by itself is worked out once and kept, and an article's
vectors do not depend on what else is in its chunk, or was read before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.uint64]

_KEPT = 30_000  # words whose vectors are kept: some 11 MB for the small model
FEWEST = 16  # rows of a product: of fewer OpenBLAS adds up in another order, and the last bit differs
_MIXERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)


class UnknownShape(Exception):
    """The model is not built as this code expects; spaCy's own code runs it then."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Hashed embeddings of one column of features."""

    column: int
    seed: int
    vectors: Floats


@dataclass(frozen=True, slots=True)
class _Maxout:
    """Weights (in, pieces * out) with the pieces side by side, bias, and the scale and shift of the norm after it."""

    weights: Floats
    bias: Floats
    width: int
    pieces: int
    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Return the largest piece of each output, normalised a row; a row's bits do not depend on the others."""
        if len(rows) < FEWEST:
            return self(np.concatenate([rows, np.zeros((FEWEST - len(rows), rows.shape[1]), rows.dtype)]))[: len(rows)]
        product = rows @ self.weights
        product += self.bias
        parts = [product[:, i * self.width : (i + 1) * self.width] for i in range(self.pieces)]
        out: Floats = np.maximum(parts[0], parts[1])
        for part in parts[2:]:
            np.maximum(out, part, out=out)
        out -= out.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", out, out) / self.width
        out *= ((variance + 1e-08) ** -0.5)[:, None]
        out *= self.scale
        out += self.shift
        return out


class Encoder:
    """Gives each token of a text its vector in its context, as the model's `tok2vec` does."""

    def __init__(self, tok2vec: Any) -> None:
        """Take the weights out of a thinc model. Raises UnknownShape."""
        try:
            embed, encode = tok2vec.layers
            extract, _, tables, mix, _ = embed.layers
            stack = encode.layers[0].layers
            self._ops = tok2vec.ops
            self.columns: list[int | str] = list(extract.attrs["columns"])
            self._tables = [_table(layer) for layer in tables.layers[0].layers]
            self._mix = _maxout(mix.layers[0].layers[0].layers)
            self._layers = [_convolution(layer) for layer in stack]
            self._pad = int(encode.attrs["pad"])
            self._known: Floats = np.empty((_KEPT, self._mix.width), dtype=np.float32)
            self._row_of: dict[int, int] = {}  # a word's row in `_known`, by the key of its features
        except (AttributeError, KeyError, ValueError, TypeError, IndexError) as error:
            raise UnknownShape(str(error)) from None
        if extract.name != "extract_features" or self._pad < len(self._layers):
            raise UnknownShape(extract.name)

    def __call__(self, docs: Sequence[Any]) -> list[Floats]:
        """Return (tokens, width) vectors for each spaCy Doc; none looks over the border of its own."""
        width, pad = self._mix.width, self._pad
        lengths = [len(doc) for doc in docs]
        # One row of nothing at either end: then every other has a neighbour on both sides.
        outer: Floats = np.zeros((sum(lengths) + pad * (len(docs) + 1) + 2, width), dtype=np.float32)
        rows = outer[1:-1]
        starts, at = [], pad
        for length in lengths:
            starts.append(at)
            at += length + pad
        found = self._embedded(np.concatenate([doc.to_array(self.columns).reshape(len(doc), -1) for doc in docs]))
        taken = 0
        for start, length in zip(starts, lengths, strict=True):
            rows[start : start + length] = found[taken : taken + length]
            taken += length
        # A row with the two beside it lies in memory in one piece: a view that repeats each row three times.
        windows = sliding_window_view(outer.reshape(-1), 3 * width)[::width]
        window: Floats = np.empty(windows.shape, dtype=np.float32)
        for layer in self._layers:
            np.copyto(window, windows)
            rows += layer(window)
        return [rows[start : start + length] for start, length in zip(starts, lengths, strict=True)]

    def _embedded(self, features: Ids) -> Floats:
        keys = np.zeros(len(features), dtype=np.uint64)
        for i in range(features.shape[1]):
            keys = (keys ^ features[:, i]) * np.uint64(_MIXERS[i % len(_MIXERS)])
        distinct, first, back = np.unique(keys, return_index=True, return_inverse=True)
        if len(distinct) > _KEPT:
            return self._mixed(features[first])[back]
        vectors: Floats = self._known[self._rows(distinct.tolist(), features, first)[back]]
        return vectors

    def _rows(self, keys: list[int], features: Ids, first: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        """The rows of the words in the table of those that are known; what is not in it yet is entered."""
        rows = [self._row_of.get(key, -1) for key in keys]
        new = [i for i, row in enumerate(rows) if row < 0]
        if len(self._row_of) + len(new) > _KEPT:
            self._row_of.clear()
            new = list(range(len(keys)))
        start = len(self._row_of)
        if new:
            self._known[start : start + len(new)] = self._mixed(features[first[new]])
        for row, i in enumerate(new, start):
            rows[i] = self._row_of[keys[i]] = row
        return np.array(rows, dtype=np.intp)

    def _mixed(self, words: Ids) -> Floats:
        """The vectors of words by themselves."""
        columns = []
        for table in self._tables:
            ids = np.ascontiguousarray(words[:, table.column])
            columns.append(self._ops.gather_add(table.vectors, self._ops.hash(ids, table.seed) % len(table.vectors)))
        return self._mix(np.concatenate(columns, axis=1))


def _table(layer: Any) -> _Table:
    getter, embedding = layer.layers
    if embedding.name != "hashembed":
        raise UnknownShape(embedding.name)
    return _Table(getter.attrs["index"][1], embedding.attrs["seed"], embedding.get_param("E"))


def _convolution(layer: Any) -> _Maxout:
    """A residual layer over each token and its two neighbours."""
    window, inner = layer.layers[0].layers[:2]
    if not layer.name.startswith("residual") or window.name != "expand_window" or window.attrs["window_size"] != 1:
        raise UnknownShape(layer.name)
    while inner.name != "maxout>>layernorm":
        inner = inner.layers[0]
    return _maxout(inner.layers)


def _maxout(layers: Sequence[Any]) -> _Maxout:
    maxout, norm = layers[:2]
    if maxout.name != "maxout" or norm.name != "layernorm":
        raise UnknownShape(f"{maxout.name} {norm.name}")
    weights = maxout.get_param("W")  # (out, pieces, in)
    out, pieces, inputs = weights.shape
    return _Maxout(
        np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * out, inputs).T),
        np.ascontiguousarray(maxout.get_param("b").T.reshape(pieces * out)),
        out,
        pieces,
        norm.get_param("G"),
        norm.get_param("b"),
    )
