// Moves the sandbox's clock.

import { order } from "./ask.js";
import { toast, trying } from "./dialogs.js";
import { button, el, onlyOnce, refill } from "./dom.js";
import { known, now, on, tell } from "./state.js";
import { clockFace, hour } from "./times.js";
import { say } from "./words.js";

const JUMPS = ["hour", "day", "monday", "next"];

const face = el("p", { class: "face" });
const title = el("h3", {});
const jumps = el("div", { class: "jumps" });

export function buildClock() {
  setInterval(drawFace, 5000);
  return [el("section", { class: "card" }, title, face, jumps)];
}

function drawFace() {
  face.replaceChildren(el("b", {}, hour(now())), el("span", {}, clockFace(now())));
}

function draw() {
  title.textContent = say("clock");
  drawFace();
  const offered = JUMPS.filter((jump) => jump !== "next" || known.guide?.next);
  refill(jumps, ...offered.map((jump) => button({ class: "soft jump", "data-jump": jump, disabled: known.guide?.watching, onclick: onlyOnce(() => go(jump)) }, say(`jump_${jump}`))));
}

async function go(jump) {
  tell("jumping", { from: now() });
  const found = await trying(() => order("jump", { to: jump }));
  if (found?.moved) return tell("jumped", { jump, settled: found.settled });
  tell("stayed");
  return found && toast(say("nothingDue"));
}

for (const name of ["state", "language", "clock"]) on(name, draw);
