// The messages with a hashtag, in all chats that one can see, newest first.

import { ask } from "./ask.js";
import { openDialog, trying } from "./dialogs.js";
import { button, el } from "./dom.js";
import { inOneLine, senderName } from "./service.js";
import { known, on, tell, titleOf } from "./state.js";
import { brief } from "./times.js";
import { say } from "./words.js";

on("tag", async (tag) => {
  const found = await trying(() => ask("tag", { as: known.me, tag }));
  if (!found) return;
  found.sort((one, other) => other.message.date - one.message.date);
  const list = el("ul", { class: "found-list" }, found.map((each) => row(each, () => dialog.close())));
  const dialog = openDialog({ title: tag, kind: "sheet tag-list" }, el("p", { class: "faint" }, say("tagFound", { count: found.length })), list);
});

function row({ chat: key, message }, close) {
  const chat = known.chats.get(key);
  const go = () => {
    close();
    tell("jumpWhenShown", { key, id: message.message_id });
    tell("open", { key });
  };
  return el(
    "li",
    {},
    button(
      { class: "found-row", onclick: go },
      el("span", { class: "chat-line" }, el("b", {}, senderName(message)), el("span", { class: "faint" }, brief(message.date))),
      el("span", { class: "found-words" }, inOneLine(message)),
      el("span", { class: "faint" }, chat ? titleOf(chat) : ""),
    ),
  );
}
