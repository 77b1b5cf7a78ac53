// The filters beside a list. Each writes its part of the address; the list follows the address.

/** Different words of a column, most frequent first, as [word, label with count]. */
function countedWords(table, name, rows) {
  const counts = new Map();
  for (const row of rows) {
    const word = cell(table, name, row);
    if (word) counts.set(word, (counts.get(word) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function choice(name, label, options, any = "Any") {
  const chosen = state.get(name) || "";
  const known = !chosen || options.some(([value]) => value === chosen);
  const field = el(
    "select",
    { onchange: (event) => change({ [name]: event.target.value, open: null, id: null }) },
    option("", any, chosen),
    !known && option(chosen, chosen, chosen),
    options.map(([value, words]) => option(value, words, chosen)),
  );
  field.dataset.filter = name;
  return labelled(label, field);
}

let typing = 0;
function search(name, label, suggestions = []) {
  const list = suggestions.length
    ? el(
        "datalist",
        { id: `${name}-names` },
        suggestions.map((word) => el("option", { value: word })),
      )
    : null;
  const field = el("input", {
    type: "search",
    autocomplete: "off",
    value: state.get(name) || "",
    list: list && list.id,
    oninput: (event) => {
      clearTimeout(typing);
      typing = setTimeout(() => change({ [name]: event.target.value, open: null, id: null }), 180);
    },
  });
  field.dataset.filter = name;
  return [labelled(label, field), list];
}

function contestChoice(rows, column) {
  const counts = new Map();
  for (const row of rows) counts.set(column[row], (counts.get(column[row]) || 0) + 1);
  const options = [...counts.keys()]
    .filter((row) => row >= 0)
    .map((row) => [contests.id[row], `${contestLabel(row)} (${figure(counts.get(row))})`]);
  options.sort((a, b) => (a[1] < b[1] ? -1 : 1));
  if (counts.has(-1)) options.push(["unknown", `Election unknown (${figure(counts.get(-1))})`]);
  return choice("contest", "Election", options, "All elections");
}

function clearButton(used) {
  return (
    used.some((name) => state.get(name)) &&
    el(
      "button",
      {
        type: "button",
        class: "quiet",
        onclick: () => change(Object.fromEntries([...used, "open", "id"].map((name) => [name, null])), { step: true }),
      },
      "Clear filters",
    )
  );
}

/** Put the fields into the side; on a narrow screen they fold away. A field that has the focus keeps it. */
function drawFilters(fields, used) {
  const side = document.getElementById("side");
  const focused = side.contains(document.activeElement) ? document.activeElement.dataset.filter : null;
  const place = focused && document.activeElement.selectionStart;
  const typed = focused && document.activeElement.value;
  const was = side.querySelector("details")?.open ?? matchMedia("(min-width: 60rem)").matches;
  const active = used.filter((name) => state.get(name)).length;
  side.replaceChildren(
    el(
      "details",
      { open: was, class: "filters" },
      el("summary", {}, "Filters", active > 0 && ` (${active} in use)`),
      el("form", { onsubmit: (event) => event.preventDefault() }, fields, clearButton(used)),
    ),
  );
  side.hidden = !fields.length;
  if (!focused) return;
  const field = side.querySelector(`[data-filter="${focused}"]`);
  if (!field) return;
  if (field.type === "search") {
    field.value = typed; // typed on while the list was drawn
    field.setSelectionRange(place, place);
  }
  field.focus();
}

function contestMatches(row) {
  const wanted = state.get("contest");
  return !wanted || (wanted === "unknown" ? row < 0 : contests.id[row] === wanted);
}

/** A test of a column by the words it is made of: each different word is looked at once. */
function wordTest(table, name, matches) {
  const column = table[name];
  const fits = column.words.map(matches);
  return (row) => column.codes[row] >= 0 && fits[column.codes[row]];
}

function every(tests) {
  return (row) => tests.every((test) => test(row));
}
