import type { Page } from "playwright-core";
import { until } from "./browser.ts";

/** Waits until an element says it. */
export const said = (at: Page, selector: string, wanted: RegExp, ms = 60_000): Promise<string> =>
  until(
    async () => {
      const found = at.locator(selector).first();
      return (await found.count()) === 0 ? "" : found.innerText({ timeout: 5_000 });
    },
    (text) => wanted.test(text),
    ms,
  ).catch(async (error: Error) => {
    const shown = await at.locator("main").innerText();
    throw new Error(`${selector} never said ${wanted}: ${error.message}. The screen says: ${shown}`);
  });

/** Goes to another screen, as a link does. */
export const to = (at: Page, fragment: string): Promise<void> =>
  at.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
