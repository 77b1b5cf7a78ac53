// An article's text with every mention and every claim marked in it.

/** Cut [0, length) at the ends of all spans; each piece knows the spans it lies in. */
function pieces(length, spans) {
  const cuts = new Set([0, length]);
  for (const span of spans) cuts.add(Math.min(span.start, length)).add(Math.min(span.end, length));
  const ends = [...cuts].sort((a, b) => a - b);
  const starting = gather(spans.map((span) => [span.start, span]));
  let live = [];
  return ends.slice(0, -1).map((start, at) => {
    live = [...live, ...(starting.get(start) || [])].filter((span) => span.end > start);
    return { start, end: ends[at + 1], spans: live };
  });
}

function spansOf(article) {
  const [, , flat] = textOf(article);
  const spans = [];
  for (let at = 0; at < flat.length; at += 3) spans.push({ start: flat[at], end: flat[at + 1], entity: flat[at + 2] });
  for (const claim of claimsOfArticle(article))
    if (claims.start[claim] >= 0 && claims.end[claim] > claims.start[claim])
      spans.push({ start: claims.start[claim], end: claims.end[claim], claim });
  return spans;
}

function markedArticle(article, onClaim) {
  const [text] = textOf(article);
  const parts = pieces(text.length, spansOf(article)).map(({ start, end, spans }) => {
    const words = text.slice(start, end);
    const told = spans.filter((span) => span.claim !== undefined).map((span) => span.claim);
    const named = spans.find((span) => span.claim === undefined);
    if (told.length) return claimMark(words, told, onClaim);
    return named ? mentionMark(words, named.entity) : words;
  });
  return el("div", { class: "text", dir: "auto" }, parts);
}

function claimMark(words, told, onClaim) {
  const disputed = told.some((claim) =>
    conflictsOfClaim(claim).some((row) => cell(conflicts, "kind", row) !== "revision"),
  );
  const label = told.map((claim) => readingWords(claim)).join("; ");
  const node = el(
    "button",
    {
      type: "button",
      class: disputed ? "claim disputed" : "claim",
      title: label,
      "aria-label": `${plain(words)}: ${label}`,
      onclick: () => onClaim(told[0]),
    },
    words,
  );
  node.dataset.claims = told.map((claim) => claims.id[claim]).join(" ");
  return node;
}

function mentionMark(words, entity) {
  const kind = entity < 0 ? "name" : cell(entities, "kind", entity);
  const full = entity < 0 ? "" : entities.name[entity];
  return el("span", { class: `mention ${kind}`, title: full ? `${kind}: ${full}` : kind }, words);
}

function readingWords(claim) {
  const scope = cell(claims, "scope", claim);
  return [
    subjectOf(claims, claim),
    measureWords(cell(claims, "measure", claim), cell(claims, "unit", claim)),
    scope && `in ${scope}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** All that was read at one figure, as a list of terms. */
function claimDetails(claim) {
  const value =
    isWorded(claims, claim) || claims.value[claim] === null
      ? ""
      : withUnit(claims.value[claim], cell(claims, "unit", claim));
  const speaker = cell(claims, "attributed_to", claim);
  const qualifier = cell(claims, "qualifier", claim);
  const found = conflictsOfClaim(claim);
  const fact = factsOfClaim(claim)[0];
  const lines = [
    ["Printed", quoted(cell(claims, "value_text", claim) || value)],
    ["Read as", `${readingWords(claim)}${value ? `: ${value}` : ""}`],
    [
      "Stands for",
      stoodFor(claim) && stoodFor(claim) + (qualifier && qualifier !== "exact" ? ` (${spaced(qualifier)})` : ""),
    ],
    [
      "Election",
      [electionLink(claims.contest[claim]), el("span", { class: "basis" }, cell(claims, "contest_basis", claim))],
    ],
    [
      "Subject",
      [
        quoted(subjectOf(claims, claim) || "the whole election"),
        el("span", { class: "basis" }, cell(claims, "subject_basis", claim)),
      ],
    ],
    ["Stage", stageWords(cell(claims, "stage", claim))],
    ["Said by", speaker && quoted(speaker)],
    ["Rule", `${cell(claims, "rule", claim)}, right in ${figure(claims.confidence[claim] * 100)}% of cases`],
    ["Where", `characters ${claims.char_start[claim]} to ${claims.char_end[claim]}, claim ${claims.id[claim]}`],
    ["Conflicts", found.length > 0 && conflictLinks(found)],
    [
      "Figure",
      fact !== undefined &&
        el(
          "a",
          {
            href: address({
              view: "figures",
              fact: facts().id[fact],
              contest: contests.id[facts().contest[fact]] ?? "unknown",
              measure: cell(facts(), "measure", fact),
            }),
          },
          "what others say on it",
        ),
    ],
  ];
  return [
    el(
      "dl",
      { class: "details" },
      lines
        .filter(([, content]) => content && content !== "")
        .map(([name, content]) => [el("dt", {}, name), el("dd", {}, content)]),
    ),
    claimDecision(claim),
  ];
}
