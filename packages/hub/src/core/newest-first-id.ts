/** Ids begin with what is left of time, so that the order of ids is newest first. */
const TIME_END = 9_999_999_999_999;

/**
 * The beginning of an id of something that is listed newest first.
 *
 * @param at - when it was made, milliseconds UTC
 */
export const newestFirstId = (kind: string, at: number): string => `${kind}-${String(TIME_END - at).padStart(13, "0")}`;
