import type { Words } from "@dianan/model";

export type { Words };
/** A language of what is made. */
export type Language = keyof Words;
