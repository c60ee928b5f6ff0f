// Marks that turn or hide text: bidi controls, zero-width characters, control characters. A device may send them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * Text from a device or partner as people may safely read it (SEC-USR-13): characters that turn or hide text are written out
 * as `[U+202E]`, and it is cut when it is longer than `most` characters.
 */
export const plainText = (text: string, most = 300): string => {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return cut.replace(unseen, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
};
