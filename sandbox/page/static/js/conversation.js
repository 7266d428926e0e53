// The messages of the open chat: asked for page by page, kept up to date, scrolled with care.

import { ask, order } from "./ask.js";
import { announce, trying } from "./dialogs.js";
import { button, el, onlyOnce, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { rowId } from "./message.js";
import { rowsOf } from "./rows.js";
import { inOneLine, senderName } from "./service.js";
import { known, on, openChat, tell } from "./state.js";
import { language, say } from "./words.js";

const NEAR = 120; // pixels from an edge that count as being there

const pages = new Map();
const list = el("ol", { class: "messages", id: "messages" });
const empty = el("div", { class: "nothing" });
const scroller = el("div", { class: "scroller", tabindex: "0", role: "log", "aria-live": "off" }, list, empty);
const down = button({ class: "to-end", onclick: () => scroller.scrollTo(0, scroller.scrollHeight) }, icon("down"), el("span", {}));
export const conversation = el("div", { class: "conversation" }, scroller, down, el("div", { class: "toasts", role: "status" }));

function viewKey() {
  return `${known.open}#${known.topic ?? ""}`;
}

function page() {
  return pages.get(viewKey());
}

async function fetchPage(more = {}) {
  const key = viewKey();
  const topic = known.topic === null ? {} : { topic: known.topic };
  const found = await ask("messages", { chat: known.open, ...topic, ...more });
  const before = pages.get(key)?.messages || new Map();
  const messages = new Map(found.messages.map((message) => [message.message_id, message]));
  for (const [id, message] of before) messages.set(id, message);
  pages.set(key, { messages, more: found.more });
  return key === viewKey();
}

// Shows the open chat, from where it was read last.
export async function showChat() {
  const chat = openChat();
  scroller.setAttribute("aria-label", say("messages"));
  list.replaceChildren();
  if (!chat) return;
  const from = chat.unread ? chat.unread_from : null;
  if (!from) unreadFrom = null;
  if (!page() || (from && !page().messages.has(from))) await trying(() => fetchPage(from ? { down_to: from } : {}));
  if (chat.key !== known.open) return;
  draw(from);
  const mark = list.querySelector(".unread-line");
  if (mark) mark.scrollIntoView({ block: "start" });
  else toEnd();
  markRead();
  tell("drawn");
  if (wanted?.key !== known.open) return;
  jumpTo(wanted.id);
  wanted = null;
}

let wanted = null;
on("jumpWhenShown", (place) => {
  wanted = place;
});

let unreadFrom = null;

function draw(from = null) {
  const chat = openChat();
  if (!chat || !page()) return;
  const messages = [...page().messages.values()].sort((one, other) => one.message_id - other.message_id);
  const view = `${viewKey()} ${known.me}`;
  if (from) unreadFrom = { view, id: from };
  const line = unreadFrom?.view === view ? unreadFrom.id : null;
  const focused = reconcile(list, rowsOf(chat, messages, { from: line, topic: known.topic, language: language() }));
  if (focused) list.querySelector(`#${CSS.escape(focused)}`)?.focus();
  empty.replaceChildren(...emptyWords(chat, messages));
}

function emptyWords(chat, messages) {
  if (messages.length) return [];
  const about = chat.bot && known.bots.get(chat.bot)?.description;
  return [el("p", {}, about || say(chat.bot ? "emptyPrivate" : "emptyGroup"))];
}

function atEnd() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
}

// A message that is longer than the window is shown from its beginning.
function toEnd() {
  const last = list.lastElementChild;
  scroller.scrollTop = scroller.scrollHeight;
  if (last && last.offsetHeight > scroller.clientHeight) last.scrollIntoView({ block: "start" });
  showDown();
}

function seesLast() {
  const last = list.lastElementChild;
  return atEnd() || (last && last.getBoundingClientRect().top < scroller.getBoundingClientRect().bottom - NEAR);
}

function showDown() {
  const chat = openChat();
  down.hidden = atEnd();
  const count = chat?.unread || 0;
  down.lastChild.textContent = count ? String(count) : "";
  down.setAttribute("aria-label", count ? say("newBelow", { count }) : say("toEnd"));
}

function markRead() {
  const chat = openChat();
  if (!chat?.last || document.hidden || !seesLast()) return;
  if (!chat.unread && chat.markedAt === chat.last.message_id) return;
  Object.assign(chat, { unread: 0, markedAt: chat.last.message_id });
  order("read", { as: known.me, chat: chat.key, number: chat.last.message_id }).catch(() => tell("line", false));
  tell("read");
}

const older = onlyOnce(async (downTo = null) => {
  const oldest = Math.min(...page().messages.keys());
  const height = scroller.scrollHeight;
  const asked = { before: oldest, ...(downTo ? { down_to: downTo } : {}) };
  if (!(await fetchPage(asked))) return;
  draw();
  scroller.scrollTop += scroller.scrollHeight - height;
});

scroller.addEventListener("scroll", () => {
  showDown();
  markRead();
  if (scroller.scrollTop < NEAR && page()?.more) trying(older);
});
document.addEventListener("visibilitychange", markRead);

scroller.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const onRow = event.target === scroller || event.target.matches(".message");
  if (event.key === "Escape") document.getElementById("line")?.focus();
  if (!step || !onRow) return;
  event.preventDefault();
  const rows = [...list.querySelectorAll(".message")];
  const at = event.target === scroller ? rows.length : rows.indexOf(event.target) + step;
  rows[Math.min(Math.max(at, 0), rows.length - 1)]?.focus();
});

// Goes to a message of the open chat, however far up it is.
export async function jumpTo(id) {
  if (!page()) return;
  if (!page().messages.has(id) && page().more) await trying(() => older(id));
  const target = document.getElementById(rowId({ message_id: id })) || list.querySelector(`[data-holds~="${id}"]`);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  target.classList.remove("found");
  requestAnimationFrame(() => target.classList.add("found"));
}

function keep({ key, message }) {
  for (const [view, found] of pages) {
    const [chat, topic] = view.split("#");
    const fits = topic === "" || Number(topic) === (message.message_thread_id || 0);
    // What is older than the pages fetched so far comes with them.
    const inside = !found.more || message.message_id >= Math.min(...found.messages.keys());
    if (chat === key && fits && inside) found.messages.set(message.message_id, message);
  }
}

function hear(heard) {
  heard.forEach(keep);
  const here = heard.filter(({ key }) => key === known.open);
  if (!here.length) return;
  const fresh = here.filter(({ isNew }) => isNew);
  const follows = seesLast() || fresh.some(({ message }) => message.from?.id === known.me);
  // An edit may make the last message longer, as when a summary takes its placeholder's place.
  const last = openChat()?.last?.message_id;
  draw();
  if (follows && here.some(({ message, isNew }) => isNew || message.message_id === last)) toEnd();
  showDown();
  markRead();
  const { message } = fresh[fresh.length - 1] || {};
  if (message && message.from?.id !== known.me) announce(`${senderName(message)}: ${inOneLine(message)}`);
}

on("messages", hear);
on("gone", ({ key, id }) => {
  for (const [view, found] of pages) if (view.startsWith(`${key}#`)) found.messages.delete(id);
  if (key === known.open) draw();
});
on("jump", jumpTo);
on("anew", () => pages.clear());
on("language", () => draw());
on("clock", () => draw());
