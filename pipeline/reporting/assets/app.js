// Putting it together: the view that the address names is drawn, and drawn again when the address changes.

const DRAW = {
  conflicts: drawConflicts,
  elections: drawElections,
  figures: drawFigures,
  articles: drawArticles,
  skipped: drawSkipped,
  decisions: drawDecisions,
};
let list = null;

function drawViews() {
  const now = state.get("view");
  document.getElementById("views").replaceChildren(
    ...Object.entries(VIEWS).map(([view, label]) =>
      el(
        "li",
        {},
        el(
          "a",
          {
            href: address(
              { view },
              ["conflicts", "figures"].includes(view) && ["conflicts", "figures"].includes(now)
                ? ["contest", "subject", "measure"]
                : [],
            ),
            "aria-current": view === now ? "page" : null,
          },
          label,
        ),
      ),
    ),
  );
}

function draw() {
  list?.stop();
  const main = document.getElementById("main");
  main.replaceChildren();
  drawViews();
  list = DRAW[state.get("view")](main);
  document.title = `${VIEWS[state.get("view")]}: tallywire`;
}

/** What was looked at changes with the view, the article or the election: then the reading begins at the top. */
function place() {
  return ["view", "article", "id", "contest"]
    .map((name) => (name === "contest" && state.get("view") !== "elections" ? "" : state.get(name)))
    .join(" ");
}

let where = place();
onChange(() => {
  draw();
  if (where === place()) return;
  where = place();
  if (!state.get("fact") && !state.get("claim")) scrollTo(0, 0);
  document.getElementById("title")?.focus({ preventScroll: true });
});
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address holds the view
  document.getElementById("main").focus();
});
loadDecisions();
draw();
if (server) fetchDecisions().then(draw);
document.documentElement.dataset.ready = "yes";
