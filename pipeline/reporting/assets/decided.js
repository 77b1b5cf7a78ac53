// The decisions: what was decided, and the file out of this page and into it.

function drawDecisions(main) {
  drawFilters([], []);
  const file = el("input", {
    type: "file",
    accept: ".csv,text/csv",
    id: "import-file",
    class: "unseen",
    onchange: takeFile,
  });
  append(main, [
    el("h1", { id: "title", tabindex: -1 }, "Your decisions"),
    el(
      "p",
      { class: "lead" },
      server
        ? "Each decision is written into the decisions file as you make it; the next run applies it."
        : "Kept in this browser only. Export them, and name that file when you run again: tallywire run ARTICLES --decisions decisions.csv",
    ),
    el(
      "div",
      { class: "actions" },
      el("button", { type: "button", id: "export", onclick: download }, "Export decisions.csv"),
      el(
        "span",
        { class: "filepick" },
        file,
        el("label", { for: "import-file", class: "button" }, "Import a decisions file"),
      ),
    ),
    otherLines.length > 0 &&
      el(
        "p",
        { class: "meta" },
        `${plural(otherLines.length, "more line")} of the file, of a kind that this page does not know, kept as ${otherLines.length === 1 ? "it is" : "they are"}.`,
      ),
    decisions.size
      ? el("ul", { class: "tiles" }, [...decisions].map(decidedNode))
      : el(
          "p",
          { class: "empty" },
          "Nothing is decided yet. Under each conflict there is a place for it, and under each figure of which different values are claimed; “misread?” beside a sentence, and a marked figure in an article, have one for a single claim.",
        ),
    core.reviews.length > 0 && reviewSection(),
  ]);
  return null;
}

/** What a decision is on, in words, and where in this page that is; no place where this run does not know it. */
function decidedOnWhat(on, { kind, id_a, id_b }) {
  if (Object.hasOwn(ON_NAMES, kind)) {
    const names = [id_a, id_b].map((id) => (entityRow(id) < 0 ? id : entities.name[entityRow(id)]));
    return [`Names: ${names.join(" and ")}`, null];
  }
  const [conflict, claim, article] = [conflictRow(on), claimRow(on), articleRow(on)];
  if (conflict >= 0) return [capital(aboutOf(conflicts, conflict)), { view: "conflicts", id: on }];
  if (claim >= 0) {
    const where = { view: "articles", article: articles.id[claims.article[claim]], claim: on };
    return [`Claim: “${printedOf(claim)}”, ${readingWords(claim)}`, where];
  }
  if (article >= 0)
    return [
      `Article: ${cell(articles, "title", article) || articles.path[article]}`,
      { view: "articles", article: on },
    ];
  const fact = factRow(on);
  if (fact >= 0) return [`Figure: ${factWords(fact)}, ${contestLabel(facts().contest[fact])}`, placeOfFact(fact)];
  return [`${on}, not in this run`, null];
}

/** What was decided, with the value or the election that goes with it. */
function decidedWords(on, { kind, id_b, note }) {
  const words = { ...ON_CLAIMS, ...ON_CONFLICTS, ...ON_NAMES, ...(articleRow(on) < 0 ? {} : ON_ARTICLES) }[kind];
  const claim = claimRow(id_b);
  const value = claim < 0 ? id_b : printedOf(claim);
  const election = contestRow(id_b) < 0 ? id_b : contestLabel(contestRow(id_b));
  const more = { prefer: value, contest: election }[kind];
  return [words, more && [": ", quoted(more)], note && [": ", quoted(note)]];
}

function decidedNode([on, decided]) {
  const [about, place] = decidedOnWhat(on, decided);
  const takeBack = () => {
    decide(on, null);
    draw();
  };
  return el(
    "li",
    {},
    place ? el("a", { href: address(place) }, quoted(about)) : el("strong", {}, quoted(about)),
    el("p", { class: "meta" }, decidedWords(on, decided)),
    el(
      "button",
      { type: "button", class: "quiet", onclick: takeBack },
      "Take back",
      el("span", { class: "unseen" }, ` ${about}`),
    ),
  );
}

const REVIEWS_SHOWN = 200;
/** The names that resolving was not sure of: it kept them apart, and leaves it to a person. */
function reviewSection() {
  const pairs = core.reviews;
  const shown = pairs.slice(0, REVIEWS_SHOWN);
  const named = (row) => [
    el("strong", {}, quoted(entities.name[row])),
    ` (${[cell(entities, "kind", row), cell(entities, "country", row), plural(entities.n_mentions[row] ?? 0, "mention")].filter(Boolean).join(", ")})`,
  ];
  return el(
    "section",
    {},
    el("h2", {}, `Names that may be one (${figure(pairs.length)})`),
    el("p", { class: "lead" }, "They were kept apart, because what tells them together was too little."),
    el(
      "ul",
      { class: "tiles wide" },
      shown.map(([one, two, why]) =>
        el(
          "li",
          {},
          el("p", {}, named(one), " and ", named(two)),
          el("p", { class: "meta" }, quoted(why)),
          namesDecision(one, two),
        ),
      ),
    ),
    pairs.length > shown.length &&
      el(
        "p",
        { class: "none" },
        `and ${plural(pairs.length - shown.length, "more pair")}, in table entities, column unsure`,
      ),
  );
}

function download() {
  const link = el("a", {
    download: "decisions.csv",
    href: URL.createObjectURL(new Blob([decisionsCsv()], { type: "text/csv" })),
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say("decisions.csv is exported");
}

async function takeFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  const taken = importDecisions(await file.text());
  draw();
  const words = typeof taken === "number" ? `${plural(taken, "decision")} taken from ${file.name}` : taken;
  say(words);
  document.getElementById("main").append(el("p", { class: typeof taken === "number" ? "done" : "alert" }, words));
}
