"""Prints of sentences: hashes of their folded words, by which articles that share text are found."""

from __future__ import annotations

import hashlib

from pipeline.annotating.words import words_of
from pipeline.types import Doc

SHORTEST = 6  # words; shorter sentences ("He said so.") are shared by chance


def sentence_prints(doc: Doc) -> tuple[tuple[int, int, str], ...]:
    """Return (char_start, char_end, hash) of every sentence of six or more words, in text order."""
    out = []
    for sentence in doc.sentences:
        words = [
            w.lower
            for w in words_of(doc.article.text, sentence.char_start, sentence.char_end)
            if w.kind in ("word", "number")
        ]
        if len(words) >= SHORTEST:
            key = hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest()
            out.append((sentence.char_start, sentence.char_end, key))
    return tuple(out)
