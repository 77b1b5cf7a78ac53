// The evidence: a claim's sentence with its figure marked, who says it, and the copies of it.

/** Text [start, end) of a place, with figures marked; each mark is {start, end, side}. */
function markedText(place, marks) {
  const within = marks
    .filter((mark) => mark.start >= place.start && mark.end <= place.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let at = place.start;
  for (const mark of within) {
    if (mark.start < at) continue; // two claims on one figure are one mark
    parts.push(
      place.text.slice(at, mark.start),
      el("mark", { class: mark.side ? `side-${mark.side}` : "" }, place.text.slice(mark.start, mark.end)),
    );
    at = mark.end;
  }
  parts.push(place.text.slice(at, place.end));
  return parts;
}

function markOf(claim, side) {
  return { start: claims.start[claim], end: claims.end[claim], side };
}

function sentenceNode(claim, side, others = []) {
  const place = sentenceOf(claim);
  if (!place)
    return el("p", { class: "none" }, "The sentence is not on this page: the article's text was left out of it.");
  return el(
    "blockquote",
    {},
    quoted(
      markedText(
        place,
        [claim, ...others].map((row) => markOf(row, side)),
      ),
    ),
  );
}

function paragraphNode(claim, side, others = []) {
  const place = paragraphOf(claim);
  if (!place) return null;
  if (!place.paragraph)
    return el(
      "p",
      { class: "none" },
      "This run kept the sentences with figures only, so the paragraph around cannot be shown.",
    );
  const sentence = sentenceOf(claim);
  const marks = [claim, ...others].map((row) => markOf(row, side));
  const part = (start, end) => markedText({ ...place, start, end }, marks);
  return el(
    "p",
    { class: "paragraph" },
    quoted(
      el("span", { class: "around" }, part(place.start, sentence.start)),
      part(sentence.start, sentence.end),
      el("span", { class: "around" }, part(sentence.end, place.end)),
    ),
  );
}

/** Source, date, stage, speaker, the way to the article, and to a decision on the claims of the sentence. */
function attributionNode(claim, rows) {
  const article = claims.article[claim];
  const speaker = cell(claims, "attributed_to", claim);
  const stage = cell(claims, "stage", claim);
  const date = dateWords(publishedOf(claim)) || "no date";
  const [button, box] = misread(rows);
  const line = el(
    "p",
    { class: "meta" },
    el("strong", {}, quoted(sourceOf(article))),
    ", ",
    el("span", { title: cell(articles, "published_basis", article) }, date),
    ", ",
    el("span", { class: `stage ${stage}` }, stageWords(stage)),
    speaker && [", said by ", quoted(speaker)],
    " ",
    el(
      "a",
      { href: address({ view: "articles", article: articles.id[article], claim: claims.id[claim] }) },
      "in the article",
      el("span", { class: "unseen" }, ` ${articles.path[article]}`),
    ),
    " ",
    button,
  );
  return [line, box];
}

/** What the claims of one sentence are on, unless it is just what the conflict is on. */
function subjectLine(rows, against) {
  const named = rows.map((row) => {
    const scope = cell(claims, "scope", row);
    const measure = measureWords(cell(claims, "measure", row), cell(claims, "unit", row));
    return [scope ? `${measure} in ${scope}` : measure, subjectOf(claims, row)];
  });
  // The lists of a sum are named together: "Harbour List, Hill Party: seats".
  const words = [...gather(named)].map(([measure, subjects]) => {
    const different = [...new Set(subjects)].filter(Boolean).join(", ");
    return different ? `${different}: ${measure}` : measure;
  });
  return words.join() === against ? null : el("p", { class: "about" }, quoted(words.join("; ")));
}

function keyOf(row) {
  return [claims.subject.codes[row], claims.measure.codes[row], claims.scope.codes[row]].join(" ");
}

/** Claims by sentence, sentences by the piece of writing they descend from: [[sentence, copy, ...], ...], a sentence
 * being [claim, ...]. Different figures of one writing, such as the parts of a sum, are no copies of each other. */
function witnesses(rows) {
  const sentences = gather(rows.map((row) => [`${claims.article[row]} ${claims.sentence_start[row]}`, row]));
  const keyed = [...sentences.values()].map((said) => [
    [claims.origin[said[0]], ...new Set(said.map(keyOf).sort())].join("|"),
    said,
  ]);
  return [...gather(keyed).values()];
}

function witnessWords(rows) {
  const count = new Set(rows.map((row) => claims.origin[row])).size;
  const printed = new Set(rows.map((row) => claims.article[row])).size;
  return plural(count, "witness", "witnesses") + (printed > count ? ` in ${plural(printed, "article")}` : "");
}

function witnessNode(copies, { side = "", against = "", full = false } = {}) {
  const [[first, ...same], ...rest] = copies;
  const article = claims.article[first];
  const again = rest.filter(([row]) => claims.article[row] === article);
  const printed = copiesOfArticle(article);
  const count = rest.length - again.length + printed.length;
  const said = ([row, ...others]) =>
    el("div", { class: "copy" }, sentenceNode(row, side, others), attributionNode(row, [row, ...others]));
  return el(
    "div",
    { class: "witness" },
    subjectLine(copies[0], against),
    (full && paragraphNode(first, side, same)) || sentenceNode(first, side, same),
    attributionNode(first, copies[0]),
    again.length > 0 && el("details", { class: "copies" }, el("summary", {}, "Said again in it"), again.map(said)),
    count > 0 &&
      el(
        "details",
        { class: "copies" },
        el("summary", {}, plural(count, "copy", "copies"), " of the same writing"),
        rest.filter((one) => !again.includes(one)).map(said),
        printed.map((copy) => el("p", { class: "meta" }, "printed whole: ", quoted(articles.path[copy]))),
      ),
  );
}

const FEW = 2;
function sideNode(row, side, full) {
  const rows = conflicts[side][row];
  const all = witnesses(rows);
  const against = aboutOf(conflicts, row);
  const shown = full ? all.slice(0, 50) : all.slice(0, FEW);
  const left = all.length - shown.length;
  return el(
    "div",
    { class: `side side-${side}`, role: "group", "aria-label": `Side ${side.toUpperCase()}` },
    el(
      "p",
      { class: conflicts[`value_${side}`][row].length > 40 ? "says long" : "says" },
      el(
        "span",
        {},
        el("span", { class: "letter", "aria-hidden": "true" }, side.toUpperCase()),
        " ",
        quoted(conflicts[`value_${side}`][row]),
      ),
      el("span", { class: "count" }, witnessWords(rows)),
    ),
    shown.map((copies) => witnessNode(copies, { side, against, full })),
    left > 0 &&
      el(
        "p",
        { class: "none" },
        `and ${plural(left, "more sentence")}${full ? "; the table claims holds them all" : " (open the conflict to see them)"}`,
      ),
  );
}

/** A table of claims: what was said, by whom, when; the list that goes with a plot. */
function claimTable(rows, { caption, sides = () => "" }) {
  const shown = rows.slice(0, 200);
  const figures = shown.some(stoodFor);
  const columns = ["Says", figures && "Stands for", "Source", "Published", "Stage", "Sentence"].filter(Boolean);
  const line = (row) => {
    const side = sides(row);
    const article = claims.article[row];
    const place = { view: "articles", article: articles.id[article], claim: claims.id[row] };
    return stackedRow(
      { class: side && `side-${side}` },
      [quoted(printedOf(row)), side && el("span", { class: "letter" }, side.toUpperCase())],
      [
        figures && stackedCell("Stands for", { class: "number" }, stoodFor(row)),
        stackedCell("", {}, el("a", { href: address(place) }, quoted(sourceOf(article)))),
        stackedCell("", { class: "date" }, dateWords(publishedOf(row)) || "no date"),
        stackedCell("", {}, stageWords(cell(claims, "stage", row))),
        stackedCell("", { class: "wide" }, sentenceNode(row, side)),
      ],
    );
  };
  const more = rows.length > shown.length && ` (the first ${shown.length} of ${figure(rows.length)})`;
  return stackedTable({ caption, more, columns, rows: shown.map(line) });
}
