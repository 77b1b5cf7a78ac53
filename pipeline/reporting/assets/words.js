// How figures, dates, elections and measures are put in words.

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 4 });
const REGIONS = new Intl.DisplayNames(["en"], { type: "region" });
const STAGES = ["projected", "partial", "preliminary", "final", "unknown"];
const KINDS = {
  value: "two figures for one thing",
  bound: "a stated limit is broken",
  sum: "the parts do not make the whole",
  rank: "order and figures disagree",
  record: "two records that cannot both hold",
  attribute: "two names for one post",
  revision: "a later figure replaces an earlier one",
};

/** Measures whose value is words, also where these hold a figure: "lowest since 2003" is no count of 2,003. */
const WORDED = ["leads", "role", "record"];

function figure(value) {
  return value === null || value === undefined ? "open" : NUMBER.format(value);
}

function unitWord(unit, many = true) {
  if (unit === "percent") return "%";
  if (!unit || unit === "text" || unit === "entity" || unit === "place") return "";
  return many ? ` ${unit.replace(/_/g, " ")}${unit.endsWith("y") ? "" : "s"}`.replace(/(\w+)y$/, "$1ies") : ` ${unit}`;
}

function withUnit(value, unit) {
  return value === null ? "open" : figure(value) + unitWord(unit, Math.abs(value) !== 1);
}

function interval(low, high) {
  if (low === null && high === null) return "";
  if (low === high) return figure(low);
  if (low === null) return `up to ${figure(high)}`;
  return high === null ? `${figure(low)} or more` : `${figure(low)} to ${figure(high)}`;
}

/** A word of the tables as people write it: "at_least" is "at least". */
function spaced(word) {
  return word ? word.replace(/_/g, " ") : "";
}

function dateWords(date) {
  if (!date) return "";
  const [year, month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

function countryWords(code) {
  if (!code) return "Country unknown";
  try {
    return REGIONS.of(code) || code;
  } catch {
    return code;
  }
}

function plural(count, noun, nouns) {
  return `${figure(count)} ${count === 1 ? noun : nouns || `${noun}s`}`;
}

function capital(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}

/** For searching: small letters without accents, so that "Babis" finds "Babiš". */
function folded(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

function terms(query) {
  return folded(query || "")
    .split(/\s+/)
    .filter(Boolean);
}
