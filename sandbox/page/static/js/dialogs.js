// Dialogs, and short words that come and go.

import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { whyNot } from "./refusals.js";
import { say } from "./words.js";

const SHOWN = 6000; // milliseconds

// Opens a dialog over the page; it is gone once it is closed, and focus is back where it was.
export function openDialog({ title, kind = "sheet" }, ...children) {
  const dialog = el("dialog", { class: kind, "aria-label": title });
  const close = button({ class: "round", "aria-label": say("close"), onclick: () => dialog.close() }, icon("close"));
  const head = el("div", { class: "dialog-head" }, el("h2", {}, title), close);
  dialog.append(head, ...children.flat().filter(Boolean), el("div", { class: "toasts", role: "status" }));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

// A line for a name, which blanks alone are not.
export function nameField(id) {
  return el("input", { class: "field", id, required: true, autocomplete: "off", pattern: ".*\\S.*", title: say("notBlank") });
}

// A bot's answer that wants to be read: it stays until it is put away.
export function alertDialog(title, text) {
  const done = button({ class: "strong", onclick: () => dialog.close() }, say("understood"));
  const dialog = openDialog({ title, kind: "sheet alert" }, el("p", { class: "alert-text" }, text), done);
  done.focus();
}

// Where it can be seen: in the dialog that is open, over the messages, or over the list.
function shelf() {
  const dialogs = document.querySelectorAll("dialog[open] > .toasts");
  const shelves = [...document.querySelectorAll(".toasts")];
  return dialogs[dialogs.length - 1] || shelves.find((each) => each.checkVisibility() && !each.closest("[inert]"));
}

// With an action the toast is a button that does it.
export function toast(text, kind = "", action = null) {
  const go = () => (note.remove(), action());
  const note = action ? button({ class: "toast toast-button", onclick: go }, text) : el("div", { class: `toast ${kind}`, role: kind ? "alert" : null }, text);
  shelf().append(note);
  setTimeout(() => note.remove(), SHOWN);
  return note;
}

export function clearToasts() {
  for (const note of document.querySelectorAll(".toast")) note.remove();
}

export function announce(text) {
  const place = document.getElementById("announcer");
  const line = el("p", {}, text);
  place.append(line);
  setTimeout(() => line.remove(), SHOWN);
}

// Tells a refusal.
export async function trying(action) {
  try {
    return await action();
  } catch (error) {
    toast(whyNot(error), "toast-bad");
    return undefined;
  }
}
