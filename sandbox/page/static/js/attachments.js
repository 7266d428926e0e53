// Pictures and files that wait to be sent; several pictures travel as an album.

import { chatPath, upload } from "./ask.js";
import { toast } from "./dialogs.js";
import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { tell } from "./state.js";
import { say } from "./words.js";

const PHOTOS = ["image/png", "image/jpeg"];
const MOST = 10;

let files = [];
const picker = el("input", { type: "file", multiple: true, hidden: true, id: "picker", tabindex: "-1", "aria-hidden": "true" });
export const attached = el("ul", { class: "attached" });
export const attachButton = button({ class: "round", onclick: () => picker.click() }, icon("attach"));
attachButton.append(picker);

picker.addEventListener("click", (event) => event.stopPropagation());
picker.addEventListener("change", () => {
  attach(picker.files);
  picker.value = "";
});

export function attach(more) {
  const all = [...files, ...more];
  files = all.slice(0, MOST);
  draw();
  if (all.length > MOST) toast(say("tooManyFiles", { count: MOST }));
}

function draw() {
  attached.replaceChildren(...files.map((file) => el("li", {}, preview(file), el("span", { class: "attached-name" }, file.name), remove(file))));
  tell("attached");
}

function preview(file) {
  if (!PHOTOS.includes(file.type)) return icon("file");
  const address = URL.createObjectURL(file);
  return el("img", { src: address, alt: "", onload: () => URL.revokeObjectURL(address) });
}

function remove(file) {
  return button({ class: "round", "aria-label": say("removeFile", { name: file.name }), onclick: () => drop(file) }, icon("close"));
}

function drop(file) {
  files = files.filter((each) => each !== file);
  draw();
}

export function clearAttached() {
  files = [];
  draw();
}

// The caption stands under the first picture; an album's parts share one name. What has gone is no
// longer attached, so that what was refused can be sent again alone; `captioned` is told first.
export async function sendAttached(chat, given, captioned) {
  const photos = files.filter((file) => PHOTOS.includes(file.type));
  const album = photos.length > 1 ? crypto.randomUUID() : "";
  let { text } = given;
  let sent = null;
  for (const file of files) {
    const isPhoto = photos.includes(file);
    const medium = { [isPhoto ? "photo" : "document"]: file, album: isPhoto ? album : "" };
    sent = await upload(`${chatPath(chat)}/messages`, { ...given, text, ...medium });
    if (text) captioned();
    text = "";
    drop(file);
  }
  return sent;
}
