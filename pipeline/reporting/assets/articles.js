// The articles, each with its text marked; and what was not read, with the reason.

let articleSources = null;
function drawArticles(main) {
  const known = articleRow(state.get("article"));
  if (known >= 0) return drawArticle(main, known);
  articleSources ??= countedWords(
    articles,
    "source",
    articles.id.map((_, row) => row),
  ).map(([word, count]) => [word, `${plain(word)} (${figure(count)})`]);
  drawFilters([search("q", "Title, path or source"), choice("source", "Source", articleSources)], ["q", "source"]);
  const rows = articleRows((row) => cell(articles, "status", row) === "read");
  main.append(
    el("h1", { id: "title", tabindex: -1 }, "Articles"),
    el("p", { class: "lead" }, `${plural(rows.length, "article")} read.`),
  );
  return articleList(main, rows, (row) => plural(claimsOfArticle(row).length, "claim"));
}

function drawSkipped(main) {
  const statuses = countedWords(
    articles,
    "status",
    articles.id.map((_, row) => row),
  )
    .filter(([word]) => word !== "read")
    .map(([word, count]) => [word, `${capital(word)} (${figure(count)})`]);
  const fields = [search("q", "Path, reason or source"), choice("kind", "Status", statuses)];
  drawFilters(statuses.length ? fields : [], ["q", "kind"]);
  const status = state.get("kind");
  const rows = articleRows(
    (row) => cell(articles, "status", row) !== "read" && (!status || cell(articles, "status", row) === status),
  );
  const untold = claims.contest.filter((row) => row < 0).length;
  main.append(
    el("h1", { id: "title", tabindex: -1 }, "What was not read, and why"),
    el(
      "p",
      { class: "lead" },
      rows.length ? `${plural(rows.length, "file")}. ` : "Every file was read. ",
      untold > 0 && [
        `Of the figures read, ${plural(untold, "claim")} could not be tied to an election and ${untold === 1 ? "was" : "were"} compared with nothing: `,
        el("a", { href: address({ view: "figures", contest: "unknown" }) }, "see them"),
        ".",
      ],
    ),
  );
  return articleList(main, rows, (row) => cell(articles, "status", row));
}

function articleRows(fits) {
  const wanted = terms(state.get("q"));
  const source = state.get("view") === "articles" && state.get("source");
  return articles.id
    .map((_, row) => row)
    .filter((row) => {
      if (!fits(row) || (source && cell(articles, "source", row) !== source)) return false;
      const words = wanted.length
        ? folded(
            [
              cell(articles, "title", row),
              articles.path[row],
              cell(articles, "source", row),
              cell(articles, "reason", row),
            ]
              .filter(Boolean)
              .join("\n"),
          )
        : "";
      return wanted.every((term) => words.includes(term));
    });
}

function articleList(main, rows, tell) {
  if (!rows.length) return null;
  const host = el("div", { role: "list", class: "rows", "aria-labelledby": "title" });
  main.append(host);
  return new Windowed(host, { count: rows.length, size: 60, estimate: 66, draw: (at) => articleLine(rows[at], tell) });
}

function articleLine(row, tell) {
  const reason = cell(articles, "reason", row);
  const note = cell(articles, "note", row);
  const origin = articles.origin[row];
  const titled = cell(articles, "title", row);
  const title = quoted(titled || articles.path[row]);
  return el(
    "div",
    { role: "listitem", class: "line" },
    el(
      "p",
      {},
      cell(articles, "status", row) === "read"
        ? el("a", { href: address({ view: "articles", article: articles.id[row] }) }, title)
        : title,
      el("span", { class: "tell" }, tell(row)),
    ),
    el(
      "p",
      { class: "meta" },
      quoted(
        [cell(articles, "source", row), dateWords(cell(articles, "published", row)), titled && articles.path[row]]
          .filter(Boolean)
          .join(", "),
      ),
    ),
    reason &&
      el(
        "p",
        { class: "why" },
        quoted(reason),
        origin >= 0 && [
          ": ",
          el("a", { href: address({ view: "articles", article: articles.id[origin] }) }, quoted(articles.path[origin])),
        ],
      ),
    note && el("p", { class: "meta" }, quoted(note)),
  );
}

function drawArticle(main, row) {
  drawFilters([], []);
  const text = textOf(row);
  const rows = claimsOfArticle(row);
  const panel = el("section", { class: "panel", "aria-label": "What was read", tabindex: -1 });
  const showClaim = (claim, quiet = false) => {
    panel.replaceChildren(el("h2", {}, "What was read here"), ...claimDetails(claim));
    for (const node of main.querySelectorAll(".claim.now")) node.classList.remove("now");
    const mark = [...main.querySelectorAll("button.claim")].find((node) =>
      node.dataset.claims.split(" ").includes(claims.id[claim]),
    );
    mark?.classList.add("now");
    if (quiet) mark?.scrollIntoView({ block: "center" });
    else change({ claim: claims.id[claim] }, { quiet: true });
    say(`Read here: ${readingWords(claim)}`);
  };
  append(main, [
    el("p", { class: "back" }, el("a", { href: address({ view: "articles" }) }, "All articles")),
    el("h1", { id: "title", tabindex: -1 }, quoted(cell(articles, "title", row) || articles.path[row])),
    el(
      "p",
      { class: "meta" },
      quoted([cell(articles, "source", row), articles.path[row]].filter(Boolean).join(", ")),
      ", published ",
      dateWords(cell(articles, "published", row)) || "at an unknown date",
      " (",
      quoted(cell(articles, "published_basis", row) || "no basis"),
      ")",
      cell(articles, "url", row) && [", ", quoted(cell(articles, "url", row))],
    ),
    text && text[1] === 0 && el("p", { class: "empty" }, "Only the sentences with figures are kept in this page."),
    !text && el("p", { class: "empty" }, "The text of this article was left out of the page for its size."),
    el("div", { class: "reader" }, text && markedArticle(row, showClaim), panel),
  ]);
  panel.append(
    el("h2", {}, plural(rows.length, "claim")),
    el(
      "p",
      { class: "none" },
      rows.length ? "Choose a marked figure to see how it was read." : "No election figure was read in this article.",
    ),
    el(
      "ul",
      { class: "legend" },
      ["person", "party", "place", "body"].map((kind) => el("li", {}, el("span", { class: `mention ${kind}` }, kind))),
      el("li", {}, el("span", { class: "claim" }, "figure")),
      el("li", {}, el("span", { class: "claim disputed" }, "disputed figure")),
    ),
    ...(rows.length ? [articleDecision(row)] : []),
  );
  const wanted = claimRow(state.get("claim"));
  if (wanted >= 0 && claims.article[wanted] === row) requestAnimationFrame(() => showClaim(wanted, true));
  return null;
}
