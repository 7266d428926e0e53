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

// A line for a name, which blanks alone are not.
export function nameField(id) {
  return el("input", { class: "field", id, required: true, autocomplete: "off", pattern: ".*\\S.*" });
}

// Puts new children in; the focus stays at its place among what can be focused there.
export function refill(container, ...children) {
  const stops = () => [...container.querySelectorAll("button, a, input, [tabindex]")];
  const place = container.contains(document.activeElement) ? stops().indexOf(document.activeElement) : -1;
  container.replaceChildren(...children.flat());
  if (place >= 0) stops()[Math.min(place, stops().length - 1)]?.focus();
}

// Keeps nodes whose parts are unchanged, so that focus, selection and scrolling survive.
export function reconcile(container, rows) {
  const before = new Map([...container.children].map((node) => [node.rowKey, node]));
  let place = container.firstChild;
  for (const row of rows) {
    const old = before.get(row.key);
    const same = old && old.rowParts.length === row.parts.length && old.rowParts.every((part, at) => part === row.parts[at]);
    const node = same ? old : row.build();
    Object.assign(node, { rowKey: row.key, rowParts: row.parts });
    if (same) before.delete(row.key);
    if (node === place) place = place.nextSibling;
    else container.insertBefore(node, place);
  }
  const focused = [...before.values()].find((node) => node.contains(document.activeElement));
  for (const node of before.values()) node.remove();
  return focused?.rowKey;
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
