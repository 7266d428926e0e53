// Orders messages into rows: days, service lines, albums, and who speaks on.

import { el } from "./dom.js";
import { messageRow, rowId, serviceRow } from "./message.js";
import { serviceWords } from "./service.js";
import { known } from "./state.js";
import { day, dayKey } from "./times.js";
import { say } from "./words.js";

const PAUSE = 300; // seconds after which a speaker is named again

export function rowsOf(chat, messages, { from, topic, language }) {
  const rows = [];
  let before = null;
  for (const group of albums(messages)) {
    const [first] = group;
    if (!before || dayKey(before.date) !== dayKey(first.date)) rows.push(dayRow(first.date, language));
    if (from && from === first.message_id) rows.push({ key: "unread", parts: [language], build: unreadRow });
    rows.push(row(chat, group, { before: from === first.message_id ? null : before, topic, language }));
    before = first;
  }
  return rows;
}

function row(chat, group, { before, topic, language }) {
  const [first] = group;
  const key = rowId(first);
  if (serviceWords(first)) return { key, parts: [first, language], build: () => serviceRow(first) };
  const leads = !before || serviceWords(before) || !speaksOn(before, first);
  const named = chat.is_forum && topic === null ? topicName(chat, first) : "";
  const build = () => {
    const node = messageRow(chat, group, { leads, topic: named });
    node.dataset.holds = group.map((each) => each.message_id).join(" ");
    return node;
  };
  return { key, parts: [...group, leads, named, language, known.me, chat.administers], build };
}

function speaksOn(before, first) {
  const same = before.from?.id === first.from?.id && before.sender_chat?.id === first.sender_chat?.id;
  return same && dayKey(before.date) === dayKey(first.date) && first.date - before.date < PAUSE;
}

function topicName(chat, message) {
  return chat.topics[message.message_thread_id] || say("general");
}

function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups[groups.length - 1];
    const joins = message.media_group_id && last?.[0].media_group_id === message.media_group_id;
    if (joins) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function dayRow(date, language) {
  const build = () => el("li", { class: "day" }, el("span", {}, day(date)));
  return { key: `day${dayKey(date)}`, parts: [language], build };
}

function unreadRow() {
  return el("li", { class: "unread-line" }, el("span", {}, say("unreadFromHere")));
}
