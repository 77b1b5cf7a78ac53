// Plots as plain SVG: what was claimed over time, and seats by list with their ranges.

const MOST_POINTS = 600;
const FEW_POINTS = 12; // so many carry the names of their sources
const FOUR_DAYS = 4 * 86_400_000; // milliseconds, below which a date in the middle would repeat another
const TWO_DATES = 230; // pixels that two dates with long months need beside each other
const SHAPES = {
  projected: (x, y) => `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`,
  partial: (x, y) => `M${x} ${y - 6}L${x + 6} ${y + 5}L${x - 6} ${y + 5}Z`,
  preliminary: (x, y) => `M${x - 5} ${y - 5}H${x + 5}V${y + 5}H${x - 5}Z`,
  final: (x, y) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`,
  unknown: (x, y) => `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`,
};

/** Claims over time. `sides` tells of a row "a", "b" or "" and `chosen` is the fact's value; null where nothing can be drawn. */
function timePlot(rows, { width, label, chosen = null, sides = () => "" }) {
  const numeric = rows.filter(
    (row) => claims.value[row] !== null || claims.value_low[row] !== null || claims.value_high[row] !== null,
  );
  const drawn = numeric.slice(0, MOST_POINTS);
  const reach = extent(drawn);
  if (!reach || drawn.length < 2) return null;
  const box = { left: 64, right: width - 16, top: 14, bottom: 176 };
  const pad = (reach[1] - reach[0]) * 0.12 || Math.abs(reach[0]) * 0.02 || 1;
  const y = scale(reach[0] - pad, reach[1] + pad, box.bottom, box.top);
  const times = timeAxis(drawn, box);
  const picture = svg("svg", {
    class: "plot",
    viewBox: `0 0 ${width} 214`,
    width,
    height: 214,
    role: "img",
    "aria-label": plotWords(drawn, label),
  });
  for (const value of ticks(reach[0] - pad, reach[1] + pad)) {
    picture.append(
      svg("line", { class: "grid", x1: box.left, x2: box.right, y1: y(value), y2: y(value) }),
      svg("text", { class: "tick", x: box.left - 8, y: y(value) + 4, "text-anchor": "end" }, figure(value)),
    );
  }
  if (times.divide)
    picture.append(svg("line", { class: "grid", x1: times.divide, x2: times.divide, y1: box.top, y2: box.bottom }));
  for (const { at, words, anchor } of times.labels) {
    picture.append(svg("text", { class: "tick", x: at, y: box.bottom + 22, "text-anchor": anchor }, words));
  }
  if (chosen !== null) {
    picture.append(svg("line", { class: "chosen", x1: box.left, x2: box.right, y1: y(chosen), y2: y(chosen) }));
  }
  const taken = new Map();
  const origins = new Set();
  const labels = drawn.length <= FEW_POINTS ? [] : null;
  for (const row of drawn)
    picture.append(point(row, { x: times.at(row), y, box, taken, origins, labels, side: sides(row) }));
  const left = numeric.length - drawn.length;
  return el("figure", { class: "plotted" }, picture, legend(drawn, chosen, left));
}

function point(row, { x, y, box, taken, origins, labels, side }) {
  const [value, low, high] = [claims.value[row], claims.value_low[row], claims.value_high[row]];
  const middle = value ?? low ?? high;
  const spot = `${Math.round(x)} ${Math.round(y(middle) / 8)}`;
  const before = taken.get(spot) || 0;
  taken.set(spot, before + 1);
  const at = Math.min(x + before * 9, box.right); // one beside the other, where several say the same on one day
  const said = saidBy(row);
  const copy = origins.has(said);
  origins.add(said);
  const stage = cell(claims, "stage", row) || "unknown";
  const group = svg(
    "g",
    { class: `point ${side && `side-${side}`} ${copy ? "copy" : ""}` },
    svg("title", {}, claimLine(row) + (copy ? ", a copy" : "")),
  );
  if (low !== high) {
    const [top, bottom] = [high === null ? box.top : y(high), low === null ? box.bottom : y(low)];
    group.append(
      svg("line", {
        class: low === null || high === null ? "whisker open" : "whisker",
        x1: at,
        x2: at,
        y1: top,
        y2: bottom,
      }),
    );
  }
  group.append(
    svg("path", { class: stage === "unknown" ? "cross" : "", d: (SHAPES[stage] || SHAPES.unknown)(at, y(middle)) }),
  );
  if (labels && !copy) append(group, [nameTag(sourceOf(claims.article[row]), { x: at, y: y(middle), box, labels })]);
  return group;
}

/** The writing and what it says: another figure of the same writing is no copy. */
function saidBy(row) {
  return `${claims.origin[row]} ${valueKey(row)}`;
}

/** The source beside its point, above the line of the value taken, where it covers no other name. */
function nameTag(name, { x, y, box, labels }) {
  const words = shortened(plain(name), 24);
  const width = words.length * 6.6;
  const left = x + 12 + width > box.right + 12;
  const spot = { from: left ? x - 12 - width : x + 12, to: left ? x - 12 : x + 12 + width, y };
  if (
    spot.from < box.left ||
    labels.some((other) => Math.abs(other.y - y) < 14 && other.from < spot.to && other.to > spot.from)
  )
    return null;
  labels.push(spot);
  return svg("text", { x: left ? x - 11 : x + 11, y: y - 4, "text-anchor": left ? "end" : "start" }, words);
}

function timeAxis(rows, box) {
  const moments = rows.map((row) => moment(publishedOf(row)));
  const known = moments.filter((time) => time !== null);
  const undated = known.length < moments.length;
  const end = undated && known.length ? box.right - 84 : box.right - 30;
  const first = known.reduce((a, b) => Math.min(a, b), Infinity);
  const last = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const place = scale(first, last, box.left + 14, end);
  const nowhere = known.length ? box.right - 30 : (box.left + box.right) / 2;
  const narrow = end - box.left < TWO_DATES;
  const words = narrow ? shortDayWords : dayWords;
  const labels = undated ? [{ at: nowhere, words: "no date", anchor: "middle" }] : [];
  if (known.length && first === last) labels.unshift({ at: place(first), words: words(first), anchor: "middle" });
  else if (known.length) {
    labels.unshift(
      narrow
        ? { at: place(first), words: words(first), anchor: "middle" }
        : { at: box.left, words: words(first), anchor: "start" },
      { at: end + 14, words: words(last), anchor: "end" },
    );
    if (end - box.left > 420 && last - first >= FOUR_DAYS)
      labels.unshift({ at: (box.left + 14 + end) / 2, words: dayWords((first + last) / 2), anchor: "middle" });
  }
  const at = (row) => {
    const time = moment(publishedOf(row));
    return time === null ? nowhere : place(time);
  };
  return { at, labels, divide: undated && known.length ? box.right - 62 : null };
}

function claimLine(row) {
  const date = dateWords(publishedOf(row)) || "no date";
  return `${printedOf(row)}: ${sourceOf(claims.article[row])}, ${date}, ${stageWords(cell(claims, "stage", row))}`;
}

function stageWords(stage) {
  return !stage || stage === "unknown" ? "stage not said" : `${stage} count`;
}

function plotWords(rows, label) {
  const found = range(rows);
  return `Plot of ${plural(rows.length, "claim")} on ${label}${found ? `, from ${figure(found[0])} to ${figure(found[1])}` : ""}; the list of claims says the same.`;
}

function legend(rows, chosen, left) {
  const stages = STAGES.filter((stage) => rows.some((row) => (cell(claims, "stage", row) || "unknown") === stage));
  const keys = stages.map((stage) =>
    el(
      "li",
      {},
      svg(
        "svg",
        { width: 14, height: 14, class: "key", "aria-hidden": "true" },
        svg("path", { class: stage === "unknown" ? "cross" : "", d: SHAPES[stage](7, 7) }),
      ),
      stage === "unknown" ? "stage not said" : stage,
    ),
  );
  const origins = new Set(rows.map(saidBy));
  return el(
    "figcaption",
    {},
    el(
      "ul",
      { class: "legend" },
      keys,
      origins.size < rows.length &&
        el(
          "li",
          {},
          svg(
            "svg",
            { width: 14, height: 14, class: "key copy", "aria-hidden": "true" },
            svg("path", { d: SHAPES.final(7, 7) }),
          ),
          "hollow: a copy",
        ),
      chosen !== null &&
        el(
          "li",
          {},
          svg(
            "svg",
            { width: 20, height: 14, class: "key", "aria-hidden": "true" },
            svg("line", { class: "chosen", x1: 0, x2: 20, y1: 7, y2: 7 }),
          ),
          `value taken: ${figure(chosen)}`,
        ),
      left > 0 && el("li", {}, `${plural(left, "more claim")} not drawn`),
    ),
  );
}

/** One bar a list: the value taken, and the range of what was claimed. */
function rangeBars(rows, { width, label, unit }) {
  const bars = rows
    .map((fact) => ({ fact, value: facts().value[fact], ends: range(facts().claims[fact]) }))
    .filter((bar) => bar.value !== null || bar.ends);
  if (!bars.length) return null;
  const most = bars.reduce((top, { value, ends }) => Math.max(top, value ?? 0, ends ? ends[1] : 0), 0) || 1;
  const narrow = width < 520;
  const [left, line] = narrow ? [0, 44] : [Math.min(260, width * 0.36), 30];
  const x = scale(0, most, left, width - 110);
  const picture = svg("svg", {
    class: "plot bars",
    viewBox: `0 0 ${width} ${bars.length * line + 8}`,
    width,
    height: bars.length * line + 8,
    role: "img",
    "aria-label": `${label}; the table below says the same.`,
  });
  bars.forEach(({ fact, value, ends }, at) =>
    picture.append(bar({ fact, value, ends, unit, narrow, left, x, top: at * line + 4, line })),
  );
  return picture;
}

function bar({ fact, value, ends, unit, narrow, left, x, top, line }) {
  const disputed = cell(facts(), "verdict", fact) === "disputed";
  const [low, high] = ends || [value, value];
  const middle = narrow ? top + 30 : top + line / 2;
  const name = shortened(subjectOf(facts(), fact) || "the whole", narrow ? 44 : 34);
  const words = low === high ? figure(value ?? high) : `${figure(value ?? high)} (${figure(low)} to ${figure(high)})`;
  return svg(
    "g",
    { class: disputed ? "bar disputed" : "bar" },
    svg("title", {}, `${subjectOf(facts(), fact)}: ${words}${unitWord(unit)}${disputed ? ", disputed" : ""}`),
    svg(
      "text",
      {
        class: "name",
        x: narrow ? 0 : left - 10,
        y: narrow ? top + 14 : middle + 4,
        "text-anchor": narrow ? "start" : "end",
      },
      name,
    ),
    svg("rect", { x: left, y: middle - 7, width: Math.max(1, x(value ?? high) - left), height: 14, rx: 2 }),
    low !== high &&
      svg("path", {
        class: "whisker",
        d: `M${x(low)} ${middle}H${x(high)}M${x(low)} ${middle - 6}V${middle + 6}M${x(high)} ${middle - 6}V${middle + 6}`,
      }),
    svg(
      "text",
      { class: "tick", x: Math.max(x(high), x(value ?? high)) + 8, y: middle + 4 },
      words + (disputed ? " !" : ""),
    ),
  );
}

function shortened(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
