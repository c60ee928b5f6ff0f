import { ageText } from "../words/code-words.ts";
import { usePreferences } from "./preferences.ts";

/** A number of seconds in words; a dash where there is none. */
export const useAges = () => {
  const { words } = usePreferences();
  return (seconds: number | null): string => (seconds === null ? "—" : ageText(seconds * 1000, words.value).trim());
};
