// What each person has begun to write in each chat.

import { known } from "./state.js";

const drafts = new Map();

export function draftKey() {
  return `${known.me} ${known.open}`;
}

export function draft() {
  return drafts.get(draftKey()) || "";
}

export function keepDraft(text) {
  drafts.set(draftKey(), text);
}

export function forgetDraft(key) {
  drafts.delete(key);
}
