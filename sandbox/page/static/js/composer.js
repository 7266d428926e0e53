// The input line: texts, answers, corrections and pictures of the person one is.

import { act, asMember, chatPath } from "./ask.js";
import { attach, attached, clearAttached, attachButton, sendAttached } from "./attachments.js";
import { closeOffers, offerKeys, offers, showCommands, suggest } from "./commands.js";
import { trying } from "./dialogs.js";
import { button, el, onlyOnce } from "./dom.js";
import { draft, draftKey, forgetDraft, keepDraft } from "./drafts.js";
import { sendText } from "./follow.js";
import { icon } from "./icons.js";
import { moved, namesIn } from "./names.js";
import { inOneLine, senderName } from "./service.js";
import { known, nameOf, me, on, openChat, tell } from "./state.js";
import { say } from "./words.js";

const TALLEST = 200; // pixels
const COMPOSING = 229;

const line = el("textarea", { id: "line", rows: "1", "aria-autocomplete": "list", "aria-controls": "offers" });
const about = el("div", { class: "about" });
const send = button({ class: "round send", onclick: onlyOnce(submit) }, icon("send"));
const commands = button({ class: "round", onclick: () => showCommands(line) }, icon("commands"));
const bar = el("div", { class: "bar" }, commands, attachButton, line, send);
const begin = button({ class: "strong begin", onclick: () => sendText("/start") });
const silent = el("p", { class: "silent" });
export const composer = el("div", { class: "composer" }, about, attached, el("div", { class: "offers-place" }, offers), bar, begin, silent);

// What stands in the line, and who is named in it.
let words = draft();
let answered = null;
let quote = ""; // words of the answered message
let changed = null;

async function submit() {
  const chat = openChat();
  const text = line.value.trim();
  if (!chat || !(text || attached.childElementCount)) return;
  // Until the answer comes another person, or another chat, may be shown.
  const from = { key: draftKey(), person: known.me, edits: Boolean(changed), answered };
  const sent = await trying(() => sentAs(chat, from));
  if (!sent) return;
  spend(from);
  if (!from.edits) tell("said", { key: chat.key, person: from.person, text });
}

async function sentAs(chat, from) {
  const content = { text: words.text, entities: JSON.stringify(words.marks) };
  if (changed) return act(`${chatPath(chat)}/messages/${changed.message_id}`, asMember(chat, known.me, content));
  const given = placed(chat, content);
  if (attached.childElementCount) return sendAttached(chat, given, () => spend(from));
  return act(`${chatPath(chat)}/messages`, given);
}

// With what it answers, and in the topic that is open.
function placed(chat, content) {
  return asMember(chat, known.me, { ...content, ...(answered ? { reply_to: answered.message_id, quote } : {}), ...(known.topic ? { topic: known.topic } : {}) });
}

// A place goes at once; what is being written stays.
async function sendPlace(location) {
  const chat = openChat();
  const from = { key: draftKey(), answered };
  const sent = await trying(() => act(`${chatPath(chat)}/messages`, placed(chat, { location })));
  if (!sent || from.key !== draftKey()) return;
  answeredIn(from);
  draw();
}

// What was answered is done with, unless another message has been chosen meanwhile.
function answeredIn(from) {
  if (answered === from.answered) answered = null;
}

// Words that were sent are gone from where they were written; a draft set aside for an edit returns.
function spend(from) {
  const { key, edits, spent } = from;
  if (spent) return;
  from.spent = true;
  if (!edits) forgetDraft(key);
  if (key !== draftKey()) return;
  if (!edits) answeredIn(from);
  changed = null;
  put(draft());
  closeOffers();
  draw();
}

function put(given) {
  words = given;
  line.value = given.text;
}

// Puts words into the line for the visitor to send; `message` is what they answer.
export function propose(text, message = null) {
  keepDraft({ text, marks: [] });
  answer(message);
}

// `part` are words of the message that they quote.
function answer(message, part = "") {
  changed = null;
  answered = message;
  quote = part;
  put(draft());
  draw();
  line.focus();
}

// Gives up an answer, but not its words; after an edit, what was there before comes back.
function stop() {
  if (changed) put(draft());
  else answered = null;
  changed = null;
  draw();
  line.focus();
}

function grow() {
  line.style.height = "auto";
  line.style.height = `${Math.min(line.scrollHeight, TALLEST)}px`;
  send.disabled = !(line.value.trim() || attached.childElementCount);
}

function draw() {
  const chat = openChat();
  if (!chat) return;
  const watching = known.guide?.watching;
  const fresh = chat.bot && !chat.begun;
  const mute = watching || chat.blocked || !chat.may_write;
  bar.hidden = fresh || mute;
  begin.hidden = !fresh || mute;
  silent.hidden = !mute;
  begin.textContent = say("start");
  silent.textContent = say(watching ? "watching" : chat.blocked ? "blocked" : "mayNotWrite");
  const label = say("writeAs", { name: nameOf(me()) });
  line.setAttribute("aria-label", label);
  line.placeholder = say("message");
  for (const [node, name] of [[send, "send"], [commands, "commandMenu"], [attachButton, "attach"]]) {
    node.setAttribute("aria-label", say(name));
    node.title = say(name);
  }
  drawAbout();
  grow();
}

function drawAbout() {
  const message = changed || answered;
  about.hidden = !message;
  if (!message) return;
  const part = changed ? "" : quote;
  const what = changed ? say("editing") : say(part ? "quoting" : "replyingTo", { who: senderName(message) });
  const close = button({ class: "round", "aria-label": say("cancel"), onclick: stop }, icon("close"));
  about.replaceChildren(icon(changed ? "edit" : part ? "quote" : "reply"), el("span", { class: "about-words" }, el("b", {}, what), el("span", {}, part || inOneLine(message))), close);
}

function take(given) {
  words = given;
  if (!changed) keepDraft(given);
}

line.addEventListener("input", () => {
  take({ text: line.value, marks: moved(words.marks, words.text, line.value, line.selectionEnd) });
  grow();
  suggest(line);
});
line.addEventListener("keydown", (event) => {
  // While a sign is composed its keys are not ours; some browsers tell that by the code alone.
  if (event.isComposing || event.keyCode === COMPOSING || offerKeys(event, line)) return;
  if (event.key === "Escape" && (answered || changed)) stop();
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  send.click();
});
line.addEventListener("paste", (event) => {
  if (!event.clipboardData.files.length) return;
  event.preventDefault();
  attach(event.clipboardData.files);
});
line.addEventListener("blur", () => closeOffers());

on("named", (mark) => take({ ...words, marks: [...words.marks, mark] }));
on("reply", ({ message, quote: part }) => answer(message, part));
on("edit", (message) => {
  changed = message;
  put({ text: message.text || message.caption, marks: namesIn(message) });
  draw();
  line.focus();
});
on("opened", () => {
  answered = null;
  changed = null;
  clearAttached();
  put(draft());
  draw();
});
on("place", sendPlace);
on("attached", grow);
on("commands", (count) => {
  commands.hidden = !count;
});
on("command", sendText);
on("messages", (heard) => heard.some(({ key }) => key === known.open) && draw());
for (const name of ["state", "language"]) on(name, draw);
