// What a person decided on each conflict: kept in this browser, handed to `tallywire serve` where that serves the page,
// and written out as the decisions file. Lines of that file on other things are kept as they are.

const STORE = "tallywire decisions";
const HEADER = ["kind", "id_a", "id_b", "note"];
const ON_CONFLICTS = { real: "A real conflict", not_conflict: "Not a conflict", prefer: "One value is right" };

const server = block("server");
let decisions = new Map(); // conflict id -> {kind, id_b, note}
let otherLines = []; // decisions on entities, claims and contests

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
    const [kind, first, second, note] = row;
    if (Object.hasOwn(ON_CONFLICTS, kind) && !isFact(first)) decisions.set(first, { kind, id_b: second, note });
    else if (!otherLines.some((line) => line.join("\n") === row.join("\n"))) otherLines.push(row);
    taken += 1;
  }
  return taken;
}

/** A value can be decided on a fact, too, on the command line. */
function isFact(id) {
  return conflictRow(id) < 0 && factRow(id) >= 0;
}

/** What the run was told of a conflict: a decision that its tables already hold; "" is none. */
function appliedTo(row) {
  return cell(conflicts, "decision", row) || "";
}

function decisionRows() {
  const known = [...decisions].map(([id, { kind, id_b, note }]) => [kind, id, id_b, note]);
  return [...otherLines, ...known.sort((a, b) => (a[1] < b[1] ? -1 : 1))];
}

function keepDecisions() {
  try {
    localStorage.setItem(STORE, JSON.stringify(decisionRows()));
  } catch {
    say("This browser keeps nothing for this page; export the decisions before you close it.");
  }
}

/** Decide on a conflict; kind null takes the decision back. */
function decide(id, kind, { id_b = "", note = "" } = {}) {
  const tidy = note
    .split(/[\s\u0000-\u001f]+/)
    .filter(Boolean)
    .join(" ");
  if (kind) decisions.set(id, { kind, id_b: kind === "prefer" ? id_b : "", note: tidy });
  else decisions.delete(id);
  keepDecisions();
  if (server) handOver([kind || "", id, kind === "prefer" ? id_b : "", tidy]);
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
  if (server) for (const row of rows) if (Object.hasOwn(ON_CONFLICTS, row[0]) && !isFact(row[1])) handOver(row);
  return taken;
}
