// The side panel: tour, clock, what happened meanwhile, faults; on a phone it is a sheet of its own.

import { buildClock } from "./clock.js";
import { button, el } from "./dom.js";
import { buildFaults } from "./faults.js";
import { icon } from "./icons.js";
import { buildMeanwhile } from "./meanwhile.js";
import { on, tell } from "./state.js";
import { tourCard } from "./tour.js";
import { say } from "./words.js";

const WIDE = matchMedia("(min-width: 75rem)");
const PHONE = matchMedia("(max-width: 59.99rem)");

export function buildPanel(place) {
  const close = button({ class: "round panel-close", onclick: () => show(false) }, icon("close"));
  const title = el("h2", { class: "panel-title" });
  const show = (open) => {
    const opens = open && !place.classList.contains("open");
    place.classList.toggle("open", open);
    hideBehind(place);
    if (opens) close.focus();
    else if (!open && place.contains(document.activeElement)) tell("panelClosed");
  };
  place.append(el("div", { class: "panel-head" }, title, close), ...buildClock(), ...buildMeanwhile(), ...buildFaults());
  placeTour(place);
  let over = false;
  WIDE.addEventListener("change", () => placeTour(place, over));
  PHONE.addEventListener("change", () => hideBehind(place));
  on("tourDrawn", (finished) => {
    if (finished !== over) placeTour(place, finished);
    over = finished;
  });
  place.addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  on("panel", () => show(!place.classList.contains("open")));
  on("panelOff", () => show(false));
  on("language", () => {
    title.textContent = say("panel");
    close.setAttribute("aria-label", say("close"));
    place.setAttribute("aria-label", say("panel"));
  });
}

// On a phone the panel covers everything else, for the keyboard and for whoever listens too.
function hideBehind(place) {
  const covers = PHONE.matches && place.classList.contains("open");
  for (const other of [document.getElementById("skip"), ...place.parentNode.children]) {
    if (other !== place) other.inert = covers;
  }
}

// Beside the chat where there is room; else above it, and never over it. When it is over, it waits
// in the panel.
function placeTour(place, over = false) {
  tourCard.inert = false;
  if (WIDE.matches || over) place.querySelector(".panel-head").after(tourCard);
  else document.getElementById("top").after(tourCard);
  hideBehind(place);
}
