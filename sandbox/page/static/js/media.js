// Pictures, albums, files and places in a message, and the viewer for pictures.

import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { openDialog } from "./dialogs.js";
import { say } from "./words.js";

export function media(messages) {
  const photos = messages.filter((message) => message.photo);
  if (photos.length > 1) return album(photos);
  if (photos.length) return picture(photos, 0);
  const [message] = messages;
  if (message.document) return file(message.document);
  if (message.location) return place(message.location);
  return null;
}

function fileAddress(id) {
  return `/page/files/${encodeURIComponent(id)}`;
}

function largest(message) {
  return message.photo[message.photo.length - 1];
}

function album(photos) {
  const kind = photos.length % 2 ? "album album-odd" : "album";
  return el("div", { class: kind }, photos.map((_, at) => picture(photos, at)));
}

function picture(photos, at) {
  const message = photos[at];
  const { file_id: id, width, height } = largest(message);
  const alt = message.caption || say("picture");
  const image = el("img", { src: fileAddress(id), width, height, alt, loading: "lazy" });
  // Its room is kept before it has come, or the end of the chat would slip away under the reader.
  image.style.setProperty("--ratio", width / height);
  return button({ class: "picture", "aria-label": say("openPicture", { alt }), onclick: () => view(photos, at) }, image);
}

function view(photos, first) {
  let at = first;
  const image = el("img", { class: "viewed", alt: "" });
  const zoom = button({ class: "zoom", onclick: () => enlarge(!isLarge()) }, image);
  const isLarge = () => zoom.getAttribute("aria-pressed") === "true";
  const enlarge = (large) => zoom.setAttribute("aria-pressed", String(large));
  const words = el("p", { class: "viewed-words" });
  const show = (step) => {
    enlarge(false);
    at = (at + step + photos.length) % photos.length;
    image.src = fileAddress(largest(photos[at]).file_id);
    image.alt = photos[at].caption || say("picture");
    words.textContent = photos[at].caption || "";
    zoom.setAttribute("aria-label", say("enlarge", { alt: image.alt }));
  };
  const several = photos.length > 1;
  const turn = (step, label, name) => button({ class: "round", "aria-label": say(label), onclick: () => show(step) }, icon(name));
  const turns = several ? el("div", { class: "turns" }, turn(-1, "before", "back"), turn(1, "after", "back")) : null;
  const dialog = openDialog({ title: say("picture"), kind: "viewer" }, el("div", { class: "viewed-frame" }, zoom), words, turns);
  dialog.addEventListener("keydown", (event) => {
    // The arrows move about in a large picture.
    if (!several || isLarge()) return;
    if (event.key === "ArrowLeft") show(-1);
    if (event.key === "ArrowRight") show(1);
  });
  show(0);
}

function file(document) {
  const size = say("kilobytes", { count: Math.max(1, Math.round((document.file_size || 0) / 1024)) });
  return el(
    "a",
    { class: "file", href: `${fileAddress(document.file_id)}?download`, download: document.file_name },
    el("span", { class: "disc" }, icon("file")),
    el("span", {}, el("span", { class: "file-name" }, document.file_name), el("span", { class: "faint" }, size)),
  );
}

function place({ latitude, longitude }) {
  const written = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return el(
    "div",
    { class: "file" },
    el("span", { class: "disc" }, icon("place")),
    el("span", {}, el("span", { class: "file-name" }, say("place")), el("span", { class: "faint" }, written)),
  );
}
