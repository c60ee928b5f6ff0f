import { type ComputedRef, computed } from "vue";
import { usePreferences } from "./preferences.ts";

/** Words of a screen that is loaded when it is asked for, in the language of the page. */
export const useWords = <M>(words: { readonly zh: M; readonly en: M }): ComputedRef<M> => {
  const { language } = usePreferences();
  return computed(() => words[language.value]);
};
