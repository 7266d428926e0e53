// A place to send, by its degrees.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { tell } from "./state.js";
import { say } from "./words.js";

// Cuiyuan in Hangzhou, and how far the degrees go.
const DEGREES = [
  ["latitude", 30.28, 90],
  ["longitude", 120.12, 180],
];

export function placeForm(done) {
  const fields = DEGREES.map(degrees);
  const send = (event) => {
    event.preventDefault();
    done();
    tell("place", Object.fromEntries(fields.map((field) => [field.name, field.valueAsNumber])));
  };
  const labelled = fields.map((field) => el("label", {}, say(field.name), field));
  return el("form", { class: "form", onsubmit: send }, el("h3", {}, say("place")), el("div", { class: "degrees" }, labelled), el("button", { class: "strong" }, icon("place"), say("sendPlace")));
}

function degrees([name, value, most]) {
  return el("input", { class: "field", type: "number", name, value, min: -most, max: most, step: "any", required: true });
}
