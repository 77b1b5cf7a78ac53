// Making elements. Whatever comes from an article enters the page as text nodes only: nothing in it can act.

// Characters that would steer the text around them instead of being seen: controls, bidi marks, zero-width ones.
const STEERING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

function plain(value) {
  return String(value).replace(STEERING, (found) => `‹${found.codePointAt(0).toString(16).padStart(4, "0")}›`);
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child instanceof Node ? child : plain(child));
  }
  return node;
}

function attribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "class") node.setAttribute("class", value);
  else if (name in node && typeof value === "boolean") node[name] = value;
  else node.setAttribute(name, value === true ? "" : plain(value));
}

/** An HTML element; attributes named on… are listeners, children are nodes or texts, null ones are left out. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) attribute(node, name, value);
  return append(node, children);
}

/** An SVG element, in the same way. */
function svg(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes || {})) attribute(node, name, value);
  return append(node, children);
}

/** Text of an article: kept apart from the direction of what stands around it. */
function quoted(...children) {
  return el("bdi", { dir: "auto" }, ...children);
}

/** In place of a list: why it is empty. */
function empty(main, words) {
  main.append(el("p", { class: "empty" }, words));
  return null;
}

/** Tell a screen reader, without moving the focus. */
function say(text) {
  document.getElementById("said").textContent = plain(text);
}

function option(value, label, chosen) {
  const node = el("option", { value }, label);
  node.selected = value === chosen;
  return node;
}

let lastId = 0;
function freshId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}

/** A label with its field under it. */
function labelled(label, field) {
  field.id = field.id || freshId("field");
  return el("div", { class: "field" }, el("label", { for: field.id }, label), field);
}
