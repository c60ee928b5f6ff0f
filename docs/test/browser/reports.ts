import { expect, test } from "vitest";
import { axeViolations } from "../../../packages/console/test/browser.ts";
import { ownReports } from "../../site/reports.ts";
import { site } from "./site-page.ts";

const { withPage, picture, origin } = site();

test.each([
  ["/guide/conformance", "自测报告"],
  ["/en/guide/conformance", "Our own reports"],
])("%s leads to the report of each of our own implementations, and each is robust", async (path, heading) => {
  await withPage(path, async ({ page }) => {
    await page.getByRole("heading", { name: heading }).waitFor();
    const rows = page
      .locator("table")
      .filter({ has: page.locator('a[href^="/reports/"]') })
      .locator("tbody tr");
    expect(await rows.count()).toBe(ownReports.length);
    for (const text of await rows.allInnerTexts()) expect(text).toMatch(/robust, certify/);
    const links = await rows.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    expect(links).toHaveLength(6 * ownReports.length);
    for (const link of links) expect((await fetch(origin() + link)).status, link).toBe(200);
    await picture(page, `reports-${path.startsWith("/en") ? "en" : "zh"}`, true);
  });
});

test.each(ownReports.map(({ name }) => name))(
  "the report %s: its class in both languages, every requirement, no violation of axe, nothing wider than a phone",
  async (name) => {
    await withPage(`/reports/${name}/report.html`, async ({ page, context }) => {
      const verdict = page.locator(".big.good");
      expect(await verdict.innerText()).toMatch(/robust[\s\S]*certified/i);
      const json = (await (await fetch(`${origin()}/reports/${name}/report.json`)).json()) as {
        readonly requirements: readonly { readonly id: string }[];
      };
      const text = await page.locator("main").innerText();
      for (const { id } of json.requirements) expect(text).toContain(id);
      expect(await axeViolations(context, page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await picture(page, `report-${name}`);
      const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide).toBeLessThanOrEqual(window ?? 0);
    });
  },
);
