// The place under each conflict where a person decides on it.

function decisionNode(row) {
  const id = conflicts.id[row];
  const known = decisions.get(id);
  const name = freshId("decision");
  const choices = ["a", "b"].map((side) => {
    const list = conflicts[side][row].map((claim) => claims.id[claim]);
    const claim = list.includes(known?.id_b) ? known.id_b : list[0];
    const words = `${side.toUpperCase()}: ${plain(shortened(conflicts[`value_${side}`][row], 60))}`;
    return claim && option(claim, words, known?.id_b);
  });
  const value = el("select", { class: "which", "aria-label": "Which value is right" }, choices);
  value.hidden = known?.kind !== "prefer";
  const note = el("input", {
    type: "text",
    "aria-label": "Note on this decision",
    placeholder: "Note",
    maxlength: 500,
    value: known?.note || "",
    hidden: !known,
  });
  const given = () => box.querySelector("input:checked").value;
  const keep = () => {
    const kind = given();
    value.hidden = kind !== "prefer";
    note.hidden = !kind;
    decide(id, kind || null, { id_b: value.value, note: note.value });
    say(kind ? `Decided: ${ON_CONFLICTS[kind]}` : "Decision taken back");
  };
  const radio = (kind, words) => {
    const field = el("input", { type: "radio", name, value: kind, id: freshId("choice"), onchange: keep });
    field.checked = (known?.kind || "") === kind;
    return el("span", { class: "radio" }, field, el("label", { for: field.id }, words));
  };
  value.addEventListener("change", keep);
  note.addEventListener("change", keep);
  const box = el(
    "fieldset",
    { class: "decision" },
    el("legend", {}, "Your decision"),
    radio("", "Open"),
    Object.entries(ON_CONFLICTS).map(([kind, words]) => radio(kind, words)),
    value,
    note,
  );
  return box;
}
