// A coloured disc with the first letter of a name: the same person has the same colour everywhere.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const HUES = 6;

export function avatar(id, name, { bot = false, small = false } = {}) {
  const hue = Math.abs(Number(id)) % HUES;
  const size = small ? " avatar-small" : "";
  const inside = bot ? icon("bot") : [...name.trim()][0] || "?";
  return el("span", { class: `avatar hue-${hue}${size}`, "aria-hidden": "true" }, inside);
}
