import { expect, test } from "vitest";
import { axeViolations } from "../../../packages/console/test/browser.ts";
import { site } from "./site-page.ts";

const { withPage, picture } = site();

const main = [
  "",
  "start/vendor",
  "guide/hub",
  "spec/",
  "spec/gb26875",
  "spec/records/alarm",
  "spec/codes",
  "playground",
  "api/",
  "api/charging",
  "profiles/",
  "matrix",
  "benchmarks",
  "operate/sizing",
];
const addresses = ["/", "/en/"].flatMap((base) => main.map((path) => base + path));
const nameOf = (path: string): string => path.slice(1).replaceAll("/", "-") || "home";

test.each(addresses)(
  "%s: no violation of axe, nothing from elsewhere, no error; on a phone nothing is wider than the screen",
  async (path) => {
    await withPage(path, async ({ page, context }) => {
      await page.locator("h1").first().waitFor();
      await picture(page, nameOf(path));
      expect(await axeViolations(context, page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await picture(page, `phone-${nameOf(path)}`);
      const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide).toBeLessThanOrEqual(window ?? 0);
    });
  },
);

test("the search finds Chinese and English, and nothing where there is nothing", async () => {
  for (const [path, button, found, address] of [
    ["/", "搜索", "超时离线", /^\/(guide|spec|api|matrix|decisions)/],
    ["/en/", "Search", "timed-out offline", /^\/en\//],
    ["/en/", "Search", "componentStatus", /^\/en\/spec\/gb26875/],
  ] as const)
    await withPage(path, async ({ page }) => {
      await page.getByRole("button", { name: button }).first().click();
      await page.locator("#localsearch-input").fill(found);
      const first = page.locator("#localsearch-list a").first();
      await first.waitFor();
      expect(await first.getAttribute("href")).toMatch(address);
      await picture(page, `search-${nameOf(path)}`);
      await page.locator("#localsearch-input").fill("zzqqxx 没有这样的词");
      await page.locator(".no-results").waitFor();
    });
});

test("a printed page has its text and none of the bars", async () => {
  await withPage("/spec/gb26875", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    for (const bar of [".VPNav", ".VPSidebar", ".VPDocAside"]) expect(await page.locator(bar).isVisible()).toBe(false);
    expect(await page.locator("svg.frame").first().isVisible()).toBe(true);
    await picture(page, "print");
  });
});

test("an address that is not there says so, and leads home", async () => {
  await withPage("/spec/gb26875", async ({ page, watch }) => {
    await page.goto(page.url().replace("gb26875", "no-such-protocol"));
    await page.getByRole("link", { name: "回到首页" }).waitFor();
    // The browser tells of the 404 itself.
    expect(watch.said.splice(0).every((line) => line.includes("404"))).toBe(true);
  });
});
