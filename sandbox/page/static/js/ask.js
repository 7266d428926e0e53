// Asks the sandbox over HTTP: the page's own questions, and acts through its control API.

export class Refused extends Error {}

// The line is cut, or what came back is no answer.
export class Unanswered extends Error {}

export async function ask(what, given = {}) {
  return answered(fetch(`/page/${what}?${new URLSearchParams(given)}`));
}

export async function order(what, given) {
  return answered(fetch(`/page/${what}`, sent(given)));
}

export async function act(path, given = {}) {
  return answered(fetch(`/control${path}`, sent(given)));
}

export async function cancel(path, given = {}) {
  return answered(fetch(`/control${path}?${new URLSearchParams(given)}`, { method: "DELETE" }));
}

export async function upload(path, given) {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  return answered(fetch(`/control${path}`, { method: "POST", body: form }));
}

function sent(given) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) };
}

async function answered(asked) {
  const [response, value] = await read(asked);
  if (!response.ok) throw new Refused(value.error);
  return value;
}

async function read(asked) {
  try {
    const response = await asked;
    return [response, await response.json()];
  } catch (error) {
    throw new Unanswered(error.message);
  }
}

export function chatPath(chat) {
  return `/chats/${chat.id}`;
}

// A private chat has the person's number; which bot's it is must be said besides.
export function asMember(chat, person, more = {}) {
  return { as: person, ...(chat.bot ? { bot: chat.bot } : {}), ...more };
}
