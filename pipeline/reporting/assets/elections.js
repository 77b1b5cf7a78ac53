// An election at a glance: seats by list with their ranges, the turnout, what is disputed.

function drawElections(main) {
  const known = contestRow(state.get("contest"));
  drawFilters([], []);
  if (known >= 0) return drawElection(main, known);
  const rows = contests.id.map((_, row) => row).filter((row) => factsOfContest(row).length);
  rows.sort((a, b) => conflictCount(b) - conflictCount(a) || factsOfContest(b).length - factsOfContest(a).length);
  main.append(
    el("h1", { id: "title", tabindex: -1 }, "Elections"),
    el(
      "p",
      { class: "lead" },
      `${plural(rows.length, "election")} that the articles speak of, the most disputed first.`,
    ),
  );
  if (!rows.length) main.append(el("p", { class: "empty" }, "No figure of this run could be tied to an election."));
  const shown = rows.slice(0, 1000);
  main.append(
    el(
      "ul",
      { class: "tiles" },
      shown.map((row) =>
        el(
          "li",
          {},
          el("a", { href: address({ view: "elections", contest: contests.id[row] }) }, contestLabel(row)),
          el(
            "p",
            { class: "meta" },
            [
              plural(factsOfContest(row).length, "figure"),
              conflictCount(row) ? plural(conflictCount(row), "conflict") : "no conflict",
            ].join(", "),
          ),
        ),
      ),
    ),
  );
  if (rows.length > shown.length)
    main.append(
      el("p", { class: "none" }, `and ${plural(rows.length - shown.length, "more election")}: choose one in Figures`),
    );
  const unknown = factsOfContest(-1).length;
  if (unknown)
    main.append(
      el(
        "p",
        { class: "meta" },
        `For ${plural(unknown, "figure")} it cannot be told which election is meant: `,
        el("a", { href: address({ view: "figures", contest: "unknown" }) }, unknown === 1 ? "see it" : "see them"),
        ".",
      ),
    );
  return null;
}

function conflictCount(contest) {
  return conflictsOfContest(contest).filter((row) => cell(conflicts, "kind", row) !== "revision").length;
}

function drawElection(main, contest) {
  const table = facts();
  const rows = factsOfContest(contest);
  const whole = rows.filter((row) => cell(table, "scope", row) === null);
  const about = (measure) =>
    whole
      .filter((row) => cell(table, "measure", row) === measure && cell(table, "subject", row) !== null)
      .sort((a, b) => (table.value[b] ?? -1) - (table.value[a] ?? -1));
  const general = whole.filter((row) => cell(table, "subject_kind", row) === "contest" && table.value[row] !== null);
  general.sort((a, b) => disputedFirst(a) - disputedFirst(b) || table.n_origins[b] - table.n_origins[a]);
  const width = Math.max(300, main.clientWidth - 4);
  append(main, [
    el("p", { class: "back" }, el("a", { href: address({ view: "elections" }) }, "All elections")),
    el("h1", { id: "title", tabindex: -1 }, contestLabel(contest)),
    el(
      "p",
      { class: "lead" },
      `${plural(rows.length, "figure")}, ${plural(conflictCount(contest), "conflict")}. `,
      el("a", { href: address({ view: "figures", contest: contests.id[contest] }) }, "All its figures"),
    ),
    general.length
      ? el(
          "section",
          {},
          el("h2", {}, "The whole election"),
          overviewTable(general, "Figures of the whole election", true),
        )
      : "",
  ]);
  for (const [measure, title] of [
    ["seats", "Seats by list"],
    ["vote_share", "Share of the vote"],
    ["votes", "Votes"],
  ]) {
    const found = about(measure);
    if (!found.length) continue;
    for (const [unit, same] of gather(found.map((row) => [cell(table, "unit", row), row])))
      main.append(barSection(same, { title, unit, width }));
  }
  main.append(disputedSection(contest));
  return null;
}

function disputedFirst(row) {
  return cell(facts(), "verdict", row) === "disputed" ? 0 : 1;
}

function barSection(rows, { title, unit, width }) {
  const shown = rows.slice(0, 40);
  return el(
    "section",
    {},
    el("h2", {}, title),
    rangeBars(shown, { width, label: title, unit }),
    el(
      "p",
      { class: "none" },
      "Bar: the value taken. Line: the range of what was claimed. An exclamation mark: disputed.",
      rows.length > shown.length && ` ${rows.length - shown.length} more stand in the table.`,
    ),
    el("details", {}, el("summary", {}, "As a table"), overviewTable(rows, title, false)),
  );
}

function overviewTable(rows, caption, byMeasure) {
  const table = facts();
  const named = (row) =>
    byMeasure
      ? capital(measureWords(cell(table, "measure", row), cell(table, "unit", row)))
      : subjectOf(table, row) || "the whole";
  const line = (row) => {
    const [stage, verdict] = [cell(table, "stage", row), cell(table, "verdict", row)];
    return stackedRow({}, el("a", { href: address(placeOfFact(row)) }, quoted(named(row))), [
      stackedCell("Value", { class: "number" }, valueWords(row)),
      stackedCell("Claimed", { class: "number" }, rangeWords(row)),
      stackedCell("Stage", {}, stage === "unknown" ? "not said" : stage),
      stackedCell("Verdict", {}, el("span", { class: `verdict ${verdict}` }, verdict)),
      stackedCell("Witnesses", { class: "number" }, figure(table.n_origins[row])),
    ]);
  };
  const shown = rows.slice(0, 300);
  const more = rows.length > shown.length && ` (the first ${shown.length} of ${figure(rows.length)})`;
  return stackedTable({
    caption,
    attributes: { class: more ? null : "unseen" },
    more,
    columns: [byMeasure ? "Measure" : "List", "Value", "Claimed from, to", "Stage", "Verdict", "Witnesses"],
    rows: shown.map(line),
  });
}

function disputedSection(contest) {
  const rows = conflictsOfContest(contest);
  const real = rows.filter((row) => cell(conflicts, "kind", row) !== "revision");
  const line = (row) =>
    el(
      "li",
      {},
      el(
        "a",
        { href: address({ view: "conflicts", id: conflicts.id[row], open: conflicts.id[row] }) },
        quoted(capital(aboutOf(conflicts, row))),
      ),
      el(
        "p",
        { class: "meta" },
        quoted(conflicts.value_a[row]),
        " against ",
        quoted(conflicts.value_b[row]),
        `, ${cell(conflicts, "kind", row)}, severity ${(conflicts.severity[row] ?? 0).toFixed(2)}`,
      ),
    );
  return el(
    "section",
    {},
    el("h2", {}, "What is disputed"),
    real.length
      ? el("ul", { class: "tiles" }, real.slice(0, 60).map(line))
      : el("p", { class: "empty" }, "Nothing: no two claims on this election exclude each other."),
    real.length > 60 &&
      el(
        "p",
        { class: "meta" },
        el("a", { href: address({ view: "conflicts", contest: contests.id[contest] }) }, `all ${real.length}`),
      ),
    rows.length > real.length &&
      el(
        "p",
        { class: "meta" },
        el(
          "a",
          { href: address({ view: "conflicts", contest: contests.id[contest], kind: "revision" }) },
          plural(rows.length - real.length, "revision"),
        ),
      ),
  );
}
