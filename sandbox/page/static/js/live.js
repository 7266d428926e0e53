// Hears what changes in the world, and goes on where it stopped when the line was cut.

import { insist, known, readUpTo, setClock, tell } from "./state.js";

const PAUSE = 1000; // milliseconds

let source = null;
let fresh = 0;
let renews = false;

// A window that nobody sees lets go of its line: a browser has only six for all its windows.
function listen() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(`/page/live?after=${encodeURIComponent(known.place)}`);
  source.onopen = () => tell("line", true);
  source.onmessage = (event) => {
    known.place = event.lastEventId;
    take(JSON.parse(event.data));
  };
  source.addEventListener("anew", anew);
  source.onerror = () => {
    tell("line", false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => renews || listen(), PAUSE);
  };
}

export function listenWhileSeen() {
  listen();
  document.addEventListener("visibilitychange", () => renews || listen());
}

// Another world, or too much missed: everything is asked for again.
async function anew() {
  renews = true;
  source.close();
  known.place = "";
  // While thousands of messages are made, looking twice a second is enough.
  await new Promise((resolve) => setTimeout(resolve, PAUSE / 2));
  await insist();
  renews = false;
  tell("anew");
  listen();
}

function take(event) {
  if (event.clock) setClock(event.clock);
  if (event.faults) known.faults = event.faults;
  const heard = event.messages.map(({ chat, message }) => hear(chat, message));
  if (heard.length) tell("messages", heard);
  for (const { chat, id } of event.gone) lose(chat, id);
  tell("news", event);
  const others = event.matters.filter((matter) => !["clock", "faults"].includes(matter));
  if (event.chats.length || others.length) reload();
  if (event.clock) tell("clock");
  if (event.faults) tell("faults");
}

function hear(key, message) {
  const chat = known.chats.get(key);
  const isNew = message.message_id > (chat?.last?.message_id || 0);
  if (chat && isNew && message.from?.id !== known.me && message.message_id > readUpTo(chat)) {
    if (!chat.unread) chat.unread_from = message.message_id;
    chat.unread += 1;
  }
  if (chat && message.message_id >= (chat.last?.message_id || 0)) Object.assign(chat, { last: message, begun: true });
  return { key, message, isNew };
}

function lose(key, id) {
  tell("gone", { key, id });
  if (known.chats.get(key)?.last?.message_id === id) reload();
}

function reload() {
  clearTimeout(fresh);
  fresh = setTimeout(insist, 50);
}
