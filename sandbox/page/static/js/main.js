// Puts the page together and keeps person, chat and address in step.

import { address, preference, setAddress } from "./address.js";
import { buildList, inOrder } from "./chats.js";
import { buildPanel } from "./panel.js";
import { buildRoom } from "./room.js";
import { showChat } from "./conversation.js";
import { listen } from "./live.js";
import { known, load, on, tell } from "./state.js";
import { buildTop } from "./top.js";
import { choose, language as spoken, say } from "./words.js";
import { clearToasts, toast } from "./dialogs.js";
import "./tags.js";

const RETRY = 1000; // milliseconds
const WIDE = matchMedia("(min-width: 60rem)");

function language() {
  return address().lang || preference("language") || known.guide?.language || (navigator.language.startsWith("zh") ? "zh" : "en");
}

async function start() {
  choose(language());
  buildTop(document.getElementById("top"));
  buildList(document.getElementById("list"));
  buildRoom(document.getElementById("room"));
  buildPanel(document.getElementById("panel"));
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("line")?.focus();
  });
  await firstLoad();
  listen();
}

async function firstLoad() {
  const { as, chat, topic } = address();
  try {
    await load(as);
  } catch {
    setTimeout(firstLoad, RETRY);
    return;
  }
  choose(language());
  tell("language");
  open(known.chats.has(chat) ? chat : null, { topic: topic === undefined ? null : Number(topic) });
}

// Opens a chat; where there is room for one beside the list, some chat is always open.
function open(key, { step = false, topic = null, focus = false } = {}) {
  const first = WIDE.matches ? inOrder()[0]?.key : null;
  known.open = key || first || null;
  known.topic = topic;
  document.getElementById("page").classList.toggle("in-room", Boolean(known.open));
  setAddress({ as: known.me, chat: known.open, topic, lang: address().lang }, { step: step && !WIDE.matches });
  tell("opened", { focus });
  showChat();
}

async function become(person, key = known.open) {
  if (person === known.me && key === known.open) return;
  const bot = known.chats.get(known.open)?.bot;
  clearToasts();
  await load(person);
  const own = [...known.chats.values()].find((chat) => bot && chat.bot === bot)?.key;
  open(known.chats.has(key) ? key : own);
}

on("become", ({ person, chat }) => become(person, chat));
on("open", ({ key, step, later }) => {
  if (later) load().then(() => open(key));
  else open(key, { step, focus: true });
});
on("close", () => {
  known.open = null;
  document.getElementById("page").classList.remove("in-room");
  setAddress({ chat: null, topic: null });
  tell("opened", { focus: true });
});
on("topic", (topic) => open(known.open, { topic }));
on("state", () => {
  if (language() !== spoken()) {
    choose(language());
    tell("language");
  }
  if (known.open && !known.chats.has(known.open)) open(null);
});
on("anew", () => open(known.chats.has(known.open) ? known.open : null));
on("language", () => {
  document.getElementById("skip").textContent = say("skipToLine");
  document.getElementById("list").setAttribute("aria-label", say("chats"));
  document.getElementById("page").lang = document.documentElement.lang;
});
window.addEventListener("popstate", () => {
  const { as, chat, topic } = address();
  const shown = () => open(known.chats.has(chat) ? chat : null, { topic: topic === undefined ? null : Number(topic) });
  if (Number(as) === known.me) shown();
  else load(as).then(shown);
});
window.addEventListener("unhandledrejection", (event) => toast(say("refused", { why: event.reason?.message || "" }), "toast-bad"));

start();
