// The topics of a forum, one tap each; all of them together come first.

import { button, el, refill } from "./dom.js";
import { known, on, openChat, tell } from "./state.js";
import { say } from "./words.js";

export const topics = el("div", { class: "topics", role: "group" });

function draw() {
  const chat = openChat();
  topics.hidden = !chat?.is_forum;
  if (!chat?.is_forum) return;
  topics.setAttribute("aria-label", say("topics"));
  const named = Object.entries(chat.topics).map(([number, name]) => [Number(number), name]);
  const all = [[null, say("allTopics")], [0, say("general")], ...named];
  refill(topics, ...all.map(([number, name]) => one(number, name)));
}

function one(number, name) {
  return button({ class: "topic", "aria-pressed": String(known.topic === number), onclick: () => tell("topic", number) }, name);
}

for (const name of ["opened", "state", "language"]) on(name, draw);
