// The conflicts, worst first.

const CONFLICT_FILTERS = ["q", "contest", "subject", "measure", "kind", "severity", "source", "decided"];
const haystacks = [];

function haystack(row) {
  haystacks[row] ??= folded(
    [
      conflicts.why[row],
      conflicts.value_a[row],
      conflicts.value_b[row],
      cell(conflicts, "measure", row), // by its id, too, as it stands in the tables
      aboutOf(conflicts, row),
      contestLabel(conflicts.contest[row]),
      ...[...conflicts.a[row], ...conflicts.b[row]].flatMap((claim) => {
        const place = sentenceOf(claim);
        return [
          place ? place.text.slice(place.start, place.end) : "",
          sourceOf(claims.article[claim]),
          articles.path[claims.article[claim]],
          cell(claims, "attributed_to", claim) || "",
        ];
      }),
    ].join("\n"),
  );
  return haystacks[row];
}

/** The first of the conflicts named as links: their kinds and severities. */
function conflictLinks(found) {
  return found
    .slice(0, 8)
    .map((row, at) => [
      at > 0 && ", ",
      el(
        "a",
        { href: address({ view: "conflicts", id: conflicts.id[row], open: conflicts.id[row] }) },
        `${cell(conflicts, "kind", row)} ${(conflicts.severity[row] ?? 0).toFixed(2)}`,
      ),
    ]);
}

function sourcesOf(row) {
  return [...conflicts.a[row], ...conflicts.b[row]].map((claim) => sourceOf(claims.article[claim]));
}

function decidedOn(row) {
  return decisions.get(conflicts.id[row])?.kind || appliedTo(row);
}

function conflictTests() {
  const tests = [];
  const [kind, measure, subject, severity, source, decided] = [
    "kind",
    "measure",
    "subject",
    "severity",
    "source",
    "decided",
  ].map((name) => state.get(name));
  if (state.get("id")) return [(row) => conflicts.id[row] === state.get("id")];
  if (kind === "all") tests.push(() => true);
  else if (kind) tests.push(wordTest(conflicts, "kind", (word) => word === kind));
  else tests.push(wordTest(conflicts, "kind", (word) => word !== "revision"));
  if (measure) tests.push(wordTest(conflicts, "measure", (word) => word === measure));
  if (subject) tests.push(wordTest(conflicts, "subject", (word) => folded(word).includes(folded(subject))));
  if (severity) tests.push((row) => conflicts.severity[row] >= Number(severity));
  if (state.get("contest")) tests.push((row) => contestMatches(conflicts.contest[row]));
  if (decided) tests.push((row) => (decidedOn(row) || "none") === decided);
  else if (kind !== "all") tests.push((row) => appliedTo(row) !== "not_conflict");
  if (source) tests.push((row) => sourcesOf(row).includes(source));
  const wanted = terms(state.get("q"));
  if (wanted.length) tests.push((row) => wanted.every((term) => haystack(row).includes(term)));
  return tests;
}

let conflictOptions = null; // made once: they do not change with the view
function conflictFields() {
  const rows = conflicts.id.map((_, row) => row);
  conflictOptions ??= {
    kinds: countedWords(conflicts, "kind", rows).map(([word, count]) => [
      word,
      `${capital(word)}: ${KINDS[word] || ""} (${figure(count)})`,
    ]),
    measures: countedWords(conflicts, "measure", rows).map(([word, count]) => [
      word,
      `${capital(measureWords(word))} (${figure(count)})`,
    ]),
    subjects: countedWords(conflicts, "subject", rows)
      .map(([word]) => word)
      .sort(),
    sources: [...gather(rows.flatMap((row) => [...new Set(sourcesOf(row))].map((source) => [source, row])))]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([word, list]) => [word, `${plain(word)} (${figure(list.length)})`]),
  };
  const { kinds, measures, subjects, sources } = conflictOptions;
  return [
    search("q", "Text"),
    contestChoice(rows, conflicts.contest),
    search("subject", "Party or person", subjects),
    choice("measure", "Measure", measures),
    choice("kind", "Kind", [...kinds, ["all", "All, with revisions"]], "All but revisions"),
    choice(
      "severity",
      "Severity",
      [0.2, 0.4, 0.6, 0.8].map((least) => [String(least), `${least} and worse`]),
    ),
    choice("source", "Source", sources),
    choice("decided", "Decision", [["none", "Not decided yet"], ...Object.entries(ON_CONFLICTS)]),
  ];
}

function severalOf(row) {
  return cell(conflicts, "kind", row) === "revision" ? "revision" : "conflict";
}

/** What the list leaves out unless it is asked for, with the way to it. */
function leftOut(rows) {
  if ([...CONFLICT_FILTERS, "id"].some((name) => state.get(name))) return []; // they were counted without the filters
  const revisions = rows.filter((row) => severalOf(row) === "revision").length;
  const aside = rows.filter((row) => appliedTo(row) === "not_conflict").length;
  const way = (parts) => el("a", { href: address(parts, ["view"]) }, "see them");
  const words = "a later figure in place of an earlier one";
  return [
    revisions > 0 && [` ${plural(revisions, "revision")} (${words}) not among them: `, way({ kind: "revision" }), "."],
    aside > 0 && [` ${plural(aside, "conflict")} decided to be none: `, way({ decided: "not_conflict" }), "."],
  ];
}

function drawConflicts(main) {
  drawFilters(conflictFields(), CONFLICT_FILTERS);
  const all = conflicts.id.map((_, row) => row);
  const rows = all.filter(every(conflictTests()));
  const noun = rows.length && rows.every((row) => severalOf(row) === "revision") ? "revision" : "conflict";
  const words = `${plural(rows.length, noun)}${rows.length > 1 ? ", worst first" : ""}`;
  const back = state.get("id") && [" ", el("a", { href: address({ view: "conflicts" }) }, "See all conflicts"), "."];
  main.append(
    el("h1", { id: "title", tabindex: -1 }, "Where the news disagrees"),
    el("p", { class: "lead" }, `${words}.`, leftOut(all), back),
  );
  say(words);
  if (!rows.length)
    return empty(
      main,
      [...CONFLICT_FILTERS, "id"].some((name) => state.get(name))
        ? "No conflict fits these filters. Clear a filter to see more."
        : "The articles of this run do not contradict each other, as far as they were read.",
    );
  const host = el("div", {
    role: "feed",
    class: "feed",
    "aria-labelledby": "title",
    "aria-busy": "false",
    onkeydown: feedKeys,
  });
  main.append(host);
  const open = opened();
  const list = new Windowed(host, {
    count: rows.length,
    size: 8,
    estimate: innerWidth < 700 ? 640 : 400,
    draw: (at) => conflictCard(rows[at], at, rows.length, open),
  });
  const first = rows.findIndex((row) => open.has(conflicts.id[row]));
  if (first > 0) requestAnimationFrame(() => list.show(first));
  return list;
}

function feedKeys(event) {
  if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1, PageDown: 1, PageUp: -1 }[event.key];
  if (!step) return;
  const cards = [...event.currentTarget.querySelectorAll("article")];
  const next = cards[cards.indexOf(event.target.closest("article")) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "start" });
}

function severityNode(value) {
  return el(
    "span",
    { class: "severity" },
    el("meter", { min: 0, max: 1, value: value ?? 0, "aria-hidden": "true" }),
    `severity ${(value ?? 0).toFixed(2)}`,
  );
}

function conflictCard(row, at, count, open) {
  const id = conflicts.id[row];
  const kind = cell(conflicts, "kind", row);
  const card = el("article", {
    class: `card is-${kind}`,
    id: `card-${id}`,
    tabindex: 0,
    "aria-posinset": at + 1,
    "aria-setsize": count,
    "aria-labelledby": `head-${id}`,
  });
  const about = aboutOf(conflicts, row);
  const [why, how] = reasons(conflicts.why[row]);
  const body = el("div", { class: "sides" }, sideNode(row, "a", false), sideNode(row, "b", false));
  const more = el("div", { class: "more", id: `more-${id}`, hidden: true });
  const toggle = el(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": `more-${id}`, onclick: () => show(more.hidden) },
    "Paragraphs and other claims",
  );
  const show = (wanted, quiet = false) => {
    more.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    body.replaceChildren(sideNode(row, "a", wanted), sideNode(row, "b", wanted));
    more.replaceChildren(...(wanted ? moreNodes(row, Math.max(300, (card.clientWidth || 700) - 34)) : []));
    if (!quiet) setOpened(id, wanted);
    if (wanted) open.add(id);
    else open.delete(id);
  };
  append(card, [
    el(
      "header",
      {},
      el(
        "p",
        { class: "tags" },
        el("span", { class: `kind is-${kind}` }, kind),
        KINDS[kind],
        severityNode(conflicts.severity[row]),
        el(
          "a",
          { class: "link", href: address({ view: "conflicts", id, open: id }) },
          "Link",
          el("span", { class: "unseen" }, " to this conflict"),
        ),
      ),
      el("h2", { id: `head-${id}` }, quoted(capital(about))),
      el("p", { class: "contest" }, electionLink(conflicts.contest[row])),
    ),
    body,
    el("p", { class: "why" }, why),
    how && el("p", { class: "how" }, how),
    appliedTo(row) && el("p", { class: "applied" }, "Decided, and applied in this run: ", appliedWords(row)),
    el("div", { class: "actions" }, toggle, decisionNode(row)),
    more,
  ]);
  if (open.has(id)) requestAnimationFrame(() => show(true, true));
  return card;
}

function appliedWords(row) {
  const note = cell(conflicts, "decision_note", row);
  const kind = ON_CONFLICTS[appliedTo(row)] || appliedTo(row);
  return quoted(kind.toLowerCase(), note && ` (${note})`);
}

/** The reason, and apart from it how the severity came about. */
function reasons(text) {
  const at = text.search(/ Severity \d\.\d+: /);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function electionLink(row) {
  return row < 0
    ? "Election unknown"
    : el("a", { href: address({ view: "elections", contest: contests.id[row] }) }, contestLabel(row));
}

function sideOf(row) {
  const [a, b] = [new Set(conflicts.a[row]), new Set(conflicts.b[row])];
  return (claim) => (a.has(claim) ? "a" : b.has(claim) ? "b" : "");
}

function moreNodes(row, width) {
  return conflicts.facts[row].slice(0, 12).map((fact) => factNode(fact, { width, sides: sideOf(row), heading: "h3" }));
}
