// Who am I: the play's people with one tap, everybody else through a list.

import { act } from "./ask.js";
import { avatar } from "./avatar.js";
import { nameField, openDialog, trying } from "./dialogs.js";
import { button, el, refill } from "./dom.js";
import { icon } from "./icons.js";
import { known, me, nameOf, on, tell } from "./state.js";
import { either, say } from "./words.js";

export const personas = el("div", { class: "personas", role: "group" });

function draw() {
  personas.setAttribute("aria-label", say("whoAmI"));
  const shown = known.guide?.personas || [...known.people.values()].slice(0, 5).map((person) => ({ id: person.id }));
  const chips = shown.filter((each) => known.people.has(each.id)).map((each) => chip(each.id, each.role && either(each.role)));
  if (known.me && !shown.some((each) => each.id === known.me)) chips.push(chip(known.me, ""));
  const rest = button({ class: "persona persona-other", onclick: somebodyElse }, icon("people"), el("span", {}, say("somebodyElse")));
  refill(personas, ...chips, rest);
  const mine = personas.querySelector("[aria-pressed=true]");
  if (mine) personas.scrollLeft = mine.offsetLeft - personas.offsetLeft - personas.clientWidth / 2 + mine.clientWidth / 2;
}

function chip(id, role) {
  const person = known.people.get(id);
  const name = nameOf(person);
  return button(
    { class: "persona", "data-person": id, "aria-pressed": String(id === known.me), onclick: () => tell("become", { person: id }) },
    avatar(id, name, { small: true }),
    el("span", { class: "persona-text" }, el("span", { class: "persona-name" }, name), role ? el("span", { class: "persona-role" }, role) : ""),
  );
}

function somebodyElse() {
  const search = el("input", { type: "search", class: "field", "aria-label": say("searchPeople"), placeholder: say("searchPeople") });
  const list = el("ul", { class: "people" });
  const fill = () => refill(list, matching(search.value).map((person) => row(person, dialog)));
  search.addEventListener("input", fill);
  const dialog = openDialog({ title: say("somebodyElse") }, search, list, newPerson(() => dialog.close()));
  fill();
  dialog.addEventListener("close", on("state", fill));
  if (known.people.size) search.focus();
}

function matching(words) {
  const wanted = words.trim().toLowerCase();
  return [...known.people.values()].filter((person) => `${nameOf(person)} @${person.username || ""}`.toLowerCase().includes(wanted));
}

function row(person, dialog) {
  const go = () => {
    dialog.close();
    tell("become", { person: person.id });
  };
  const name = nameOf(person);
  return el("li", {}, button({ class: "choice", onclick: go }, avatar(person.id, name, { small: true }), el("span", {}, name), person.username ? el("span", { class: "faint" }, `@${person.username}`) : ""));
}

function newPerson(close) {
  const name = nameField("new-name");
  const username = el("input", { class: "field", id: "new-username", autocomplete: "off", pattern: "[A-Za-z0-9_]{4,32}" });
  const add = async (event) => {
    event.preventDefault();
    const language = document.documentElement.lang.slice(0, 2);
    const person = await trying(() => act("/people", { name: name.value, username: username.value, language }));
    if (!person) return;
    close();
    tell("become", { person: person.id });
  };
  return el(
    "form",
    { class: "form", onsubmit: add },
    el("h3", {}, say("newPerson")),
    el("label", { for: "new-name" }, say("name")),
    name,
    el("label", { for: "new-username" }, say("username")),
    username,
    el("button", { class: "strong" }, say("addPerson")),
  );
}

on("person", (person) => {
  const close = () => dialog.close();
  const be = button({ class: "strong", onclick: () => (close(), tell("become", { person: person.id })) }, say("beThem", { name: nameOf(person) }));
  const handle = person.username ? [el("p", { class: "faint" }, `@${person.username}`)] : [];
  const dialog = openDialog({ title: nameOf(person) }, ...handle, person.id === me()?.id ? null : be);
});
for (const name of ["state", "language"]) on(name, draw);
