// The decisions: what was decided, and the file out of this page and into it.

function drawDecisions(main) {
  drawFilters([], []);
  const count = decisions.size;
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
        : "Kept in this browser only. Export them as decisions.csv and put that file among the configuration: the next run applies it.",
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
        `${plural(otherLines.length, "more line")} of the file, on names, elections and claims, kept as ${otherLines.length === 1 ? "it is" : "they are"}.`,
      ),
  ]);
  if (!count) return empty(main, "Nothing is decided yet: under each conflict there is a place for it.");
  main.append(
    el(
      "ul",
      { class: "tiles" },
      [...decisions].map(([id, { kind, id_b, note }]) => {
        const row = conflictRow(id);
        const about =
          row < 0
            ? `Conflict ${id}, not in this run`
            : capital(aboutOf(conflicts, row));
        const claim = claimRow(id_b);
        return el(
          "li",
          {},
          row < 0 ? el("strong", {}, about) : el("a", { href: address({ view: "conflicts", id }) }, quoted(about)),
          el(
            "p",
            { class: "meta" },
            ON_CONFLICTS[kind],
            kind === "prefer" && [
              ": ",
              quoted(claim < 0 ? id_b : cell(claims, "value_text", claim) || figure(claims.value[claim])),
            ],
            note && [": ", quoted(note)],
          ),
          el(
            "button",
            {
              type: "button",
              class: "quiet",
              onclick: () => {
                decide(id, null);
                draw();
              },
            },
            "Take back",
            el("span", { class: "unseen" }, ` ${about}`),
          ),
        );
      }),
    ),
  );
  return null;
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
