import type { Words } from "@dianan/model";

/** What is wrong with a setting: where, and what to do. */
export type SettingFault = { readonly path: string; readonly words: Words };

export const fault = (path: string, en: string, zh: string): SettingFault => ({ path, words: { en, zh } });

/** Of the addresses from which something is taken. @param isRange - whether a text is an address or a range */
export const sourceFault = (sources: readonly string[], isRange: (text: string) => boolean): SettingFault | null => {
  const bad = sources.findIndex((one) => !isRange(one));
  return bad < 0
    ? null
    : fault(
        `/sources/${bad}`,
        "An address or a range such as 203.0.113.0/24.",
        "应为地址或 203.0.113.0/24 这样的地址段。",
      );
};
