// Tables that a narrow screen shows row by row, each cell with its name: they keep their roles, whatever they look like.

/** A table of `rows` (each made by `stackedRow`) under the names of its columns; `attributes` are the caption's. */
function stackedTable({ caption, attributes = {}, more = "", columns, rows }) {
  const heads = columns.map((name) => el("th", { scope: "col", role: "columnheader" }, name));
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    el(
      "table",
      { class: "stacked", role: "table" },
      el("caption", attributes, caption, more),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads)),
      el("tbody", { role: "rowgroup" }, rows),
    ),
  );
}

/** A row: what it is about, then its cells. */
function stackedRow(attributes, head, cells) {
  return el("tr", { role: "row", ...attributes }, el("th", { scope: "row", role: "rowheader" }, head), cells);
}

/** A cell; a narrow screen writes `name` before it, unless that is "". */
function stackedCell(name, attributes, ...content) {
  return el("td", { role: "cell", "data-name": name, ...attributes }, ...content);
}
