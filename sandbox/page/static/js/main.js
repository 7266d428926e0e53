// Puts the page together and keeps person, chat and address in step.

import { address, preference, setAddress } from "./address.js";
import { buildList, inOrder } from "./chats.js";
import { buildPanel } from "./panel.js";
import { buildRoom } from "./room.js";
import { showChat } from "./conversation.js";
import { listenWhileSeen } from "./live.js";
import { insist, known, load, on, tell } from "./state.js";
import { whyNot } from "./refusals.js";
import { buildTop } from "./top.js";
import { choose, language as spoken, say } from "./words.js";
import { clearToasts, toast } from "./dialogs.js";
import "./tags.js";

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
  listenWhileSeen();
}

async function firstLoad() {
  await insist(Number(address().as) || undefined);
  choose(language());
  tell("language");
  openAddress();
}

function openAddress() {
  const { chat, topic } = address();
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

// How many switches are under way: until one is done, the chat that is open is of no account.
let switching = 0;

async function see(person) {
  switching += 1;
  try {
    await load(person);
  } finally {
    switching -= 1;
  }
  return known.me === person;
}

async function become(person, key = known.open) {
  if (person === known.me && key === known.open) return;
  const bot = known.chats.get(known.open)?.bot;
  clearToasts();
  if (!(await see(person))) return;
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
  if (!switching && known.open && !known.chats.has(known.open)) open(null);
});
on("anew", () => (known.chats.has(known.open) ? showChat() : open(null)));
on("language", () => {
  document.getElementById("skip").textContent = say("skipToLine");
  document.getElementById("list").setAttribute("aria-label", say("chats"));
  document.getElementById("page").lang = document.documentElement.lang;
});
window.addEventListener("popstate", () => {
  const person = Number(address().as) || known.me;
  if (person === known.me) openAddress();
  else see(person).then((seen) => seen && openAddress());
});
window.addEventListener("unhandledrejection", (event) => toast(whyNot(event.reason), "toast-bad"));

start();
