import type { FeedState } from "../ports/records.ts";

/** A place in the change feed. One position per feed; SQLite has one feed. */
export type FeedCursor = { readonly epoch: string; readonly positions: readonly number[] };

/** Longer cursors are nobody's: ours stay far below. Characters. */
const CURSOR_MAX = 512;

const toText = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const fromText = (text: string): unknown => {
  if (text.length > CURSOR_MAX || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
};

/** A page's continuation as clients see it: opaque, and good for the list that it came from. */
export const pageCursorText = (list: string, after: string): string => toText({ l: list, a: after });

/** The store's position in a page cursor of this list, or null for any other text. */
export const parsePageCursor = (list: string, text: string): string | null => {
  const value = fromText(text);
  if (typeof value !== "object" || value === null || !("l" in value) || !("a" in value)) return null;
  return value.l === list && typeof value.a === "string" ? value.a : null;
};

export const feedCursorText = ({ epoch, positions }: FeedCursor): string => toText({ e: epoch, p: positions });

/** Where the feed stands now. */
export const feedCursorOf = (feed: FeedState): string => feedCursorText({ epoch: feed.epoch, positions: [feed.head] });

export const parseFeedCursor = (text: string): FeedCursor | null => {
  const value = fromText(text);
  if (typeof value !== "object" || value === null || !("e" in value) || !("p" in value)) return null;
  const { e: epoch, p: positions } = value;
  if (typeof epoch !== "string" || !Array.isArray(positions) || positions.length !== 1) return null;
  return positions.every((one) => Number.isSafeInteger(one) && one >= 0) ? { epoch, positions } : null;
};
