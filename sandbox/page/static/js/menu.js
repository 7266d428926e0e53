// What can be done with a message: answer, change, copy, delete, react.

import { cancel, chatPath, asMember } from "./ask.js";
import { copyText } from "./copy.js";
import { openDialog, trying } from "./dialogs.js";
import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { give, OFFERED } from "./reactions.js";
import { inOneLine } from "./service.js";
import { known, tell } from "./state.js";
import { say } from "./words.js";

// `selected` are words of the message to quote or to copy alone.
export function openMenu(chat, message, selected = "") {
  // A long press may come as a touch and as a call for the menu.
  if (document.querySelector("dialog.menu")) return;
  const dialog = openDialog({ title: say("thisMessage"), kind: "sheet menu" }, el("p", { class: "menu-quote" }, selected || inOneLine(message)));
  const done = (action) => () => {
    dialog.close();
    action();
  };
  const emoji = OFFERED.map((each) =>
    button({ class: "emoji", "aria-label": say("reactWith", { emoji: each }), onclick: done(() => give(chat, message, each)) }, each),
  );
  const items = choices(chat, message, selected).map(([name, label, action, question]) => {
    const onclick = question ? () => askFirst(dialog, name, say(label), say(question), done(action)) : done(action);
    return button({ class: "choice", onclick }, icon(name), say(label));
  });
  dialog.append(el("div", { class: "emojis" }, emoji), el("div", { class: "choices" }, items));
  dialog.querySelector(".choice").focus();
}

function choices(chat, message, selected) {
  const mine = message.from?.id === known.me && !message.sender_chat;
  const text = message.text || message.caption;
  const found = [["reply", "reply", () => tell("reply", { message })]];
  if (selected) found.unshift(["quote", "quote", () => tell("reply", { message, quote: selected })]);
  if (text) found.push(["copy", selected ? "copySelected" : "copy", () => copyText(selected || text)]);
  if (mine && text) found.push(["edit", "edit", () => tell("edit", message)]);
  if (mine || chat.administers) found.push(["trash", "delete", () => remove(chat, message), "reallyDelete"]);
  return found;
}

// What cannot be undone is asked once more, in the same dialog; Enter alone does no harm.
function askFirst(dialog, name, label, question, onclick) {
  const no = button({ class: "choice", "aria-describedby": "question", onclick: () => dialog.close() }, icon("close"), say("cancel"));
  dialog.querySelector(".emojis").replaceWith(el("p", { id: "question" }, question));
  dialog.querySelector(".choices").replaceChildren(no, button({ class: "choice harmful", onclick }, icon(name), label));
  no.focus();
}

function remove(chat, message) {
  return trying(() => cancel(`${chatPath(chat)}/messages/${message.message_id}`, asMember(chat, known.me)));
}
