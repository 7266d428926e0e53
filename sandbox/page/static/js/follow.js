// What happens on a link, a tag, a mention and a command in a message.

import { act, asMember, chatPath } from "./ask.js";
import { trying } from "./dialogs.js";
import { known, openChat, tell } from "./state.js";

const TELEGRAM = new Set(["t.me", "telegram.me", "telegram.dog"]);

export const follow = {
  link(url) {
    const wanted = telegramAddress(url);
    if (!wanted) return false;
    const bot = [...known.bots.values()].find((each) => each.username?.toLowerCase() === wanted.name.toLowerCase());
    if (!bot) return false;
    openPrivately(bot, wanted.start);
    return true;
  },
  hashtag(text) {
    tell("tag", text);
  },
  cashtag(text) {
    tell("tag", text);
  },
  mention(text, entity) {
    const name = text.slice(1).toLowerCase();
    const everybody = [...known.people.values(), ...known.bots.values()];
    const found = entity.user || everybody.find((each) => each.username?.toLowerCase() === name);
    if (found?.is_bot) openPrivately(found);
    else if (found) tell("person", found);
  },
  bot_command(text) {
    tell("command", text);
  },
};

function telegramAddress(url) {
  const parsed = new URL(url);
  if (parsed.protocol === "tg:") return { name: parsed.searchParams.get("domain") || "", start: parsed.searchParams.get("start") };
  if (!TELEGRAM.has(parsed.hostname)) return null;
  return { name: parsed.pathname.split("/")[1] || "", start: parsed.searchParams.get("start") };
}

async function openPrivately(bot, start = null) {
  const chat = [...known.chats.values()].find((each) => each.bot === bot.id);
  if (!chat) return;
  tell("open", { key: chat.key });
  if (start === null) return;
  await trying(() => act(`${chatPath(chat)}/messages`, asMember(chat, known.me, { text: `/start ${start}`.trim() })));
}

// A command that is tapped in a group goes to the group, as in Telegram.
export async function sendText(text) {
  const chat = openChat();
  const topic = known.topic || undefined;
  return trying(() => act(`${chatPath(chat)}/messages`, asMember(chat, known.me, { text, topic })));
}
