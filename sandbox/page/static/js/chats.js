// The list of chats: last words, when, and how much is unread; groups that can be joined.

import { act } from "./ask.js";
import { avatar } from "./avatar.js";
import { trying } from "./dialogs.js";
import { button, el, reconcile, refill } from "./dom.js";
import { icon } from "./icons.js";
import { inOneLine, senderName } from "./service.js";
import { known, on, tell, titleOf } from "./state.js";
import { brief } from "./times.js";
import { language, say } from "./words.js";
import { foundGroup } from "./founding.js";

const heading = el("h2", { class: "list-title" });
const chats = el("ul", { class: "chats" });
const others = el("div", { class: "others" });

export function buildList(place) {
  place.append(heading, el("nav", { class: "chats-nav" }, chats), others);
}

export function inOrder() {
  return [...known.chats.values()].sort((one, other) => (other.last?.date || 0) - (one.last?.date || 0) || Boolean(one.bot) - Boolean(other.bot));
}

function draw() {
  heading.textContent = say("chats");
  chats.parentNode.setAttribute("aria-label", say("chats"));
  const focused = reconcile(
    chats,
    inOrder().map((chat) => ({
      key: chat.key,
      parts: [chat.last, chat.unread, known.open === chat.key, titleOf(chat), language(), chat.last && brief(chat.last.date), known.me],
      build: () => el("li", {}, entry(chat)),
    })),
  );
  if (focused) chats.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
  refill(others, ...joinable());
  const total = [...known.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  document.title = (total ? `(${total}) ` : "") + say("pageTitle");
}

function entry(chat) {
  const title = titleOf(chat);
  const isOpen = known.open === chat.key;
  const unread = chat.unread ? el("span", { class: "count", "aria-label": say("unread", { count: chat.unread }) }, String(chat.unread)) : "";
  return button(
    { class: "chat", "aria-current": isOpen ? "true" : null, "data-chat": chat.key, onclick: () => tell("open", { key: chat.key, step: true }) },
    avatar(chat.bot || chat.id, title, { bot: Boolean(chat.bot) }),
    el(
      "span",
      { class: "chat-text" },
      el("span", { class: "chat-line" }, el("span", { class: "chat-title" }, title), el("span", { class: "faint when" }, chat.last ? brief(chat.last.date) : "")),
      el("span", { class: "chat-line" }, el("span", { class: "chat-last" }, lastLine(chat)), unread),
    ),
  );
}

function lastLine(chat) {
  if (!chat.last) return say(chat.bot ? "notBegun" : "noMessages");
  const line = inOneLine(chat.last);
  if (chat.bot || chat.last.new_chat_members || chat.last.left_chat_member) return line;
  const who = chat.last.from?.id === known.me ? say("you") : senderName(chat.last);
  return `${who}${say("colon")}${line}`;
}

function joinable() {
  const open = known.groups.filter((group) => !group.joined);
  const rows = open.map((group) =>
    el(
      "li",
      { class: "joinable" },
      el("span", {}, el("span", { class: "chat-title" }, group.title), el("span", { class: "faint" }, say("members", { count: group.members.length }))),
      button({ class: "soft", "aria-label": say("joinGroup", { title: group.title }), onclick: () => join(group) }, say("join")),
    ),
  );
  const found = button({ class: "quiet", onclick: () => foundGroup() }, icon("plus"), say("newGroup"));
  const title = open.length ? [el("h3", {}, say("otherGroups")), el("ul", {}, rows)] : [];
  if (!known.me) return [el("p", {}, say("howToBegin"))];
  return known.guide?.watching ? [] : [...title, found];
}

async function join(group) {
  await trying(() => act(`/chats/${group.key}/members`, { user: known.me, status: "member", by: known.me }));
  tell("open", { key: group.key, later: true });
}

for (const name of ["state", "messages", "read", "opened", "language", "clock"]) on(name, draw);
