// Which words of a message are selected.

// Empty where none are, where some of them are hidden, and where they do not stand so in the text.
export function selectedIn(row, text) {
  const words = row.querySelector(".words");
  const selection = getSelection();
  if (!words || selection.isCollapsed || !selection.containsNode(words, true)) return "";
  const part = clipped(selection.getRangeAt(0), words);
  const around = part.commonAncestorContainer;
  const holder = around.nodeType === Node.TEXT_NODE ? around.parentElement : around;
  const hides = part.cloneContents().querySelector(".spoiler") || holder.closest(".spoiler");
  const selected = hides ? "" : part.toString().trim();
  return text.includes(selected) ? selected : "";
}

function clipped(range, node) {
  const part = document.createRange();
  part.selectNodeContents(node);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
}
