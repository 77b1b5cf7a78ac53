// From figures and dates to places in a plot.

/** Four or so round figures within [low, high]. */
function ticks(low, high, wanted = 4) {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const found = [];
  for (let at = Math.ceil(low / step) * step; at <= high + step * 1e-9; at += step)
    found.push(Number(at.toPrecision(12)));
  return found;
}

function scale(low, high, from, to) {
  const span = high - low;
  return (value) => (span ? from + ((value - low) / span) * (to - from) : (from + to) / 2);
}

/** Milliseconds of a day; of a month or a year its middle. Null where there is no date. */
function moment(date) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date || "");
  if (!found) return null;
  const [, year, month, day] = found;
  return Date.UTC(Number(year), month ? Number(month) - 1 : 6, day ? Number(day) : 15);
}

function dayWords(time) {
  return dateWords(new Date(time).toISOString().slice(0, 10));
}

/** The same with the month cut to three letters, for narrow plots. */
function shortDayWords(time) {
  return dayWords(time).replace(/[a-z]+/i, (month) => month.slice(0, 3));
}

/** Low and high ends of what the rows stand for, with the figures themselves; null where there is none. */
function extent(rows) {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) {
    for (const value of [claims.value[row], claims.value_low[row], claims.value_high[row]]) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low > high ? null : [low, high];
}

/** Smallest and largest printed figure. */
function range(rows) {
  const values = rows.map((row) => claims.value[row]).filter((value) => value !== null);
  return values.length ? [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] : null;
}
