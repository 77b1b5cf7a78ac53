// The places where a person decides: on a conflict, on a claim, on a whole article, on two names.

/**
 * Radios for the `choices` (kind -> words), the field that goes with a kind, a note, and the command that says the same.
 * `on` is what is decided on, `id_a` its id. A kind's field gives its other id, "" where that is still to be chosen;
 * `id_b` is the other id of kinds without a field.
 */
function decisionBox({ on, id_a = on, id_b: fixed = "", legend, choices, fields = {}, commands = true }) {
  const known = decisions.get(on);
  const name = freshId("decision");
  const note = el("input", {
    type: "text",
    "aria-label": "Note on this decision",
    placeholder: "Note",
    maxlength: 500,
    value: known?.note || "",
  });
  const command = el("div", { class: "command" });
  const show = (kind) => {
    for (const [of, field] of Object.entries(fields)) field.hidden = of !== kind;
    note.hidden = !kind;
    const made = commands && decisions.get(on);
    command.replaceChildren(...(made ? commandNodes(commandOf(made)) : []));
  };
  const keep = () => {
    const kind = box.querySelector("input:checked").value;
    const id_b = kind ? (fields[kind]?.value ?? fixed) : "";
    const lacking = kind && fields[kind] && !id_b;
    decide(on, kind && !lacking ? { kind, id_a, id_b, note: note.value } : null);
    show(kind);
    say(lacking ? fields[kind].getAttribute("aria-label") : kind ? `Decided: ${choices[kind]}` : "Decision taken back");
  };
  const radio = (kind, words) => {
    const field = el("input", { type: "radio", name, value: kind, id: freshId("choice"), onchange: keep });
    field.checked = (known?.kind || "") === kind;
    return el("span", { class: "radio" }, field, el("label", { for: field.id }, words));
  };
  for (const field of [note, ...Object.values(fields)]) field.addEventListener("change", keep);
  const box = el(
    "fieldset",
    { class: "decision" },
    el("legend", {}, legend),
    radio("", "Open"),
    Object.entries(choices).map(([kind, words]) => radio(kind, words)),
    Object.values(fields),
    note,
    command,
  );
  show(known?.kind || "");
  return box;
}

/** A line to be copied into a terminal. */
function commandNodes(line) {
  const code = el("code", {}, line);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line);
      say("Copied");
    } catch {
      getSelection().selectAllChildren(code); // a browser that keeps the clipboard from this page
      say("Selected: copy it with the keyboard");
    }
  };
  return [code, el("button", { type: "button", class: "quiet", onclick: copy }, "Copy the command")];
}

function valueField(options) {
  return el("select", { class: "which", "aria-label": "Which value is right" }, options);
}

function decisionNode(row) {
  const id = conflicts.id[row];
  const known = decisions.get(id);
  const choices = ["a", "b"].map((side) => {
    const list = conflicts[side][row].map((claim) => claims.id[claim]);
    const claim = list.includes(known?.id_b) ? known.id_b : list[0];
    const words = `${side.toUpperCase()}: ${plain(shortened(conflicts[`value_${side}`][row], 60))}`;
    return claim && option(claim, words, known?.id_b);
  });
  return decisionBox({
    on: id,
    legend: "Your decision",
    choices: ON_CONFLICTS,
    fields: { prefer: valueField(choices) },
    commands: false, // two radios are quicker than a terminal; the file holds what was decided
  });
}

/** The different values that claims say, each as [claim that says it, in words]: of several the one that is decided for. */
function valuesSaid(rows, preferred) {
  const said = gather(rows.map((row) => [valueKey(row), row]));
  return [...said.values()].map((same) => {
    const claim = same.find((row) => claims.id[row] === preferred) ?? same[0];
    const more = same.length > 1 ? ` and ${plural(same.length - 1, "more claim")}` : "";
    const source = plain(shortened(sourceOf(claims.article[claim]), 40));
    return [claim, `${plain(shortened(printedOf(claim), 40))} (${source}${more})`];
  });
}

/** Which value a figure takes: asked only where its claims say different ones. */
function factDecision(fact) {
  const id = facts().id[fact];
  const known = decisions.get(id)?.id_b;
  const values = valuesSaid(facts().claims[fact], known);
  if (values.length < 2) return null;
  const options = values.map(([claim, words]) => option(claims.id[claim], words, known));
  return decisionBox({
    on: id,
    legend: ["Your decision on the value of ", quoted(factWords(fact))],
    choices: ON_FACTS,
    fields: { prefer: valueField([option("", "Choose the value", known || ""), options]) },
  });
}

function electionField(on) {
  const known = decisions.get(on)?.id_b;
  const options = contests.id.map((id, row) => [id, contestLabel(row)]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  return el(
    "select",
    { class: "which", "aria-label": "Choose the election" },
    option("", "Choose the election", known || ""),
    options.map(([id, words]) => option(id, words, known)),
  );
}

function onElection(id, legend, choices) {
  return decisionBox({ on: id, legend, choices, fields: { contest: electionField(id) } });
}

function claimDecision(claim) {
  const words = quoted(`“${printedOf(claim)}”, ${readingWords(claim)}`);
  return onElection(claims.id[claim], ["Your decision on ", words], ON_CLAIMS);
}

function articleDecision(article) {
  return onElection(articles.id[article], "Your decision on the claims of this article", ON_ARTICLES);
}

/** Two names that were not joined, but might be one: which of the two stays is the one with more mentions. */
function namesDecision(one, two) {
  const [id_a, id_b] = [entities.id[one], entities.id[two]];
  return decisionBox({
    on: placeOf("same", id_a, id_b),
    id_a,
    id_b,
    legend: ["Your decision on ", quoted(entities.name[one]), " and ", quoted(entities.name[two])],
    choices: ON_NAMES,
  });
}

/** A button by the claims of one sentence that opens the places to decide on them. */
function misread(rows) {
  const box = el("div", { class: "misread", id: freshId("misread"), hidden: true });
  const show = () => {
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
    box.replaceChildren(...(box.hidden ? [] : rows.map(claimDecision)));
  };
  const button = el(
    "button",
    { type: "button", class: "plain small", "aria-expanded": "false", "aria-controls": box.id, onclick: show },
    "misread?",
    el("span", { class: "unseen" }, ` decide on what was read in it: ${rows.map(readingWords).join("; ")}`),
  );
  return [button, box];
}
