// The tables, as the page carries them: columns in blocks of JSON, each read when first needed.

const read = new Map();

function block(name) {
  if (!read.has(name)) {
    const node = document.getElementById(`data-${name}`);
    read.set(name, node ? JSON.parse(node.textContent) : null);
    node?.remove(); // read once: the text of it need not be held twice
  }
  return read.get(name);
}

/** A column: plain values, or codes into a list of words. */
function cell(table, name, row) {
  const column = table[name];
  if (Array.isArray(column)) return column[row];
  const code = column.codes[row];
  return code < 0 ? null : column.words[code];
}

const core = block("core");
const contests = core.contests;
const entities = core.entities;
const articles = core.articles;
const conflicts = core.conflicts;
const claims = block("claims");
const facts = () => block("facts");

function indexed(ids) {
  let index = null;
  return (id) => {
    index ??= new Map(ids().map((name, row) => [name, row]));
    return index.get(id) ?? -1;
  };
}
const conflictRow = indexed(() => conflicts.id);
const claimRow = indexed(() => claims.id);
const contestRow = indexed(() => contests.id);
const entityRow = indexed(() => entities.id);
const articleRow = indexed(() => articles.id);
const factRow = indexed(() => facts().id);

function lazily(make) {
  let made = null;
  return (row) => {
    made ??= make();
    return made.get(row) ?? [];
  };
}

function gather(pairs) {
  const found = new Map();
  for (const [key, value] of pairs) {
    if (found.has(key)) found.get(key).push(value);
    else found.set(key, [value]);
  }
  return found;
}

const claimsOfArticle = lazily(() => gather(claims.article.map((article, row) => [article, row])));
const copiesOfArticle = lazily(() => gather(articles.origin.map((origin, row) => [origin, row])));
const conflictsOfFact = lazily(() => gather(conflicts.facts.flatMap((list, row) => list.map((fact) => [fact, row]))));
const factsOfContest = lazily(() => gather(facts().contest.map((contest, row) => [contest, row])));
const conflictsOfContest = lazily(() => gather(conflicts.contest.map((contest, row) => [contest, row])));
const conflictsOfClaim = lazily(() =>
  gather(conflicts.id.flatMap((_, row) => [...conflicts.a[row], ...conflicts.b[row]].map((claim) => [claim, row]))),
);
const factsOfClaim = lazily(() => gather(facts().claims.flatMap((list, row) => list.map((claim) => [claim, row]))));

/** The text of an article as shown: [text, whole, mentions], or null where the page has none. */
function textOf(article) {
  const shard = articles.shard[article];
  return shard === undefined || shard < 0 ? null : block(`text-${shard}`)[articles.place[article]];
}

function sentenceOf(claim) {
  const text = textOf(claims.article[claim]);
  const start = claims.sentence_start[claim];
  if (!text || start < 0) return null;
  const end = claims.sentence_end[claim];
  return { text: text[0], start, end, whole: text[1] === 1 };
}

/** The paragraph around a claim: to the blank lines, or line ends where lines are long, at most some 900 characters a side. */
function paragraphOf(claim) {
  const place = sentenceOf(claim);
  if (!place || !place.whole) return place;
  const { text } = place;
  const gap = /\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*\n/g : /\n/g;
  let start = 0;
  let end = text.length;
  for (const found of text.matchAll(gap)) {
    const after = found.index + found[0].length;
    if (after <= place.start) start = after;
    else if (found.index >= place.end) {
      end = found.index;
      break;
    }
  }
  return { ...place, start: Math.max(start, place.start - 900), end: Math.min(end, place.end + 900), paragraph: true };
}

function contestName(row) {
  if (row < 0 || row === undefined) return "Election unknown";
  const kind = cell(contests, "contest_kind", row);
  const body = cell(contests, "contest_body", row);
  const round = contests.contest_round[row];
  const when = dateWords(cell(contests, "contest_date", row)) || contests.contest_year[row] || "year unknown";
  const what = kind === "referendum" ? "referendum" : kind && kind !== "other" ? `${kind} election` : "election";
  const more = [body, round && `round ${round}`].filter(Boolean).join(", ");
  return `${countryWords(cell(contests, "contest_country", row))}, ${what}, ${when}${more ? ` (${more})` : ""}`;
}

const names = new Map();
function contestLabel(row) {
  if (!names.has(row)) names.set(row, contestName(row));
  return names.get(row);
}

function subjectOf(table, row) {
  const name = cell(table, "subject", row) || (table.subject_text ? cell(table, "subject_text", row) : null);
  return name || (table.subject_kind && cell(table, "subject_kind", row) !== "contest" ? "subject unknown" : "");
}

function sourceOf(article) {
  return cell(articles, "source", article) || articles.path[article] || "source unknown";
}

/** What a measure is called, in the middle of a sentence: by its unit, where that says more ("provinces led"). */
function measureWords(measure, unit = "") {
  const known = core.measures[measure];
  return known ? (known[unit ?? ""] ?? known[""]) : spaced(measure);
}

/** What a fact, claim or conflict is on: "Fatah Alliance: seats". */
function aboutOf(table, row) {
  const measure = measureWords(cell(table, "measure", row), cell(table, "unit", row));
  return [subjectOf(table, row), measure].filter(Boolean).join(": ");
}

function isWorded(table, row) {
  return WORDED.includes(cell(table, "measure", row));
}

/** What a claim's figure stands for: its interval, "" where the value is words. */
function stoodFor(claim) {
  return isWorded(claims, claim) ? "" : interval(claims.value_low[claim], claims.value_high[claim]);
}

/** What a claim says, as it is printed. */
function printedOf(claim) {
  return cell(claims, "value_text", claim) || figure(claims.value[claim]);
}

/** Claims with the same key say the same: one interval, or one text. */
function valueKey(claim) {
  const ends = [claims.value_low[claim], claims.value_high[claim]];
  const worded = isWorded(claims, claim) || ends.every((end) => end === null);
  return worded ? folded(printedOf(claim)) : ends.join(" ");
}

function publishedOf(claim) {
  return cell(articles, "published", claims.article[claim]);
}
