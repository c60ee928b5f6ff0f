/** Text that Markdown and Vue leave as it is, but for its `code`. */
export const plain = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll("<", "&lt;")
            .replaceAll("{{", "&#123;&#123;")
            .replace(/([*_[\]])/g, "\\$1"),
    )
    .join("");

/** Text in a tag or between tags. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("{{", "&#123;&#123;");

/** `text` as inline code; empty for nothing. */
export const code = (text: unknown): string => {
  if (text === undefined || text === null || text === "") return "";
  const words = String(text);
  return words.includes("`") ? `\`\` ${words} \`\`` : `\`${words}\``;
};

const cell = (text: unknown): string =>
  String(text ?? "")
    .replaceAll("\n", " ")
    .replaceAll("|", "\\|");
const row = (cells: readonly unknown[]): string => `| ${cells.map(cell).join(" | ")} |`;

/** A table; cells are Markdown. Columns without any cell are left out. */
export const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string => {
  const used = head.map((_, at) => at === 0 || rows.some((cells) => cell(cells[at]) !== ""));
  const keep = (cells: readonly unknown[]): readonly unknown[] => cells.filter((_, at) => used[at]);
  return [
    "",
    row(keep(head)),
    `|${keep(head)
      .map(() => "---")
      .join("|")}|`,
    ...rows.map((one) => row(keep(one))),
    "",
  ].join("\n");
};

/** A block of code that is not coloured: a page of hundreds would take minutes. */
export const block = (text: string, name: string): string =>
  `<details class="block"><summary>${escapeHtml(name)}</summary><pre v-pre tabindex="0">${escapeHtml(text)}</pre></details>\n`;

const isHan = /\p{Script=Han}/gu;

/** The Chinese or the English sentences of a text that has both; the whole where one language is missing. */
export const sentencesOf = (text: string, language: "zh" | "en"): string => {
  const parts = text.split(/(?<=[。!?;])\s*|(?<=[.!?;:])\s+/).filter((part) => part !== "");
  const isChinese = (part: string): boolean =>
    (part.replace(/`[^`]*`/g, "").match(isHan)?.length ?? 0) * 3 >
    (part.replace(/`[^`]*`/g, "").match(/[A-Za-z]/g)?.length ?? 0);
  const own = parts.filter((part) => isChinese(part) === (language === "zh"));
  return own.length === 0 ? text : own.join(language === "zh" ? "" : " ");
};
