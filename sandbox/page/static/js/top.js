// The bar that is always there: who am I, the clock, the language, light or dark.

import { prefer, preference, setAddress } from "./address.js";
import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { personas } from "./people.js";
import { known, now, on, tell } from "./state.js";
import { clockFace, hour } from "./times.js";
import { choose, language, say } from "./words.js";

const TICK = 5000; // milliseconds
const LIGHTS = ["auto", "light", "dark"];
const LIGHT_ICONS = { auto: "auto", light: "sun", dark: "moon" };

const time = el("span", { class: "clock-time" });
const date = el("span", { class: "clock-date" });
const clock = button({ class: "clock", onclick: () => tell("panel") }, icon("clock"), el("span", { class: "clock-words" }, date, time));
const tongue = button({ class: "soft tongue", onclick: switchLanguage });
const light = button({ class: "round", onclick: switchLight });
const brand = el("h1", { class: "brand" }, "Gridward", el("span", { class: "brand-small" }));
const line = el("div", { class: "line-cut", role: "status" });

export function buildTop(place) {
  place.append(brand, personas, el("div", { class: "tools" }, clock, tongue, light), line);
  shine(preference("light") || "auto");
  setInterval(drawClock, TICK);
}

function drawClock() {
  time.textContent = hour(now());
  date.textContent = clockFace(now());
  clock.setAttribute("aria-label", say("clockIs", { when: `${date.textContent} ${time.textContent}` }));
}

function draw() {
  brand.lastChild.textContent = say("brand");
  tongue.textContent = language() === "zh" ? "English" : "中文";
  tongue.lang = language() === "zh" ? "en" : "zh-Hans";
  drawClock();
  shine(document.documentElement.dataset.light || "auto");
}

function switchLanguage() {
  const other = language() === "zh" ? "en" : "zh";
  choose(other);
  prefer("language", other);
  setAddress({ lang: other });
  tell("language");
}

function switchLight() {
  const next = LIGHTS[(LIGHTS.indexOf(document.documentElement.dataset.light) + 1) % LIGHTS.length];
  prefer("light", next);
  shine(next);
}

function shine(kind) {
  document.documentElement.dataset.light = kind;
  light.replaceChildren(icon(LIGHT_ICONS[kind]));
  light.setAttribute("aria-label", say("light", { kind: say(`light_${kind}`) }));
  light.title = say("light", { kind: say(`light_${kind}`) });
}

on("language", draw);
on("state", draw);
on("clock", drawClock);
on("panelClosed", () => clock.focus());
on("line", (stands) => {
  line.textContent = stands ? "" : say("reconnecting");
});
