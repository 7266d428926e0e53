// Turns a text and its marked stretches into elements; offsets count UTF-16 units, as strings do here.

import { el } from "./dom.js";
import { say } from "./words.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

// `follow` holds what happens on a tag, a mention, a command and a link: functions of their text.
export function written(text, entities = [], follow = {}) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return stretch({ text, follow }, 0, text.length, sorted);
}

function stretch(whole, from, to, entities) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const end = Math.min(first.offset + first.length, to);
    if (first.offset > at) nodes.push(whole.text.slice(at, first.offset));
    const inside = others.filter((each) => each.offset < end);
    nodes.push(marked(whole, first, stretch(whole, Math.max(first.offset, at), end, inside)));
    at = Math.max(at, end);
    // A block breaks the line by itself.
    if (BLOCKS.has(first.type) && whole.text[at] === "\n" && at < to) at += 1;
    rest = others.filter((each) => each.offset >= end);
  }
  if (at < to) nodes.push(whole.text.slice(at, to));
  return nodes;
}

function marked(whole, entity, children) {
  const text = whole.text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type in TAGS) return el(TAGS[entity.type], {}, ...children);
  if (entity.type === "spoiler") return spoiler(children);
  if (entity.type === "url") return link(text.includes("://") ? text : `https://${text}`, children, whole.follow);
  if (entity.type === "text_link") return link(entity.url, children, whole.follow);
  if (entity.type === "email") return el("a", { href: `mailto:${text}` }, ...children);
  const action = whole.follow[entity.type === "text_mention" ? "mention" : entity.type];
  return action ? followed(() => action(text, entity), children, entity.type) : el("span", {}, ...children);
}

export function link(url, children, follow = {}) {
  const safe = safely(url);
  if (!safe) return el("span", {}, ...children);
  return el(
    "a",
    {
      href: safe,
      target: "_blank",
      rel: "noopener noreferrer",
      onclick: (event) => {
        if (follow.link?.(safe)) event.preventDefault();
      },
    },
    ...children,
  );
}

// Only what opens a page, a letter or a call; never a script.
export function safely(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:", "mailto:", "tel:", "tg:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

function followed(action, children, kind) {
  const go = (event) => {
    event.preventDefault();
    action();
  };
  return el("a", { href: "#", class: kind, onclick: go }, ...children);
}

function spoiler(children) {
  const shown = el("span", { class: "spoiler-text", "aria-hidden": "true" }, ...children);
  const cover = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": say("spoiler") }, shown);
  const uncover = () => {
    cover.replaceWith(el("span", {}, ...shown.childNodes));
  };
  cover.addEventListener("click", uncover);
  cover.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && uncover());
  return cover;
}
