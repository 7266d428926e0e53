// Writes moments in the place's own time, in the chosen language.

import { known, now } from "./state.js";
import { language } from "./words.js";

const made = new Map();

function format(name, options) {
  const locale = language() === "zh" ? "zh-CN" : "en-GB";
  const zone = known.guide?.zone || "Asia/Shanghai";
  const key = [name, locale, zone].join();
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return (seconds) => made.get(key).format(seconds * 1000);
}

export function hour(seconds) {
  return format("hour", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })(seconds);
}

export function dayKey(seconds) {
  return format("key", { year: "numeric", month: "2-digit", day: "2-digit" })(seconds);
}

export function day(seconds) {
  return format("day", { weekday: "long", month: "long", day: "numeric" })(seconds);
}

export function clockFace(seconds) {
  return format("face", { weekday: "short", month: "short", day: "numeric" })(seconds);
}

export function whole(seconds) {
  return format("whole", { dateStyle: "full", timeStyle: "short" })(seconds);
}

// As short as a list needs it: today's hour, this week's day, else the date.
export function brief(seconds) {
  if (dayKey(seconds) === dayKey(now())) return hour(seconds);
  if (Math.abs(now() - seconds) < 6 * 86400) return format("weekday", { weekday: "short" })(seconds);
  return format("date", { month: "numeric", day: "numeric" })(seconds);
}
