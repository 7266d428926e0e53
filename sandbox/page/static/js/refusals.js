// Why something did not work, in the visitor's language where the page knows the refusal.

import { Unanswered } from "./ask.js";
import { say } from "./words.js";

const KNOWN = [
  [/still being played/, "watching"],
  [/ may not write in /, "mayNotWrite"],
  [/ has blocked this bot$/, "blocked"],
  [/^the message is gone$|^no such message$/, "messageGone"],
  [/^no button /, "buttonGone"],
  [/ is not in the chat$/, "notInChat"],
  [/^only the author/, "notYours"],
  [/^a photo must be/, "noPhoto"],
  [/^these words are not in/, "noSuchWords"],
  [/^a quote has at most/, "quoteTooLong"],
];

export function whyNot(error) {
  if (error instanceof Unanswered) return say("noLine");
  const message = error?.message || "";
  const [, words] = KNOWN.find(([pattern]) => pattern.test(message)) || [];
  return words ? say(words) : say("refused", { why: message });
}
