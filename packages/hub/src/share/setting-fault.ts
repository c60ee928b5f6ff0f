import type { Words } from "@dianan/model";

/** What is wrong with a setting: where, and what to do. */
export type SettingFault = { readonly path: string; readonly words: Words };

export const fault = (path: string, en: string, zh: string): SettingFault => ({ path, words: { en, zh } });
