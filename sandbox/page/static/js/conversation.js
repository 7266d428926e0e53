// The messages of the open chat: asked for page by page, kept up to date, scrolled with care.

import { order } from "./ask.js";
import { announce, trying } from "./dialogs.js";
import { button, el, onlyOnce, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { rowId } from "./message.js";
import { drop, fetchOlder, fetchPage, forgetPages, keep, newest, page, viewKey } from "./pages.js";
import { rowsOf } from "./rows.js";
import { inOneLine, senderName } from "./service.js";
import { known, noteRead, on, openChat, readUpTo, tell } from "./state.js";
import { forgetStop, settle, walk } from "./walk.js";
import { language, say } from "./words.js";

const NEAR = 120; // pixels from an edge that count as being there

const list = el("ol", { class: "messages", id: "messages" });
const empty = el("div", { class: "nothing" });
const scroller = el("div", { class: "scroller", tabindex: "-1", role: "log", "aria-live": "off" }, list, empty);
const down = button({ class: "to-end", onclick: () => scroller.scrollTo(0, scroller.scrollHeight) }, icon("down"), el("span", {}));
export const conversation = el("div", { class: "conversation" }, scroller, down, el("div", { class: "toasts", role: "status" }));

// Shows the open chat, from where it was read last.
export async function showChat() {
  const chat = openChat();
  scroller.setAttribute("aria-label", say("messages"));
  list.replaceChildren();
  forgetStop();
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
  const stop = settle(list);
  // Where no message can be walked to, the keyboard scrolls what is there.
  scroller.tabIndex = stop ? -1 : 0;
  if (focused) (document.getElementById(focused) || stop)?.focus();
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
  // A page may have brought what has not been heard of yet.
  const number = Math.max(chat.last.message_id, newest());
  if (!chat.unread && readUpTo(chat) === number) return;
  chat.unread = 0;
  noteRead(chat, number);
  // An answer that fails to come is no harm: the mark is set again with the next look.
  order("read", { as: known.me, chat: chat.key, number }).catch(() => noteRead(chat, 0));
  tell("read");
}

const older = onlyOnce(async (downTo = null) => {
  const height = scroller.scrollHeight;
  if (!(await fetchOlder(downTo))) return;
  draw();
  scroller.scrollTop += scroller.scrollHeight - height;
});

scroller.addEventListener("scroll", () => {
  showDown();
  markRead();
  if (scroller.scrollTop < NEAR && page()?.more) trying(older);
});
document.addEventListener("visibilitychange", markRead);

walk(scroller, list);

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
on("gone", (gone) => {
  drop(gone);
  if (gone.key === known.open) draw();
});
on("jump", jumpTo);
on("anew", forgetPages);
on("language", () => draw());
on("clock", () => draw());
