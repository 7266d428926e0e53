// What the page knows of the world, and a bell for everything that shows it.

import { ask } from "./ask.js";

export const known = {
  me: null,
  people: new Map(),
  bots: new Map(),
  chats: new Map(),
  groups: [],
  clock: { now: 0, running: true, heard: 0 },
  faults: [],
  limits: true,
  guide: null,
  place: "",
  open: null,
  topic: null,
};

const listeners = new Map();

export function on(name, listener) {
  listeners.set(name, [...(listeners.get(name) || []), listener]);
}

export function tell(name, detail) {
  for (const listener of listeners.get(name) || []) listener(detail);
}

let asked = 0;

// Asks for everything as one person sees it; of several questions under way the last one counts.
export async function load(person = known.me) {
  const number = ++asked;
  const state = await ask("state", person ? { as: person } : {});
  if (number !== asked) return;
  take(state);
  tell("state");
}

function take(state) {
  known.me = state.me;
  known.people = byId(state.people);
  known.bots = byId(state.bots);
  known.chats = new Map(state.chats.map((chat) => [chat.key, chat]));
  Object.assign(known, { groups: state.groups, faults: state.faults, limits: state.limits, guide: state.guide });
  if (state.place.split("-")[0] !== known.place.split("-")[0]) known.place = state.place;
  setClock(state.clock);
}

export function setClock(clock) {
  known.clock = { ...clock, heard: performance.now() };
}

export function now() {
  const { now: then, running, heard } = known.clock;
  return running ? then + (performance.now() - heard) / 1000 : then;
}

function byId(users) {
  return new Map(users.map((user) => [user.id, user]));
}

export function user(id) {
  return known.people.get(id) || known.bots.get(id);
}

export function nameOf(user) {
  return user ? [user.first_name, user.last_name].filter(Boolean).join(" ") : "";
}

export function me() {
  return known.people.get(known.me);
}

export function openChat() {
  return known.chats.get(known.open);
}

export function titleOf(chat) {
  return chat.bot ? nameOf(known.bots.get(chat.bot)) : chat.title;
}
