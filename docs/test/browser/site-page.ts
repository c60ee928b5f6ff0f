import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { openBrowser, type Watch, watchPage } from "../../../packages/console/test/browser.ts";
import { root } from "../../site/paths.ts";
import { serveSite } from "./site-server.ts";

const pictures = join(root, ".cache", "site");
mkdirSync(pictures, { recursive: true });

export type OpenPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch & { readonly said: string[] };
};

/** One browser and one server for a file of tests; a page that did what it must not do fails its test. */
export const site = () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    server = await serveSite();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const withPage = async (
    path: string,
    use: (open: OpenPage) => Promise<void>,
    options: object = {},
  ): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", ...options });
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    const said: string[] = [];
    const watch = { ...(await watchPage(page, server.origin)), said };
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") said.push(message.text());
    });
    try {
      await page.goto(server.origin + path);
      await page.waitForLoadState("networkidle");
      await use({ page, context, watch });
      expect({ ...watch }).toEqual({ outside: [], violations: [], errors: [], said: [] });
    } finally {
      await context.close();
    }
  };
  const picture = async (page: Page, name: string, fullPage = false): Promise<void> => {
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage, animations: "disabled" });
  };
  return { withPage, picture, origin: () => server.origin };
};
