// The open chat: its heading, its topics, its messages, the input line.

import { avatar } from "./avatar.js";
import { showGroup } from "./founding.js";
import { composer } from "./composer.js";
import { conversation } from "./conversation.js";
import { button, el, refill } from "./dom.js";
import { icon } from "./icons.js";
import { known, on, openChat, tell, titleOf } from "./state.js";
import { say } from "./words.js";
import { topics } from "./topics.js";

const head = el("header", { class: "room-head" });
const notice = el("div", { class: "notice" });
const whole = el("div", { class: "room-inside" }, head, topics, conversation, composer);

export function buildRoom(place) {
  place.append(whole, notice);
}

function draw() {
  const chat = openChat();
  whole.hidden = !chat;
  notice.hidden = Boolean(chat);
  document.getElementById("room").setAttribute("aria-label", chat ? titleOf(chat) : say("noChat"));
  if (chat) drawHead(chat);
  else drawNotice();
}

function drawHead(chat) {
  const title = titleOf(chat);
  const about = chat.bot ? say("bot") : say("members", { count: chat.members.length });
  const back = button({ class: "round back", "aria-label": say("backToChats"), onclick: () => tell("close") }, icon("back"));
  const words = el("span", { class: "room-words" }, el("span", { class: "room-title" }, title), el("span", { class: "faint" }, about));
  const face = avatar(chat.bot || chat.id, title, { bot: Boolean(chat.bot) });
  const info = chat.bot ? el("div", { class: "room-about" }, face, words) : button({ class: "room-about", "aria-haspopup": "dialog", onclick: () => showGroup(openChat()) }, face, words);
  refill(head, back, el("h2", { class: "room-name" }, info), ...pinned(chat));
}

function pinned(chat) {
  if (!chat.pinned) return [];
  return [button({ class: "soft", onclick: () => tell("jump", chat.pinned) }, icon("pin"), el("span", { class: "pinned-word" }, say("pinned")))];
}

function drawNotice() {
  notice.replaceChildren(el("p", {}, say(known.chats.size ? "chooseChat" : "noChats")));
}

for (const name of ["opened", "state", "language"]) on(name, draw);
on("opened", ({ focus }) => {
  if (!focus) return;
  const target = openChat() ? head.querySelector(".back") : document.querySelector(".chat");
  if (openChat() && getComputedStyle(target).display === "none") document.getElementById("line")?.focus();
  else target?.focus();
});
