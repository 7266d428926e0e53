// What the page knows of the world, and a bell for everything that shows it.

import { ask, Unanswered } from "./ask.js";

const RETRY = 1000; // milliseconds
const TRIES = 3;

export const known = {
  me: null,
  people: new Map(),
  bots: new Map(),
  chats: new Map(),
  groups: [],
  clock: { now: 0, running: true, heard: 0 },
  faults: [],
  guide: null,
  place: "",
  open: null,
  topic: null,
};

const listeners = new Map();

// Returns what ends the listening.
export function on(name, listener) {
  listeners.set(name, [...(listeners.get(name) || []), listener]);
  return () => listeners.set(name, listeners.get(name).filter((each) => each !== listener));
}

export function tell(name, detail) {
  for (const listener of listeners.get(name) || []) listener(detail);
}

let wanted = null;
let newest = null;

// Asks for everything as one person sees it, by default whoever was asked for last; of several
// questions under way only the last one counts, and who asked before waits for it too.
export function load(person = wanted) {
  wanted = person;
  const question = {};
  question.answer = answer(question, person);
  newest = question;
  return question.answer;
}

async function answer(question, person) {
  try {
    const state = await current(person ? { as: person } : {});
    if (newest === question) show(state);
  } catch (error) {
    if (newest !== question) return newest.answer;
    wanted = known.me;
    throw error;
  }
  return newest === question ? undefined : newest.answer;
}

// What has happened while the answer was on its way must not be forgotten.
async function current(given) {
  let state = await ask("state", given);
  for (let tries = 1; tries < TRIES && isBehind(state.place); tries += 1) state = await ask("state", given);
  return state;
}

function isBehind(place) {
  const [world, count] = place.split("-");
  const [here, heard] = known.place.split("-");
  return world === here && Number(count) < Number(heard);
}

// Asks until there is an answer.
export async function insist(person) {
  for (;;) {
    try {
      return await load(person);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
}

function show(state) {
  take(state);
  tell("state");
}

function take(state) {
  const isAnotherWorld = state.place.split("-")[0] !== known.place.split("-")[0];
  if (isAnotherWorld) marks.clear();
  known.me = state.me;
  wanted = state.me;
  known.people = byId(state.people);
  known.bots = byId(state.bots);
  known.chats = new Map(state.chats.map((chat) => [chat.key, asRead(chat)]));
  Object.assign(known, { groups: state.groups, faults: state.faults, guide: state.guide });
  if (isAnotherWorld) known.place = state.place;
  setClock(state.clock);
}

// Up to where each person has read each chat here; a state may come that knows less.
const marks = new Map();

export function noteRead(chat, number) {
  marks.set(`${known.me} ${chat.key}`, number);
}

export function readUpTo(chat) {
  return marks.get(`${known.me} ${chat.key}`) || 0;
}

function asRead(chat) {
  return chat.last && readUpTo(chat) >= chat.last.message_id ? { ...chat, unread: 0 } : chat;
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
