import type { Finding } from "../live/link.ts";
import type { Language } from "./code-words.ts";

/** What is wrong, with the requirement or clause that it breaks. */
export const findingText = ({ zh, en, clause }: Finding, language: Language): string => {
  if (clause === undefined) return language === "zh" ? zh : en;
  return language === "zh" ? `${zh}（${clause}）` : `${en} (${clause})`;
};
