// The view is in the address: #view=conflicts&kind=value. Whoever gets the address sees the same.

const VIEWS = {
  conflicts: "Conflicts",
  elections: "Elections",
  figures: "Figures",
  articles: "Articles",
  skipped: "Not read",
  decisions: "Decisions",
};
const FILTERS = ["contest", "subject", "measure", "kind", "severity", "source", "verdict", "decided", "q"];

let state = parseState();
const watchers = [];

function parseState() {
  let found;
  try {
    found = new Map(new URLSearchParams(location.hash.slice(1)));
  } catch {
    found = new Map();
  }
  if (!Object.hasOwn(VIEWS, found.get("view"))) found.set("view", "conflicts");
  return found;
}

/** The address of a view: what is given, and of the present view only what `keep` names. */
function address(parts, keep = []) {
  const next = new URLSearchParams();
  for (const name of keep) if (state.get(name)) next.set(name, state.get(name));
  for (const [name, value] of Object.entries(parts)) {
    if (value === null || value === "" || value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return `#${next}`;
}

/** Change parts of the view; `quiet` keeps the page as drawn and only writes the address. */
function change(parts, { quiet = false, step = false } = {}) {
  const next = address(parts, [...state.keys()]);
  if (next === location.hash) return;
  if (step) history.pushState(null, "", next);
  else history.replaceState(null, "", next);
  state = parseState();
  if (!quiet) for (const watcher of watchers) watcher();
}

function onChange(watcher) {
  watchers.push(watcher);
}

addEventListener("hashchange", () => {
  const before = address({}, [...state.keys()]);
  state = parseState();
  if (before !== address({}, [...state.keys()])) for (const watcher of watchers) watcher();
});
addEventListener("popstate", () => {
  state = parseState();
  for (const watcher of watchers) watcher();
});

function opened() {
  return new Set((state.get("open") || "").split(",").filter(Boolean));
}

function setOpened(id, isOpen) {
  const all = opened();
  if (isOpen) all.add(id);
  else all.delete(id);
  change({ open: [...all].slice(-20).join(",") }, { quiet: true });
}
