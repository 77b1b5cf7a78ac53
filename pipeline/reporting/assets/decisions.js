// What a person decided on conflicts, figures, claims, articles and names: kept in this browser, handed to `tallywire serve`
// where that serves the page, and written out as the decisions file. Lines of other kinds are kept as they are.

const STORE = "tallywire decisions";
const HEADER = ["kind", "id_a", "id_b", "note"];
const ON_CONFLICTS = { real: "A real conflict", not_conflict: "Not a conflict", prefer: "One value is right" };
const ON_FACTS = { prefer: "One value is right" };
const ON_CLAIMS = { drop: "Not to be used", contest: "On another election" };
const ON_ARTICLES = { contest: "All on one election" };
const ON_NAMES = { same: "One and the same", different: "Not the same" };

const server = block("server");
let decisions = new Map(); // what is decided on, as placeOf has it -> {kind, id_a, id_b, note}
let otherLines = []; // lines that this page cannot change: of kinds that it does not know

function loadDecisions() {
  try {
    takeRows(JSON.parse(localStorage.getItem(STORE) || "[]"));
  } catch {
    // No storage in this browser, or not ours: the page works without, and the export still holds what is decided now.
  }
}

function takeRows(rows) {
  let taken = 0;
  for (const row of rows) {
    if (!Array.isArray(row) || row.length !== 4 || row.some((part) => typeof part !== "string")) continue;
    const [kind, id_a, id_b, note] = row;
    const on = placeOf(kind, id_a, id_b);
    if (on) decisions.set(on, { kind, id_a, id_b, note });
    else if (!otherLines.some((line) => line.join("\n") === row.join("\n"))) otherLines.push(row);
    taken += 1;
  }
  return taken;
}

/** What a line decides on: one thing, by its id, or two names; of two lines on one the later counts. */
function placeOf(kind, id_a, id_b) {
  if (Object.hasOwn(ON_NAMES, kind)) return [id_a, id_b].sort().join(" ");
  return [ON_CONFLICTS, ON_FACTS, ON_CLAIMS, ON_ARTICLES].some((kinds) => Object.hasOwn(kinds, kind)) ? id_a : null;
}

/** What the run was told of a conflict: a decision that its tables already hold; "" is none. */
function appliedTo(row) {
  return cell(conflicts, "decision", row) || "";
}

function decisionRows() {
  const known = [...decisions].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...otherLines, ...known.map(([, { kind, id_a, id_b, note }]) => [kind, id_a, id_b, note])];
}

function keepDecisions() {
  try {
    localStorage.setItem(STORE, JSON.stringify(decisionRows()));
  } catch {
    say("This browser keeps nothing for this page; export the decisions before you close it.");
  }
}

/** Decide on what `on` names: {kind, id_a, id_b, note}, or null to take the decision back. */
function decide(on, decided) {
  const known = decisions.get(on);
  if (!decided && !known) return;
  if (decided) {
    const note = (decided.note || "")
      .split(/[\s\u0000-\u001f]+/)
      .filter(Boolean)
      .join(" ");
    decisions.set(on, { ...decided, id_b: decided.id_b || "", note });
  } else decisions.delete(on);
  keepDecisions();
  const { kind, id_a, id_b, note } = decisions.get(on) || {
    kind: "",
    id_a: known.id_a,
    id_b: Object.hasOwn(ON_NAMES, known.kind) ? known.id_b : "",
    note: "",
  };
  if (server) handOver([kind, id_a, id_b, note]);
}

/** The command that says the same as a line of the decisions file. */
function commandOf({ kind, id_a, id_b, note }) {
  const quotedWord = (word) => (/^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
  const words = ["tallywire", "decide", kind, id_a, id_b].filter(Boolean).map(quotedWord);
  return [...words, ...(note ? ["--note", quotedWord(note)] : [])].join(" ");
}

let queue = Promise.resolve(); // one after the other, so that the last word is the last line
function handOver([kind, id_a, id_b, note]) {
  queue = queue.then(async () => {
    try {
      const answer = await fetch("decisions", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Tallywire-Token": server.token },
        body: JSON.stringify({ kind, id_a, id_b, note }),
      });
      serverSays(answer.ok ? "Saved in the decisions file." : `Not saved: ${await answer.text()}`, !answer.ok);
    } catch {
      serverSays(
        "Not saved: tallywire serve has ended. The decision is kept in this browser; start it again or export.",
        true,
      );
    }
  });
}

function serverSays(words, failed = false) {
  say(words);
  document.getElementById("saved")?.remove();
  if (failed) document.getElementById("main").prepend(el("p", { id: "saved", class: "alert", role: "alert" }, words));
}

async function fetchDecisions() {
  try {
    const answer = await fetch("decisions", { headers: { "X-Tallywire-Token": server.token } });
    if (!answer.ok) throw new Error(await answer.text());
    decisions = new Map(); // the file is what counts here: a line taken away in it is taken back
    otherLines = [];
    takeRows(await answer.json());
    keepDecisions();
  } catch (error) {
    serverSays(`The decisions file cannot be read: ${error.message}`, true);
  }
}

function csvCell(text) {
  return /[",\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function decisionsCsv() {
  return `${[HEADER, ...decisionRows()].map((row) => row.map(csvCell).join(",")).join("\n")}\n`;
}

function parseCsv(text) {
  const rows = [];
  let row = [];
  const lines = text.replace(/^\ufeff/, "").replace(/^#.*(\r?\n|$)/gm, "");
  for (const [, gap, inQuotes, bare] of lines.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (gap !== "," && row.length) {
      rows.push(row);
      row = [];
    }
    row.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'));
  }
  if (row.length) rows.push(row);
  return rows.filter((cells) => cells.length > 1 || cells[0]);
}

/** Take the lines of a decisions file; gives how many, or a sentence on what is wrong with it. */
function importDecisions(text) {
  const [header, ...rows] = parseCsv(text);
  if (!header || header.join() !== HEADER.join())
    return `This is no decisions file: its first line must be ${HEADER.join(",")}`;
  if (rows.some((row) => row.length !== HEADER.length))
    return "A line of this file has not four columns; nothing was taken from it";
  const taken = takeRows(rows);
  keepDecisions();
  if (server) for (const row of rows) if (placeOf(...row)) handOver(row);
  return taken;
}
