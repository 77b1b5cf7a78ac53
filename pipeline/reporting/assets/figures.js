// The figures: every fact as a row, its claims over time behind it.

const FIGURE_FILTERS = ["q", "contest", "subject", "measure", "verdict"];
const VERDICTS = { disputed: "Disputed", revised: "Revised", agreed: "Agreed by several", single: "One witness" };

let factOptions = null;
function figureFields() {
  const rows = facts().id.map((_, row) => row);
  factOptions ??= {
    measures: countedWords(facts(), "measure", rows).map(([word, count]) => [
      word,
      `${capital(measureWords(word))} (${figure(count)})`,
    ]),
    subjects: countedWords(facts(), "subject", rows)
      .slice(0, 2000)
      .map(([word]) => word)
      .sort(),
  };
  return [
    search("q", "Text"),
    contestChoice(rows, facts().contest),
    search("subject", "Party or person", factOptions.subjects),
    choice("measure", "Measure", factOptions.measures),
    choice("verdict", "Verdict", Object.entries(VERDICTS)),
  ];
}

function figureTests() {
  const table = facts();
  const tests = [];
  const [measure, subject, verdict] = ["measure", "subject", "verdict"].map((name) => state.get(name));
  if (measure) tests.push(wordTest(table, "measure", (word) => word === measure));
  if (subject) tests.push(wordTest(table, "subject", (word) => folded(word).includes(folded(subject))));
  if (verdict) tests.push(wordTest(table, "verdict", (word) => word === verdict));
  if (state.get("contest")) tests.push((row) => contestMatches(table.contest[row]));
  for (const term of terms(state.get("q"))) {
    const elections = contests.id.map((_, row) => folded(contestLabel(row)).includes(term));
    const written = { measure: (word) => `${word} ${measureWords(word)}`, unit: unitWord };
    const within = ["subject", "measure", "unit", "scope", "value_text", "stage"].map((name) =>
      wordTest(table, name, (word) => folded((written[name] || spaced)(word)).includes(term)),
    );
    tests.push(
      (row) =>
        elections[table.contest[row]] || within.some((test) => test(row)) || figure(table.value[row]).includes(term),
    );
  }
  return tests;
}

function valueWords(fact) {
  const table = facts();
  if (isWorded(table, fact) || table.value[fact] === null)
    return cell(table, "value_text", fact) || interval(table.value_low[fact], table.value_high[fact]) || "not a figure";
  return withUnit(table.value[fact], cell(table, "unit", fact));
}

function rangeWords(fact) {
  const ends = isWorded(facts(), fact) ? null : range(facts().claims[fact]);
  return ends && ends[0] !== ends[1] ? `${figure(ends[0])} to ${figure(ends[1])}` : "";
}

const FIGURE_COLUMNS = ["What", "Value", "Claimed from, to", "Stage", "Verdict", "Witnesses"];
function drawFigures(main) {
  drawFilters(figureFields(), FIGURE_FILTERS);
  const rows = facts()
    .id.map((_, row) => row)
    .filter(every(figureTests()));
  main.append(
    el("h1", { id: "title", tabindex: -1 }, "Every figure"),
    el("p", { class: "lead" }, `${plural(rows.length, "figure")}. Open one to see what was claimed, and when.`),
  );
  say(plural(rows.length, "figure"));
  if (!rows.length) return empty(main, "No figure fits these filters. Clear a filter to see more.");
  const table = el(
    "div",
    { role: "table", class: "rows figures", "aria-labelledby": "title", "aria-rowcount": rows.length + 1 },
    el(
      "div",
      { role: "rowgroup" },
      el(
        "div",
        { role: "row", class: "row head", "aria-rowindex": 1 },
        FIGURE_COLUMNS.map((name) => el("span", { role: "columnheader" }, name)),
      ),
    ),
  );
  main.append(table);
  const list = new Windowed(table, {
    count: rows.length,
    size: 60,
    estimate: innerWidth < 700 ? 118 : 62,
    role: "rowgroup",
    draw: (at) => figureRow(rows[at], at),
  });
  const wanted = rows.findIndex((row) => facts().id[row] === state.get("fact"));
  if (wanted >= 0) requestAnimationFrame(() => list.show(wanted));
  return list;
}

function figureRow(fact, at) {
  const table = facts();
  const id = table.id[fact];
  const verdict = cell(table, "verdict", fact);
  const more = el("div", { class: "more", id: `fact-${id}`, role: "cell", hidden: true });
  const show = (wanted) => {
    more.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    more.replaceChildren(
      ...(wanted ? [factNode(fact, { width: Math.max(300, (more.clientWidth || 700) - 2), heading: "h2" })] : []),
    );
  };
  const toggle = el(
    "button",
    {
      type: "button",
      class: "plain",
      "aria-expanded": "false",
      "aria-controls": `fact-${id}`,
      onclick: () => {
        show(more.hidden);
        change({ fact: more.hidden ? null : id }, { quiet: true });
      },
    },
    quoted(factWords(fact)),
  );
  const part = (name, ...content) => el("span", { role: "cell", "data-name": name }, ...content);
  const row = el(
    "div",
    { role: "row", class: "row", "aria-rowindex": at + 2 },
    part("", toggle, el("span", { class: "contest" }, contestLabel(table.contest[fact]))),
    part("Value", el("span", { class: "value" }, quoted(valueWords(fact)))),
    part("Claimed", rangeWords(fact)),
    part("Stage", cell(table, "stage", fact) === "unknown" ? "not said" : cell(table, "stage", fact)),
    part("Verdict", el("span", { class: `verdict ${verdict}` }, verdict)),
    part(
      "Witnesses",
      `${figure(table.n_origins[fact])}`,
      el("span", { class: "contest" }, ` ${plural(table.n_articles[fact], "article")}`),
    ),
    more,
  );
  if (state.get("fact") === id) requestAnimationFrame(() => show(true));
  return row;
}

function factWords(fact) {
  const table = facts();
  const scope = cell(table, "scope", fact);
  return capital(aboutOf(table, fact)) + (scope ? ` in ${scope}` : "");
}

/** Where a fact stands among the figures. */
function placeOfFact(fact) {
  const table = facts();
  const contest = contests.id[table.contest[fact]] ?? "unknown";
  return { view: "figures", fact: table.id[fact], contest, measure: cell(table, "measure", fact) };
}

/** A fact with its plot, why its value was taken, its claims, and which of their values is right. */
function factNode(fact, { width, sides = () => "", heading = "h3" }) {
  const table = facts();
  const rows = [...table.claims[fact]].sort(
    (a, b) => (moment(publishedOf(a)) ?? Infinity) - (moment(publishedOf(b)) ?? Infinity) || a - b,
  );
  const found = conflictsOfFact(fact);
  const words = factWords(fact);
  return el(
    "section",
    { class: "fact" },
    el(heading, {}, quoted(words)),
    el("p", { class: "why" }, block("choices")[fact] || `Value taken: ${valueWords(fact)}.`),
    !isWorded(table, fact) && timePlot(rows, { width, label: words, chosen: table.value[fact], sides }),
    claimTable(rows, { caption: `Claims on ${words}`, sides }),
    factDecision(fact),
    found.length > 0 && el("p", { class: "meta" }, `In ${plural(found.length, "conflict")}: `, conflictLinks(found)),
    state.get("view") !== "figures" &&
      el("p", { class: "meta" }, el("a", { href: address(placeOfFact(fact)) }, "Show it among the figures")),
  );
}
