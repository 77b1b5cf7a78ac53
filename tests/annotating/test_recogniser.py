"""The recogniser and the encoder of our own say what spaCy's components say, and say it of an article alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.annotating.encoding import Encoder, UnknownShape
from pipeline.annotating.model import Model, load_model, parse, recognise
from pipeline.annotating.parsing import Parser
from pipeline.annotating.recogniser import Recogniser, SentenceStarts

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TEXTS = sorted(path.read_text(encoding="utf-8") for path in CORPUS.glob("*.txt"))
ODD = [
    "",
    "Oslo",
    " \n\t ",
    "Zoran Zaev\nGruevski",
    "The United Nations Development Programme Office for the Republic of South Sudan's",
    "JUBA Monday 12 June 2017 , the Sudan People's Liberation Movement-in-Opposition said 45.5% of 1,234,567 voters",
    "\u200b\u200b?? \ufffd Praha, Brno a Olomouc. \u0e01\u0e02 \U0001f600 (ANO 2011) [ČSSD]...",
    "St. Petersburg, St. Lucia and the U.S. Virgin Islands " * 40,
]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def test_there_are_texts_to_compare_on() -> None:
    assert len(TEXTS) >= 10


def test_the_default_model_is_read_the_fast_way(model: Model) -> None:
    assert model.recogniser is not None
    assert model.encoder is not None
    assert model.parser is not None
    assert model.sentences is not None


@pytest.mark.parametrize("text", [*TEXTS, *ODD])
def test_entities_are_those_of_spacy(model: Model, text: str) -> None:
    (_, found), *_ = recognise(model, [text])
    said = model.nlp(text, disable=["tok2vec", "tagger", "parser"])
    assert found == [(e.start_char, e.end_char, e.label_) for e in said.ents]


def test_the_comparison_is_on_entities_of_many_kinds(model: Model) -> None:
    labels = {label for _, found in recognise(model, TEXTS) for _, _, label in found}
    assert {"PERSON", "ORG", "GPE", "DATE", "CARDINAL", "PERCENT"} <= labels


def test_entities_do_not_depend_on_the_articles_beside(model: Model) -> None:
    alone = [found for text in TEXTS for _, found in recognise(model, [text])]
    together = [found for _, found in recognise(model, TEXTS)]
    assert together == alone


def test_sentences_are_parsed_as_spacy_parses_them(model: Model) -> None:
    spans = [span for doc, _ in recognise(model, TEXTS) for span in doc.sents]
    mine = [[(t.text, t.tag_, t.dep_, t.head.i) for t in doc] for doc in parse(model, spans)]
    copies = [span.as_doc() for span in spans]
    for name in ("tok2vec", "tagger", "parser"):
        copies = list(model.nlp.get_pipe(name).pipe(copies))
    assert mine == [[(t.text, t.tag_, t.dep_, t.head.i) for t in doc] for doc in copies]


def test_another_model_is_left_to_spacy(model: Model) -> None:
    class Ner:
        model: Any = None

    with pytest.raises(UnknownShape):
        Recogniser(Ner())
    with pytest.raises(UnknownShape):
        SentenceStarts(Ner())
    with pytest.raises(UnknownShape):
        Parser(Ner())
    with pytest.raises(UnknownShape):
        Parser(model.nlp.get_pipe("senter"))
    with pytest.raises(UnknownShape):
        Encoder(model.nlp.get_pipe("parser").model)


def test_what_spacy_reads_itself_is_the_same(model: Model) -> None:
    slow = Model(model.nlp, model.name, model.version, model.senter, None, None, None, None)
    expected = list(recognise(model, TEXTS[:8]))
    for (doc, found), (other, told) in zip(expected, recognise(slow, TEXTS[:8]), strict=True):
        assert told == found
        assert [t.is_sent_start for t in other] == [t.is_sent_start for t in doc]
