// Walks the messages by keyboard: all of them are one tab stop, the message that was looked at last.

const CONTROLS = "a, button, [role=button]";
const STEPS = { ArrowUp: (at) => at - 1, ArrowDown: (at) => at + 1, Home: () => 0, End: (_, last) => last };

let stop = { id: null, at: -1 };

export function walk(scroller, list) {
  scroller.addEventListener("focusin", ({ target }) => {
    const row = target.closest(".message");
    if (!row || row.id === stop.id) return;
    stop = { id: row.id, at: rowsIn(list).indexOf(row) };
    settle(list);
  });
  scroller.addEventListener("keydown", (event) => {
    const onRow = event.target === scroller || event.target.matches(".message");
    if (event.key === "Escape") document.getElementById("line")?.focus();
    const step = STEPS[event.key];
    if (!step || !onRow || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const rows = rowsIn(list);
    const last = rows.length - 1;
    const at = event.target === scroller ? rows.length : rows.indexOf(event.target);
    rows[Math.min(Math.max(step(at, last), 0), last)]?.focus();
  });
}

// Leaves one message, and what is in it, in the tab order. The others' links and buttons are for
// the mouse, the finger and the screen reader. Returns that message.
export function settle(list) {
  const rows = rowsIn(list);
  const current = stopIn(list, rows);
  for (const row of rows) {
    const order = row === current ? 0 : -1;
    for (const node of [row, ...row.querySelectorAll(CONTROLS)]) node.tabIndex = order;
  }
  return current;
}

export function forgetStop() {
  stop = { id: null, at: -1 };
}

// Where that message is gone, its neighbour takes its place.
function stopIn(list, rows) {
  if (!stop.id) return lastRead(list, rows);
  const current = rows.find((row) => row.id === stop.id) || rows[Math.min(stop.at, rows.length - 1)];
  stop = { id: current?.id ?? null, at: rows.indexOf(current) };
  return current;
}

function lastRead(list, rows) {
  const line = list.querySelector(".unread-line");
  const read = line ? rows.filter((row) => line.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING) : rows;
  return read[read.length - 1] || rows[0];
}

function rowsIn(list) {
  return [...list.querySelectorAll(".message")];
}
