// What happened meanwhile: after a jump of the clock, per chat, what came and what changed.

import { announce, toast } from "./dialogs.js";
import { button, el, refill } from "./dom.js";
import { inOneLine, isBots, senderName } from "./service.js";
import { known, nameOf, on, tell, titleOf, user } from "./state.js";
import { clockFace, hour } from "./times.js";
import { say } from "./words.js";

const QUIET = 700; // milliseconds without news, after which the sum is told
const PATIENCE = 20000; // milliseconds, after which it is told that nothing came, where that is not known at once

const title = el("h3", {});
const list = el("ul", { class: "meanwhile-list" });
const section = el("section", { class: "card meanwhile", hidden: true }, title, list);

// What happened since the last jump; once its sum is told it is `over`, and nothing new belongs to it.
let last = null;
// A jump that is asked for, and may turn out to be none: nothing need be due.
let coming = null;
let told = null;
let shown = null;

export function buildMeanwhile() {
  return [section];
}

on("jumping", ({ from }) => {
  coming = { since: from, happened: new Map(), over: false };
});

on("jumped", ({ settled }) => {
  last = { ...coming, settled };
  coming = null;
  draw();
  tellSoon();
});

on("stayed", () => {
  coming = null;
  draw();
});

on("news", ({ messages }) => {
  const noting = coming || last;
  if (!noting) return;
  const noted = messages.filter(({ chat, message }) => note(noting, chat, message));
  if (!noted.length) return;
  draw();
  if (noting !== coming && !last.over) tellSoon();
});

function note({ happened, over }, key, message) {
  const seen = happened.get(key) || new Map();
  if (!isBots(message) || (over && !seen.has(message.message_id))) return false;
  seen.set(message.message_id, message);
  happened.set(key, seen);
  return true;
}

function draw() {
  // A long jump takes its time: what happens on the way is shown as it happens.
  const shows = coming?.happened.size ? coming : last;
  if (!shows) return;
  const { since, happened, over } = shows;
  section.hidden = false;
  title.textContent = say("meanwhile", { when: `${clockFace(since)} ${hour(since)}` });
  const rows = [...happened].map(([key, messages]) => row(key, [...messages.values()]));
  refill(list, ...(rows.length ? rows : [el("li", { class: "faint" }, say(over ? "nothingHappened" : "waiting"))]));
}

// Where it happened, and who must be looked through to see it: nobody else where one is there.
function whereabouts(key) {
  const chat = known.chats.get(key);
  if (chat) return { where: titleOf(chat) };
  const group = known.groups.find((each) => each.key === key);
  if (!group) {
    const person = Number(key.split(":")[0]);
    return { where: say("privatelyTo", { name: nameOf(user(person)) }), person };
  }
  const inside = new Set(group.members);
  const played = (known.guide?.personas || []).map((each) => each.id);
  const person = [...played, ...known.people.keys()].find((each) => inside.has(each));
  return { where: say("seenBy", { title: group.title, name: nameOf(user(person)) }), person };
}

function row(key, messages) {
  const { where, person } = whereabouts(key);
  const latest = messages[messages.length - 1];
  const go = () => {
    tell("jumpWhenShown", { key, id: latest.message_id });
    if (person) tell("become", { person, chat: key });
    else tell("open", { key });
    tell("panelOff");
  };
  const words = `${senderName(latest)}${say("colon")}${inOneLine(latest)}`;
  return el(
    "li",
    {},
    button({ class: "happened", onclick: go }, el("span", { class: "happened-where" }, el("b", {}, where), el("span", { class: "count" }, String(messages.length))), el("span", { class: "happened-words" }, words)),
  );
}

function tellSoon() {
  clearTimeout(told);
  told = setTimeout(tellSum, last.happened.size || last.settled ? QUIET : PATIENCE);
}

function tellSum() {
  const { happened } = last;
  last.over = true;
  draw();
  const count = [...happened.values()].reduce((sum, messages) => sum + messages.size, 0);
  const sum = say("meanwhileSum", { count, chats: happened.size });
  if (section.checkVisibility()) return announce(sum);
  // Where the panel is put away, the sum leads there.
  shown?.remove();
  shown = toast(sum, "", () => tell("panel"));
  return undefined;
}

for (const name of ["language", "state"]) on(name, draw);
