import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const CHROMIUM = process.env.DIANAN_CHROMIUM ?? "/usr/bin/chromium";
/** Set to 1 where a browser must be there: its absence is then a failure. */
const isRequired = process.env.DIANAN_REQUIRE_BROWSER === "1";
/** Whether the page tests can run; when not, they say so loudly. */
export const hasBrowser = existsSync(CHROMIUM) || isRequired;
if (!hasBrowser)
  console.warn(
    `\n!!! THE CONSOLE IS NOT TESTED IN A BROWSER: there is no ${CHROMIUM}. Install chromium and fonts-noto-cjk, or set DIANAN_CHROMIUM. 没有浏览器,控制台页面未测试\n`,
  );

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });

/** What a page did that it must not do. */
export type Watch = { readonly outside: string[]; readonly violations: string[]; readonly errors: string[] };

/** Watches a page from its first byte: requests to other hosts, breaches of its policy, errors nobody caught. */
export const watchPage = async (page: Page, origin: string): Promise<Watch> => {
  const watch: Watch = { outside: [], violations: [], errors: [] };
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) watch.outside.push(request.url());
  });
  page.on("pageerror", (error) => watch.errors.push(error.message));
  await page.exposeFunction("reportViolation", (text: string) => watch.violations.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      (window as unknown as { reportViolation(text: string): void }).reportViolation(
        `${violatedDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  return watch;
};

export const until = async <T>(look: () => Promise<T> | T, isGood: (value: T) => boolean, ms: number): Promise<T> => {
  const deadline = performance.now() + ms;
  for (;;) {
    const value = await look();
    if (isGood(value)) return value;
    if (performance.now() > deadline) throw new Error(`still not after ${ms} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe in a world of its own, where the page's policy does not bind it. */
export const axeViolations = async (context: BrowserContext, page: Page): Promise<readonly string[]> => {
  const session = await context.newCDPSession(page);
  const tree = await session.send("Page.getFrameTree");
  const world = await session.send("Page.createIsolatedWorld", { frameId: tree.frameTree.frame.id, worldName: "axe" });
  const run = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? "axe failed");
    return result.value;
  };
  // A world lives as long as its document: axe is in it from the look before.
  if ((await run("typeof axe")) === "undefined") await run(axeSource);
  const found = await run(
    `axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " " + target + " " + failureSummary)))`,
  );
  await session.detach();
  return found as readonly string[];
};
