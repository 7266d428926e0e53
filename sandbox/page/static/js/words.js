// The page's own words in the language that is chosen.

import en from "./words/en.js";
import zh from "./words/zh.js";

const CATALOGUES = { zh, en };
let chosen = "zh";

export function say(key, values = {}) {
  const found = CATALOGUES[chosen][key];
  if (found === undefined) throw new Error(`no words for ${key} in ${chosen}`);
  return typeof found === "function" ? found(values) : found.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function language() {
  return chosen;
}

export function choose(code) {
  chosen = code in CATALOGUES ? code : "en";
  document.documentElement.lang = chosen === "zh" ? "zh-Hans" : "en";
}

export function either(words) {
  return words[chosen] || words.en;
}
