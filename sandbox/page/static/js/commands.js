// Suggestions while one types: a bot's commands after "/", people's names after "@".

import { ask } from "./ask.js";
import { el } from "./dom.js";
import { known, nameOf, on, openChat, tell, user } from "./state.js";
import { trying } from "./dialogs.js";
import { named } from "./names.js";
import { say } from "./words.js";

export const offers = el("ul", { class: "offers", id: "offers", role: "listbox", hidden: true });

let commands = [];
let shown = [];
let chosen = -1;

export async function suggest(line) {
  const typed = line.value.slice(0, line.selectionStart);
  const command = /^\/(\w*)$/.exec(typed);
  const mention = /(?:^|[^\p{L}\p{N}_])@((?:[\p{L}\p{N}_]+(?: [\p{L}\p{N}_]+){0,2})?)$/u.exec(typed);
  if (command) show(line, commandsLike(command[1]));
  else if (mention) show(line, peopleLike(mention[1]));
  else closeOffers();
}

export function showCommands(line) {
  line.focus();
  if (!line.value) line.value = "/";
  line.dispatchEvent(new Event("input"));
}

function commandsLike(start) {
  const several = openChat().members.filter((member) => known.bots.has(member.id)).length > 1;
  return commands
    .filter((each) => each.command.startsWith(start.toLowerCase()))
    .map((each) => ({ text: `/${each.command}${several ? `@${each.bot}` : ""} `, name: `/${each.command}`, about: each.description, from: 0 }));
}

function peopleLike(start) {
  const members = openChat().members.map((member) => user(member.id)).filter((each) => each && each.id !== known.me);
  const wanted = start.toLowerCase();
  // Who has been named by a username is not looked for again while one writes on.
  if (members.some((each) => each.username && wanted.startsWith(`${each.username.toLowerCase()} `))) return [];
  return members
    .filter((each) => [each.username || "", nameOf(each)].some((name) => name.toLowerCase().includes(wanted)))
    .slice(0, 8)
    .map((each) => ({ ...called(each), name: nameOf(each), back: start.length + 1 }));
}

// Whoever has no username is named, and the name is marked as theirs.
function called(person) {
  if (!person.username) return { text: `${nameOf(person)} `, about: "", names: person.id };
  return { text: `@${person.username} `, about: `@${person.username}` };
}

function show(line, found) {
  shown = found;
  chosen = found.length ? 0 : -1;
  offers.hidden = !found.length;
  offers.setAttribute("aria-label", say("suggestions"));
  offers.replaceChildren(...found.map((each, at) => option(line, each, at)));
  mark(line);
}

function option(line, offer, at) {
  const node = el("li", { id: `offer${at}`, role: "option", "aria-selected": "false" }, el("b", {}, offer.name), el("span", {}, offer.about));
  // The line keeps its focus, and a finger can scroll.
  node.addEventListener("mousedown", (event) => event.preventDefault());
  node.addEventListener("click", () => take(line, offer));
  return node;
}

function mark(line) {
  [...offers.children].forEach((node, at) => node.setAttribute("aria-selected", String(at === chosen)));
  const node = offers.children[chosen];
  if (!node) return line.removeAttribute("aria-activedescendant");
  line.setAttribute("aria-activedescendant", node.id);
  return node.scrollIntoView({ block: "nearest" });
}

function take(line, offer) {
  const end = line.selectionStart;
  const start = offer.back === undefined ? 0 : end - offer.back;
  line.setRangeText(offer.text, start, end, "end");
  closeOffers();
  line.dispatchEvent(new Event("input"));
  if (offer.names) tell("named", named(offer.names, offer.name, start));
  line.focus();
}

export function closeOffers() {
  offers.hidden = true;
  shown = [];
  document.getElementById("line")?.removeAttribute("aria-activedescendant");
}

// Tells whether a key was meant for the suggestions. A command typed in full is sent, not offered.
export function offerKeys(event, line) {
  if (!shown.length || event.isComposing) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const complete = shown.some((each) => each.text.trim() === line.value.trim());
  if (event.key === "Escape") leave(line);
  else if (step) chosen = (chosen + step + shown.length) % shown.length;
  else if (event.key === "Tab" || (event.key === "Enter" && !complete)) take(line, shown[chosen]);
  else return false;
  event.preventDefault();
  if (step) mark(line);
  return true;
}

// A lone "/" was there for the list alone.
function leave(line) {
  closeOffers();
  if (line.value !== "/") return;
  line.value = "";
  line.dispatchEvent(new Event("input"));
}

async function fetchCommands() {
  const chat = openChat();
  const person = known.me;
  if (!chat || !person) return;
  const found = await trying(() => ask("commands", { as: person, chat: chat.key }));
  if (chat.key !== known.open || person !== known.me) return;
  commands = found || [];
  tell("commands", commands.length);
}

for (const name of ["opened", "state"]) on(name, fetchCommands);
