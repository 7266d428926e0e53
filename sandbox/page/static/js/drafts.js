// What each person has begun to write in each chat, and whom they name in it.

import { known } from "./state.js";

const BLANK = { text: "", marks: [] };
const drafts = new Map();

export function draftKey() {
  return `${known.me} ${known.open}`;
}

export function draft() {
  return drafts.get(draftKey()) || BLANK;
}

export function keepDraft(words) {
  drafts.set(draftKey(), words);
}

export function forgetDraft(key) {
  drafts.delete(key);
}
