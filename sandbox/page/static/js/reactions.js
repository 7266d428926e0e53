// Emoji that people gave to a message, counted; a tap gives or takes back one's own.

import { act, asMember, chatPath } from "./ask.js";
import { trying } from "./dialogs.js";
import { button, el } from "./dom.js";
import { known, nameOf, user } from "./state.js";
import { say } from "./words.js";

export const OFFERED = ["👍", "❤️", "🙏", "👏", "🎉", "😢"];

export function reactions(chat, message) {
  const given = message.reactions || [];
  if (!given.length) return [];
  return [el("div", { class: "reactions" }, given.map((each) => one(chat, message, each)))];
}

function one(chat, message, { emoji, by }) {
  const mine = by.includes(known.me);
  const names = by.map((id) => nameOf(user(id))).filter(Boolean).join(say("comma"));
  return button(
    { class: "reaction", "aria-pressed": String(mine), "aria-label": say("reactedBy", { emoji, names }), title: names, onclick: () => give(chat, message, mine ? "" : emoji) },
    `${emoji} ${by.length}`,
  );
}

export function give(chat, message, emoji) {
  const path = `${chatPath(chat)}/messages/${message.message_id}/reaction`;
  return trying(() => act(path, asMember(chat, known.me, { emoji })));
}
