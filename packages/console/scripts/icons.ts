// Draws the icons of the installed page from its mark: node --conditions=@dianan/source scripts/icons.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../test/browser.ts";

const files = join(import.meta.dirname, "../public");
const mark = readFileSync(join(files, "mark.svg")).toString("base64");
/** Of the side: a launcher may cut a maskable icon down to a circle of 80 %. */
const SHARE = 0.66;
const browser = await openBrowser();
for (const [side, share, ground] of [
  [192, 1, "transparent"],
  [512, SHARE, "#eceeef"],
] as const) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><img width="${side * share}" src="data:image/svg+xml;base64,${mark}"></body>`,
  );
  await page.locator("img").evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: join(files, `mark-${side}.png`), omitBackground: true });
}
await browser.close();
