// The buttons under a bot's message, and what a tap brings.

import { act, asMember, chatPath } from "./ask.js";
import { alertDialog, toast, trying } from "./dialogs.js";
import { button, el, onlyOnce } from "./dom.js";
import { copyText } from "./copy.js";
import { icon } from "./icons.js";
import { follow } from "./follow.js";
import { known, tell } from "./state.js";
import { safely } from "./entities.js";
import { say } from "./words.js";

export function keyboard(chat, message) {
  const rows = message.reply_markup?.inline_keyboard || [];
  if (!rows.length) return null;
  const group = el("div", { class: "keyboard", role: "group", "aria-label": say("buttons") });
  for (const row of rows) group.append(el("div", { class: "keyboard-row" }, row.map((key) => one(chat, message, key))));
  return group;
}

function one(chat, message, key) {
  if (key.url) return linkKey(key);
  if (key.copy_text) return plainKey(key, () => copyText(key.copy_text.text));
  if (!key.callback_data) return plainKey(key, () => toast(say("notHere")));
  const node = plainKey(key, onlyOnce(() => tap(chat, message, key, node)));
  node.dataset.callback = key.callback_data;
  return node;
}

function plainKey(key, onclick) {
  return button({ class: "key", onclick }, key.text);
}

function linkKey(key) {
  const safe = safely(key.url.includes("://") ? key.url : `https://${key.url}`);
  const go = (event) => {
    if (!safe || follow.link(safe)) event.preventDefault();
  };
  return el("a", { class: "key", href: safe || "#", target: "_blank", rel: "noopener noreferrer", onclick: go }, key.text, icon("link"));
}

async function tap(chat, message, key, node) {
  if (known.guide?.watching) return toast(say("watching"));
  node.setAttribute("aria-busy", "true");
  const person = known.me;
  const path = `${chatPath(chat)}/messages/${message.message_id}/tap`;
  const answer = await trying(() => act(path, asMember(chat, person, { button: key.callback_data })));
  node.removeAttribute("aria-busy");
  if (answer && !answer.show_alert) tell("tapped", { person, data: key.callback_data });
  // A pop-up is for who tapped, and for nobody else.
  if (known.me !== person) return undefined;
  if (answer === null) toast(say("noAnswer"));
  if (!answer) return undefined;
  if (answer.url) follow.link(answer.url);
  if (answer.text && answer.show_alert) alertDialog(say("botSays"), answer.text);
  else if (answer.text) toast(answer.text);
  return undefined;
}
