import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations } from "./browser.ts";
import type { Desk } from "./people.ts";
import { shots, sizes } from "./stage.ts";

const languageOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang.slice(0, 2));
const themeOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset.theme);

/** Puts the page into a language and a theme, by its own buttons. */
const dress = async (page: Page, language: "zh" | "en", theme: "light" | "dark"): Promise<void> => {
  if ((await languageOf(page)) !== language) await page.locator(".tools button").nth(0).click();
  if ((await themeOf(page)) !== theme) await page.locator(".tools button").nth(1).click();
};

/** What is looked at by axe and kept as a picture: each size, each language in each theme. */
const looks = ["1920 zh light", "1920 en dark", "1366 zh light", "1366 en dark", "390 zh dark", "390 en light"];

/**
 * Looks at a screen in each size, language and theme, in one pass: nothing is wider than the screen in any, and axe finds nothing where
 * it looks. It ends as it began: Chinese, light, 1366.
 */
export const sweep = async ({ context, page }: Desk, name: string): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const [language, theme] of [
      ["zh", "light"],
      ["en", "light"],
      ["en", "dark"],
      ["zh", "dark"],
    ] as const) {
      await dress(page, language, theme);
      const where = `${size.width}-${name}-${language}-${theme}`;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
      if (!looks.includes(`${size.width} ${language} ${theme}`)) continue;
      await page.screenshot({ path: join(shots, `${where}.png`) });
      expect(await axeViolations(context, page), where).toEqual([]);
    }
  }
  await page.setViewportSize(sizes[1]);
  await dress(page, "zh", "light");
};
