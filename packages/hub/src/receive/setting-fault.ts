import type { Words } from "@dianan/model";

export type SettingFault = { readonly path: string; readonly words: Words };
export const fault = (path: string, en: string, zh: string): SettingFault => ({ path, words: { en, zh } });

/** Headers that every request has, or that say something else. */
export const OWN_HEADERS =
  /^(host|content-.*|transfer-encoding|connection|cookie|authorization|signature.*|x-forwarded-.*)$/i;
