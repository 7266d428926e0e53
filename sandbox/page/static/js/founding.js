// Founding a group, and seeing who is in one: members, bots, rights, leaving.

import { act } from "./ask.js";
import { avatar } from "./avatar.js";
import { nameField, openDialog, trying } from "./dialogs.js";
import { button, el } from "./dom.js";
import { known, nameOf, tell, user } from "./state.js";
import { say } from "./words.js";

export function foundGroup() {
  const title = nameField("group-title");
  const forum = el("input", { type: "checkbox", id: "group-forum" });
  const found = async (event) => {
    event.preventDefault();
    const group = await trying(() => act("/chats", { title: title.value, creator: known.me, forum: forum.checked }));
    if (!group) return;
    dialog.close();
    tell("open", { key: String(group.id), later: true });
  };
  const form = el(
    "form",
    { class: "form", onsubmit: found },
    el("label", { for: "group-title" }, say("groupTitle")),
    title,
    el("label", { class: "check", for: "group-forum" }, forum, say("withTopics")),
    el("button", { class: "strong" }, say("found")),
  );
  const dialog = openDialog({ title: say("newGroup") }, form);
  title.focus();
}

export function showGroup(chat) {
  const members = el("ul", { class: "people" }, chat.members.map((member) => row(chat, member, () => dialog.close())));
  const close = () => dialog.close();
  const founded = chat.members.some((member) => member.id === known.me && member.status === "creator");
  const leave = founded ? null : button({ class: "quiet", onclick: () => (close(), place(chat, known.me, "left")) }, say("leave"));
  const forms = chat.administers ? [addMember(chat, close), chat.is_forum ? addTopic(chat, close) : null] : [];
  const dialog = openDialog({ title: chat.title }, el("h3", {}, say("members", { count: chat.members.length })), members, ...forms, leave);
}

function row(chat, member, close) {
  const who = user(member.id);
  const name = nameOf(who);
  const rank = ["creator", "administrator"].includes(member.status) ? el("span", { class: "badge" }, say("administrator")) : "";
  const raise = chat.administers && member.status === "member" ? button({ class: "soft", onclick: () => (close(), place(chat, member.id, "administrator")) }, say("promote")) : "";
  return el("li", { class: "member" }, avatar(member.id, name, { bot: who?.is_bot, small: true }), el("span", {}, name), rank, raise);
}

function addMember(chat, close) {
  const inside = new Set(chat.members.map((member) => member.id));
  const outside = [...known.bots.values(), ...known.people.values()].filter((each) => !inside.has(each.id));
  if (!outside.length) return null;
  const choice = el("select", { class: "field", id: "new-member" }, outside.map((each) => el("option", { value: each.id }, nameOf(each))));
  const add = (event) => {
    event.preventDefault();
    close();
    place(chat, Number(choice.value), "member");
  };
  return el("form", { class: "form", onsubmit: add }, el("label", { for: "new-member" }, say("addMember")), choice, el("button", { class: "soft" }, say("add")));
}

function addTopic(chat, close) {
  const name = nameField("topic-name");
  const add = (event) => {
    event.preventDefault();
    close();
    trying(() => act(`/chats/${chat.id}/topics`, { as: known.me, name: name.value }));
  };
  return el("form", { class: "form", onsubmit: add }, el("label", { for: "topic-name" }, say("newTopic")), name, el("button", { class: "soft" }, say("add")));
}

function place(chat, person, status) {
  return trying(() => act(`/chats/${chat.id}/members`, { user: person, status, by: known.me }));
}

