/** Bytes of a frame in lines of 16, as people read them. */
export type HexLine = {
  readonly at: string;
  readonly bytes: readonly { readonly at: number; readonly text: string }[];
};

export const hexLines = (hex: string): readonly HexLine[] => {
  const pairs = hex.match(/[0-9a-f]{2}/gi) ?? [];
  return Array.from({ length: Math.ceil(pairs.length / 16) }, (_, line) => ({
    at: (line * 16).toString(16).padStart(3, "0"),
    bytes: pairs.slice(line * 16, line * 16 + 16).map((text, column) => ({ text, at: line * 16 + column })),
  }));
};

/** `3`, `3–6`, or a dash for a field of no bytes. */
export const rangeText = (offset: number, length: number): string =>
  length === 0 ? "—" : length === 1 ? String(offset) : `${offset}–${offset + length - 1}`;

/** How deep a path is: `body.items[0].status` is 3. */
export const depthOf = (path: string): number => (path.match(/[.[]/g) ?? []).length;
