// Whom a text names without an @username: where their names stand, as Telegram marks them.

export function named(user, name, offset) {
  return { type: "text_mention", offset, length: name.length, user: { id: user } };
}

export function namesIn(message) {
  return (message.entities || message.caption_entities || []).filter((each) => each.type === "text_mention");
}

// The marks of a text after one change of it, up to the caret: a name that is itself changed is
// nobody's any more.
export function moved(marks, before, after, caret) {
  const [start, end] = changed(before, after, after.length - caret);
  const shift = after.length - before.length;
  const left = marks.filter((mark) => mark.offset + mark.length <= start);
  const right = marks.filter((mark) => mark.offset >= end);
  return [...left, ...right.map((mark) => ({ ...mark, offset: mark.offset + shift }))];
}

// The part of the text before that is no longer the same; at most `behind` signs at its end are.
function changed(before, after, behind) {
  const most = Math.min(before.length, after.length);
  let tail = 0;
  let head = 0;
  while (tail < Math.min(most, behind) && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  while (head < most - tail && before[head] === after[head]) head += 1;
  return [head, before.length - tail];
}
