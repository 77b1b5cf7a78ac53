"""`tallywire evaluate`: precision and recall against marked-up articles, and what was missed or made up."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.commands.stored import Row, Stored
from pipeline.commands.terminal import Printer
from pipeline.configuring.folder import configs_folder
from pipeline.configuring.strict import ConfigError
from pipeline.evaluating import calibrate, floors
from pipeline.evaluating.marked import MarkedError, no_figure, read_doc_ids, read_marks, read_windows
from pipeline.evaluating.score import Answer, Rates, Score, doc_of, score
from pipeline.evaluating.tasks import FigureReader, Window
from pipeline.running.errors import RunError, UsageError
from pipeline.types import Quantity


@dataclass(frozen=True, slots=True)
class Wish:
    """How the score is to be shown and what becomes of the floors. `move` is "", "raise" or "lower"."""

    show: int
    as_json: bool
    floors: Path | None
    move: str
    calibrate: Path | None = None  # where to write the measured precision of each rule


def evaluate(gold: tuple[Path, ...], docs: tuple[Path, ...], out: Path, wish: Wish) -> None:
    """Print the score. Raises RunError where a floor is fallen below, UsageError for files that cannot be used."""
    try:
        windows = read_windows(gold)
        marks = read_marks(gold, _figure_reader() if windows else no_figure)
        claims = judged(claims_with_contests(Stored(out)), windows)
        found = score(marks, read_doc_ids(docs) | {doc for doc, _, _ in windows}, claims)
        known = floors.read_floors(wish.floors) if wish.floors else {}
    except (MarkedError, ConfigError) as error:
        raise UsageError(str(error)) from None
    if wish.calibrate:
        calibrate.write(found, wish.calibrate)
    if wish.as_json:
        print(json.dumps(_figures(found)))
    else:
        _print(Printer(), found, wish.show)
    name = "+".join(path.stem for path in gold)
    if wish.floors and wish.move:
        _move(wish.floors, known, name, found, wish.move)
    elif fallen := floors.fallen(found, known.get(name, {})):
        raise RunError(f"{name}: {'; '.join(fallen)}; mend what made it worse, or set new floors with --lower")


def claims_with_contests(stored: Stored) -> list[Row]:
    """Return the claims, each with the country and year of its contest."""
    rows = []
    for claim in stored.claims.values():
        contest = stored.contests.get(claim["contest_id"] or "", {})
        year_and_country = {name: contest.get(name) for name in ("contest_country", "contest_year")}
        rows.append(claim | year_and_country)
    return rows


def judged(claims: list[Row], windows: list[Window]) -> list[Row]:
    """Return the claims without those of articles judged by the sentence that lie in another sentence."""
    places: dict[str, list[tuple[int, int]]] = {}
    for doc, start, end in windows:
        places.setdefault(doc, []).append((start, end))
    return [
        row
        for row in claims
        if doc_of(row) not in places or any(s <= row["char_start"] < e for s, e in places[doc_of(row)])
    ]


def _figure_reader() -> FigureReader:
    from pipeline.annotating.words import split_words
    from pipeline.configuring.dates import load_dates
    from pipeline.configuring.quantities import load_quantities
    from pipeline.extracting.figures import read_figures, to_quantity

    configs = configs_folder()
    quantities, dates = load_quantities(configs), load_dates(configs)

    def read(text: str, start: int, end: int) -> Quantity | None:
        words = split_words(text)
        found = (to_quantity(f, words, "", quantities) for f in read_figures(words, quantities, dates))
        return next((q for q in found if q.char_start < end and start < q.char_end), None)

    return read


def _move(path: Path, known: dict[str, dict[str, float]], name: str, found: Score, move: str) -> None:
    table = floors.raised(found, known.get(name, {})) if move == "raise" else floors.figures(found)
    try:
        floors.write_floors(path, known | {name: table})
    except OSError as error:
        raise RunError(f"{path}: cannot write ({error.strerror}); name another file with --floors") from None


def _figures(found: Score) -> dict[str, object]:
    rates = {name: asdict(getattr(found, name)) for name in ("figure", "subject", "full")}
    counts = {"articles": found.articles, "gold": found.marked, "said": found.said}
    return {**counts, **rates, "qualifier_accuracy": found.qualifier_accuracy}


def _print(printer: Printer, found: Score, show: int) -> None:
    printer.line(f"{found.articles} articles, {found.marked} figures marked, {found.said} said")
    printer.line(f"{'':10}{'precision':>10}{'recall':>10}{'F1':>10}")
    for name in ("figure", "subject", "full"):
        rates: Rates = getattr(found, name)
        printer.line(f"{name:10}{rates.precision:10.3f}{rates.recall:10.3f}{rates.f1:10.3f}")
    printer.line(f"qualifier right: {found.qualifier_accuracy:.3f} of the figures that are right")
    printer.line()
    printer.line(f"{'measure':18}{'right':>6}{'marked':>8}{'said':>6}")
    for measure, (right, marked, said) in found.measures.items():
        printer.line(f"{measure:18}{right:6}{marked:8}{said:6}")
    _print_missed(printer, found, show)
    _print_extra(printer, found, show)
    _print_wrong(printer, found, show)


def _print_missed(printer: Printer, found: Score, show: int) -> None:
    _head(printer, "missed", len(found.missed), show)
    for mark in found.missed[:show]:
        whose = f" of {mark.subjects[0]}" if mark.subjects else ""
        printer.line(f"{mark.doc_id} at {mark.start}: {mark.measure}{whose}: {mark.surface}", indent=2)


def _print_extra(printer: Printer, found: Score, show: int) -> None:
    _head(printer, "said but not marked", len(found.extra), show)
    for row in found.extra[:show]:
        printer.line(_said(row), indent=2)
        start = row["sentence_start"]
        printer.sentence(row["sentence"], row["char_start"] - start, row["char_end"] - start, indent=4)


def _print_wrong(printer: Printer, found: Score, show: int) -> None:
    wrong = {
        "wrong value": [a for a in found.answers if not a.value],
        "wrong subject": [a for a in found.answers if a.value and not a.subject],
        "wrong contest": [a for a in found.answers if a.value and a.subject and not a.contest],
    }
    for name, answers in wrong.items():
        _head(printer, name, len(answers), show)
        for answer in answers[:show]:
            printer.line(_said(answer.claim), indent=2)
            printer.line(f"marked: {_marked(answer)}", indent=4)


def _head(printer: Printer, name: str, count: int, show: int) -> None:
    if show and count:
        printer.line()
        printer.line(f"{name}: {count}" + (f", {show} shown" if show < count else ""), style="bold")


def _said(row: Row) -> str:
    subject = row["subject"] or row["subject_text"] or "the contest"
    contest = f"{row['contest_country'] or 'country unknown'} {row['contest_year'] or 'year unknown'}"
    where = f"{row['path']} at {row['char_start']}"
    return f"{where}: {row['measure']} of {subject}, {contest}: {row['value_text']} ({row['rule']}, {row['claim_id']})"


def _marked(answer: Answer) -> str:
    mark = answer.mark
    subjects = " or ".join(mark.subjects) or "the contest"
    return f"{subjects}, {mark.country} {mark.year}: {mark.surface} [{mark.low}, {mark.high}] {mark.qualifier}"
