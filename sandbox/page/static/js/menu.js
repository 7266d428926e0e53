// What can be done with a message: answer, change, copy, delete, react.

import { cancel, chatPath, asMember } from "./ask.js";
import { copyText } from "./copy.js";
import { openDialog, trying } from "./dialogs.js";
import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { give, OFFERED } from "./reactions.js";
import { hidesWords, inOneLine } from "./service.js";
import { known, tell } from "./state.js";
import { say } from "./words.js";

// `selected` are words of the message to quote or to copy alone.
export function openMenu(chat, message, selected = "") {
  // A long press may come as a touch and as a call for the menu.
  if (document.querySelector("dialog.menu")) return;
  const step = el("div", { class: "menu-step" }, el("p", { class: "menu-quote" }, selected || inOneLine(message)));
  const dialog = openDialog({ title: say("thisMessage"), kind: "sheet menu" }, step);
  const done = (action) => (given) => {
    dialog.close();
    action(given);
  };
  const emoji = OFFERED.map((each) =>
    button({ class: "emoji", "aria-label": say("reactWith", { emoji: each }), onclick: done(() => give(chat, message, each)) }, each),
  );
  const items = choices(chat, message, selected).map(([name, label, action, ask]) =>
    button({ class: "choice", onclick: ask ? () => ask(step, done(action)) : () => done(action)() }, icon(name), say(label)),
  );
  step.append(el("div", { class: "emojis" }, emoji), el("div", { class: "choices" }, items));
  step.querySelector(".choice").focus();
}

// Each with its icon, its words and what it does, some with what is asked before.
function choices(chat, message, selected) {
  const mine = message.from?.id === known.me && !message.sender_chat;
  const text = message.text || message.caption;
  const quote = (part) => tell("reply", { message, quote: part });
  const found = [["reply", "reply", () => tell("reply", { message })]];
  if (selected) found.unshift(["quote", "quote", () => quote(selected)]);
  else if (text && !hidesWords(message)) found.push(["quote", "quotePart", quote, (step, done) => askWhichWords(step, text, done)]);
  if (text) found.push(["copy", selected ? "copySelected" : "copy", () => copyText(selected || text)]);
  if (mine && text) found.push(["edit", "edit", () => tell("edit", message)]);
  if (mine || chat.administers) found.push(["trash", "delete", () => remove(chat, message), askWhetherToDelete]);
  return found;
}

// For fingers and keyboards, which do not easily select words where they stand in the chat.
function askWhichWords(step, text, done) {
  // A field that calls itself read-only would show the keyboard no place to select from.
  // An input method writes into it all the same, and then it is set right again.
  const still = { inputmode: "none", "aria-readonly": "true", onbeforeinput: (event) => event.preventDefault(), oninput: () => (field.value = text) };
  const field = el("textarea", { class: "field", rows: "4", "aria-labelledby": "question", ...still }, text);
  const chosen = () => text.slice(field.selectionStart, field.selectionEnd).trim();
  const quote = button({ class: "strong", onclick: () => (chosen() ? done(chosen()) : field.focus()) }, icon("quote"), say("quote"));
  step.replaceChildren(el("div", { class: "form" }, el("p", { id: "question" }, say("selectWords")), field, quote));
  field.focus();
  field.select();
}

// What cannot be undone is asked once more; neither Enter alone nor a double tap does harm.
function askWhetherToDelete(step, done) {
  const yes = button({ class: "choice harmful", onclick: (event) => event.detail > 1 || done() }, icon("trash"), say("delete"));
  const no = button({ class: "choice", "aria-describedby": "question", onclick: () => step.closest("dialog").close() }, icon("close"), say("cancel"));
  step.querySelector(".emojis").replaceWith(el("p", { id: "question" }, say("reallyDelete")));
  step.querySelector(".choices").replaceChildren(yes, no);
  no.focus();
}

function remove(chat, message) {
  return trying(() => cancel(`${chatPath(chat)}/messages/${message.message_id}`, asMember(chat, known.me)));
}
