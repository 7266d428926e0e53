// Copies a text, and says so once that has happened.

import { toast } from "./dialogs.js";
import { say } from "./words.js";

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(say("copied"));
  } catch {
    toast(say("notCopied"), "toast-bad");
  }
}
