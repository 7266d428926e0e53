// One message, or an album of several, as it stands in the open chat.

import { avatar } from "./avatar.js";
import { button, el } from "./dom.js";
import { written } from "./entities.js";
import { follow } from "./follow.js";
import { icon } from "./icons.js";
import { keyboard } from "./keyboard.js";
import { media } from "./media.js";
import { openMenu } from "./menu.js";
import { reactions } from "./reactions.js";
import { selectedIn } from "./selection.js";
import { inOneLine, isBots, senderName, serviceWords } from "./service.js";
import { known, tell } from "./state.js";
import { hour, whole } from "./times.js";
import { say } from "./words.js";

const LONG_PRESS = 500; // milliseconds
const STEADY = 10; // pixels that a resting thumb may move

export function serviceRow(message) {
  return el("li", { class: "service", id: rowId(message) }, el("span", {}, serviceWords(message)));
}

export function rowId(message) {
  return `m${message.message_id}`;
}

export function messageRow(chat, messages, { leads, topic }) {
  const [first] = messages;
  const main = messages.find((each) => each.caption || each.text) || first;
  const mine = first.from?.id === known.me && !first.sender_chat;
  const kind = ["message", mine ? "mine" : "theirs", leads ? "leads" : "", isBots(first) ? "from-bot" : ""];
  const row = el("li", { class: kind.filter(Boolean).join(" "), id: rowId(first), tabindex: "-1" });
  const name = senderName(first);
  row.setAttribute("aria-label", say("messageOf", { who: mine ? say("you") : name, when: hour(first.date), text: inOneLine(main) }));
  const face = leads && !mine ? avatar((first.sender_chat || first.from)?.id || 0, name, { bot: isBots(first) }) : el("span", { class: "avatar-gap" });
  const bubble = el("div", { class: "bubble" }, heading(first, name, { leads, mine, topic }), forwarded(first), quoted(first));
  bubble.append(...[media(messages), words(main), footer(main)].filter(Boolean), ...reactions(chat, first));
  row.append(mine ? "" : face, el("div", { class: "stack" }, bubble, keyboard(chat, first) || ""));
  const selected = () => selectedIn(row, main.text || main.caption || "");
  const open = (part) => openMenu(chat, main, part);
  row.append(more(selected, open));
  listenForMenu(row, selected, open);
  return row;
}

function heading(message, name, { leads, mine, topic }) {
  if (!leads || (mine && !topic)) return "";
  const hue = `name hue-${Math.abs((message.sender_chat || message.from)?.id || 0) % 6}`;
  const about = isBots(message) ? say("bot") : topic;
  return el("div", { class: "heading" }, mine ? "" : el("span", { class: hue }, name), about ? el("span", { class: "badge" }, about) : "");
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return "";
  const source = origin.sender_user_name || origin.sender_chat?.title || origin.chat?.title;
  const user = origin.sender_user;
  const who = source || [user?.first_name, user?.last_name].filter(Boolean).join(" ");
  return el("div", { class: "forwarded" }, say("forwarded", { who }));
}

function quoted(message) {
  const original = message.reply_to_message;
  if (!original || original.forum_topic_created) return "";
  const text = message.quote?.text || inOneLine(original);
  return button(
    { class: "quoted", onclick: () => tell("jump", original.message_id), "aria-label": say("repliesTo", { who: senderName(original), text }) },
    el("span", { class: "quoted-name" }, senderName(original)),
    el("span", { class: "quoted-text" }, text),
  );
}

function words(message) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return el("div", { class: "words" }, ...written(text, message.entities || message.caption_entities, follow));
}

function footer(message) {
  const stamp = el("time", { datetime: new Date(message.date * 1000).toISOString(), title: whole(message.date) }, hour(message.date));
  return el("div", { class: "stamp" }, message.edit_date ? el("span", {}, say("edited")) : "", stamp);
}

function more(selected, open) {
  // Some browsers let go of the selection as soon as the button is pressed.
  let part = "";
  const onpointerdown = () => (part = selected());
  const onclick = (event) => open(event.detail ? part : selected());
  return button({ class: "round more", "aria-label": say("messageMenu"), "aria-haspopup": "dialog", onpointerdown, onclick }, icon("more"));
}

// Right click, a long press, and the menu key all mean the same. As in Telegram they do so on
// selected words too, for which the menu has Quote and Copy. What else a browser offers, for
// words, links and pictures, is at hand with Shift.
function listenForMenu(row, selected, open) {
  let timer = null;
  let from = null;
  const stop = () => clearTimeout(timer);
  row.addEventListener("contextmenu", (event) => {
    const part = selected();
    if (event.shiftKey || (!part && event.target.closest("a, img"))) return;
    event.preventDefault();
    stop();
    open(part);
  });
  row.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || event.target.closest("a, button")) return;
    from = event;
    timer = setTimeout(open, LONG_PRESS, "");
  });
  row.addEventListener("pointermove", (event) => {
    if (from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > STEADY) stop();
  });
  for (const name of ["pointerup", "pointercancel"]) row.addEventListener(name, stop);
  row.addEventListener("keydown", (event) => {
    if (event.target !== row || event.key !== "Enter") return;
    // Or the same key would choose the first thing in the menu.
    event.preventDefault();
    open(selected());
  });
}
