import { type ComputedRef, computed, type InjectionKey, inject, type Ref, ref, watch, watchEffect } from "vue";
import type { Language } from "../words/code-words.ts";
import { en } from "../words/en.ts";
import { type Messages, zh } from "../words/zh.ts";

export type Theme = "light" | "dark";

/** What the person at this screen chose; remembered in this browser. */
export type Preferences = {
  readonly language: Ref<Language>;
  readonly theme: Ref<Theme>;
  readonly words: ComputedRef<Messages>;
};

export const preferencesKey: InjectionKey<Preferences> = Symbol("preferences");

const remembered = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};
const remember = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still shows alarms.
  }
};

export const createPreferences = (): Preferences => {
  const language = ref<Language>(remembered("dianan.language") === "en" ? "en" : "zh");
  const chosen = remembered("dianan.theme");
  const isDark = chosen === null ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  const theme = ref<Theme>(isDark ? "dark" : "light");
  const words = computed(() => (language.value === "zh" ? zh : en));
  watchEffect(() => {
    document.documentElement.lang = words.value.lang;
    document.documentElement.dataset.theme = theme.value;
  });
  watch(language, (now) => remember("dianan.language", now));
  watch(theme, (now) => remember("dianan.theme", now));
  return { language, theme, words };
};

export const usePreferences = (): Preferences => {
  const preferences = inject(preferencesKey);
  if (preferences === undefined) throw new TypeError("preferences are not provided");
  return preferences;
};
