import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

const CHROMIUM = process.env.DIANAN_CHROMIUM ?? "/usr/bin/chromium";
const hasBrowser = existsSync(CHROMIUM) || process.env.DIANAN_REQUIRE_BROWSER === "1";
const root = join(import.meta.dirname, "..");
const outDir = mkdtempSync(join(tmpdir(), "dianan-browser-codec-"));
const TIME = { timeout: 120_000 };
let server: PreviewServer;
let browser: Browser;
let origin = "";
beforeAll(async () => {
  await build({ root, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  server = await preview({ root, logLevel: "warn", build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  origin = (server.resolvedUrls?.local[0] ?? "").replace(/\/$/, "");
  // Chromium refuses its sandbox to root.
  const args = ["--headless", "--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  if (hasBrowser) browser = await chromium.launch({ executablePath: CHROMIUM, args });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(outDir, { recursive: true, force: true });
});

test.skipIf(!hasBrowser)(
  "EF-N.2: a page reads a frame, encodes it to the same bytes, and says where another is wrong; nothing leaves it",
  TIME,
  async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith("data:")) wrong.push(request.url());
    });
    page.on("pageerror", ({ message }) => wrong.push(message));
    await page.goto(`${origin}/`);
    const verdict = page.locator("#verdict");
    await verdict.getByText("the same when encoded again").waitFor();
    const value = JSON.parse((await page.locator("#shown").textContent()) ?? "") as {
      readonly message: { readonly kind: string };
    };
    expect(value.message.kind).toBe("componentStatus");
    const field = page.locator("#hex");
    const hex = await field.inputValue();
    const promised = /```text\n([^`]*)```/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1]?.trim() ?? "";
    await field.fill(hex.replace("385b", "385c"));
    await verdict.getByText(promised).waitFor();
    expect(await page.locator("#shown").textContent()).toMatch(/at byte \d+: [\s\S]*GB\/T 26875\.3/);
    await field.fill(`${hex}0`);
    await verdict.getByText("Not hex").waitFor();
    await field.fill("");
    await verdict.getByText("Refused: truncated").waitFor();
    expect(wrong).toEqual([]);
    await page.close();
  },
);

test("the page with one protocol is small", () => {
  const [script = ""] = readdirSync(join(outDir, "assets")).filter((name) => name.endsWith(".js"));
  const size = gzipSync(readFileSync(join(outDir, "assets", script))).length;
  console.log(`browser codec: ${size} bytes compressed`);
  expect(size).toBeLessThan(60_000);
});
