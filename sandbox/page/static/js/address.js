// Keeps person, chat, topic and language in the address, and preferences in the browser.

export function address() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

export function setAddress(change, { step = false } = {}) {
  const wanted = { ...address(), ...change };
  const kept = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const hash = `#${new URLSearchParams(kept)}`;
  if (hash === location.hash) return;
  if (step) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
}

export function preference(name) {
  try {
    return localStorage.getItem(`gridward.${name}`);
  } catch {
    return null; // a browser that keeps nothing
  }
}

export function prefer(name, value) {
  try {
    localStorage.setItem(`gridward.${name}`, value);
  } catch {
    // then it is forgotten with the window
  }
}
