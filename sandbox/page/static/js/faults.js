// Misfortunes for the curious: what the bot's next messages will suffer on their way.

import { act, cancel } from "./ask.js";
import { toast, trying } from "./dialogs.js";
import { button, el, refill } from "./dom.js";
import { icon } from "./icons.js";
import { known, on } from "./state.js";
import { say } from "./words.js";

const ORDERS = {
  refuse: { kind: "refuse", code: 500, description: "Internal Server Error" },
  delay: { kind: "delay", seconds: 5 },
  too_many: { kind: "too_many", seconds: 3 },
  drop_answer: { kind: "drop_answer" },
  cut_line: { kind: "cut_line" },
};

const title = el("summary", {});
const about = el("p", { class: "faint" });
const buttons = el("div", { class: "jumps" });
const ordered = el("ul", { class: "ordered" });
const section = el("details", { class: "card faults" }, title, about, buttons, ordered);

export function buildFaults() {
  return [section];
}

function draw() {
  title.replaceChildren(icon("sliders"), say("faults"));
  about.textContent = say("faultsAbout");
  refill(buttons, ...Object.keys(ORDERS).map((name) => button({ class: "soft", onclick: () => order(name) }, say(`fault_${name}`))));
  const rows = known.faults.map((fault) => el("li", {}, say("faultOrdered", { what: say(`fault_${fault.kind}`), count: fault.count })));
  const clear = rows.length ? [el("li", {}, button({ class: "quiet", onclick: () => trying(() => cancel("/faults")) }, say("cancelFaults")))] : [];
  refill(ordered, ...rows, ...clear);
}

async function order(name) {
  if (await trying(() => act("/faults", { ...ORDERS[name], method: "send*", count: 1 }))) toast(say("faultTaken"));
}

for (const name of ["state", "language", "faults"]) on(name, draw);
