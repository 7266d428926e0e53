// What can be attached: pictures and files, which wait to be sent (several pictures travel as an
// album), and places, which go at once.

import { chatPath, upload } from "./ask.js";
import { openDialog, toast } from "./dialogs.js";
import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { placeForm } from "./place.js";
import { tell } from "./state.js";
import { say } from "./words.js";

const PHOTOS = ["image/png", "image/jpeg"];
const MOST = 10;

let files = [];
const picker = el("input", { type: "file", multiple: true, hidden: true, id: "picker", tabindex: "-1", "aria-hidden": "true" });
export const attached = el("ul", { class: "attached" });
export const attachButton = button({ class: "round", "aria-haspopup": "dialog", onclick: choose }, icon("attach"));
attachButton.append(picker);

picker.addEventListener("click", (event) => event.stopPropagation());
picker.addEventListener("change", () => {
  attach(picker.files);
  picker.value = "";
});

function choose() {
  const pick = () => {
    dialog.close();
    picker.click();
  };
  const first = button({ class: "choice", onclick: pick }, icon("file"), say("attachFiles"));
  const dialog = openDialog({ title: say("attach") }, first, placeForm(() => dialog.close()));
  first.focus();
}

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
  if (!isPhoto(file)) return icon("file");
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

const isPhoto = (file) => PHOTOS.includes(file.type);

// Pictures go together, the caption under the first. What has gone is no longer attached, so that
// what was refused can be sent again alone; `captioned` is told first.
export async function sendAttached(chat, given, captioned) {
  const alone = files.filter((file) => !isPhoto(file)).map((file) => [file]);
  const parcels = [files.filter(isPhoto), ...alone].filter((parcel) => parcel.length);
  let { text } = given;
  let sent = null;
  for (const parcel of parcels) {
    const media = parcel.map((file, at) => [isPhoto(file) ? `photo${at}` : "document", file]);
    const album = parcel.length > 1 ? crypto.randomUUID() : "";
    sent = await upload(`${chatPath(chat)}/messages`, { ...given, text, album, ...Object.fromEntries(media) });
    if (text) captioned();
    text = "";
    parcel.forEach(drop);
  }
  return sent;
}
