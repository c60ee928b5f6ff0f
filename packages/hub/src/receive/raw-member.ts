/**
 * The text of a member of the outermost object as it was sent: what was signed is that text, not another spelling of its value.
 *
 * @param text - JSON that was parsed already, so that it is well formed
 * @returns null: it has no such member
 */
export const rawMember = (text: string, name: string): string | null => {
  let depth = 0;
  let key: string | null = null;
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === '"') {
      const from = at;
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
      if (depth === 1 && start === -1) key = String(JSON.parse(text.slice(from, at + 1)));
    } else if (char === "{" || char === "[") depth += 1;
    else if (char === ":" && depth === 1 && start === -1) start = at + 1;
    else if (depth === 1 && (char === "," || char === "}")) {
      if (key === name && start !== -1) return text.slice(start, at).trim();
      key = null;
      start = -1;
      if (char === "}") depth -= 1;
    } else if (char === "}" || char === "]") depth -= 1;
  }
  return null;
};
