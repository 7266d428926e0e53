// Builds elements; text always becomes text, never markup.

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) give(node, key, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function give(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") node.addEventListener(key.slice(2), value);
  else node.setAttribute(key, value === true ? "" : String(value));
}

export function button(attributes, ...children) {
  return el("button", { type: "button", ...attributes }, ...children);
}

// Puts new children in; the focus stays at its place among what can be focused there.
export function refill(container, ...children) {
  const stops = () => [...container.querySelectorAll("button, a, input, [tabindex]")];
  const place = container.contains(document.activeElement) ? stops().indexOf(document.activeElement) : -1;
  container.replaceChildren(...children.flat());
  if (place >= 0) stops()[Math.min(place, stops().length - 1)]?.focus();
}

// Keeps nodes whose parts are unchanged where they are, so that focus, selection and scrolling
// survive; tells which row had the focus that is lost.
export function reconcile(container, rows) {
  const before = new Map([...container.children].map((node) => [node.rowKey, node]));
  const nodes = rows.map((row) => (isUnchanged(before.get(row.key), row) ? before.get(row.key) : built(row)));
  const kept = new Set(nodes);
  // Out of the way first, or what follows them would have to be moved.
  const gone = [...before.values()].filter((node) => !kept.has(node));
  const focused = gone.find((node) => node.contains(document.activeElement));
  for (const node of gone) node.remove();
  let place = container.firstChild;
  for (const node of nodes) {
    if (node === place) place = place.nextSibling;
    else container.insertBefore(node, place);
  }
  return focused?.rowKey;
}

function isUnchanged(node, { parts }) {
  return node && node.rowParts.length === parts.length && node.rowParts.every((part, at) => part === parts[at]);
}

function built({ key, parts, build }) {
  return Object.assign(build(), { rowKey: key, rowParts: parts });
}

export function onlyOnce(action) {
  let running = false;
  return async (...given) => {
    if (running) return;
    running = true;
    try {
      await action(...given);
    } finally {
      running = false;
    }
  };
}
