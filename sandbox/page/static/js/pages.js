// The messages fetched so far, view by view: a chat, or one topic of it. What is heard while a page
// is on its way is put aside, and merged once the page is there.

import { ask } from "./ask.js";
import { known } from "./state.js";

const pages = new Map();
const underWay = new Set();

export function viewKey() {
  return `${known.open}#${known.topic ?? ""}`;
}

export function page() {
  return pages.get(viewKey());
}

export function newest() {
  return Math.max(0, ...(page()?.messages.keys() || []));
}

// Fetches the newest page of the open view, or an older one; tells whether the view is still open.
export async function fetchPage(more = {}) {
  const fetching = { view: viewKey(), heard: [] };
  const topic = known.topic === null ? {} : { topic: known.topic };
  underWay.add(fetching);
  try {
    merge(fetching, await ask("messages", { chat: known.open, ...topic, ...more }));
  } finally {
    underWay.delete(fetching);
  }
  return fetching.view === viewKey();
}

export function fetchOlder(downTo) {
  const before = page().from === null ? {} : { before: page().from };
  return fetchPage({ ...before, ...(downTo ? { down_to: downTo } : {}) });
}

function merge({ view, heard }, found) {
  const before = pages.get(view);
  const messages = new Map(found.messages.map((message) => [message.message_id, message]));
  for (const [id, message] of before?.messages || []) messages.set(id, message);
  // Where the pages begin, also when that message is deleted later.
  const from = found.messages[0]?.message_id ?? before?.from ?? null;
  const merged = { messages, more: found.more, from };
  pages.set(view, merged);
  for (const change of heard) change(merged);
}

export function keep({ key, message }) {
  changeAll(key, message.message_thread_id || 0, (found) => {
    // What is older than the pages fetched so far comes with them.
    const inside = !found.more || message.message_id >= found.from;
    const told = found.messages.get(message.message_id);
    if (inside && !areSame(told, message)) found.messages.set(message.message_id, message);
  });
  requote(key, message.message_id, bare(message));
}

export function drop({ key, id }) {
  changeAll(key, null, (found) => found.messages.delete(id));
  requote(key, id, undefined);
}

// A message as it stands in an answer: without what it answers itself, and who reacted to it.
function bare(message) {
  const kept = { ...message };
  for (const name of ["reply_to_message", "quote", "reactions"]) delete kept[name];
  return kept;
}

// Answers quote the original as it stands now, and nothing once it is deleted.
function requote(key, id, original) {
  changeAll(key, null, ({ messages }) => {
    for (const [number, answer] of messages) {
      const quoted = answer.reply_to_message;
      if (quoted?.message_id === id && !areSame(quoted, original)) messages.set(number, { ...answer, reply_to_message: original });
    }
  });
}

// What is told twice, by a page and right after it, stays the same object: its row is not built
// anew, and keeps focus and selection.
function areSame(told, message) {
  return JSON.stringify(told) === JSON.stringify(message);
}

// Changes every view of a chat that shows a topic; without one, all its views.
function changeAll(key, thread, change) {
  const fits = (view) => {
    const [chat, topic] = view.split("#");
    return chat === key && (topic === "" || thread === null || Number(topic) === thread);
  };
  for (const [view, found] of pages) if (fits(view)) change(found);
  for (const { view, heard } of underWay) if (fits(view)) heard.push(change);
}

export function forgetPages() {
  pages.clear();
}
