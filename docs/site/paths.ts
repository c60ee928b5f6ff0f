import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Where the pages are put together before VitePress builds them; made anew each time. */
export const staging = join(root, "docs", ".vitepress", "pages");
/** The built site. */
export const built = join(root, "docs", "dist");

/** Languages of the site; Chinese is at its root. */
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];
export type Words = { readonly zh: string; readonly en: string };

/** Address of a page, such as `/en/guide/hub`. */
export const addressOf = (language: Language, path: string): string =>
  language === "zh" ? `/${path}` : `/${language}/${path}`;
