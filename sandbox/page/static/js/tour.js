// The guided tour: a calm card that says who does what next, and offers the words for it.

import { ask } from "./ask.js";
import { prefer, preference } from "./address.js";
import { propose } from "./composer.js";
import { announce, toast, trying } from "./dialogs.js";
import { button, el, refill } from "./dom.js";
import { known, nameOf, on, tell, user } from "./state.js";
import { either, say } from "./words.js";

const FINISHED = "finished";

export const tourCard = el("section", { class: "card tour" });
let world = null;
let at = 0;
let finished = false;

// Where the visitor was in the tour of this world; another one's tour is begun at its beginning.
function recall(length) {
  const here = known.place.split("-")[0];
  if (here !== world) {
    const [of, reached] = (preference("tour") || "").split(" ");
    world = here;
    finished = of === here && reached === FINISHED;
    at = of === here ? Number(reached) || 0 : 0;
  }
  at = Math.min(at, length - 1);
}

function step() {
  return finished ? null : known.guide?.tour[at];
}

function move(to) {
  const last = known.guide.tour.length;
  finished = to >= last;
  at = finished ? 0 : Math.max(0, to);
  prefer("tour", `${world} ${finished ? FINISHED : at}`);
  draw();
  const now = step();
  if (now) announce(`${say("stepOf", { step: at + 1, steps: last })} ${either(now.title)}`);
}

function draw() {
  const tour = known.guide?.watching ? [] : known.guide?.tour || [];
  tourCard.hidden = !tour.length;
  tourCard.setAttribute("aria-label", say("tour"));
  if (!tour.length) return;
  recall(tour.length);
  tourCard.classList.toggle("tour-over", finished);
  if (finished) refill(tourCard, button({ class: "quiet", onclick: () => move(0) }, say("tourAgain")));
  else refill(tourCard, ...body(step(), tour));
  tell("tourDrawn", finished);
  point();
}

function body(now, tour) {
  const isLast = at === tour.length - 1;
  const count = el("p", { class: "tour-count" }, say("stepOf", { step: at + 1, steps: tour.length }));
  const heading = el("h2", { class: "tour-title" }, either(now.title));
  const controls = el(
    "div",
    { class: "tour-controls" },
    at ? button({ class: "quiet", onclick: () => move(at - 1) }, say("back")) : "",
    button({ class: "soft", onclick: () => move(at + 1) }, say(isLast ? "finish" : "next")),
    isLast ? "" : button({ class: "quiet tour-skip", onclick: () => move(tour.length) }, say("skipTour")),
  );
  return [count, heading, el("p", { class: "tour-text" }, either(now.text)), ...helps(now), controls];
}

// The one thing that is missing now, so that nobody need look for it.
function helps(now) {
  if (now.jump) return [button({ class: "strong tour-jump", onclick: () => document.querySelector(`[data-jump="${now.jump}"]`)?.click() }, say(`jump_${now.jump}`))];
  const name = nameOf(user(now.persona));
  const reachable = known.me !== now.persona || known.chats.has(now.chat);
  if (reachable && (known.me !== now.persona || known.open !== now.chat)) {
    const words = known.me === now.persona ? say("goThere") : say("beThem", { name });
    return [button({ class: "strong", onclick: () => tell("become", { person: now.persona, chat: now.chat }) }, words)];
  }
  if (now.reading) return [button({ class: "strong tour-reading", onclick: () => lead(now) }, say("showIt"))];
  if (now.suggestion) return [button({ class: "strong offer", onclick: () => offer(now) }, el("span", { class: "put-in" }, say("putIn")), el("q", {}, now.suggestion))];
  return [];
}

async function offer(now) {
  const answered = now.reply_to_bot ? await lastOfBot(now.chat, now.reply_to_bot) : null;
  propose(now.suggestion, answered || null);
}

async function lead(now) {
  const found = await lastOfBot(now.chat, now.reading);
  if (found) tell("jump", found.message_id);
  else toast(say("notThere"));
}

// The bot's latest message with these words in it.
async function lastOfBot(chat, words) {
  const found = await trying(() => ask("messages", { chat }));
  return found?.messages.filter((each) => each.from?.is_bot && (each.text || each.caption || "").includes(words)).pop();
}

function means(now, data) {
  return now.button.split(" ").some((prefix) => prefix && data.startsWith(prefix));
}

// Gently shows the buttons that are meant: those of the latest message that has such.
function point({ scroll = false } = {}) {
  const now = step();
  const isOn = now && (now.jump || known.me === now.persona);
  for (const node of document.querySelectorAll(".meant")) node.classList.remove("meant");
  if (!isOn) return;
  if (now.jump) document.querySelector(`.jump[data-jump="${now.jump}"]`)?.classList.add("meant");
  const keys = [...document.querySelectorAll(".key[data-callback]")].filter((key) => means(now, key.dataset.callback));
  const latest = keys[keys.length - 1]?.closest(".keyboard");
  for (const key of keys) key.classList.toggle("meant", key.closest(".keyboard") === latest);
  if (scroll) latest?.scrollIntoView({ block: "nearest" });
}

function firstWord(text) {
  return text.trim().split(/\s/)[0];
}

on("tapped", ({ person, data }) => {
  const now = step();
  const last = now?.button.split(" ").pop();
  if (last && person === now.persona && data.startsWith(last)) move(at + 1);
});
// The words may be the visitor's own; the tag or command is what the step is about.
on("said", ({ key, person, text }) => {
  const now = step();
  if (!now?.suggestion || person !== now.persona || key !== now.chat) return;
  if (firstWord(text) === firstWord(now.suggestion)) move(at + 1);
});
on("jumped", ({ jump }) => {
  if (step()?.jump === jump) move(at + 1);
});
for (const name of ["state", "opened", "language"]) on(name, draw);
for (const name of ["messages", "clock"]) on(name, () => point());
on("drawn", () => point({ scroll: true }));
