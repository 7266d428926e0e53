// What a service message says, and a message's words in one line.

import { nameOf } from "./state.js";
import { say } from "./words.js";

export function serviceWords(message) {
  const who = nameOf(message.from);
  if (message.new_chat_members) return joined(who, message);
  if (message.left_chat_member) return left(who, message);
  if (message.forum_topic_created) return say("topicCreated", { who, name: message.forum_topic_created.name });
  if (message.migrate_to_chat_id) return say("becameSupergroup");
  if (message.migrate_from_chat_id) return say("isSupergroup");
  if (message.pinned_message) return say("pinnedBy", { who });
  return null;
}

function joined(who, message) {
  const names = message.new_chat_members.map(nameOf).join(say("comma"));
  const alone = message.new_chat_members.length === 1 && message.new_chat_members[0].id === message.from.id;
  return alone ? say("joined", { who }) : say("added", { who, names });
}

function left(who, message) {
  const whom = message.left_chat_member;
  return whom.id === message.from.id ? say("left", { who }) : say("removed", { who, name: nameOf(whom) });
}

export function inOneLine(message) {
  const text = covered(message.text || message.caption || "", message.entities || message.caption_entities || []);
  const kind = message.photo ? say("picture") : message.document ? message.document.file_name : message.location ? say("place") : "";
  const words = text.replace(/\s+/g, " ").trim();
  return serviceWords(message) || [kind && `[${kind}]`, words].filter(Boolean).join(" ");
}

export function hidesWords(message) {
  return hiddenIn(message.entities || message.caption_entities || []).length > 0;
}

function hiddenIn(entities) {
  return entities.filter((each) => each.type === "spoiler");
}

// Hidden words stay hidden where they cannot be uncovered.
function covered(text, entities) {
  return hiddenIn(entities).reduce((words, { offset, length }) => words.slice(0, offset) + "▒".repeat(length) + words.slice(offset + length), text);
}

// Telegram lets a bot's account stand for an administrator who writes hidden.
export function isBots(message) {
  return Boolean(message.from?.is_bot && !message.sender_chat);
}

export function senderName(message) {
  return message.sender_chat ? message.sender_chat.title : nameOf(message.from);
}
