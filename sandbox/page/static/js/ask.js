// Asks the sandbox over HTTP: the page's own questions, and acts through its control API.

export class Refused extends Error {}

export async function ask(what, given = {}) {
  return answered(await fetch(`/page/${what}?${new URLSearchParams(given)}`));
}

export async function order(what, given) {
  return answered(await fetch(`/page/${what}`, sent(given)));
}

export async function act(path, given = {}) {
  return answered(await fetch(`/control${path}`, sent(given)));
}

export async function cancel(path, given = {}) {
  return answered(await fetch(`/control${path}?${new URLSearchParams(given)}`, { method: "DELETE" }));
}

export async function upload(path, given) {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  return answered(await fetch(`/control${path}`, { method: "POST", body: form }));
}

function sent(given) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) };
}

async function answered(response) {
  const value = await response.json();
  if (!response.ok) throw new Refused(value.error);
  return value;
}

export function chatPath(chat) {
  return `/chats/${chat.id}`;
}

// A private chat has the person's number; which bot's it is must be said besides.
export function asMember(chat, person, more = {}) {
  return { as: person, ...(chat.bot ? { bot: chat.bot } : {}), ...more };
}
